"""Readings of dates the text spells out: days, months, years, decades, centuries, quarters, seasons, ranges."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.dates import periods
from generator.dates.context import Context, Reading, Told, dated, interval
from generator.dates.numbers import full_year, parse_ordinal, parse_year_words
from generator.dates.periods import Period
from generator.dates.vocabulary import (
    ALSO_NAMES,
    DECADES,
    MONTH_ABBREVIATIONS,
    MONTH_OPENERS,
    MONTHS,
    SEASONS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def month_number(name: str) -> int:
    """1 to 12, of a month's name or its abbreviation."""
    return {**MONTHS, **MONTH_ABBREVIATIONS}[name.rstrip(".")]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6, of a weekday's name or its abbreviation."""
    return {**WEEKDAYS, **WEEKDAY_ABBREVIATIONS}[name.rstrip(".")]


def group(match: re.Match[str], name: str) -> str | None:
    """The text of a group, None where the pattern has no such group or it took no part."""
    return match[name] if name in match.re.groupindex else None


def full_date(match: re.Match[str], context: Context) -> Reading | None:
    """A day with its year; one whose weekday doesn't fit is marked unsure."""
    year = int(match["year"]) if len(match["year"]) > 2 else full_year(match["year"], context.day.year)
    period = periods.day(year, month_number(match["month"]), parse_ordinal(match["day"]))
    return check_weekday(dated(period), group(match, "wday"), period) if period else None


def check_weekday(reading: Reading, weekday: str | None, period: Period) -> Reading:
    """The reading, marked unsure where the weekday beside it is another one."""
    if weekday is None or weekday_number(weekday) == period.first.weekday():
        return reading
    told = next(name for name, number in WEEKDAYS.items() if number == period.first.weekday())
    return replace(reading, unsure=f"{period.value} is a {told.title()}, not a {weekday.rstrip('.').title()}")


def mistyped_date(match: re.Match[str], context: Context) -> Reading | None:
    """A day whose year has one digit too many: the year nearest the article's that leaving one out gives."""
    digits = match["badyear"]
    years = {int(digits[:index] + digits[index + 1 :]) for index in range(5)}
    year = min(years, key=lambda candidate: (abs(candidate - context.day.year), candidate))
    if abs(year - context.day.year) > 150:
        return None
    period = periods.day(year, month_number(match["month"]), parse_ordinal(match["day"]))
    return replace(dated(period), unsure=f'the year is written "{digits}"') if period else None


def numeric_date(match: re.Match[str], context: Context) -> Reading | None:
    """Digits in the order year, month, day."""
    period = periods.day(int(match["year"]), int(match["m"]), int(match["d"]))
    return dated(period) if period else None


def slashed_date(match: re.Match[str], context: Context) -> Reading | None:
    """Two numbers and a year, day and month in the order the article's own habits say; else both readings are kept."""
    year = int(match["year"]) if len(match["year"]) == 4 else full_year(match["year"], context.day.year)
    american = periods.day(year, int(match["a"]), int(match["b"]))
    european = periods.day(year, int(match["b"]), int(match["a"]))
    if american is None or european is None or american == european:
        only = american or european
        return dated(only) if only else None
    chosen, other = (european, american) if context.day_first else (american, european)
    return replace(dated(chosen), also=(other.when,), unsure="day and month may be the other way round")


def yearless_day(match: re.Match[str], context: Context) -> Reading | None:
    """A month and a day: that of the nearest year, or the one the tense asks for."""
    month, number = month_number(match["month"]), parse_ordinal(match["day"])
    candidates = [day for year in nearby_years(context) if (day := periods.day(year, month, number))]
    if not candidates:
        return None
    chosen = nearest(candidates, match, context)
    reading = dated(chosen, context.today, bare=f"XXXX-{month:02}-{number:02}")
    return check_weekday(reading, group(match, "wday"), chosen) if context.dated else reading


def yearless_month(match: re.Match[str], context: Context) -> Reading | None:
    """A month alone: the nearest one, or the one the tense asks for; no date where the word may be another."""
    name = match["month"].rstrip(".")
    if name in ALSO_NAMES and previous_word(context.text, match.start()) not in MONTH_OPENERS:
        return None
    month = month_number(name)
    candidates = [Period("month", date(year, month, 1)) for year in nearby_years(context)]
    return dated(nearest(candidates, match, context), context.today, bare=f"XXXX-{month:02}")


def nearby_years(context: Context) -> tuple[int, ...]:
    """The document's year and its neighbours."""
    year = context.day.year
    return tuple(candidate for candidate in (year, year - 1, year + 1) if 1 <= candidate <= 9999)


def nearest(candidates: list[Period], match: re.Match[str], context: Context) -> Period:
    """The candidate nearest the document's day, on the side the tense asks for if it is within 11 months there."""
    turn = context.direction(match.start(), match.end())

    def cost(period: Period) -> int:
        distance = (period.first - context.day).days
        if period.first <= context.day <= period.last:
            return 0 if turn <= 0 else 20
        wrong_side = (turn < 0 < distance) or (turn > 0 > distance)
        lean = 60 if distance > 0 and turn == 0 else 0
        return abs(distance) + lean + (300 if wrong_side else 0)

    return min(candidates, key=cost)


def previous_word(text: str, start: int) -> str:
    """The word before, across white space only; "" where something else stands there."""
    found = re.search(r"([\w-]+)\s{1,4}$", text[max(0, start - 24) : start])
    return found[1] if found else ""


def month_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """A month of a told year."""
    return dated(Period("month", date(int(match["year"]), month_number(match["month"]), 1)))


def year(match: re.Match[str], context: Context) -> Reading | None:
    """A year that says it is one."""
    return dated(Period("year", date(int(match["year"]), 1, 1)))


def year_in_words(match: re.Match[str], context: Context) -> Reading | None:
    """A year as a broadcaster says it: "nineteen ninety-six"."""
    number = parse_year_words(match["yearwords"])
    return dated(Period("year", date(number, 1, 1))) if 1000 <= number <= 2100 else None


def month_of_year_in_words(match: re.Match[str], context: Context) -> Reading | None:
    """A month of a year in words."""
    number = parse_year_words(match["yearwords"])
    return dated(Period("month", date(number, month_number(match["month"]), 1))) if 1000 <= number <= 2100 else None


def decade(match: re.Match[str], context: Context) -> Reading | None:
    """A decade in digits or words; one without its century is the latest begun."""
    text = match["decade"]
    digits = re.sub(r"\D", "", text)
    number = int(digits) if digits else DECADES[text]
    if number < 100:
        number += context.day.year // 100 * 100
        number -= 100 if number > context.day.year else 0
    return dated(Period("decade", date(number, 1, 1)))


def century(match: re.Match[str], context: Context) -> Reading | None:
    """The 20th century is 19XX."""
    number = parse_ordinal(match["nth"])
    return dated(Period("century", date((number - 1) * 100 or 1, 1, 1))) if 1 <= number <= 30 else None


def year_or_near(match: re.Match[str], context: Context) -> int:
    """The year told in the match, else the document's."""
    told = group(match, "year")
    return int(told) if told else context.day.year


def season_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """A season of a told year."""
    return dated(Period("season", date(int(match["year"]), _SEASON_MONTHS[SEASONS[match["season"]]], 1)))


def season(match: re.Match[str], context: Context) -> Reading | None:
    """A season alone: the nearest one."""
    month = _SEASON_MONTHS[SEASONS[match["season"]]]
    candidates = [Period("season", date(year, month, 1)) for year in nearby_years(context)]
    code = SEASONS[match["season"]]
    return dated(nearest(candidates, match, context), context.today, bare=f"XXXX-{code}")


def quarter_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """A quarter or half of a told year."""
    return part_of_year(match, int(match["year"]), None)


def part_of_year(match: re.Match[str], year_number: int, anchor: Told | None) -> Reading | None:
    """The quarter or half that the match counts, of that year."""
    number = parse_ordinal(match["nth"])
    unit = "half" if "half" in match[0] else "quarter"
    if not 1 <= number <= (2 if unit == "half" else 4):
        return None
    months = periods.MONTHS_IN[unit]
    bare = f"XXXX-{'H' if unit == 'half' else 'Q'}{number}"
    return dated(Period(unit, date(year_number, (number - 1) * months + 1, 1)), anchor, bare=bare)


def quarter(match: re.Match[str], context: Context) -> Reading | None:
    """A quarter or half alone: the latest that had begun by the document's day."""
    this_year = part_of_year(match, context.day.year, context.today)
    if this_year is None or this_year.told is None:
        return None
    if this_year.told.period.first <= context.day:
        return this_year
    ahead = context.direction(match.start(), match.end()) > 0
    return this_year if ahead else part_of_year(match, context.day.year - 1, context.today)


def day_range(match: re.Match[str], context: Context) -> Reading | None:
    """From one day to another of the same month or of two, as one expression."""
    told_year = group(match, "year")
    first = yearless_day(match, context)
    month = month_number(group(match, "endmonth") or match["month"])
    if first is None or first.told is None:
        return None
    year_number = int(told_year) if told_year else first.told.period.first.year
    start = periods.day(year_number, month_number(match["month"]), parse_ordinal(match["day"]))
    end = periods.day(year_number, month, parse_ordinal(match["endday"]))
    if start is None or end is None:
        return None
    if end.last < start.first:
        end = periods.day(year_number + 1, month, parse_ordinal(match["endday"]))
    anchor = None if told_year else context.today
    return interval(start, end, anchor) if end else None


def year_range(match: re.Match[str], context: Context) -> Reading | None:
    """From one year to another, the second perhaps without its century."""
    first, last = int(match["year"]), int(match["end"])
    if len(match["end"]) == 2:
        last += first // 100 * 100
    if last <= first or last > first + 400:
        return None
    return interval(Period("year", date(first, 1, 1)), Period("year", date(last, 1, 1)))
