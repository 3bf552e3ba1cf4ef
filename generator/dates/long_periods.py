"""Readings of quarters, halves, seasons, decades and centuries."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Read, Reading, Told, dated, group, repeated, turn_of
from generator.dates.figures import ended_quarter
from generator.dates.names import month_number, season_month
from generator.dates.nearest import nearby_years, nearest
from generator.dates.numbers import full_year, parse_ordinal
from generator.dates.periods import Period, starting
from generator.dates.vocabulary import DECADES, SEASONS

REPORTED = 100  # days after a quarter within which its figures are still to come: beyond, next year's is meant


def decade(match: re.Match[str], context: Context) -> Reading:
    """A decade in digits or words; one without its century is the latest begun or about to."""
    text = group(match, "decade") or group(match, "shortdecade") or match["decadewords"]
    digits = regex(r"\D").sub("", text)
    number = int(digits) if digits else DECADES[text]
    if number < 100:
        number += context.day.year // 100 * 100
        number -= 100 if number > context.day.year + 10 else 0
    return dated(starting("decade", max(number, 1)))


def short_decade(match: re.Match[str], context: Context) -> Reading | None:
    """ "the 60s"; but "temperatures in the 60s"."""
    measured = regex(r"\b(?:temperatures?|highs?|lows?|degrees|scores?|aged?|ages)\b").search(
        context.before(match.start())
    )
    return None if measured else decade(match, context)


def decade_spoken(match: re.Match[str], context: Context) -> Reading:
    """ "the nineteen sixties"."""
    return dated(starting("decade", (1900 if "nineteen" in match[0] else 1800) + DECADES[match["decadewords"]]))


def century(match: re.Match[str], context: Context) -> Reading | None:
    """The 20th century is 19XX."""
    number = parse_ordinal(match["nth"])
    return dated(starting("century", (number - 1) * 100 or 1)) if 1 <= number <= 30 else None


def ancient_century(match: re.Match[str], context: Context) -> Reading | None:
    """A century before Christ, whose years run backward: the fifth is -0499/-0400."""
    number = parse_ordinal(match["nth"])
    if not 1 <= number <= 50:
        return None
    return Reading(
        "DATE", f"BC{number - 1:02}", f"-{number * 100 - 1:04}/-{(number - 1) * 100:04}".replace("-0000", "0000")
    )


def part_of_year(match: re.Match[str], year: int, anchor: Told | None) -> Reading | None:
    """The quarter or half that the match counts, of that year; without a number it is the last."""
    unit = "half" if regex(r"\bhalf\b|\bh[12]\b").search(match[0]) else "quarter"
    months = periods.MONTHS_IN[unit]
    number = parse_ordinal(match["nth"]) if group(match, "nth") else 12 // months
    if not 1 <= number <= 12 // months:
        return None
    bare = f"XXXX-{'H' if unit == 'half' else 'Q'}{number}"
    reading = dated(starting(unit, year, (number - 1) * months + 1), anchor, bare=bare)
    return reading._replace(figure=True)


def part_of_told_year(match: re.Match[str], context: Context) -> Reading | None:
    """A quarter or half of a told year, or of last, this or next year."""
    told = group(match, "year")
    if told:
        return part_of_year(match, int(told), None)
    year = periods.containing("year", context.day).shift(turn_of(match)).first.year
    return part_of_year(match, year, context.today)


def part_of_near_year(match: re.Match[str], context: Context) -> Reading | None:
    """A quarter or half alone: that of the year in which it "ended Dec. 31", else the latest that had begun by the
    document's day, unless its clause looks ahead."""
    ended = ended_quarter(match, context)
    if ended:
        return part_of_year(match, ended.first.year, context.today)
    this_year = part_of_year(match, context.day.year, context.today)
    if this_year is None or this_year.told is None:
        return None
    if context.habit(match):
        return repeated(f"XXXX{this_year.told.period.value[4:]}")
    ahead = context.direction(match) > 0
    if ahead and (context.day - this_year.told.period.last).days > REPORTED:
        return part_of_year(match, context.day.year + 1, context.today)
    if this_year.told.period.first <= context.day or ahead or context.day.year == 1:
        return this_year
    return part_of_year(match, context.day.year - 1, context.today)


def quarter_code(match: re.Match[str], context: Context) -> Reading | None:
    """ "Q1" after a word that dates, or before what is reported by quarters; a car is a Q3 too."""
    dated_by = context.word_before(match.start()) in (
        "in",
        "for",
        "by",
        "since",
        "during",
        "from",
        "until",
        "and",
        "of",
    )
    reported = regex(r"\s(?:results?|earnings|sales|revenues?|profits?|net|loss|gdp|growth)\b").match(
        context.after(match.end())
    )
    return part_of_near_year(match, context) if dated_by or reported else None


def listed_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """ "the second" of "the second and third quarters"."""
    reading = part_of_told_year(match, context) if match["year"] else part_of_near_year(match, context)
    return reading._replace(end=match.end("nth")) if reading else None


def figure_quarter(shift_years: int) -> Read:
    """A reading: the quarter (or year) that figures were told for last, or that of the year before."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        figure = context.figure or Told(periods.containing("quarter", context.day).shift(-1), context.dated)
        period = Period(figure.period.unit, periods.add_months(figure.period.first, 12 * shift_years))
        reading = dated(period, figure)
        return reading._replace(remember=not shift_years, figure=not shift_years)

    return read


def year_ago_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """ "the year-ago third quarter": that quarter of the year before the latest one."""
    latest = part_of_near_year(match, context)
    if latest is None or latest.told is None:
        return None
    year_before = part_of_year(match, latest.told.period.first.year - 1, context.today) or latest
    return year_before._replace(remember=False, figure=False)


def quarter_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "the 1988 quarter": the quarter figures were told for last, in that year."""
    figure = context.figure.period if context.figure else periods.containing("quarter", context.day).shift(-1)
    year = int(match["year"]) if group(match, "year") else context.day.year + turn_of(match)
    return dated(starting(figure.unit, year, figure.first.month))._replace(remember=False)


def season_of_year(match: re.Match[str], context: Context) -> Reading:
    """A season of a told year."""
    year = int(match["year"]) if len(match["year"]) > 2 else full_year(match["year"], context.near_year)
    return dated(starting("season", year, season_month(match["season"])))


def season_of_turned_year(match: re.Match[str], context: Context) -> Reading:
    """ "this year's summer"."""
    year = periods.containing("year", context.day).shift(turn_of(match)).first.year
    return dated(starting("season", year, season_month(match["season"])), context.today)


def season(match: re.Match[str], context: Context) -> Reading | None:
    """A season alone: the nearest one."""
    month = season_month(match["season"])
    candidates = [starting("season", year, month) for year in nearby_years(match, context)]
    return nearest(candidates, match, context, f"XXXX-{SEASONS[match['season']]}")


def season_alone(match: re.Match[str], context: Context) -> Reading | None:
    """ "in winter": after a word that dates; "spring" and "fall" are verbs too."""
    opened = regex(r"\b(?:in|by|during|until|since|through|of)\s$").search(context.before(match.start(), 10))
    return season(match, context) if opened else None


def quarter_ending(match: re.Match[str], context: Context) -> Reading | None:
    """ "the March quarter": the latest that ended with that month."""
    month = month_number(match["month"])
    return None if month % 3 else _quarter_ending(month, context)


def _quarter_ending(month: int, context: Context) -> Reading:
    year = context.day.year - (month > context.day.month)
    return dated(starting("quarter", year, month - 2), context.today, bare=f"XXXX-Q{month // 3}")._replace(figure=True)


def quarter_of_months(match: re.Match[str], context: Context) -> Reading | None:
    """ "the October-December quarter": the latest that ended with that month; three months are one."""
    last = month_number(match["endmonth"])
    if last % 3 or month_number(match["month"]) != last - 2:
        return None
    return _quarter_ending(last, context)


def season_turned(match: re.Match[str], context: Context) -> Reading:
    """ "last fall" is the latest that ended, "this spring" this year's, "next summer" the first to begin."""
    code, month = SEASONS[match["season"]], season_month(match["season"])
    year = context.day.year - (1 if code == "WI" and context.day.month <= 3 else 0)
    period = starting("season", max(year, 1), month)
    return yearly_turned(period, turn_of(match), context, f"XXXX-{code}")


def yearly_turned(this_year: Period, turn: int, context: Context, bare: str) -> Reading:
    """What comes once a year: this year's, or the latest that is over, or the first to come.

    "last May" is not the month just over, which would be "last month".
    """
    years = 0
    month_ago = (
        Period("month", context.day).shift(-1).first.replace(day=1) if this_year.unit == "month" else context.day
    )
    if turn < 0 and this_year.last >= month_ago:
        years = -1
    if turn > 0 and this_year.first <= context.day:
        years = 1
    shifted = Period(this_year.unit, periods.add_months(this_year.first, 12 * years))
    return dated(shifted, context.today, bare=bare)
