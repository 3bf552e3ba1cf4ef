"""Text and document creation time to timexes: one pass, at each word the longest match that its rule can read."""

from __future__ import annotations

import re
from datetime import date

from generator.dates.clock_days import is_time_of, of_day
from generator.dates.context import STAND_IN, Context, Reading
from generator.dates.dispatch import Matcher, matches, starting_points
from generator.dates.grammar import Rule
from generator.dates.habits import Habits
from generator.dates.negatives import Negative
from generator.dates.periods import OutOfCalendarError
from generator.dates.sections import find_headings, heads_section
from generator.dates.spacing import even_out, put_back
from generator.dates.vocabulary import ALSO_COMMON_WORDS
from generator.text import Span, fold
from generator.timex import Timex

_NAMES = ("month", "weekday", "wday", "endmonth", "endweekday")


def find_timexes(text: str, dct: str | None, *, exact: bool = True, date_line: str = "") -> tuple[Timex, ...]:
    """Every temporal expression of an English text, in order, none overlapping another.

    dct: the day the text was written, EDTF; None leaves what counts from it unresolved. exact: False where that day
    was only inferred and the text may have appeared a few days later. date_line: the words that tell that day, which
    show how the text writes dates.
    """
    evened, lost = even_out(text)
    found = _find(evened, dct, exact, date_line)
    return put_back(found, lost) if lost else found


def _find(text: str, dct: str | None, exact: bool, date_line: str) -> tuple[Timex, ...]:
    folded = _fold(text)
    day, known = _document_day(dct)
    context = Context(folded, Habits(folded, _fold(date_line)), day, known, exact)
    headings = find_headings(folded)[::-1]  # the next one last
    heading = Span(0, 0)
    found: list[Timex] = []
    end = 0
    for start, matchers in starting_points(folded):
        if start < end or _inside_figure(folded, start):
            continue
        while headings and headings[-1].start <= start:
            heading = headings.pop()
            context = context._replace(day=day, dated=known)
        end, reading, timex = _read_at(matchers, context, text, start)
        if reading and timex:
            if found and is_time_of(found[-1], reading, folded[found[-1].end : start]):
                found[-1] = of_day(found[-1], timex)
            found.append(timex)
            context = _remembering(context, reading, timex.end)
            if heads_section(folded, heading, Span(timex.start, timex.end)):
                context = _counting_from(context, reading)
    return tuple(found)


def _read_at(
    matchers: tuple[Matcher, ...], context: Context, text: str, start: int
) -> tuple[int, Reading | None, Timex | None]:
    """Where to read on, and the reading and timex of the longest match here that its rule can read."""
    for match, row in matches(matchers, context.text, start):
        if isinstance(row, Negative):
            if not row.capitals or _is_name(text[start : match.end()]):
                return match.end(), None, None
            continue
        reading = _reading(row, match, context) if _capitals_fit(match, text) else None
        if reading:
            timex = _timex(match, row, reading)
            return timex.end, reading, timex
    return start, None, None


def _is_name(phrase: str) -> bool:
    """Whether every word has a capital or is a figure."""
    return not any(word[0].islower() for word in phrase.split() if word != "the")


def _reading(row: Rule, match: re.Match[str], context: Context) -> Reading | None:
    try:
        return row.read(match, context)
    except OutOfCalendarError:
        return None


def _counting_from(context: Context, reading: Reading) -> Context:
    """The context for what stands under a heading that is a day: what is told there counts from it."""
    told = reading.told
    if told is None or told.period.unit != "day" or not told.known or reading.unsure:
        return context
    return context._replace(day=told.period.first, dated=True)


def _remembering(context: Context, reading: Reading, end: int) -> Context:
    """The context for what follows a reading."""
    over = (
        reading.figure
        and reading.told
        and (reading.told.period.unit == "year" or reading.told.period.last < context.day)
    )
    figure = reading.told if over else context.figure
    if reading.told and reading.remember:
        return context._replace(last=reading.told, last_end=end, figure=figure)
    return context._replace(figure=figure) if figure is not context.figure else context


def _timex(match: re.Match[str], row: Rule, reading: Reading) -> Timex:
    name = f"{row.name}-{reading.turn}" if reading.turn else row.name
    anchor = reading.anchor.period.when if reading.anchor and reading.anchor.known else None
    end = reading.end or match.end()
    return Timex(
        match.start(), end, reading.type, reading.value, reading.when, name, anchor, reading.also, reading.unsure
    )


def _capitals_fit(match: re.Match[str], text: str) -> bool:
    """Whether each month and weekday that is also a common word has its capital."""
    found = match.groupdict()
    names = [name for name in _NAMES if found.get(name)]
    return not any(found[name].rstrip(".") in ALSO_COMMON_WORDS and text[match.start(name)].islower() for name in names)


def _inside_figure(folded: str, start: int) -> bool:
    """Whether a number goes on from what stands before: a price, a decimal, a code."""
    if not folded[start].isdigit() or not start:
        return False
    before = folded[start - 1]
    return before in "$£€#" or (before in ".,:/-" and start > 1 and folded[start - 2].isdigit())


def _fold(text: str) -> str:
    """Lower case and plain typography, character for character."""
    folded = fold(text)
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _document_day(dct: str | None) -> tuple[date, bool]:
    """The day to count from and whether it is known; of a month or longer, its first day stands in, unknown."""
    if dct is None:
        return STAND_IN, False
    try:
        return date.fromisoformat(dct), True
    except ValueError:
        from generator import edtf  # not needed for a plain day, which most articles have

        value = edtf.parse(dct)
        return (value.first_day or STAND_IN), value.is_day
