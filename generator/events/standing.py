"""The day that stands above a text or in front of it: a chronology's date heading, the clock time of a live entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator import edtf
from generator.compiled import regex
from generator.dates.sections import heads_section
from generator.model import Article, Basis, Timex
from generator.text import Paragraph, Span, fold, paragraphs

DATE_HEADING, ENTRY_TIME = "date-heading", "entry-time"
_MARK = regex(r"#+\s*")
_LABEL = regex(r"(?:\s[A-Z]{2,4})?\s*[-:–—]?\s+(?=[A-Z“\"])")
_FEWEST_ENTRIES = 3  # with a clock time in front, for an article to be a live blog or a chronology
_CLOCKS = frozenset({"clock", "hour"})


def standing_days(article: Article, timexes: Sequence[Timex]) -> Mapping[int, tuple[str, Basis]]:
    """For the paragraphs, by number, that a date heads or a clock time opens: their date, EDTF, and what it rests on.

    timexes: those of the body.
    """
    at = {timex.start: timex for timex in timexes}
    blocks = [(block, at.get(_first_word(block))) for block in paragraphs(article.body)] if at else []
    entries = [timex for block, timex in blocks if timex and not block.is_heading and _opens_entry(block, timex)]
    opening = {timex.start for timex in entries}
    is_live = len(entries) >= _FEWEST_ENTRIES and _is_in_order(entries)
    days: dict[int, tuple[str, Basis]] = {}
    heading: tuple[str, Basis] | None = None
    for block, timex in blocks:
        if block.is_heading:
            heading = _heading_day(article, block, timex)
        elif heading:
            days[block.number] = heading
        elif timex and is_live and timex.start in opening:
            days[block.number] = _told(article, timex, ENTRY_TIME)
    return days


def _first_word(block: Paragraph) -> int:
    """Where its text begins, behind the mark of a subheading."""
    mark = _MARK.match(block.text) if block.is_heading else None
    return block.start + (mark.end() if mark else 0)


def _heading_day(article: Article, block: Paragraph, timex: Timex | None) -> tuple[str, Basis] | None:
    """The date that a subheading is, where what stands below it has been."""
    if timex is None or timex.when is None or timex.type != "DATE" or timex.unsure:
        return None
    first, today = edtf.parse(timex.when).first_day, edtf.parse(article.published or timex.when).last_day
    label = Span(timex.start - block.start, timex.end - block.start)
    is_whole = heads_section(fold(block.text), Span(label.start, len(block.text)), label)
    return _told(article, timex, DATE_HEADING) if is_whole and first and today and first <= today else None


def _opens_entry(block: Paragraph, timex: Timex) -> bool:
    """ "18:30 GMT - A man …", "03:15 Officers …"."""
    is_clock = timex.rule in _CLOCKS and timex.when is not None
    return is_clock and bool(_LABEL.match(block.text, timex.end - block.start))


def _is_in_order(entries: Iterable[Timex]) -> bool:
    """Whether the times only rise or only fall: past midnight they would be of two days."""
    steps = [one.value <= other.value for one, other in pairwise(entries)]
    return all(steps) or not any(steps)


def _told(article: Article, timex: Timex, rule: str) -> tuple[str, Basis]:
    return str(timex.when), Basis(article.body[timex.start : timex.end], rule, timex.anchor, timex.also)
