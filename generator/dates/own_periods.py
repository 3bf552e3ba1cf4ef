"""Readings of the year, month or week an article is of or has just told: "for the year", "month-end", "or next"."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates import periods
from generator.dates.anaphora import NEARBY, is_coarser
from generator.dates.context import Context, Reading, dated, group

# what stands around "the year" where it is a date
_PERIOD_OPENS = r"\b(?:for|during|in|over|throughout|within)\s$"
_BEFORE_UNIT = {"day": r"\bfor\s$", "month": _PERIOD_OPENS, "year": _PERIOD_OPENS}
_AFTER_UNIT = r"\s?(?:[.,;:)]|$)|\s(?:and|but|as|was|were|had|by|from|to|with|at)\b"
# what stands around the "next" of "this week or next"
_COMPARED = r"\s(?:and|or|than|as|to|from|through|into)\s(?:in\s)?"
_AFTER_TURN = r"\s?(?:[.,;:)'\"]|$)|\s(?:and|but|as|if|when|for|in|to|by|at|on|because|while|after|before)\b"
BESIDE = 12  # characters
BEGUN = 3  # months in which a year still is the new one


def turned_alone(match: re.Match[str], context: Context) -> Reading | None:
    """The "next" of "this week or next", the "last" of "more this year than last"."""
    told = context.last
    if told is None or match.start() - context.last_end > BESIDE:
        return None
    if not regex(_COMPARED).fullmatch(context.text[context.last_end : match.start()]):
        return None
    this = told.period.unit != "day" and told.period == periods.containing(told.period.unit, context.day)
    if not this or not regex(_AFTER_TURN).match(context.after(match.end(), 9)):
        return None
    return dated(told.period.shift(1 if match[0] == "next" else -1), context.today)


def the_unit(match: re.Match[str], context: Context) -> Reading | None:
    """ "for the year", "during the month": that of the date told shortly before, else the document's own."""
    unit = match["period"]
    opened = regex(_BEFORE_UNIT.get(unit, "(?!)")).search(context.before(match.start(), 12))
    if not opened or not regex(_AFTER_UNIT).match(context.after(match.end(), 6)):
        return None
    near = context.last and match.start() - context.last_end < NEARBY
    anchor = context.told_or_today if near else context.today
    if is_coarser(anchor.period.unit, unit):
        anchor = context.today
    return dated(periods.containing(unit, anchor.period.first), anchor)._replace(remember=False)


def new_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "the new year": the one to come; in its first months the one just begun. "Chinese New Year" is a day."""
    if context.word_before(match.start()) in ("chinese", "lunar", "jewish", "persian", "vietnamese", "happy"):
        return None
    year = periods.containing("year", context.day)
    return dated(year.shift(1) if context.day.month > BEGUN else year, context.today)


def mid_unit(match: re.Match[str], context: Context) -> Reading | None:
    """ "mid-week", "mid-month": the document's own."""
    unit = group(match, "period") or "week"
    return None if unit == "day" else dated(periods.containing(unit, context.day), context.today)


def end_of_unit(match: re.Match[str], context: Context) -> Reading:
    """ "month-end", "week's end": the document's own."""
    unit = next(unit for unit in ("day", "week", "month", "quarter", "decade", "century") if unit in match[0])
    return dated(periods.containing(unit, context.day), context.today)


def mid_year(match: re.Match[str], context: Context) -> Reading:
    """ "midyear": TIMEX3 has the year, EDTF its June."""
    year = periods.containing("year", context.day)
    return dated(year, context.today)._replace(when=f"{year.value}-06" if context.dated else None)


def year_end(match: re.Match[str], context: Context) -> Reading:
    """ "year-end": TIMEX3 has the year, EDTF its December."""
    year = periods.containing("year", context.day)
    reading = dated(year, context.today)
    return reading._replace(when=f"{year.value}-12" if context.dated else None)
