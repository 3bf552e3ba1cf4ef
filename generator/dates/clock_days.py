"""Clock times whose day is told right behind them: "at 5 p.m. on June 3"."""

from __future__ import annotations

from generator.compiled import regex
from generator.dates.context import Reading
from generator.timex import Timex

_BETWEEN = regex(r"(?:\s\(\d{4} (?:gmt|utc)\)|\))?,?\s{1,4}(?:on\s)?")  # also "10:35 (0735 GMT) Friday"
_WITHOUT_DAY = frozenset({"clock", "clock-spoken", "clock-past", "clock-quarter-to", "hour", "mid-part"})  # rules


def is_time_of(clock: Timex, day: Reading, between: str) -> bool:
    """Whether a day told behind a clock time, with only this text between, is its day."""
    is_day = day.type == "DATE" and day.told is not None and day.told.period.unit == "day"
    return is_day and clock.rule in _WITHOUT_DAY and bool(_BETWEEN.fullmatch(between))


def of_day(clock: Timex, day: Timex) -> Timex:
    """The clock time on that day."""
    value = f"{day.value}T{clock.value.partition('T')[2]}"
    return clock._replace(value=value, when=day.when, anchor=day.anchor)
