"""EDTF, the Extended Date/Time Format of ISO 8601-2: parse, format, first and last day, total order.

What is read: years (also before year 1: -0043), months, days, times of a day, seasons (2023-21 … 24), quarters
(33 … 36), quadrimesters and halves (40, 41), decades (199X), centuries (19XX), the qualifiers ~ ? %, and intervals
with open (..) or unknown (empty) ends. A date knows its precision: a month is never its first day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache, total_ordering

from generator.compiled import regex

OPEN = ".."
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# first month and number of months of the EDTF sub-year groupings; winter (24) runs from December of its year
GROUPINGS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
_POINT = regex(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T[\d:]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?(?P<mark>[~?%])?"
)
_LOOSE = regex(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


class EdtfError(ValueError):
    """The text is no EDTF date; the message says so and how to write it."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF value.

    first, last: the earliest and latest day it can mean, as (year, month, day); None where the interval is open or
    its end unknown. Tuples, because years before 1 have no datetime.date. precision: "day", "month", "season",
    "year", "decade", "century" or "interval".
    """

    text: str
    precision: str = field(compare=False)
    first: tuple[int, int, int] | None = field(compare=False)
    last: tuple[int, int, int] | None = field(compare=False)

    @property
    def key(self) -> tuple[tuple[int, int, int], tuple[int, int, int], str]:
        """Timeline order: earliest possible day, then narrower before wider; an open start counts from its end."""
        first = self.first or self.last or (-9999, 1, 1)
        return first, self.last or (9999, 12, 31), self.text

    def __lt__(self, other: Edtf) -> bool:
        return self.key < other.key

    def __str__(self) -> str:
        return self.text

    @property
    def first_day(self) -> date | None:
        """The earliest day, None where there is none or it lies before year 1."""
        return _as_date(self.first)

    @property
    def last_day(self) -> date | None:
        """The latest day, None where there is none or it lies before year 1."""
        return _as_date(self.last)

    @property
    def is_day(self) -> bool:
        """One single day."""
        return self.precision == "day"

    @property
    def is_week(self) -> bool:
        """A Monday to its Sunday: EDTF has no week, so that interval stands for one."""
        start, end = self.first_day, self.last_day
        return bool(start and end and start.weekday() == 0 and end - start == timedelta(days=6))

    def overlaps(self, other: Edtf) -> bool:
        """At least one day can belong to both."""
        return (self.first or _FIRST) <= (other.last or _LAST) and (other.first or _FIRST) <= (self.last or _LAST)

    def contains(self, other: Edtf) -> bool:
        """Every day of the other belongs to this one too."""
        return (self.first or _FIRST) <= (other.first or _FIRST) and (other.last or _LAST) <= (self.last or _LAST)


_FIRST, _LAST = (-9999, 1, 1), (9999, 12, 31)


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Read an EDTF date or interval; raises EdtfError with the text quoted."""
    if text.count("/") != 1 or _LOOSE.fullmatch(text):
        return _parse_point(text)
    start_text, _, end_text = text.partition("/")
    start = _parse_point(start_text) if start_text not in ("", OPEN) else None
    end = _parse_point(end_text) if end_text not in ("", OPEN) else None
    if start is None and end is None:
        raise EdtfError(f'date "{text}" has neither start nor end')
    if start and end and start.first and end.last and start.first > end.last:
        raise EdtfError(f'date "{text}" ends before it starts')
    return Edtf(text, "interval", start.first if start else None, end.last if end else None)


def is_valid(text: str) -> bool:
    """Whether `parse` would read it."""
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def day(value: date) -> Edtf:
    """The EDTF value of one day."""
    return parse(value.isoformat())


def interval(start: date | None, end: date | None) -> Edtf:
    """From one day to another, both included; None leaves that side open; one day twice is that day."""
    if start == end and start is not None:
        return day(start)
    return parse(f"{start.isoformat() if start else OPEN}/{end.isoformat() if end else OPEN}")


@lru_cache(maxsize=1024)
def up_to(value: date) -> Edtf:
    """On or before a day."""
    return interval(None, value)


def _parse_point(text: str) -> Edtf:
    match = _POINT.fullmatch(text)
    if not match:
        raise EdtfError(f'date "{text}" is not EDTF{_suggestion(text)}')
    year_text, month_text, day_text = match["year"], match["month"], match["day"]
    if "X" in year_text:
        if month_text:
            raise EdtfError(f'date "{text}" gives a month of an unsure year; write the decade alone')
        low, high = int(year_text.replace("X", "0")), int(year_text.replace("X", "9"))
        return Edtf(text, "decade" if year_text[2] != "X" else "century", (low, 1, 1), (high, 12, 31))
    year = int(year_text)
    if not month_text:
        return Edtf(text, "year", (year, 1, 1), (year, 12, 31))
    month = int(month_text)
    if month in GROUPINGS and not day_text:
        first, count = GROUPINGS[month]
        last_year, last_month = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
        return Edtf(text, "season", (year, first, 1), (last_year, last_month, days_in_month(last_year, last_month)))
    if not 1 <= month <= 12:
        raise EdtfError(f'date "{text}" has no month {month_text}')
    if not day_text:
        return Edtf(text, "month", (year, month, 1), (year, month, days_in_month(year, month)))
    if not 1 <= int(day_text) <= days_in_month(year, month):
        raise EdtfError(f'date "{text}": that month has no day {day_text}')
    return Edtf(text, "day", (year, month, int(day_text)), (year, month, int(day_text)))


def days_in_month(year: int, month: int) -> int:
    """Days of a month, in years before 1 too; the module calendar, which knows the same, takes long to import."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _DAYS[month - 1]


def _as_date(value: tuple[int, int, int] | None) -> date | None:
    return date(*value) if value and value[0] >= 1 else None


def _suggestion(text: str) -> str:
    loose = _LOOSE.fullmatch(text)
    if loose:
        return f"; write {loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}"
    return "; write 2023-02-14, 2023-02, 2023, 2023-02-14/2023-02-15 or ../2023-02-14"
