"""Readings of how long and how often: durations ("two years", "the past 24 hours") and sets ("every day")."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.dates import periods
from generator.dates.calendar_dates import group, weekday_number
from generator.dates.context import Context, Reading, duration, repeated
from generator.dates.numbers import parse_number
from generator.dates.relative import singular
from generator.dates.vocabulary import UNITS


def length_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value: "P2Y", "PT24H", "P18M" for a year and a half; X where the number is vague."""
    time, letter, factor = UNITS[unit]
    if number is None or not factor:
        return f"P{time}X{_vague_letter(unit)}"
    amount = number * factor
    if amount != int(amount):
        return _mixed_value(amount, letter, time)
    return f"P{time}{int(amount)}{letter}"


def _vague_letter(unit: str) -> str:
    return {"decade": "DE", "century": "CE"}.get(unit, UNITS[unit][1])


def _mixed_value(amount: float, letter: str, time: str) -> str:
    """A fraction in the next smaller unit: 2.5 years are P2Y6M."""
    smaller = {("Y", ""): ("M", 12), ("D", ""): ("H", 24), ("H", "T"): ("M", 60), ("M", "T"): ("S", 60)}.get(
        (letter, time)
    )
    whole = int(amount)
    if smaller is None:
        return f"P{time}{amount:g}{letter}"
    rest = round((amount - whole) * smaller[1])
    first = f"{whole}{letter}" if whole else ""
    between = "T" if letter == "D" and rest else ""
    return f"P{time}{first}{between}{rest}{smaller[0]}"


def length(match: re.Match[str], context: Context) -> Reading | None:
    """A number of units, or an unknown number of them."""
    number = group(match, "n")
    return duration(length_value(parse_number(number) if number else None, singular(match["unit"])))


def one_length(match: re.Match[str], context: Context) -> Reading | None:
    """One unit: "a single day"."""
    return duration(length_value(1, singular(match["unit"])))


def length_and_half(match: re.Match[str], context: Context) -> Reading | None:
    """ "a year and a half"."""
    number = parse_number(group(match, "n") or "1")
    return duration(length_value(number + 0.5, singular(match["unit"])))


def half_length(match: re.Match[str], context: Context) -> Reading | None:
    """ "half an hour"."""
    return duration(length_value(0.5, singular(match["unit"])))


def length_up_to_now(match: re.Match[str], context: Context) -> Reading | None:
    """ "the past 24 hours": the length, and as its dates those up to the document's day."""
    reading = length(match, context)
    number = group(match, "n")
    unit = singular(match["unit"])
    if reading is None or number is None or not context.dated or unit not in ("hour", "day", "night", "week"):
        return reading
    days = parse_number(number) * {"hour": 1 / 24, "day": 1, "night": 1, "week": 7}[unit]
    first = periods.add_days(context.day, -max(1, round(days)))
    return replace(reading, when=f"{first.isoformat()}/{context.day.isoformat()}", anchor=context.today)


def every_unit(match: re.Match[str], context: Context) -> Reading | None:
    """ "every two weeks"."""
    number = group(match, "n")
    return repeated(length_value(parse_number(number) if number else 1, singular(match["unit"])))


def every_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "every Friday", "Fridays"."""
    name = group(match, "weekday") or match["weekdays"].removesuffix("s")
    return repeated(f"XXXX-WXX-{weekday_number(name) + 1}")


ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
           "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
           "annual": "P1Y", "biennial": "P2Y"}  # fmt: skip


def adverb(match: re.Match[str], context: Context) -> Reading | None:
    """ "daily", "annually"."""
    return repeated(ADVERBS[match[0]])
