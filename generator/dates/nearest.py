"""Which year a day, month or season without one belongs to: the nearest, as the verb looks, or the one told before."""

from __future__ import annotations

import re

from generator.dates import periods
from generator.dates.context import Context, Reading, dated, repeated
from generator.dates.periods import Period
from generator.dates.tense import happened_in
from generator.dates.told_years import possible_year, told_year

HARDLY, SURELY_NOT = 300, 400  # days that count extra on the side the verb doesn't look to, which it may mistake


def nearby_years(match: re.Match[str], context: Context) -> tuple[int, ...]:
    """The document's year and its neighbours; or the year that the narrative or the sentence is in."""
    told = told_year(match, context)
    if told:
        return (told,)
    year = context.day.year
    return tuple(candidate for candidate in (year, year - 1, year + 1) if 1 <= candidate <= 9999)


def nearest(candidates: list[Period], match: re.Match[str], context: Context, bare: str) -> Reading:
    """The candidate nearest the document's day, on the side the tense asks for unless that is far the farther."""
    if context.habit(match):
        return repeated(bare)
    if len(candidates) == 1:
        narrated = told_year(match, context) is not None and context.last is not None
        return dated(candidates[0], context.last if narrated else context.today, bare=bare)
    turn = context.aim(match)
    wrong_side = _wrong_side(turn, match, context)
    by_cost = sorted((_distance(period, turn, wrong_side, context), period.first) for period in candidates)
    chosen = next(period for period in candidates if period.first == by_cost[0][1])
    close = by_cost[1][0] - by_cost[0][0] < 45 and context.dated
    other = next(period for period in candidates if period.first == by_cost[1][1])
    reading = dated(chosen, context.today, bare=bare)._replace(also=(other.when,) if close else ())
    year = possible_year(match, context)
    return _with_other_year(reading, chosen, year) if year and context.dated else reading


def _with_other_year(reading: Reading, chosen: Period, year: int) -> Reading:
    """The reading marked unsure: it may be of that year, which the sentence told just before."""
    if year == chosen.first.year:
        return reading
    other = Period(chosen.unit, periods.add_months(chosen.first, 12 * (year - chosen.first.year)))
    return reading._replace(
        also=(other.when,), unsure=f"it may be of {year}, by the date that the sentence told just before"
    )


def _wrong_side(turn: int, match: re.Match[str], context: Context) -> int:
    """Days extra for the side the verb doesn't look to: more where "ruled in July" or "had closed by July" is sure."""
    sure = context.word_before(match.start()) == "by" or happened_in(context.text, match.start())
    return SURELY_NOT if turn < 0 and sure else HARDLY


def _distance(period: Period, turn: int, wrong_side: int, context: Context) -> int:
    """Days between a period and the document's day, more on the side that the tense doesn't look to."""
    if period.first <= context.day <= period.last:
        return 0 if turn <= 0 else 30
    days = (period.first - context.day).days
    return abs(days) + (wrong_side if turn * days < 0 else 0) + (50 if turn == 0 and days > 0 else 0)
