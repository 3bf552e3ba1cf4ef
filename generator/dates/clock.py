"""Readings of clock times and parts of days."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Read, Reading, Told, dated, group, key, repeated
from generator.dates.names import weekday_number
from generator.dates.tense import sentence_goes_on
from generator.dates.vocabulary import DAY_PARTS, MINUTES_PAST, ONES
from generator.dates.weekdays import weekday, weekday_turned
from generator.dates.yearless import yearless_day

_UP_TO_NOW = frozenset({"since", "by", "until", "till"})  # "500 calls since midnight"
NARROW = 7  # days that a story tells hour by hour
_CLOCK = regex(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d\d))?(?::\d\d)?(?:\s?(?P<half>[ap])\.?\s?m)?")
# before a clock time: "Thursdays at", "every Friday from"
_WEEKLY = (
    r"\b(?P<every>every\s)?(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?P<plural>s)?\s"
    r"(?:at|from|around|about)\s$"
)
_LATE_PARTS = regex(r"\b(?:afternoon|evening|night|tonight)\b")
_LINKS = r"\s(?:in|on|at|and|but|or|when|as|of|for|after|before|with|the|he|she|they|it|local)\b"
HOUR_OPENERS = frozenset({"at", "around", "about", "by", "until", "before", "after", "from", "till", "since"})
DAY_WORDS: Mapping[str, int] = {"yesterday": -1, "today": 0, "tomorrow": 1}
_LINK = regex(
    r",?\s(?:at|around|about|by|until|before|after|from|since)?\s?"
    r"(?:about |around |just after |just before |\d{1,2} to )?"
)


def clock_value(text: str) -> str | None:
    """ "T17:00" of "5 p.m.", None where no clock shows it."""
    found = _CLOCK.match(text)
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def spoken_time(match: re.Match[str], context: Context) -> Reading | None:
    """ "nine p.m.", "ten o'clock in the evening", "at four in the afternoon"; "three in the evening" tells none."""
    if match[0].startswith(f"{match['spoken']} in") and context.word_before(match.start()) not in HOUR_OPENERS:
        return None
    hour = ONES[match["spoken"]]
    if regex(r"p\.?\s?m|afternoon|evening").search(match[0]):
        hour = hour % 12 + 12
    return dated(context.today.period, context.today, suffix=f"T{hour:02}:00")


def _is_race_time(match: re.Match[str], context: Context) -> bool:
    """Whether it is how long a run took: "in a time of 2:08:35"."""
    return ":" in match[0] and match[0][-1].isdigit() and context.word_before(match.start()) in ("in", "of")


def past_hour(match: re.Match[str], context: Context) -> Reading:
    """ "half past two", "a quarter to nine in the evening"."""
    hour, minute = ONES[match["hours"]], MINUTES_PAST[key(match, "minutes") or "quarter"]
    if not group(match, "minutes"):
        hour, minute = hour - 1, 60 - minute
    if hour < 12 and _LATE_PARTS.search(match[0]):
        hour += 12
    return _at(f"T{hour:02}:{minute:02}", _day_beside(match, context) or context.today, context)


def time_value(match: re.Match[str]) -> str | None:
    """The TIMEX3 time of the match: a clock time, an hour with a name or a part of the day."""
    clock = group(match, "clock")
    if clock:
        return clock_value(clock)
    return f"T{DAY_PARTS[group(match, 'hour') or match['daypart']]}"


def clock_time(match: re.Match[str], context: Context) -> Reading | None:
    """A clock time of the day told in the match or right beside it, else of the document's day."""
    value = time_value(match)
    if value is None or _is_race_time(match, context):
        return None
    weekly = regex(_WEEKLY).search(context.before(match.start()))
    if weekly and (weekly["plural"] or weekly["every"]):
        return repeated(f"XXXX-WXX-{weekday_number(weekly['weekday']) + 1}{value}")
    day = _day_within(match, context) or _day_beside(match, context)
    told = None if day else _day_told(match, context)
    if told and "\n\n" in context.text[context.last_end : match.start()]:
        reason = f"no day is told; it may be that told before, {told.period.when}"
        return _at(value, context.today, context)._replace(also=(told.period.when,), unsure=reason)
    return _at(value, day or told or context.today, context)


def _day_told(match: re.Match[str], context: Context) -> Told | None:
    """The day told last, of some days before the document's, where the clause tells what was: "It struck at 5 a.m."; a
    day to come that the sentence told, "the vote is on Friday, and polls close at 9 p.m."."""
    told = context.last
    if told is None or told.period.unit != "day" or not told.known:
        return None
    is_beside = sentence_goes_on(context.text, context.last_end, match.start())
    if is_beside and 0 < (told.period.first - context.day).days < NARROW:
        return told
    if context.direction(match) >= 0:
        return None
    is_section = "\n#" in context.text[context.last_end : match.start()]
    opening = context.word_before(match.start())
    if is_section or (opening in _UP_TO_NOW and not (opening == "by" and is_beside)):
        return None
    return told if 0 < (context.day - told.period.first).days < NARROW else None


def middle_of_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "by mid-afternoon"; but "late-night talks" tell no night."""
    of_noun = "-" in match[0] and regex(r"\s[a-z]").match(context.after(match.end(), 2))
    if of_noun and not regex(_LINKS).match(context.after(match.end(), 9)):
        return None
    return clock_time(match, context)


def clock_in_part(match: re.Match[str], context: Context) -> Reading | None:
    """ "8:15 last night", "5:30 in the afternoon": the part of the day tells which half of it is meant."""
    value = clock_value(group(match, "clock") or match["hours"])
    if value is None or (group(match, "hours") and context.word_before(match.start()) not in HOUR_OPENERS):
        return None
    words, hour = match[0], int(value[1:3])
    if hour < 12 and _LATE_PARTS.search(words) and not ("night" in words and hour < 5):
        value = f"T{hour + 12:02}{value[3:]}"
    day = _day_within(match, context) or context.today
    if "last night" in regex(r"\s+").sub(" ", words):
        day = Told(context.today.period.shift(-1), context.dated)
    return _at(value, day, context)


def _at(value: str, day: Told, context: Context) -> Reading:
    """A TIME of that day."""
    reading = dated(day.period, None if day.known and day != context.today else context.today, suffix=value)
    return reading._replace(when=day.period.when if day.known else None)


def _day_within(match: re.Match[str], context: Context) -> Told | None:
    if group(match, "weekday"):
        return weekday(match, context).told
    if group(match, "month"):
        day = yearless_day(match, context)
        return day.told if day else None
    word = next((word for word in DAY_WORDS if regex(rf"\b{word}\b").search(match[0])), None)
    return Told(context.today.period.shift(DAY_WORDS[word]), context.dated) if word else None


def _day_beside(match: re.Match[str], context: Context) -> Told | None:
    """The day told right before: "Friday at …"."""
    told = context.last
    near = match.start() - context.last_end < 30
    if told and near and told.period.unit == "day" and _LINK.fullmatch(context.text, context.last_end, match.start()):
        return told
    return None


def part_of_day(shift: int) -> Read:
    """A reading: a part of the day that many days from the document's."""

    def read(match: re.Match[str], context: Context) -> Reading:
        part = DAY_PARTS[match["daypart"]]
        return dated(context.today.period.shift(shift), context.today, suffix=f"T{part}")

    return read


def tonight(match: re.Match[str], context: Context) -> Reading:
    """The night of the document's day."""
    return dated(context.today.period, context.today, suffix="TNI")


def overnight(match: re.Match[str], context: Context) -> Reading:
    """The night before the document's day, from which nothing else counts."""
    return last_night(match, context)._replace(remember=False)


def overnight_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "overnight Thursday", "overnight into Friday": the night that begins on Thursday."""
    day = weekday(match, context).told
    if day is None:
        return None
    begins = day.period.shift(-1 if regex(r"\b(?:in)?to\b").search(match[0]) else 0)
    return dated(begins, context.today, suffix="TNI")


def moment(match: re.Match[str], context: Context) -> Reading | None:
    """ "2009-12-19T17:00:00Z", as computers write it."""
    period, value = periods.day(int(match["year"]), int(match["m"]), int(match["d"])), clock_value(match["time"][1:])
    return dated(period, suffix=value)._replace(when=period.when) if period and value else None


def last_night(match: re.Match[str], context: Context) -> Reading:
    """The night before the document's day."""
    return dated(context.today.period.shift(-1), context.today, suffix="TNI")


def part_of_weekday(match: re.Match[str], context: Context) -> Reading:
    """ "Wednesday night": a TIME of that weekday."""
    day = weekday_turned(match, context) if group(match, "turn") else weekday(match, context)
    value = day.value + f"T{DAY_PARTS[match['daypart']]}"
    return day._replace(type=day.type if day.type == "SET" else "TIME", value=value)


def part_of_date(match: re.Match[str], context: Context) -> Reading | None:
    """ "the evening of June 14"; of "the night of June 5-6" the days are read."""
    day = yearless_day(match, context)
    if day is None or day.told is None or regex(r"-\d").match(context.after(match.end(), 2)):
        return None
    year = group(match, "year")
    if year:
        first = day.told.period.first
        period = periods.day(int(year), first.month, first.day)
        return dated(period, suffix=f"T{DAY_PARTS[match['daypart']]}") if period else None
    return day._replace(type="TIME", value=day.value + f"T{DAY_PARTS[match['daypart']]}")


def part_of_told_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "in the morning": of the day told last, else of the document's."""
    if (
        not regex(r"\b(?:in|during)\s$").search(context.before(match.start(), 8))
        or context.after(match.end(), 3) == " of"
    ):
        return None
    told = context.last if context.last and context.last.period.unit == "day" else context.today
    return dated(told.period, told, suffix=f"T{DAY_PARTS[match['daypart']]}")
