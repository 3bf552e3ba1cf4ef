"""Readings of named days that the calendar fixes: Christmas, Thanksgiving, Easter, election days."""

from __future__ import annotations

import re
from datetime import date

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Reading, dated, group, key, turn_of
from generator.dates.names import month_number
from generator.dates.nearest import nearby_years, nearest
from generator.dates.numbers import full_year, parse_ordinal
from generator.dates.periods import Period
from generator.dates.vocabulary import DAYS_OF_DEEDS, HOLIDAYS


def easter_sunday(year: int) -> date:
    """Western Easter of a year, by the anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def holiday_in(name: str, year: int) -> date:
    """The day a named day falls on in a year."""
    rule = HOLIDAYS[name]
    if len(rule) == 1:
        return periods.add_days(easter_sunday(year), rule[0])
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    month, weekday, which = rule
    if which == 0:  # the United States vote on the Tuesday after the first Monday
        return periods.add_days(periods.nth_weekday(year, month, 0, 1), 1)
    return periods.nth_weekday(year, month, weekday, which)


def holiday(match: re.Match[str], context: Context) -> Reading | None:
    """A named day of a told year, of the last or next time it came, or of the nearest."""
    name, told = key(match, "holiday"), group(match, "year")
    if told:
        year = int(told) if len(told) == 4 else full_year(told, context.near_year)
        return dated(Period("day", holiday_in(name, year)))
    candidates = [Period("day", holiday_in(name, year)) for year in nearby_years(match, context)]
    sign = turn_of(match) if group(match, "turn") else 0
    if sign:
        beyond = [day for day in candidates if (day.first - context.day).days * sign > 0]
        chosen = min(beyond or candidates, key=lambda day: abs((day.first - context.day).days))
        return dated(chosen, context.today)
    return nearest(candidates, match, context, _bare(name))


def holiday_of_turned_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "Easter last year"."""
    year = context.day.year + turn_of(match)
    return dated(Period("day", holiday_in(key(match, "holiday"), year)), context.today) if 1 <= year <= 9999 else None


def beside_holiday(match: re.Match[str], context: Context) -> Reading | None:
    """ "the day after Christmas", "the night before Thanksgiving"."""
    day = holiday(match, context)
    if day is None or day.told is None:
        return None
    shift = -1 if regex(r"\bbefore\b").search(match[0]) else 1
    return dated(day.told.period.shift(shift), context.today)


def day_of_deed(match: re.Match[str], context: Context) -> Reading | None:
    """ "Sept. 11" of "the Sept. 11 attacks": of the year that everybody knows, once the day has come."""
    month, number = month_number(match["month"]), parse_ordinal(match["day"])
    year = DAYS_OF_DEEDS.get((month, number))
    if year is None or (context.dated and date(year, month, number) > context.day):
        return None
    return dated(Period("day", date(year, month, number)))._replace(end=match.end("day"))


def _bare(name: str) -> str:
    """The TIMEX3 value without a year: month and day where they are always the same."""
    rule = HOLIDAYS[name]
    return f"XXXX-{rule[0]:02}-{rule[1]:02}" if len(rule) == 2 else "XXXX-XX-XX"


def holiday_week(match: re.Match[str], context: Context) -> Reading | None:
    """ "Easter week": the one that holds the day."""
    day = holiday(match, context)
    if day is None or day.told is None:
        return None
    unit = "weekend" if match[0].endswith("weekend") else "week"
    return dated(periods.containing(unit, day.told.period.first), day.anchor)
