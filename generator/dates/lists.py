"""Readings of days, months and years in lists and ranges: "June 3 and 4", "Feb. 14-15", "2008-11"."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates import periods
from generator.dates.calendar_dates import LATEST_YEAR
from generator.dates.context import Context, Reading, dated, group, interval, turn_of
from generator.dates.names import month_number
from generator.dates.numbers import parse_ordinal
from generator.dates.periods import starting
from generator.dates.yearless import yearless_day

_LISTING = regex(r"(?:,?\s(?:and|or)|,)\s")


def month_before_year(match: re.Match[str], context: Context) -> Reading:
    """ "March" of "March to May 2020" or "March and May last year": the second's year, or the one before."""
    first, second = month_number(match["month"]), month_number(match["endmonth"])
    told = group(match, "year")
    year = (int(told) if told else context.day.year + turn_of(match)) - (first > second)
    return dated(starting("month", year, first))._replace(end=match.end("month"))


def day_range(match: re.Match[str], context: Context) -> Reading | None:
    """From one day to another, of the same month or of two, as one expression."""
    first = yearless_day(match, context)
    if first is None or first.told is None:
        return None
    told_year = group(match, "year")
    year_number = int(told_year) if told_year else first.told.period.first.year
    last_month = month_number(group(match, "endmonth") or match["month"])
    start = periods.day(year_number, month_number(match["month"]), parse_ordinal(match["day"]))
    end = periods.day(year_number, last_month, parse_ordinal(match["endday"]))
    if start and end and end.last < start.first:
        end = periods.day(year_number + 1, last_month, parse_ordinal(match["endday"]))
    return interval(start, end, None if told_year else first.anchor) if start and end else None


def day_before_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "Sept. 14" of "Sept. 14 and 18, 2010": its year stands with the second day, or is the one before."""
    month = month_number(match["month"])
    last_month = month_number(group(match, "endmonth") or match["month"])
    period = periods.day(int(match["year"]) - (month > last_month), month, parse_ordinal(match["day"]))
    return dated(period)._replace(end=match.end("day")) if period else None


def first_of_days(match: re.Match[str], context: Context) -> Reading | None:
    """ "18" of "18 and 19 June 2019": its month stands with the second day."""
    first, last = parse_ordinal(match["day"]), parse_ordinal(match["endday"])
    told = group(match, "year")
    if not told:
        reading = yearless_day(match, context)
    else:
        period = periods.day(int(told), month_number(match["month"]), first)
        reading = dated(period) if period else None
    return reading._replace(end=match.end("day")) if reading and first < last else None


def listed_day(match: re.Match[str], context: Context) -> Reading | None:
    """The "4" of "June 3 and 4": a day of the month told just before."""
    last = context.last
    if last is None or last.period.unit != "day" or match.start() - context.last_end > 6:
        return None
    if not _LISTING.fullmatch(context.text, context.last_end, match.start()):
        return None
    counted = regex(r"\s[a-z]*[a-z]s\b|[.,:]?\d|%|\s(?:percent|million|billion|men|women|people|children)")
    if counted.match(context.after(match.end(), 12)):
        return None
    year = int(group(match, "year") or last.period.first.year)
    period = periods.day(year, last.period.first.month, parse_ordinal(match["day"]))
    return dated(period, None if last.known else last) if period and period.first > last.period.first else None


def year_range(match: re.Match[str], context: Context) -> Reading | None:
    """From one year to another, the second perhaps without its century."""
    first, last = int(match["year"]), int(match["endyear"])
    if len(match["endyear"]) == 2:
        last += first // 100 * 100
    if not first < last <= min(first + 200, LATEST_YEAR):
        return None
    return interval(starting("year", first), starting("year", last))


def season_years(match: re.Match[str], context: Context) -> Reading | None:
    """The two years that a season or school year lies in: "2022/23"."""
    follows = (int(match["year"]) + 1) % 100 == int(match["endyear"])
    return year_range(match, context) if follows else None


def month_range(match: re.Match[str], context: Context) -> Reading:
    """ "March-May 2020" as one expression."""
    first, last = month_number(match["month"]), month_number(match["endmonth"])
    year_number = int(match["year"])
    start = starting("month", year_number - (first > last), first)
    return interval(start, starting("month", year_number, last))
