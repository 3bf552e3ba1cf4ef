"""Sentences of a body: spans that keep a quotation whole, so that it stays with the words that say who spoke.

Own code: the kept splitters (pysbd, syntok) split inside quotations, cost a hundred times more, and none knows that a
quotation and its attribution are one piece of evidence.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.compiled import regex
from generator.events.cues import Cue, find_cues
from generator.events.quotations import mask_spans, quoted_spans
from generator.events.stops import find_glued_stops, is_abbreviation
from generator.events.vocabulary import REPORTING, REPORTING_WORDS
from generator.model import Timex
from generator.text import ESCAPED_HASH, Paragraph, Span, paragraphs

# "BRUSSELS: ", "LONDON, Feb. 14 (Reuters) — ", "KINGMERE, England, 2 May 2025 — ", "Oct 21 (Reuters) - "
_DATELINE = (
    r"[A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]+){0,3}"
    r"(?:,\s[A-Z][A-Za-z.]+(?:\s\d{1,2}(?:st|nd|rd|th)?(?:,\s\d{4})?)?|,\s\d{1,2}\s[A-Z][a-z]+(?:\s\d{4})?){0,3}\s?"
    r"(?:\([A-Za-z /]{2,20}\)\s?)?(?:[:—–]|-\s|--)\s*"
    r"|\([A-Z][A-Z .’'-]{2,30}(?:,\s[A-Z][A-Za-z.]+){0,2}\)\s?(?:[—–]|-\s|--)\s*"
    r"|(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})\s\([A-Za-z /]{2,20}\)\s?(?:[—–]|-\s|--)\s*"
)
# in front of a live blog's entry
_STAMP = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s*[-–—:]?\s+(?=[A-Z“\"])"
_BULLET = r"[-–—•*]\s+"  # of a list
_LEAD = regex(f"{_BULLET}(?:{_STAMP})?|{_DATELINE}|{_STAMP}")
# a pattern that begins with one of few characters is looked for fast; so here and below
_BOUNDARY = regex(r"(?P<end>(?P<stop>[.!?…][.!?…]{0,3})[\"”’'»)\]]{0,3})\s+(?=[\"“‘'«(\[]{0,3}[A-Z0-9À-Þ$€£])")
_ATTRIBUTION = regex(rf"(?:[\w’'-]+\.?\s+){{1,5}}(?:{REPORTING})[.,]?")


class Sentence(NamedTuple):
    """One sentence: characters [start, end) of the body, its text, and its paragraph's 1-based number.

    section: how many subheadings stand above it. masked: the text with its quotations blotted out. cues: what is left
    has these, each counted from the sentence's start.
    """

    start: int
    end: int
    text: str
    paragraph: int
    section: int
    masked: str
    cues: tuple[Cue, ...]


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
    blocks = [(paragraph, quoted_spans(paragraph.text)) for paragraph in paragraphs(body)]
    # a hyphen between spaces is a dash, as long as what it stands for
    masked = mask_spans(
        body.replace(" - ", " — ").replace(" – ", " — "),
        [Span(at + start, at + end) for (_, at, *_), quotes in blocks for start, end in quotes],
    )
    cues = find_cues(masked)
    starts = [cue.at for cue in cues]
    sentences = []
    section = 0
    for paragraph, quotes in blocks:
        if paragraph.is_heading:
            section += 1
            continue
        for start, end in _sentence_spans(paragraph, quotes):
            inside = cues[bisect_left(starts, start) : bisect_left(starts, end)]
            own = tuple([Cue(at - start, word, verb) for at, word, verb in inside])
            text, plain = body[start:end], masked[start:end]
            sentences.append(Sentence(start, end, text, paragraph.number, section, plain, own))
    return tuple(sentences)


def _sentence_spans(paragraph: Paragraph, quotes: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Where in the body each sentence starts and ends, without what stands in front."""
    text, at = paragraph.text, paragraph.start
    for start, end in _with_attributions(text, _split(text, quotes)) if quotes else _split(text, quotes):
        start += start == 0 and text.startswith(ESCAPED_HASH)
        lead = _LEAD.match(text, start, end)
        yield at + (lead.end() if lead else start), at + end


def _split(text: str, quotes: Sequence[Span]) -> list[Span]:
    """The sentences of a paragraph, one that only tells who said the one before apart from it."""
    spans: list[Span] = []
    start = 0
    lead = _LEAD.match(text)
    for match in _BOUNDARY.finditer(text, lead.end() if lead else 0):
        end = match.end("end")
        if (quotes and _is_inside(end, quotes)) or is_abbreviation(text, match["stop"], match.start(), match.end()):
            continue
        spans.append(Span(start, end))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text.rstrip())))
    glued = [at for at in find_glued_stops(text) if not _is_inside(at, quotes) and not _is_unclosed(at, text, quotes)]
    if glued:
        spans = [part for span in spans for part in _parts(span, glued)]
    return spans


def _parts(span: Span, cuts: Sequence[int]) -> Iterator[Span]:
    """The sentence cut at those of the places that lie in it."""
    start = span.start
    for at in cuts:
        if start < at < span.end:
            yield Span(start, at)
            start = at
    yield Span(start, span.end)


def _is_unclosed(at: int, text: str, quotes: Sequence[Span]) -> bool:
    """Whether a quotation ends here without a closing mark: who spoke is glued on, "“They move on.The chief said."."""
    return any(end == at for _, end in quotes) and text[at - 1] not in '”»"'


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


def _is_inside(at: int, quotes: Sequence[Span]) -> bool:
    index = bisect_left(quotes, (at,)) - 1  # quotations follow each other
    return index >= 0 and at < quotes[index].end
