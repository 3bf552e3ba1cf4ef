"""Readings of dates that count from another one: weekdays, "last week", "two years ago", "the following day"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.dates import periods
from generator.dates.calendar_dates import group, month_number, weekday_number
from generator.dates.context import Context, Read, Reading, Told, dated, reference
from generator.dates.numbers import parse_number
from generator.dates.periods import Period
from generator.dates.tense import clause
from generator.dates.vocabulary import SEASONS, TURNS, UNITS, WEEKDAYS

_WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b")

CALENDAR_UNITS = {"day": "day", "night": "day", "week": "week", "weekend": "weekend", "month": "month",
                  "quarter": "quarter", "year": "year", "decade": "decade", "century": "century"}  # fmt: skip


def singular(unit: str) -> str:
    """ "year" of "years"; "century" of "centuries"."""
    return "century" if unit == "centuries" else unit.removesuffix("s")


def day_from_today(count: int) -> Read:
    """A reading: the day that many days from the document's."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        return dated(context.today.period.shift(count), context.today)

    return read


def unit_from_today(count: int) -> Read:
    """A reading: the week, month, … that many of them from the document's own."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        unit = CALENDAR_UNITS.get(singular(match["unit"]))
        if unit is None:
            return None
        return dated(periods.containing(unit, context.day).shift(count), context.today)

    return read


def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """A weekday: the last one, today included, unless its clause looks ahead."""
    number = weekday_number(match["weekday"])
    today = context.today.period
    back = (today.first.weekday() - number) % 7
    ahead = context.direction(match.start(), match.end()) > 0
    bare = f"XXXX-WXX-{number + 1}"
    if back == 0:
        return replace(dated(today, context.today, bare=bare), turn="today")
    last, following = today.shift(-back), today.shift(7 - back)
    chosen, other, turn = (following, last, "next") if ahead else (last, following, "last")
    also = (other.when,) if context.dated else ()
    return replace(dated(chosen, context.today, bare=bare), turn=turn, also=also)


def weekday_turned(match: re.Match[str], context: Context) -> Reading | None:
    """ "last Friday" is the latest before the document's day, "next Friday" the first after it, "this" the week's."""
    number = weekday_number(match["weekday"])
    today = context.today.period
    turn = TURNS[match["turn"]]
    back = (today.first.weekday() - number) % 7
    chosen = {-1: today.shift(-(back or 7)), 0: today.shift(number - today.first.weekday()), 1: today.shift(7 - back)}[
        turn
    ]
    return dated(chosen, context.today, bare=f"XXXX-WXX-{number + 1}")


def month_turned(match: re.Match[str], context: Context) -> Reading | None:
    """ "last May" is the latest before the document's month, "next May" the first after it, "this May" this year's."""
    month, turn = month_number(match["month"]), TURNS[match["turn"]]
    return _yearly_turned(Period("month", date(context.day.year, month, 1)), turn, context, f"XXXX-{month:02}")


def season_turned(match: re.Match[str], context: Context) -> Reading | None:
    """ "last fall" is the latest that ended, "this spring" this year's, "next summer" the first to begin."""
    code = SEASONS[match["season"]]
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = context.day.year - (1 if code == "WI" and context.day.month <= 3 else 0)
    return _yearly_turned(Period("season", date(max(year, 1), month, 1)), TURNS[match["turn"]], context, f"XXXX-{code}")


def _yearly_turned(this_year: Period, turn: int, context: Context, bare: str) -> Reading:
    """The period of this year, or of the year the turn asks for."""
    year = 0
    if turn < 0 and this_year.last >= context.day:
        year = -1
    if turn > 0 and this_year.first <= context.day:
        year = 1
    shifted = Period(this_year.unit, periods.add_months(this_year.first, 12 * year))
    return dated(shifted, context.today, bare=bare)


def month_of_turned_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "February last year"."""
    year = context.day.year + TURNS[match["turn"]]
    return dated(Period("month", date(year, month_number(match["month"]), 1)), context.today)


def counted(sign: int, *, from_told: bool = False) -> Read:
    """A reading: so many days, weeks, months or years before or after the document's day, or the date told last."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        unit = singular(match["unit"])
        anchor = (context.last or context.today) if from_told else context.today
        return _count(match, unit, sign, anchor)

    return read


def _count(match: re.Match[str], unit: str, sign: int, anchor: Told) -> Reading | None:
    if group(match, "vague"):
        return reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    name = {"fortnight": "week", "century": "year", "decade": "year"}.get(unit, CALENDAR_UNITS.get(unit))
    if name is None:
        return None
    number = parse_number(group(match, "n") or "1") * UNITS[unit][2]
    if number != int(number):
        name, number = "month", round(number * {"year": 12, "month": 1}.get(name, 0))
    if not number:
        return None
    return dated(_moved(anchor.period, name, sign * int(number)), anchor)


def _moved(period: Period, unit: str, count: int) -> Period:
    """Counted in its own unit from a period; a finer period than the unit loses its precision."""
    if unit == "year" and period.unit in ("quarter", "month", "half", "season"):
        return Period(period.unit, periods.add_months(period.first, 12 * count))
    return periods.containing(unit, period.first).shift(count)


def told_day(count: int) -> Read:
    """A reading: the day that many days from the date told last; the document's day where none was."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        anchor = context.last or context.today
        return dated(Period("day", anchor.period.first).shift(count), anchor)

    return read


def told_unit(count: int) -> Read:
    """A reading: the week, month or year of the date told last, or that many from it."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        anchor = context.last or context.today
        unit = CALENDAR_UNITS.get(singular(match["unit"]))
        return dated(periods.containing(unit, anchor.period.first).shift(count), anchor) if unit else None

    return read


def day_before_told(match: re.Match[str], context: Context) -> Reading | None:
    """ "a day before … on Thursday": the day before the weekday or day that the same sentence goes on to tell."""
    high = clause(context.text, match.start(), match.end())[1]
    ahead = _WEEKDAY.search(context.text, match.end(), min(high, match.end() + 100))
    anchor = weekday(ahead, context) if ahead else None
    if anchor is None or anchor.told is None:
        return None
    return dated(anchor.told.period.shift(-1), anchor.told)
