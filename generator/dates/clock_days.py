"""Clock times whose day is told behind them: "at 5 p.m. on June 3", "at 9 a.m. in the port of Halden on Friday"."""

from __future__ import annotations

from generator.compiled import regex
from generator.dates.context import Reading
from generator.timex import Timex

_ZONE = r"(?:\s(?!the\s)[a-z]{3,12}(?:\s(?:standard|summer|daylight|mean))?\stime)?"  # "9 a.m. Moscow time"
_ELSEWHERE = r"(?:\s\(\d{4}\s(?:gmt|utc)\)|\))?"  # "10:35 (0735 GMT) Friday"
# a place has no verb and joins nothing
_OTHERS = "and|but|or|when|while|after|before|as|that|which|who|will|would|is|are|was|were|has|have|had|said|says"
_PLACE = rf",?\s(?:in|near|at|off|outside|inside)(?:\s(?!(?:{_OTHERS})\b)[\w'-]{{1,30}}){{1,8}},?\son\s"
_BETWEEN = regex(rf"{_ZONE}{_ELSEWHERE}(?:,?\s{{1,4}}(?:on\s)?|{_PLACE})")
_WITHOUT_DAY = frozenset({"clock", "clock-spoken", "clock-past", "clock-quarter-to", "hour", "mid-part"})  # rules


def is_time_of(clock: Timex, day: Reading, between: str) -> bool:
    """Whether a day told behind a clock time, with only this text between, is its day."""
    is_day = day.type == "DATE" and day.told is not None and day.told.period.unit == "day"
    return is_day and clock.rule in _WITHOUT_DAY and bool(_BETWEEN.fullmatch(between))


def of_day(clock: Timex, day: Timex) -> Timex:
    """The clock time on that day."""
    value = f"{day.value}T{clock.value.partition('T')[2]}"
    return clock._replace(value=value, when=day.when, anchor=day.anchor)
