"""Readings that count within a longer period: "the second Tuesday of November", "the last day of March"."""

from __future__ import annotations

import re

from generator.dates import periods
from generator.dates.context import Context, Reading, dated, group, repeated, turn_of
from generator.dates.names import month_number, weekday_number
from generator.dates.nearest import nearby_years, nearest
from generator.dates.numbers import parse_ordinal
from generator.dates.periods import Period, starting
from generator.dates.yearless import yearless_day

MONTHS_AROUND = range(-14, 15)  # months from the document's: each weekday falls on each 13th within fourteen months


def nth_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "the first Monday in May", "the last Friday of June 2020"."""
    weekday, which = weekday_number(match["weekday"]), _which(match)
    month = month_number(match["month"])
    days = {year: periods.nth_weekday(year, month, weekday, which) for year in _years(match, context)}
    return _chosen([Period("day", day) for day in days.values() if day.month == month], match, context)


def nth_weekday_of_near_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "the first Monday of next month"."""
    month = periods.containing("month", context.day).shift(turn_of(match)).first
    day = periods.nth_weekday(month.year, month.month, weekday_number(match["weekday"]), _which(match))
    return dated(Period("day", day), context.today) if day.month == month.month else None


def nth_weekday_of_the_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "the first Monday of the month": of the month told last where the clause looks back, else of every month."""
    number, told = weekday_number(match["weekday"]), context.told_or_today.period
    if context.direction(match) >= 0 or told.unit not in ("day", "week", "month"):
        return repeated(f"XXXX-WXX-{number + 1}")
    day = periods.nth_weekday(told.first.year, told.first.month, number, _which(match))
    return dated(Period("day", day), context.told_or_today) if day.month == told.first.month else None


def nth_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "the last day of March", "the third day of May 2020"."""
    which, month = _which(match), month_number(match["month"])
    months = [starting("month", year, month) for year in _years(match, context)]
    days = [Period("day", one.last) if which < 0 else periods.day(one.first.year, month, which) for one in months]
    return _chosen([day for day in days if day], match, context)


def nth_day_of_near_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "the last day of this month"."""
    which, month = _which(match), periods.containing("month", context.day).shift(turn_of(match))
    day = Period("day", month.last) if which < 0 else periods.day(month.first.year, month.first.month, which)
    return dated(day, context.today) if day else None


def _which(match: re.Match[str]) -> int:
    """The number of the ordinal, -1 for "last" and "final"."""
    nth = group(match, "nth")
    return parse_ordinal(nth) if nth else -1


def _years(match: re.Match[str], context: Context) -> tuple[int, ...]:
    told = group(match, "year")
    return (int(told),) if told else nearby_years(match, context)


def _chosen(days: list[Period], match: re.Match[str], context: Context) -> Reading | None:
    """The day of the told year, else the nearest of them, as the verb looks."""
    if not days:
        return None
    bare = f"XXXX-{days[0].first.month:02}-XX"
    return dated(days[0]) if group(match, "year") else nearest(days, match, context, bare)


def weekday_the_nth(match: re.Match[str], context: Context) -> Reading | None:
    """ "Friday the 13th": the nearest month's whose day that is, as the verb looks."""
    number, weekday = parse_ordinal(match["day"]), weekday_number(match["weekday"])
    months = (periods.add_months(context.day.replace(day=1), count) for count in MONTHS_AROUND)
    days = (periods.day(month.year, month.month, number) for month in months)
    fitting = [day for day in days if day and day.first.weekday() == weekday]
    return nearest(fitting, match, context, f"XXXX-XX-{number:02}") if len(fitting) > 1 else None


def week_ending(match: re.Match[str], context: Context) -> Reading | None:
    """ "the week ended Oct. 20": the week of the day that goes on to be told."""
    day = yearless_day(match, context)
    if day is None or day.told is None:
        return None
    week = dated(periods.containing("week", day.told.period.first), day.anchor)
    return week._replace(end=match.start() + match[0].index("week") + len("week"))
