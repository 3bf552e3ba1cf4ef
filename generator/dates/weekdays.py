"""Readings of weekdays: "on Monday", "last Friday", "Tuesday of next week", "Monday week"."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Reading, Told, dated, group, repeated, turn_of
from generator.dates.cues import AHEAD
from generator.dates.names import weekday_number
from generator.dates.numbers import parse_number
from generator.dates.periods import Period
from generator.dates.vocabulary import PLANNED_EVENTS

_LISTING = regex(r",?\s(?:and|or|to|through|into)\s(?:again\s)?(?:on\s)?(?:early\s|late\s)?|\s?-{1,2}\s?")
_APPOSED = regex(r"(?:,?\s\d{4})?(?:,|\s-{1,2}|\s\()\s?(?:a|the)\s")
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = regex(rf"(?P<weekday>{_DAY})\b")
_EVERY = rf"\b(?:every|each)\s(?:{_DAY},?\s){{1,3}}(?:(?:and|or)\s)?$"
_OWNED = regex(r"'s(?:\s[\w-]{1,30}){1,4}")  # a weekday's possessive and the next words
# a sentence that goes on with what was before
_AFTER = r"^[^.;!?]*\bafter\s[^.;!?]*$"
# "Thursday's strike will go ahead": also what most often has been
_GOES_AHEAD = regex(
    r"'s(?:\s[\w-]{1,30}){1,4}?\s(?:will|would|can|could|may|might|should|is\sto|are\sto)\s"
    r"(?:(?:not|still|now|also)\s){0,2}(?:go\sahead|take\splace|proceed|be\sheld|begin|start|open)\b"
)
# between the day of something and that of what was before it, without another date's verb: it counts back
_RIGHT_AFTER = regex(r"(?:'s)?,?\s(?:(?!and\b|but\b|that\b)[\w-]{1,20}\s){0,3}after\s(?!which\b|that\b)[^.;!?,]*")
# who takes part in "Friday's opener" looks ahead to it
_TAKES_PART = regex(
    r"\b(?:miss|attend|skip|boycott|host|televise|start|play|open|lead|join|watch|chair|ahead of)\s(?:in\s|for\s)?$"
)
_ANY = r"\b(?:on a|any|on any|on some)\s$"
_NO_NOUN = (
    r"\s?(?:[.,;:!?)]|$)"
    r"|\s(?:in|at|and|but|or|when|of|since|for|after|before|with|because|if|to|this|last|next)\b"
)
_BESIDE = r"\s(?:before|after)\s(?:the|an?|his|her|its|their|thanksgiving|easter|christmas)\b"
# between a day and what was still to come on it
_WAS_TO_COME = regex(r"[^.;!?]*\b(?:would|(?:was|were)\s(?:(?:due|set|scheduled|expected|supposed)\s)?to)\b[^.;!?]*")
# the other days of a list or range and the week that they are all of: "Thursday and Friday next week"
_OF_WEEK = regex(
    rf"(?:(?:,|,?\s(?:and|or|to|through|until))\s(?P<weekday>{_DAY})){{1,6}}"
    r"\s(?:of\s)?(?P<turn>last|this|next)\sweek\b(?!')"
)
# a day that something was put off from or called off for, and the day of that
_PUT_OFF = regex(
    r"(?:'s(?:\s[\w-]{1,20}){1,4}|,|,?\s(?:but|and))?\s(?:was|were|(?:has|have|had)\sbeen|will\sbe)"
    r"\s(?:postponed|moved|delayed|pushed|put|rescheduled|deferred|shifted|adjourned)(?:\s(?:back|off))?"
    rf"\s(?:to|until|till)\s(?P<weekday>{_DAY})\b(?!,)"
)
_CALLED_OFF = regex(
    rf"\s(?:(?:was|were|had been|has been)\s)?(?:cancelled|canceled|called off|scrapped)\s(?:late\s)?(?:on\s)?"
    rf"(?P<weekday>{_DAY})\b"
)
_PRICE_OF = regex(r"\bclosing\s(?:share\s)?(?:price|level|value)\s(?:on|of)\s$")  # what it was worth then
NEARBY = 120  # characters
LISTED = 16  # characters between two weekdays of a list
FORTNIGHT = 14  # days: how far from the document's day a weekday may be that the next one continues
NEAR = 3  # days: how far from an inferred day a bare weekday still looks back


def weekday(match: re.Match[str], context: Context) -> Reading:
    """A weekday: the last one, today included, unless its clause looks ahead; nearest to a day only inferred."""
    number = weekday_number(match["weekday"])
    bare = f"XXXX-WXX-{number + 1}"
    if regex(_EVERY).search(context.before(match.start())) or context.habit(match):
        return repeated(bare)
    beside = _told_beside(match, context, number)
    if beside:
        turn = "next" if beside.first > context.day else "last"
        return dated(beside, context.today, bare=bare)._replace(turn=turn)
    if _is_any(match, context):
        return Reading("DATE", bare)
    return _weekday_by_verb(match, context, number)


def _weekday_by_verb(match: re.Match[str], context: Context, number: int) -> Reading:
    """The weekday on the side of the document's day, or of one told before, that the verb looks to."""
    if context.last and _was_to_come(match, context):
        return _seen_from(context.last, number, context)
    today, bare = context.today.period, f"XXXX-WXX-{number + 1}"
    back = (today.first.weekday() - number) % 7
    goes_ahead = _GOES_AHEAD.match(context.text, match.end())
    tense = AHEAD if goes_ahead else 0 if _names_news(match, context) else context.aim(match)
    if tense <= 0 and _comes_before(match, context, today.shift(-back)):
        return dated(today.shift(-back - 7), context.today, bare=bare)._replace(turn="last")
    if back == 0:
        also = (today.shift(7).when,) if tense > 0 and context.dated else ()
        return dated(today, context.today, bare=bare)._replace(turn="today", also=also)
    last, following = today.shift(-back), today.shift(7 - back)
    ahead = tense > 0 if context.exact else back > NEAR
    ahead = ahead and not _is_over(match, context, following)
    chosen, other, turn = (following, last, "next") if ahead else (last, following, "last")
    reading = dated(chosen, context.today, bare=bare)._replace(turn=turn)
    if not context.dated:
        return reading
    contradicted = not context.exact and tense == (-1 if ahead else 1)
    unsure = "the verb looks the other way, and the article's day is only inferred" if contradicted else None
    return reading._replace(also=(other.when,), unsure=unsure)


def _told_beside(match: re.Match[str], context: Context, number: int) -> Period | None:
    """The day, where another date of the sentence tells which: that day, one of a list or week, moved or called off."""
    return (
        _weekday_of_that_day(match, context, number)
        or _weekday_of_that_week(match, context, number)
        or _listed_weekday(match, context, number)
        or _replaced_weekday(match, context, number)
    )


def _weekday_of_that_day(match: re.Match[str], context: Context, number: int) -> Period | None:
    """The "Thursday" of "on April 4, a Thursday"."""
    told = context.last
    if told is None or told.period.unit != "day" or told.period.first.weekday() != number:
        return None
    return told.period if _APPOSED.fullmatch(context.text, context.last_end, match.start()) else None


def _weekday_of_that_week(match: re.Match[str], context: Context, number: int) -> Period | None:
    """The "Thursday" of "Thursday and Friday next week"; the "Saturday" of "Saturday to Monday next week"."""
    of_week = _OF_WEEK.match(context.text, match.end())
    if of_week is None:
        return None
    begun = number > weekday_number(of_week["weekday"])
    return _in_week(turn_of(of_week), number, context).shift(-7 * begun)


def _was_to_come(match: re.Match[str], context: Context) -> bool:
    """Whether it is seen from a past day told just before: "said on Monday that he would resign on Tuesday"."""
    assert context.last, "looked at by the only caller"
    told, far = context.last.period, match.start() - context.last_end > NEARBY
    if told.unit != "day" or far or not timedelta() < context.day - told.first < timedelta(days=7):
        return False
    return bool(_WAS_TO_COME.fullmatch(context.text, context.last_end, match.start())) and context.aim(match) > 0


def _seen_from(told: Told, number: int, context: Context) -> Reading:
    """The weekday after a day told before; the one after the document's day is possible too where it is another."""
    chosen = told.period.shift((number - told.period.first.weekday()) % 7 or 7)
    following = context.today.period.shift((number - context.day.weekday()) % 7 or 7)
    reading = dated(chosen, told, bare=f"XXXX-WXX-{number + 1}")._replace(turn="then")
    return reading._replace(also=(following.when,)) if chosen.first < context.day and context.dated else reading


def _replaced_weekday(match: re.Match[str], context: Context, number: int) -> Period | None:
    """The "Thursday" of "Thursday's vote was postponed until Monday", the last before that Monday; that of "a game set
    for Thursday was called off on Monday", the first after it."""
    put_off = _PUT_OFF.match(context.text, match.end())
    called_off = _CALLED_OFF.match(context.text, match.end())
    other = put_off or called_off
    beside = _WEEKDAY.match(context.text, other.start("weekday")) if other else None
    told = _weekday_by_verb(beside, context, weekday_number(beside["weekday"])).told if beside else None
    if told is None:
        return None
    ahead = (number - told.period.first.weekday()) % 7
    return told.period.shift(ahead if called_off else (ahead or 7) - 7)


def _is_any(match: re.Match[str], context: Context) -> bool:
    """Whether no day of the calendar is meant: "never on a Tuesday", "the Saturday before the vote"."""
    before, after = context.before(match.start(), 12), context.after(match.end(), 24)
    usual = regex(_ANY).search(before) and regex(_NO_NOUN).match(after)
    return bool(usual or (before.endswith("the ") and regex(_BESIDE).match(after)))


def _names_news(match: re.Match[str], context: Context) -> bool:
    """Whether it is that of "would appeal Monday's ruling", "its closing price on Friday": no day to come."""
    if _PRICE_OF.search(context.text, max(0, match.start() - 40), match.start()):
        return True
    owned = _OWNED.match(context.text, match.end())
    if not owned or PLANNED_EVENTS.intersection(owned[0].split()):
        return False
    return not _TAKES_PART.search(context.text, max(0, match.start() - 24), match.start())


def _is_over(match: re.Match[str], context: Context, following: Period) -> bool:
    """Whether a day to come would be too late: in "meet Friday after talks on Monday" Monday is before Friday."""
    told = context.last
    if told is None or told.period.unit != "day" or told.period.first >= following.first:
        return False
    between = context.text[context.last_end : match.start()]
    return len(between) < NEARBY and bool(regex(_AFTER).search(between))


def _comes_before(match: re.Match[str], context: Context, last: Period) -> bool:
    """Whether the last such day is too late: in "fell Thursday, hours after he had left on Saturday" he left before."""
    told = context.last
    if told is None or told.period.unit != "day" or not told.period.first < last.first <= context.day:
        return False
    is_near = match.start() - context.last_end < NEARBY and (last.first - told.period.first).days < FORTNIGHT
    return is_near and bool(_RIGHT_AFTER.fullmatch(context.text, context.last_end, match.start()))


def _listed_weekday(match: re.Match[str], context: Context, number: int) -> Period | None:
    """The "Friday" of "Thursday and Friday": the first one after the day told just before."""
    told = context.last
    if told is None or told.period.unit != "day" or not 0 < match.start() - context.last_end < LISTED:
        return None
    near = abs((told.period.first - context.day).days) <= FORTNIGHT  # else "from Sept. 14 to Thursday"
    if not near or not _LISTING.fullmatch(context.text, context.last_end, match.start()):
        return None
    return told.period.shift((number - told.period.first.weekday()) % 7 or 7)


def weekday_turned(match: re.Match[str], context: Context) -> Reading:
    """ "last Friday" is the latest before the document's day, "next Friday" the first after it, "this" the week's."""
    number = weekday_number(match["weekday"])
    today, turn = context.today.period, turn_of(match)
    back = (today.first.weekday() - number) % 7
    steps = {-1: -(back or 7), 0: number - today.first.weekday(), 1: 7 - back}
    chosen = today.shift(steps[turn])
    other = chosen.shift(7 * turn)
    close = context.dated and turn != 0 and abs((chosen.first - today.first).days) <= NEAR
    return dated(chosen, context.today, bare=f"XXXX-WXX-{number + 1}")._replace(also=(other.when,) if close else ())


def weekday_of_week(match: re.Match[str], context: Context) -> Reading:
    """ "Tuesday of last week"."""
    number = weekday_number(match["weekday"])
    return dated(_in_week(turn_of(match), number, context), context.today, bare=f"XXXX-WXX-{number + 1}")


def _in_week(turn: int, number: int, context: Context) -> Period:
    """The weekday of the last, this or the next week."""
    week = periods.containing("week", context.day).shift(turn)
    return Period("day", periods.add_days(week.first, number))


def week_after_weekday(match: re.Match[str], context: Context) -> Reading:
    """ "a week from Friday": seven days after the coming one; a fortnight is fourteen."""
    number = weekday_number(match["weekday"])
    ahead = (number - context.day.weekday()) % 7 + (FORTNIGHT if "fortnight" in match[0] else 7)
    return dated(context.today.period.shift(ahead), context.today, bare=f"XXXX-WXX-{number + 1}")


def weekday_and_week(match: re.Match[str], context: Context) -> Reading | None:
    """ "Monday week", "a week on Monday"; but "its best in a week on Monday" and "a Sunday week-long" tell none."""
    counts = context.word_before(match.start()) in (
        "in",
        "for",
        "within",
        "over",
        "than",
        "of",
        "once",
        "twice",
        "times",
    )
    if counts or context.after(match.end(), 1) == "-" or context.direction(match) < 0:
        return None
    return week_after_weekday(match, context)


def weekday_weeks_ago(match: re.Match[str], context: Context) -> Reading:
    """ "a week ago Friday": the one nearest to the day so many weeks ago."""
    weeks, number = int(parse_number(group(match, "n") or "1")), weekday_number(match["weekday"])
    day = context.today.period.shift(-7 * weeks - NEAR)
    return dated(day.shift((number - day.first.weekday()) % 7), context.today, bare=f"XXXX-WXX-{number + 1}")


def weekday_before_last(match: re.Match[str], context: Context) -> Reading:
    """ "the Friday before last": the second one back."""
    number = weekday_number(match["weekday"])
    back = (context.day.weekday() - number) % 7 or 7
    return dated(context.today.period.shift(-back - 7), context.today, bare=f"XXXX-WXX-{number + 1}")


def weekdays_ago(match: re.Match[str], context: Context) -> Reading | None:
    """ "two Fridays ago": the second one back."""
    number, count = weekday_number(match["weekdays"]), int(parse_number(match["n"]))
    back = (context.day.weekday() - number) % 7 or 7
    return dated(context.today.period.shift(-back - 7 * (count - 1)), context.today, bare=f"XXXX-WXX-{number + 1}")
