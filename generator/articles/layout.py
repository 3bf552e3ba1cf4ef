"""What each line of a clipping is: header, paragraph, subheading, caption, credit or furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from generator.articles.chronology import find_date_headings
from generator.articles.cues import AUTHOR_BOX, BYLINES_IN_HEADER, BYLINES_WITH_CUE, CAPTIONS
from generator.articles.furniture import COMMENT_CUE, COMMENT_HEADING, CREDITS, END_MARKS, FURNITURE, LIST_OPENERS
from generator.articles.linerules import LONGEST, Sorter, find_match, make_sorter
from generator.articles.markup import ENDS_SENTENCE, Line
from generator.articles.stamps import read_either_order, read_stamps
from generator.compiled import regex
from generator.model import Caption
from generator.text import ESCAPED_HASH, words

Role = Literal["furniture", "list", "credit", "caption", "byline", "date", "prose", "short", "heading"]
_PROSE_WORDS = 20  # make a line prose whatever it ends with
_FEWEST_STANDFIRST = 4  # words of a line below the headline that is text of the article
_STANDFIRST_WORDS = 45  # at most, between headline and byline
_HEADING_WORDS = 14
_MOST_HEADINGS = 2  # above one paragraph
_BY_AND_DATE = ("byline", "date")
_BRACKETS = 4  # characters: a pair of brackets and a full stop or two
_TEXT = ("prose", "short", "heading")
_HEADER_REACH = 6  # lines below the first prose that may still be header
_QUESTION = regex(
    r"(?:what|why|how|who|when|where|which|is|are|can|could|will|would|does|do|did|should)\b", re.IGNORECASE
)


_HEADING_START = regex(r"[#'\"(\[]{0,4} ?[A-ZÀ-ÖØ-Þ0-9#]")


class Marked(NamedTuple):
    """A line and what it is."""

    line: Line
    role: Role


class Layout(NamedTuple):
    """The lines of a clipping by what they are."""

    headline: Line | None
    header: tuple[Line, ...]  # above the text, headline left out: date lines, bylines, addresses, furniture
    bylines: tuple[Line, ...]  # those of the header that name the author, alone or with a date
    blocks: tuple[str, ...]  # the body's paragraphs and "## " subheadings, in order
    captions: tuple[Caption, ...]
    rest: tuple[Line, ...]  # furniture, credits, author boxes, what stands below the text


def lay_out(lines: Sequence[Line], language: str, title: str | None = None) -> Layout:
    """Every line in its place; title is the headline where something better than the text tells it."""
    marked = _without_lists(_mark(_cut_off_end(lines), language))
    top = _end_of_header(marked)
    headline = _find_headline(marked[:top])
    known = {_key(text) for text in (title, headline and headline.text) if text}
    header = [_in_header(item, headline) for item in marked[:top] if not _repeats(item.line, known)]
    body = [item for item in marked[top:] if not _repeats(item.line, known)]
    text, boxes = _without_author_boxes([item for item in header + body if item.role in _TEXT])
    return Layout(
        headline,
        tuple(item.line for item in header if item.role not in (*_TEXT, "caption")),
        tuple(item.line for item in header if item.role in _BY_AND_DATE),
        tuple(_blocks(text)),
        _captions(item.line for item in header + body if item.role == "caption"),
        (*(item.line for item in body if item.role not in (*_TEXT, "caption")), *boxes),
    )


# ---------------------------------------------------------------- one line


SORTER = make_sorter(
    {"list": LIST_OPENERS, "credit": CREDITS, "furniture": FURNITURE, "caption": CAPTIONS, "byline": BYLINES_WITH_CUE}
)


def find_role(line: Line, sorter: Sorter = SORTER) -> Role:
    """What a line is by itself; where it stands may say more. sorter: that of its text."""
    sort = sorter.sort(line.folded) if len(line.text) <= LONGEST else None
    return sort or ("prose" if is_prose(line) else "short")


def is_prose(line: Line) -> bool:
    """Whether a line reads as a sentence or more: a full stop ends it, or it is long."""
    if ENDS_SENTENCE.search(line.folded):
        return not (line.folded.endswith("?") and _QUESTION.match(line.folded) and len(line.text.split()) <= 8)
    count = len(line.text.split())
    return count >= _PROSE_WORDS or (count >= 4 and line.folded[-1] in ":;,")


# ---------------------------------------------------------------- where a line stands


def _mark(lines: Sequence[Line], language: str) -> list[Marked]:
    """The role of each line; near the top a line that holds a date is a date line before anything else."""
    sorter = SORTER.of_text("\n".join([line.folded for line in lines]))
    marked = _mark_twin_captions([Marked(line, find_role(line, sorter)) for line in lines])
    headings = find_date_headings(lines, {line.number for line, role in marked if role == "prose"})
    reach = _first_prose(marked) + _HEADER_REACH
    marked[:reach] = [_as_date_line(item, language) for item in marked[:reach]]
    return [Marked(line, "heading" if line.number in headings else role) for line, role in marked]


def _as_date_line(item: Marked, language: str) -> Marked:
    is_dated = read_stamps(item.line, language) or read_either_order(item.line)
    return Marked(item.line, "date") if is_dated else item


def _mark_twin_captions(marked: Sequence[Marked]) -> list[Marked]:
    """Captions also where only brackets around the credit tell a line from the one before it."""
    result = list(marked)
    for index in range(1, len(marked)):
        first, second = marked[index - 1], marked[index]
        is_near = 0 < abs(len(first.line.text) - len(second.line.text)) <= _BRACKETS
        if is_near and _key(first.line.text) == _key(second.line.text):
            result[index - 1 : index + 1] = Marked(first.line, "caption"), Marked(second.line, "caption")
    return result


def _first_prose(marked: Sequence[Marked]) -> int:
    return next((index for index, item in enumerate(marked) if item.role == "prose"), len(marked))


def _cut_off_end(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to a mark that ends a press release or to readers' comments."""
    for index, line in enumerate(lines):
        if index > len(lines) // 2 and END_MARKS.fullmatch(line.folded):
            return lines[:index]
        if COMMENT_HEADING.fullmatch(line.folded):
            following = lines[index + 1 : index + 7]
            if any(COMMENT_CUE.fullmatch(reply.folded) for reply in following if len(reply.text) < 90):
                return lines[:index]
    return lines


def _without_lists(marked: Sequence[Marked]) -> list[Marked]:
    """The same lines with the links below "Most read" and the like as furniture, up to the next text."""
    result, in_list = [], False
    for item in marked:
        in_list = item.role == "list" or (in_list and item.role not in ("prose", "caption"))
        result.append(Marked(item.line, "furniture") if in_list else item)
    return result


def _end_of_header(marked: Sequence[Marked]) -> int:
    """Where the text starts: at the first prose, or below a date or byline that follows no more than a standfirst."""
    start = _first_prose(marked)
    end = start
    for index, (line, role) in enumerate(marked[start : start + _HEADER_REACH], start):
        if role == "prose" and len(line.text.split()) > _STANDFIRST_WORDS:
            break
        if role in _BY_AND_DATE:
            end = index + 1
    return end


def _find_headline(header: Sequence[Marked]) -> Line | None:
    """The first line long enough to be one; a line given twice before all others."""
    shorts = [item.line for item in header if item.role == "short"]
    if header and (first := next((item for item in header if item.role in _TEXT), None)) and first.role == "prose":
        return first.line if len(first.line.text.split()) <= _PROSE_WORDS else None
    times = Counter(_key(line.text) for line in shorts)
    twice = [line for line in shorts if times[_key(line.text)] > 1]
    above = [before.line for before, item in pairwise(header) if before.role == "short" and item.role in _BY_AND_DATE]
    for lines, fewest in ((twice + shorts, 5), (above, 3), (shorts, 3), (shorts, 2)):
        for line in lines:
            if len(_key(line.text)) >= fewest:
                return line
    return None


def _in_header(item: Marked, headline: Line | None) -> Marked:
    """A short line of the header: only a name, it is the author's; above the headline, or a word or two, furniture."""
    if item.role != "short":
        return item
    is_below = headline is None or item.line.number > headline.number
    if is_below and find_match(item.line, BYLINES_IN_HEADER):
        return Marked(item.line, "byline")
    is_standfirst = is_below and headline and len(_key(item.line.text)) >= _FEWEST_STANDFIRST
    return item if is_standfirst else Marked(item.line, "furniture")


def _repeats(line: Line, known: Iterable[tuple[str, ...]]) -> bool:
    """Whether the line says the headline again; one that is long or lacks a word of it isn't taken apart to see."""
    if len(line.text) > LONGEST:
        return False
    said = line.folded.casefold()
    return any(all(word in said for word in key) for key in known) and _key(line.text) in known


def _key(text: str) -> tuple[str, ...]:
    return tuple(words(text))


# ---------------------------------------------------------------- the text


def _without_author_boxes(text: Sequence[Marked]) -> tuple[list[Marked], list[Line]]:
    """The text without sentences about its author at either end, and those sentences."""
    prose = [index for index, item in enumerate(text) if item.role == "prose"]
    names = {_key(item.line.text) for item in text if item.role == "short"}
    boxes = {
        index
        for index in prose[:1] + prose[-3:]
        if (box := AUTHOR_BOX.fullmatch(text[index].line.folded)) and _key(box["names"]) in names
    }
    kept = [item for index, item in enumerate(text) if index not in boxes]
    return kept, [text[index].line for index in sorted(boxes)]


def _blocks(text: Sequence[Marked]) -> list[str]:
    """Paragraphs, and the short lines directly above one as subheadings; longer runs of short lines are furniture."""
    blocks: list[str] = []
    headings: list[str] = []
    for role, group in groupby(text, key=lambda item: item.role):
        items = [item.line for item in group]
        if role != "prose":
            headings = [line.text for line in items if _is_heading(line)] if len(items) <= _MOST_HEADINGS else []
        else:
            blocks += [f"## {heading.lstrip('# ')}" for heading in headings] + [
                _as_paragraph(line.text) for line in items
            ]
            headings = []
    return blocks


def _is_heading(line: Line) -> bool:
    count = len(line.text.split())
    return count <= _HEADING_WORDS and bool(_HEADING_START.match(line.folded))


def _as_paragraph(text: str) -> str:
    """The text as one Markdown paragraph: a leading # would make it a heading."""
    return ESCAPED_HASH + text[1:] if text.startswith("#") else text


def _captions(lines: Iterable[Line]) -> tuple[Caption, ...]:
    """Each caption once, though a page may give it with and without brackets."""
    found: dict[tuple[str, ...], Caption] = {}
    for line in lines:
        found.setdefault(_key(line.text), Caption(line.text, line.number))
    return tuple(found.values())
