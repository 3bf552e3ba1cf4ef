"""Readings of a week, month, season or year by the date told last: "later in the week", "the following spring"."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates import periods
from generator.dates.anaphora import is_coarser
from generator.dates.context import Context, Reading, Told, dated
from generator.dates.names import month_number, season_month, singular, weekday_number
from generator.dates.periods import Period, starting
from generator.dates.vocabulary import SEASONS


def edge_of_unit(match: re.Match[str], context: Context) -> Reading:
    """ "the end of the year", "later in the week": of the date told last, else of the document's own day.

    What is still to come is of the document's own where the date told last is over or too wide; so is what is over
    where that is to come.
    """
    anchor, unit, direction = context.told_or_today, singular(match["period"]), context.direction(match)
    over = anchor.period.last < context.day and direction > 0
    to_come = anchor.period.first > context.day and direction < 0
    if over or to_come or is_coarser(anchor.period.unit, unit):
        anchor = context.today
    return dated(periods.containing(unit, anchor.period.first), anchor)


def same_unit_last_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "the same month last year": a year before the month told last, else before the document's own."""
    anchor, unit = context.told_or_today, match["period"]
    if is_coarser(anchor.period.unit, unit):
        anchor = context.today
    period = periods.containing(unit, periods.add_months(anchor.period.first, -12))
    return dated(period, anchor)._replace(remember=False)


def weekday_of_told_week(match: re.Match[str], context: Context) -> Reading | None:
    """ "Friday of that week": of the week of the date told last."""
    anchor, number = context.told_or_today, weekday_number(match["weekday"])
    if is_coarser(anchor.period.unit, "week"):
        return None
    week = periods.containing("week", anchor.period.first)
    return dated(Period("day", periods.add_days(week.first, number)), anchor, bare=f"XXXX-WXX-{number + 1}")


def season_beside(match: re.Match[str], context: Context) -> Reading | None:
    """ "the following spring", "the previous winter": beside the date told last."""
    if context.last is None:
        return None
    return _beside("season", season_month(match["season"]), match, context.last, f"XXXX-{SEASONS[match['season']]}")


def month_beside(match: re.Match[str], context: Context) -> Reading | None:
    """ "the following February", "the previous May": beside the date told last."""
    if context.last is None:
        return None
    number = month_number(match["month"])
    return _beside("month", number, match, context.last, f"XXXX-{number:02}")


def _beside(unit: str, month: int, match: re.Match[str], anchor: Told, bare: str) -> Reading:
    """The period that begins with the month: the first after the anchor, or the last before it."""
    told, years = anchor.period, 0
    ahead = bool(regex(r"the\s+(?:following|next)").match(match[0]))
    period = starting(unit, told.last.year if ahead else told.first.year, month)
    if ahead and period.first <= told.last:
        years = 1
    if not ahead and period.last >= told.first:
        years = -1
    return dated(Period(unit, periods.add_months(period.first, 12 * years)), anchor, bare=bare)
