"""Readings that count from a date the text has told: "a year earlier", "the following day", "that month"."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Read, Reading, Told, dated, duration, group
from generator.dates.cues import BACK
from generator.dates.lengths import length, length_value
from generator.dates.names import singular, weekday_number
from generator.dates.numbers import parse_number
from generator.dates.relative import COUNTED_IN, count_from
from generator.dates.tense import clause
from generator.dates.vocabulary import DAY_PARTS, WEEKDAYS
from generator.dates.weekdays import weekday
from generator.dates.yearless import yearless_day

_WEEKDAY = regex(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b")
# between "a day after" and a weekday: that is the day of what is told there, "a day after he said he fled on Monday"
_TOLD_THERE = regex(
    r"\b(?:said|says|told|showed|shows|reported|revealed|claimed|warned|announced|admitted|confirmed|found|learned)\b"
)
_EVENT = regex(r"\s(?:the|an?|his|her|its|their|our|he|she|it|they|we|\w{2,9}ing)\b")  # may follow "a week before"
# after "the year before": it has no object, which it would count from
_COMPLETE = (
    r"\s?(?:[.,;:!?)'\"]|-|$)"
    r"|\s(?:and|but|as|when|in|on|at|for|from|to|with|by|because|while|after|were|was|had)\b"
)
NEARBY = 200  # characters within which a date told before still is what "a year earlier" counts from


def units_earlier(match: re.Match[str], context: Context) -> Reading | None:
    """ "a year earlier": before the figures' quarter or year, the date told shortly before, or today.

    "a week before the vote" counts from the vote, whose date is not told here, and is no date.
    """
    if match[0].endswith("before") and _EVENT.match(context.after(match.end(), 12)):
        return None
    anchor, unit = comparison_anchor(match, context), group(match, "unit") or match["span"]
    counted_in = COUNTED_IN.get(singular(unit), "day")
    if context.after(match.end(), 5) == " than" or is_coarser(anchor.period.unit, counted_in):
        return _length_of(match)
    reading = count_from(match, -1, anchor)
    return reading._replace(remember=False) if reading else None


def _length_of(match: re.Match[str]) -> Reading:
    """The "two weeks" of "two weeks earlier than usual"."""
    name = "unit" if group(match, "unit") else "span"
    number = parse_number(group(match, "n") or "1")
    return duration(length_value(number, singular(match[name])))._replace(end=match.end(name))


def year_ago(match: re.Match[str], context: Context) -> Reading | None:
    """ "a year ago": in company news the same quarter or month of the year before, else from the document's day."""
    yearly = singular(group(match, "unit") or match["span"]) == "year"
    anchor = (_month_of_sentence(match, context) or context.figure) if yearly else None
    reading = count_from(match, -1, anchor or context.today)
    return reading._replace(remember=False) if reading else None


def comparison_anchor(match: re.Match[str], context: Context) -> Told:
    """What "a year earlier" compares with."""
    if "year" in match[0]:
        figure = _month_of_sentence(match, context) or context.figure
        if figure:
            return figure
    near = context.last and match.start() - context.last_end < NEARBY
    return context.told_or_today if near else context.today


def _month_of_sentence(match: re.Match[str], context: Context) -> Told | None:
    """The month that the same sentence told last: "sales in September rose from a year ago"."""
    low = clause(context.text, match.start(), match.end())[0]
    told = context.last
    return told if told and told.period.unit == "month" and context.last_end > low else None


def units_later(match: re.Match[str], context: Context) -> Reading | None:
    """ "three days later": a DURATION, as TIMEX3 has it, whose date counts from the date told last."""
    reading = length(match, context)
    target = count_from(match, 1, context.last) if context.last and group(match, "n") else None
    if reading is None or target is None:
        return reading._replace(end=match.end("unit")) if reading else None
    return reading._replace(end=match.end("unit"), when=target.when, anchor=context.last, told=target.told)


def told_unit(count: int) -> Read:
    """A reading: the day, week, month or year of the date told last, or that many from it."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        untold = context.last is None and count > 0 and context.aim(match) == BACK  # "the next day he left", of none
        anchor = context.today._replace(known=False) if untold else context.told_or_today
        unit = singular(match["period"])
        if is_coarser(anchor.period.unit, unit):
            return None
        return dated(periods.containing(unit, anchor.period.first).shift(count), anchor)

    return read


def is_coarser(told: str, unit: str) -> bool:
    """Whether a date of that unit is too wide to count such units from."""
    order = ("day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century")
    return order.index(told) > order.index(unit)


def told_day_part(count: int) -> Read:
    """A reading: a part of the day that many days from the one told last."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        anchor = context.told_or_today
        if anchor.period.unit != "day":
            return None
        return dated(anchor.period.shift(count), anchor, suffix=f"T{DAY_PARTS[match['daypart']]}")

    return read


def day_before_told(match: re.Match[str], context: Context) -> Reading | None:
    """ "a day before … on Thursday": the day before or after the weekday that the same sentence goes on to tell."""
    high = clause(context.text, match.start(), match.end())[1]
    ahead = _WEEKDAY.search(context.text, match.end(), min(high, match.end() + 100))
    is_of_clause = ahead and not _TOLD_THERE.search(context.text, match.end(), ahead.start())
    anchor = weekday(ahead, context).told if ahead and is_of_clause else None
    if anchor is None:
        return None
    return dated(anchor.period.shift(1 if "after" in match[0] else -1), anchor)


def part_before(match: re.Match[str], context: Context) -> Reading | None:
    """ "the night before", "the morning after": beside the day told last; "the night before he left" is none."""
    if _goes_on(match, context) or context.last is None or match.start() - context.last_end > NEARBY:
        return None
    return told_day_part(1 if match[0].endswith("after") else -1)(match, context)


def _goes_on(match: re.Match[str], context: Context) -> bool:
    """Whether "before" or "after" at its end has an object: the expression then counts from what that tells."""
    ends = regex(r"\s?(?:[.,;:)'\"]|$)").match(context.after(match.end(), 4))
    return match[0].endswith(("before", "after")) and not ends


def neighbouring_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "the day after": a neighbour of the day told last; "the day before he left" has its own verb and none."""
    anchor = context.last
    if context.after(match.end(), 5) == " than":
        return duration("P1D")._replace(end=match.start() + match[0].rindex(" "))
    if (
        _goes_on(match, context)
        or anchor is None
        or anchor.period.unit != "day"
        or match.start() - context.last_end > NEARBY
    ):
        return None
    return dated(anchor.period.shift(1 if match[0].endswith(("after", "later")) else -1), anchor)


def neighbouring_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "the previous Friday", "the following Monday": beside the day told last."""
    anchor, number = context.told_or_today, weekday_number(match["weekday"])
    if context.last is None:
        return weekday(match, context)._replace(unsure="the day that it is counted from isn't told")
    if anchor.period.unit != "day":
        return None
    back = (anchor.period.first.weekday() - number) % 7
    ahead = bool(regex("the (?:following|next)").match(match[0]))
    period = anchor.period.shift(7 - back) if ahead else anchor.period.shift(-(back or 7))
    return dated(period, anchor, bare=f"XXXX-WXX-{number + 1}")


def day_before_weekday(match: re.Match[str], context: Context) -> Reading:
    """ "the day before last Tuesday", "the night before Christmas": beside the day told within the expression."""
    reading = weekday(match, context)
    told = reading.told or context.today
    return dated(told.period.shift(1 if "after" in match[0] else -1), told)


def the_week(match: re.Match[str], context: Context) -> Reading | None:
    """ "the week": that of the day or week told last, else the document's own; but "the week before the vote"."""
    if regex(r"\s(?:before|of|that|when|until|leading)\b").match(context.after(match.end(), 9)):
        return None
    anchor = context.last if context.last and context.last.period.unit in ("day", "week") else context.today
    return dated(periods.containing("week", anchor.period.first), anchor)


def the_weekend(match: re.Match[str], context: Context) -> Reading:
    """ "the weekend": the latest that is over or under way, unless the clause looks ahead."""
    this_week = periods.containing("weekend", context.day)
    ahead = context.direction(match) > 0 or "ahead of" in context.before(match.start(), 12)
    return dated(this_week if ahead or this_week.first <= context.day else this_week.shift(-1), context.today)


def week_of(match: re.Match[str], context: Context) -> Reading | None:
    """ "the week of March 6": the week that holds the day told within the expression."""
    day = yearless_day(match, context)
    if day is None or day.told is None:
        return None
    unit = "weekend" if "weekend" in match[0] else "week"
    return dated(periods.containing(unit, day.told.period.first), day.anchor)


def unit_before(match: re.Match[str], context: Context) -> Reading | None:
    """ "the year before": of the date told shortly before, else of the document's day."""
    unit = match[0].split()[1]
    if not regex(_COMPLETE).match(context.after(match.end(), 9)):
        return None
    anchor = comparison_anchor(match, context)
    if is_coarser(anchor.period.unit, unit):
        return None
    return dated(periods.containing(unit, anchor.period.first).shift(-1), anchor)._replace(remember=False)
