"""What a reading may look at: the text around, the document's day, the dates told so far; and what it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from generator.dates.periods import Period
from generator.dates.tense import direction
from generator.model import TimexType

STAND_IN = date(2000, 1, 1)  # counts for an undated document's day, so that every rule runs; its results are masked
_MASKS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A date the text has told: the period, and whether it is known or hangs on an unknown document day."""

    period: Period
    known: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of an expression.

    period: what later expressions may count from. anchor: what this one counted from. turn: the direction decided
    ("last", "next", "today"), a suffix of the rule's name. start, end: where the expression really lies when that is
    less than what matched.
    """

    type: TimexType
    value: str
    when: str | None = None
    told: Told | None = None
    anchor: Told | None = None
    also: tuple[str, ...] = ()
    unsure: str | None = None
    turn: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands.

    text: the folded text. day: the document's day; dated: whether it is known; exact: whether it is no mere inference.
    last: the date told last. quarter: the fiscal quarter told last, which "a year earlier" in company news counts from.
    day_first: 3/4/2023 is a day in April.
    """

    text: str
    day: date
    dated: bool = True
    exact: bool = True
    last: Told | None = None
    quarter: Told | None = None
    day_first: bool = False

    @property
    def today(self) -> Told:
        """The document's day."""
        return Told(Period("day", self.day), self.dated)

    def direction(self, start: int, end: int) -> int:
        """-1, 0 or 1: the tense around the characters [start, end) looks back, says nothing, or looks ahead."""
        return direction(self.text, start, end)


Read = Callable[[re.Match[str], Context], Reading | None]


def dated(period: Period, anchor: Told | None = None, *, bare: str | None = None, suffix: str = "") -> Reading:
    """A DATE; `bare` is its TIMEX3 value while the anchor is unknown, `suffix` what follows the value ("TMO")."""
    known = anchor is None or anchor.known
    value = period.value if known else bare or _MASKS[period.unit]
    told = Told(period, known)
    return Reading("TIME" if suffix else "DATE", value + suffix, period.when if known else None, told, anchor)


def interval(first: Period, last: Period, anchor: Told | None = None) -> Reading:
    """A DATE from one period to another, as one expression."""
    if last.last < first.first:
        return dated(first, anchor)
    if first == last:
        return dated(first, anchor)
    start, end = dated(first, anchor), dated(last, anchor)
    known = anchor is None or anchor.known
    when = f"{first.first.isoformat()}/{last.last.isoformat()}" if {first.unit, last.unit} & {"week"} else None
    both = f"{start.value}/{end.value}"
    return replace(start, value=both, when=(when or f"{start.when}/{end.when}") if known else None)


def duration(value: str) -> Reading:
    """A DURATION of that TIMEX3 value."""
    return Reading("DURATION", value)


def repeated(value: str) -> Reading:
    """A SET of that TIMEX3 value."""
    return Reading("SET", value)


def reference(value: str) -> Reading:
    """A DATE without a place in the calendar: PAST_REF, PRESENT_REF or FUTURE_REF."""
    return Reading("DATE", value)
