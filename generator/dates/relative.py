"""Readings that count from the document's day: "today", weekdays, "last week", "two years ago"."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Read, Reading, Told, dated, group, turn_of
from generator.dates.long_periods import yearly_turned
from generator.dates.names import month_number, singular
from generator.dates.numbers import parse_number, parse_ordinal
from generator.dates.periods import Period, starting
from generator.dates.vocabulary import UNITS

# the calendar period a unit counts in
COUNTED_IN = {
    "day": "day", "night": "day", "week": "week", "fortnight": "week", "weekend": "weekend", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "year", "century": "year", "millennium": "year",
}  # fmt: skip
# after "the last year": it is the last of some
_COUNTED_WITHIN = r"\s(?:of|for|in|that|when|before)\b"
IN_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def day_from_today(count: int) -> Read:
    """A reading: the day that many days from the document's."""

    def read(match: re.Match[str], context: Context) -> Reading:
        return dated(context.today.period.shift(count), context.today)

    return read


def unit_from_today(count: int) -> Read:
    """A reading: the week, month, … that many of them from the document's own."""

    def read(match: re.Match[str], context: Context) -> Reading:
        return dated(periods.containing(singular(match["period"]), context.day).shift(count), context.today)

    return read


def unit_turned(match: re.Match[str], context: Context) -> Reading | None:
    """ "last week", "this year", "next month"; but "the last week of May" is the last of some."""
    within = context.before(match.start(), 4) == "the " and regex(_COUNTED_WITHIN).match(context.after(match.end(), 8))
    if within or match["period"] == "day":
        return None
    return unit_from_today(turn_of(match))(match, context)


def month_turned(match: re.Match[str], context: Context) -> Reading:
    """ "last May" is the latest that is over, "next May" the first to begin, "this May" this year's."""
    month = month_number(match["month"])
    this_year = starting("month", context.day.year, month)
    return yearly_turned(this_year, turn_of(match), context, f"XXXX-{month:02}")


def day_turned(match: re.Match[str], context: Context) -> Reading | None:
    """ "last Oct. 13" is the latest before the document's day, "this Oct. 13" this year's."""
    month, number = month_number(match["month"]), parse_ordinal(match["day"])
    this_year = periods.day(context.day.year, month, number)
    return yearly_turned(this_year, turn_of(match), context, f"XXXX-{month:02}-{number:02}") if this_year else None


def counted_from_near_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "two weeks from today", "a month from tomorrow": to the day."""
    unit = singular(group(match, "unit") or match["span"])
    number = int(parse_number(group(match, "n") or "1"))
    day = context.today.period.shift(1 if match[0].endswith("tomorrow") else 0)
    days, months = IN_DAYS.get(unit), {"month": 1, "year": 12}.get(unit)
    if days:
        return dated(day.shift(days * number), context.today)
    return dated(Period("day", periods.add_months(day.first, months * number)), context.today) if months else None


def past_period(match: re.Match[str], context: Context) -> Reading:
    """ "the past year", "the past fortnight": a length that ends on the document's day."""
    name = match["period"] or "fortnight"
    time, letter, count = UNITS[name]
    reading = Reading("DURATION", f"P{time}{count}{letter}")
    if not context.dated:
        return reading
    days = {"day": 1, "week": 7, "fortnight": 14}.get(name)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(name, 0)
    unit, amount = ("day", days) if days else ("month", months)
    first = Period(unit, context.day).shift(-amount).first
    return reading._replace(when=f"{first.isoformat()}/{context.day.isoformat()}", anchor=context.today)


def counted(sign: int) -> Read:
    """A reading: so many days, weeks, months or years before or after the document's day."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        return count_from(match, sign, context.today)

    return read


def in_time(match: re.Match[str], context: Context) -> Reading | None:
    """ "in two weeks' time": no day of "two weeks' time in office"."""
    return count_from(match, 1, context.today) if context.word_before(match.start()) == "in" else None


def count_from(match: re.Match[str], sign: int, anchor: Told) -> Reading | None:
    """The day, week, month or year that lies the told number of units from the anchor."""
    unit = singular(match["unit"] if group(match, "unit") else match["span"])
    name = COUNTED_IN.get(unit)
    if name is None:
        return _hours_from(match, unit, sign, anchor)
    number = parse_number(group(match, "n") or "1") * UNITS[unit][2]
    if number != int(number):
        name, number = "month", round(number * {"year": 12, "month": 1}.get(name, 0))
    return dated(moved(anchor.period, name, sign * int(number)), anchor) if number else None


def _hours_from(match: re.Match[str], unit: str, sign: int, anchor: Told) -> Reading | None:
    """Some hours from a day are that day or a neighbour: precise to the day only."""
    number = parse_number(group(match, "n") or "1")
    if anchor.period.unit != "day" or unit not in ("hour", "minute", "second"):
        return None
    hours = number * {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit]
    return dated(anchor.period.shift(sign * round(hours / 24)), anchor)


def moved(period: Period, unit: str, count: int) -> Period:
    """Counted in a unit from a period; of years, a month or quarter keeps its precision."""
    if unit == "year" and period.unit in ("quarter", "month", "half", "season"):
        return Period(period.unit, periods.add_months(period.first, 12 * count))
    return periods.containing(unit, period.first).shift(count)


def years_ago_this_unit(match: re.Match[str], context: Context) -> Reading | None:
    """ "ten years ago this month": the same month of another year."""
    unit = singular(match["unit"])
    if COUNTED_IN.get(unit) != "year":
        return None
    years = round(parse_number(group(match, "n") or "1") * UNITS[unit][2])
    same = periods.add_months(context.day, -12 * years)
    return dated(periods.containing(match["period"], same), context.today)


def year_ago_today(match: re.Match[str], context: Context) -> Reading:
    """ "ten years ago today": the same day of another year."""
    number = round(parse_number(group(match, "n") or "1") * UNITS[singular(match["unit"])][2])
    months = {"year": 12, "decade": 12, "century": 12, "month": 1}.get(singular(match["unit"]))
    if months is None:
        return dated(
            moved(context.today.period, "day", -number * {"week": 7}.get(singular(match["unit"]), 1)), context.today
        )
    return dated(Period("day", periods.add_months(context.day, -months * number)), context.today)
