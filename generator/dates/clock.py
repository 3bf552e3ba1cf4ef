"""Readings of clock times and parts of days."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.dates.context import Context, Read, Reading, dated
from generator.dates.relative import weekday
from generator.dates.vocabulary import DAY_PARTS


def clock_value(text: str) -> str | None:
    """ "T17:00" of "5 p.m.", None where no clock shows it."""
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?\s?(?:([ap])\.?\s?m)?", text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour <= 24 else None


def clock_time(match: re.Match[str], context: Context) -> Reading | None:
    """A clock time of the document's day, or of the day told beside it."""
    value = clock_value(match["clock"])
    return dated(context.today.period, context.today, suffix=value) if value else None


def part_of_today(shift: int) -> Read:
    """A reading: a part of the day that many days from the document's."""

    def read(match: re.Match[str], context: Context) -> Reading | None:
        part = DAY_PARTS[match["daypart"]]
        return dated(context.today.period.shift(shift), context.today, suffix=f"T{part}")

    return read


def part_of_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "Wednesday night"."""
    day = weekday(match, context)
    if day is None or day.told is None:
        return None
    suffix = f"T{DAY_PARTS[match['daypart']]}"
    return replace(day, type="TIME", value=day.value + suffix)
