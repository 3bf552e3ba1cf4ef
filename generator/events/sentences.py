"""Sentences of a body: spans that keep a quotation whole, so that it stays with the words that say who spoke.

Own code: the kept splitters (pysbd, syntok) split inside quotations, cost a hundred times more, and none knows that a
quotation and its attribution are one piece of evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from generator.compiled import regex
from generator.events.quotations import has_quotes, mask_spans, quoted_spans
from generator.events.vocabulary import REPORTING, REPORTING_WORDS
from generator.model import Timex
from generator.text import ESCAPED_HASH, Paragraph, Span, paragraphs

# "BRUSSELS: ", "LONDON, Feb. 14 (Reuters) — ", "KINGMERE, England — "
DATELINE = regex(
    r"[A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]+){0,3}"
    r"(?:,\s[A-Z][A-Za-z.]+(?:\s\d{1,2}(?:st|nd|rd|th)?)?|,\s\d{1,2}\s[A-Z][a-z]+){0,2}\s?"
    r"(?:\([A-Za-z /]{2,20}\)\s?)?(?:[:—–]|-\s|--)\s*"
)
# in front of a live blog's entry
_STAMP = regex(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s*[-–—:]?\s+(?=[A-Z“\"])")
# a pattern that begins with one of few characters is looked for fast; so here and below
_BOUNDARY = regex(r"(?P<end>(?P<stop>[.!?…][.!?…]{0,3})[\"”’'»)\]]{0,3})\s+(?=[\"“‘'«(\[]{0,3}[A-Z0-9À-Þ$€£])")
_ATTRIBUTION = regex(rf"(?:[\w’'-]+\.?\s+){{1,5}}(?:{REPORTING})[.,]?")
_LAST_WORD = regex(r"(?<![0-9A-Za-z])([A-Za-z](?:[\w’'-]|\.(?=\w)){0,20})$")
_NEXT_WORD = regex(r"[\"“‘'«(\[]*(\w+)")
_LOWER_WORD = regex(r"[a-z]{2,}")
_STOP_INSIDE = regex(r"\.[a-z]{3}")
_GLUED_STOP = regex(r"\b([a-z]{4,12})\.(?=[a-z]{3})")
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
    """One sentence: characters [start, end) of the body, its text, and its paragraph's 1-based number.

    masked: the text with its quotations blotted out. words: what is left, word by word, in lower case.
    """

    start: int
    end: int
    text: str
    paragraph: int
    masked: str
    words: frozenset[str]


class Clause(NamedTuple):
    """A part of a sentence that reports a happening of its own: characters [start, end) of the body quote it.

    text: its words, behind lead, the subject that it shares with another clause. masked: the same with its quotations
    blotted out. own: where in the body its own words begin. marker: the word that opens it, "" for the main clause.
    timexes: its own. span_days: for "a two-day meeting" as such, (edge, days): ("start", 2).
    """

    start: int
    end: int
    text: str
    masked: str
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
    """The sentences of a body in order, each without a dateline or a clock in front; subheadings are none."""
    return tuple(
        sentence for paragraph in paragraphs(body) if not paragraph.is_heading for sentence in _sentences(paragraph)
    )


def vocabulary(text: str) -> frozenset[str]:
    """The words of a text in lower case: a look into it spares most sentences most patterns."""
    return frozenset(_LOWER_WORD.findall(text.lower()))


def _sentences(paragraph: Paragraph) -> Iterator[Sentence]:
    text, number = paragraph.text, paragraph.number
    quotes = quoted_spans(text) if has_quotes(text) else ()
    plain = mask_spans(text, quotes)
    for start, end in _sentence_spans(text, quotes):
        start += start == 0 and text.startswith(ESCAPED_HASH)
        lead = DATELINE.match(text, start, end) or _STAMP.match(text, start, end)
        start = lead.end() if lead else start
        masked = plain[start:end]
        at, to = paragraph.start + start, paragraph.start + end
        yield Sentence(at, to, text[start:end], number, masked, vocabulary(masked))


def _sentence_spans(text: str, quotes: tuple[Span, ...]) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        end = match.end("end")
        if (quotes and _is_inside(end, quotes)) or _is_abbreviation(text, match):
            continue
        spans.append(Span(start, end))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text.rstrip())))
    if _STOP_INSIDE.search(text):
        spans = [part for span in spans for part in _apart_behind_said(text, span)]
    return _with_attributions(text, spans) if quotes else spans


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
