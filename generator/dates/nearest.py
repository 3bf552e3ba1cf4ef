"""Which year a day, month or season without one belongs to: the nearest, as the verb looks, or the one told before."""

from __future__ import annotations

import re

from generator.dates.context import Context, Reading, dated, repeated
from generator.dates.periods import Period
from generator.dates.tense import clause, happened_in

HARDLY, SURELY_NOT = 300, 400  # days that count extra on the side the verb doesn't look to, which it may mistake
FAR = 183  # days: a date told that far from the document's day has a year of its own, which the sentence goes on in


def nearby_years(match: re.Match[str], context: Context) -> tuple[int, ...]:
    """The document's year and its neighbours; or the year that the narrative or the sentence is in."""
    told = _told_year(match, context)
    if told:
        return (told,)
    year = context.day.year
    return tuple(candidate for candidate in (year, year - 1, year + 1) if 1 <= candidate <= 9999)


def _told_year(match: re.Match[str], context: Context) -> int | None:
    """The year told last where the text is a narrative, or where the same sentence told a day or month of it."""
    if not context.last or not context.last.known:
        return None
    told = context.last.period
    if told.first.year == context.day.year:
        return None
    has_year = (
        context.text[max(0, context.last_end - 4) : context.last_end].isdigit()
        and match.start() - context.last_end < 100
    )
    far = has_year and told.unit == "day" and abs((told.first - context.day).days) > FAR
    if far and clause(context.text, match.start(), match.end())[0] < context.last_end:
        return told.first.year
    return told.first.year if context.habits.narrative else None


def nearest(candidates: list[Period], match: re.Match[str], context: Context, bare: str) -> Reading:
    """The candidate nearest the document's day, on the side the tense asks for unless that is far the farther."""
    if context.habit(match):
        return repeated(bare)
    if len(candidates) == 1:
        narrated = _told_year(match, context) is not None and context.last is not None
        return dated(candidates[0], context.last if narrated else context.today, bare=bare)
    turn = context.aim(match)
    wrong_side = _wrong_side(turn, match, context)
    by_cost = sorted((_distance(period, turn, wrong_side, context), period.first) for period in candidates)
    chosen = next(period for period in candidates if period.first == by_cost[0][1])
    close = by_cost[1][0] - by_cost[0][0] < 45 and context.dated
    other = next(period for period in candidates if period.first == by_cost[1][1])
    return dated(chosen, context.today, bare=bare)._replace(also=(other.when,) if close else ())


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
