"""Sentences of a body: spans that keep a quotation whole, so that it stays with the words that say who spoke.

Own code: the kept splitters (pysbd, syntok) split inside quotations, cost a hundred times more, and none knows that a
quotation and its attribution are one piece of evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from generator.compiled import regex
from generator.events.vocabulary import REPORTING, REPORTING_WORDS
from generator.model import Timex
from generator.text import ESCAPED_HASH, Span, paragraphs

UNCLOSED_LIMIT = 600  # characters a quotation without its closing mark may reach before it counts as a stray mark
# a pattern that begins with one of few characters is looked for fast; so here and below
_BOUNDARY = regex(r"(?P<stop>[.!?…][.!?…]{0,3})[\"”’'»)\]]{0,3}\s+(?=[\"“‘'«(\[]{0,3}[A-Z0-9À-Þ$€£])")
_ATTRIBUTION = regex(rf"(?:[\w’'-]+\.?\s+){{1,5}}(?:{REPORTING})[.,]?")
_LAST_WORD = regex(r"(?<![0-9A-Za-z])([A-Za-z](?:[\w’'-]|\.(?=\w)){0,20})$")
_NEXT_WORD = regex(r"[\"“‘'«(\[]*(\w+)")
_LOWER_WORD = regex(r"[a-z]+")
_QUOTE_MARK = regex(r"[“”«»„\"]")
_STOP_INSIDE = regex(r"\.[a-z]{3}")
_GLUED_STOP = regex(r"\b([a-z]{4,12})\.(?=[a-z]{3})")
_GLUED = regex(r"(?<=[a-z]{3}[.,!?])(?=[A-Za-z][^.“”\"]{2,60}\.?\s*$)")
# words that end in a full stop without ending the sentence
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen sen rep gov lt col sgt capt maj adm st sr jr hon rev pres supt insp messrs mt ft "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "no nos vs inc corp co ltd llc bros dept univ est approx fig vol ed al etc e.g i.e cf".split()
)
# abbreviations that may also end one: they do where the next word can only start a sentence
MAY_END = frozenset("u.s u.k u.n e.u u.a.e d.c a.m p.m inc corp co ltd jr sr etc al est".split())
_LONGER = 7  # letters: than any of them
STARTERS = frozenset(
    "the a an this that these those he she it they we i but and in on at for however meanwhile when while after before "
    "as if there his her its their our also last next".split()
)


class Sentence(NamedTuple):
    """One sentence: characters [start, end) of the body, its words, and its paragraph's 1-based number."""

    start: int
    end: int
    text: str
    paragraph: int


class Clause(NamedTuple):
    """A part of a sentence that reports a happening of its own: characters [start, end) of the body quote it.

    text: its words, behind lead, the subject that it shares with another clause. own: where in the body its own words
    begin. marker: the word that opens it, "" for the main clause. timexes: its own.
    span_days: for "a two-day meeting" as such, (edge, days): ("start", 2).
    """

    start: int
    end: int
    text: str
    marker: str
    timexes: tuple[Timex, ...]
    own: int
    lead: str = ""
    span_days: tuple[str, int] | None = None

    def place(self, timex: Timex) -> Span:
        """Where one of the expressions from own to end stands in the text."""
        shift = len(self.lead) - self.own
        return Span(timex.start + shift, timex.end + shift)


def split_sentences(body: str) -> tuple[Sentence, ...]:
    """The sentences of a body in order; subheadings are none."""
    found: list[Sentence] = []
    for paragraph in paragraphs(body):
        if paragraph.is_heading:
            continue
        for start, end in _sentence_spans(paragraph.text):
            start += start == 0 and paragraph.text.startswith(ESCAPED_HASH)
            at = paragraph.start + start
            found.append(Sentence(at, paragraph.start + end, paragraph.text[start:end], paragraph.number))
    return tuple(found)


@lru_cache(maxsize=256)
def quoted_spans(text: str) -> tuple[Span, ...]:
    """What stands in double quotation marks, marks included.

    A mark that opens while one is open closes the first; the last may stay open to the end, as it does where a
    speech goes on in the next paragraph, but not further than UNCLOSED_LIMIT.
    """
    if text.isascii() and '"' not in text:
        return ()
    spans: list[Span] = []
    opened: int | None = None
    for match in _QUOTE_MARK.finditer(text):
        opens = match[0] in "“«„" or (match[0] == '"' and _can_open(text, match.start(), opened is not None))
        if opens:
            if opened is not None:
                spans.append(Span(opened, opened + len(text[opened : match.start()].rstrip())))
            opened = match.start()
        elif opened is not None:
            spans.append(Span(opened, match.end()))
            opened = None
    if opened is not None and len(text) - opened <= UNCLOSED_LIMIT:
        spans.append(Span(opened, len(text)))
    return tuple(Span(start, _before_glued_attribution(text, start, end)) for start, end in spans)


@lru_cache(maxsize=256)
def mask_quotes(text: str) -> str:
    """Same length, with the words inside quotation marks blotted out: what is left is the reporter's own."""
    spans = quoted_spans(text)
    if not spans:
        return text
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], "¤" * (end - start)]
        at = end
    return "".join(pieces) + text[at:]


@lru_cache(maxsize=256)
def vocabulary(text: str) -> frozenset[str]:
    """The words of a text in lower case: a look into it spares most sentences most patterns."""
    return frozenset(_LOWER_WORD.findall(text.lower()))


def _before_glued_attribution(text: str, start: int, end: int) -> int:
    """Where an unclosed quotation ends: machine translation drops the mark and glues on "he added"."""
    if text[end - 1] in '”»"':
        return end
    glued = _GLUED.search(text[start:end])
    return start + glued.start() if glued else end


def _can_open(text: str, at: int, is_open: bool) -> bool:
    before = text[at - 1] if at else " "
    return not is_open and (before.isspace() or before in "([—–-")


def _sentence_spans(text: str) -> list[Span]:
    quotes = quoted_spans(text)
    spans: list[Span] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if _is_inside(end, quotes) or _is_abbreviation(text, match):
            continue
        spans.append(Span(start, end))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text.rstrip())))
    if _STOP_INSIDE.search(text):
        spans = [part for span in spans for part in _apart_behind_said(text, span)]
    return _with_attributions(text, spans)


def _apart_behind_said(text: str, span: Span) -> list[Span]:
    """The sentence in two where machine translation glued a leftover on: "…,” he said.warned that"."""
    for glued in _GLUED_STOP.finditer(text, span.start, span.end):
        if glued[1] in REPORTING_WORDS and glued[1].endswith(("ed", "id", "ld")):
            return [Span(span.start, glued.end()), Span(glued.end(), span.end)]
    return [span]


def _with_attributions(text: str, spans: list[Span]) -> list[Span]:
    """ "“It is over.” Ann Lee argued.": who said so belongs to what was said."""
    joined: list[Span] = []
    for span in spans:
        if joined and text[joined[-1].end - 1] in '”"»' and _is_attribution(text[span.start : span.end]):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _is_attribution(text: str) -> bool:
    """Whether it is nothing but "Ann Lee argued."; the look at its last word spares most sentences the pattern."""
    last = text.rstrip(".,").rpartition(" ")[2]
    return last in REPORTING_WORDS and bool(_ATTRIBUTION.fullmatch(text))


def _is_inside(at: int, quotes: tuple[Span, ...]) -> bool:
    index = bisect_left(quotes, at, key=lambda quote: quote.start) - 1  # quotations follow each other
    return index >= 0 and at < quotes[index].end


def _is_long_word(ending: str) -> bool:
    """Whether a word ends so that is no abbreviation; a look that spares most full stops two patterns."""
    return len(ending) == _LONGER and ending.isascii() and ending.isalpha()


def _is_abbreviation(text: str, boundary: re.Match[str]) -> bool:
    if boundary["stop"] != "." or _is_long_word(text[max(0, boundary.start() - _LONGER) : boundary.start()]):
        return False
    before = text[max(0, boundary.start() - 24) : boundary.start()]
    last = _LAST_WORD.search(before, before.rfind(" ") + 1)
    if not last:
        return False
    word = last[1].lower()
    following = _NEXT_WORD.match(text, boundary.end(), boundary.end() + 24)
    next_word = following[1].lower() if following else ""
    if word in MAY_END:
        return next_word not in STARTERS
    if word in ABBREVIATIONS:
        return word != "no" or next_word.isdigit()
    return len(word) == 1 and last[1].isupper() and word != "i"
