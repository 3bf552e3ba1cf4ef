"""Which of the lines above the text is the headline, and which only say it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.articles.linerules import LONGEST
from generator.articles.markup import Line
from generator.articles.openings import DATELINE
from generator.articles.roles import PROSE_WORDS, TEXT, Marked
from generator.articles.vocabulary import PRESS_WORDS
from generator.compiled import regex
from generator.text import words

BY_AND_DATE = ("byline", "date")
_ECHO_REACH = 40  # lines above the text, among which a headline may stand twice; each is compared with all
_FEWEST_ECHOED = 16  # characters of a headline that another line ends with, or begins with before it breaks off
_LONGEST_TITLE = 16  # words of a line that ends with a question, a call or an abbreviation
_LONGEST_OPEN_TITLE = 32  # words of one that nothing ends
_ENDS_TITLE = regex(r"[?!]$|\b(?:[A-Z]\.){2,}$")
_CUT_OFF = ("...", "…")
_TITLE_TAIL = regex(r"(?P<title>.{12,400}?)(?P<bar> [|»] | (?:-|–|—|::) )(?P<outlet>[A-Z][\w'’&.]*(?: [\w'’&.]+){0,3})")
_SITE = regex(r" (?:[|»-]|–|—|::) (?P<site>\S.{1,80})")
_FEWEST_REPEATED = 3  # words of a headline that stands again without its site


def find_headline(header: Sequence[Marked]) -> Line | None:
    """The first line long enough to be one; a line given twice before all others."""
    twice = _twice(header)
    if not twice and (first := next((item for item in header if item.role in TEXT), None)) and first.role == "prose":
        return first.line if len(first.line.text.split()) <= PROSE_WORDS else None
    shorts = [item.line for item in header if item.role == "short"]
    above = [before.line for before, item in pairwise(header) if before.role == "short" and item.role in BY_AND_DATE]
    below = 2 if header[:1] and header[0].role == "date" else 4  # words: nothing else stands above
    for lines, fewest in ((twice, 5), (_below_date(header), below), (shorts, 5), (above, 3), (shorts, 3), (shorts, 2)):
        for line in lines:
            if len(key_of(line.text)) >= fewest:
                return line
    return None


def is_echo(line: Line, headline: str) -> bool:
    """Whether a line is the headline behind a label or a breadcrumb, or its beginning before it breaks off."""
    if len(line.text) > LONGEST or len(headline) < _FEWEST_ECHOED:
        return False
    said, asked = line.folded.casefold(), headline.casefold()
    if said.endswith(_CUT_OFF):
        cut = said.rstrip(".… ")
        return len(cut) >= _FEWEST_ECHOED and len(cut) < len(asked) and asked.startswith(cut)
    return said != asked and said.endswith(asked)


def split_title(text: str, others: Iterable[str] = ()) -> tuple[str, str | None]:
    """A headline without the outlet's name that pages put behind it, and that name.

    others: lines around it, one of which may be the headline without that name.
    """
    for other in others:
        site = _SITE.fullmatch(text, len(other)) if text.startswith(other) else None
        if site and len(key_of(other)) >= _FEWEST_REPEATED:
            return other, site["site"]
    tail = _TITLE_TAIL.fullmatch(text)
    if tail and ("|" in tail["bar"] or PRESS_WORDS.search(tail["outlet"])):
        return tail["title"], tail["outlet"]
    return text.lstrip("#• "), None


def mark_like_sentence(marked: Sequence[Marked]) -> list[Marked]:
    """The same lines; the first text, with more below it, is short, not prose, where it ends as a headline may: "Off to
    the U.S.", "Us?", or in the middle of nothing."""
    result = list(marked)
    texts = [index for index, item in enumerate(marked) if item.role in TEXT]
    if len(texts) > 1 and marked[texts[0]].role == "prose" and _ends_as_title(marked[texts[0]].line.folded):
        result[texts[0]] = marked[texts[0]]._replace(role="short")
    return result


def _ends_as_title(folded: str) -> bool:
    count = len(folded.split())
    is_open = folded[-1].isalnum() and not DATELINE.match(folded)
    return (count <= _LONGEST_TITLE and bool(_ENDS_TITLE.search(folded))) or (is_open and count <= _LONGEST_OPEN_TITLE)


def mark_cut_off(marked: Sequence[Marked]) -> list[Marked]:
    """The same lines; a breadcrumb that breaks off, with the whole of it in one of the next lines, is furniture."""
    result = list(marked)
    for index, item in enumerate(marked[:_ECHO_REACH]):
        following = marked[index + 1 : index + 4]
        if item.line.folded.endswith(_CUT_OFF) and any(is_echo(item.line, other.line.folded) for other in following):
            result[index] = item._replace(role="furniture")
    return result


def key_of(text: str) -> tuple[str, ...]:
    """What two lines have in common that differ in typography alone."""
    return tuple(words(text))


def _twice(header: Sequence[Marked]) -> list[Line]:
    """The short lines that stand there twice, word for word or as an echo."""
    shorts = [item.line for item in header if item.role == "short"]
    times = Counter(key_of(line.text) for line in shorts)
    near = [item.line for item in header if item.role in TEXT][-_ECHO_REACH:]
    echoed = {line.number for line in near if any(is_echo(other, line.folded) for other in near)}
    return [line for line in shorts if times[key_of(line.text)] > 1 or line.number in echoed]


def _below_date(header: Sequence[Marked]) -> Iterator[Line]:
    """The line directly below the first date line, where no line above could be a headline."""
    for before, item in pairwise(header):
        if before.role == "short" and len(key_of(before.line.text)) > 2:
            return
        if before.role == "date":
            yield from [item.line] if item.role == "short" else []
            return
