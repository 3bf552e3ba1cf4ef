"""Calendar periods: days, weeks, months, quarters, halves, seasons, years, decades, centuries; shift, format.

A period is its unit and its first day. Weeks are those of ISO 8601, Monday to Sunday.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SEASON_EDTF = {3: 21, 6: 22, 9: 23, 12: 24}


class OutOfCalendarError(ValueError):
    """A count led before year 1 or beyond year 9999."""


class Period(NamedTuple):
    """One calendar period.

    unit: "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade" or "century".
    """

    unit: str
    first: date

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit == "weekend":
            return self.first + timedelta(days=1)
        try:
            return self.shift(1).first - timedelta(days=1)
        except OutOfCalendarError:
            return date.max

    def shift(self, count: int) -> "Period":
        """The period as many of its own units later (earlier if negative); raises OutOfCalendarError."""
        if self.unit in DAYS_IN:
            return Period(self.unit, add_days(self.first, DAYS_IN[self.unit] * count))
        return Period(self.unit, add_months(self.first, MONTHS_IN[self.unit] * count))

    @property
    def value(self) -> str:
        """TIMEX3: "2023-02-14", "2023-W07", "2023-Q1", "2023-FA", "202" for a decade, "20" for a century."""
        return _VALUES[self.unit](self.first)

    @property
    def when(self) -> str:
        """EDTF: a week is the interval of its days, a quarter 2023-33, an autumn 2023-23, a decade 202X."""
        return _EDTF[self.unit](self.first)


def containing(unit: str, value: date) -> Period:
    """The period of that unit which the day belongs to; a weekend is that of the day's week."""
    if unit in DAYS_IN:
        back = {"day": 0, "week": value.weekday(), "weekend": value.weekday() - 5}[unit]
        return Period(unit, add_days(value, -back))
    return Period(unit, _STARTS[unit](value))


def starting(unit: str, year: int, month: int = 1) -> Period:
    """The period that begins on the first day of a month; raises OutOfCalendarError."""
    if not 1 <= year <= 9999:
        raise OutOfCalendarError(f"year {year}")
    return Period(unit, date(year, month, 1))


def day(year: int, month: int, number: int) -> Period | None:
    """The day, None where the calendar has none such."""
    try:
        return Period("day", date(year, month, number))
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second, … such weekday counted from the start of a month, or the last if negative."""
    if which < 0:
        last = starting("month", year, month).last
        return add_days(last, -((last.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (which - 1))


def add_days(value: date, count: int) -> date:
    """As many days later; raises OutOfCalendarError."""
    try:
        return value + timedelta(days=count)
    except OverflowError as error:
        raise OutOfCalendarError(f"{count} days from {value}") from error


def add_months(value: date, count: int) -> date:
    """As many months later, the last day of a shorter month at most; raises OutOfCalendarError."""
    index = value.year * 12 + value.month - 1 + count
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OutOfCalendarError(f"{count} months from {value}")
    return date(year, month + 1, min(value.day, _days_in_month(year, month + 1)))


def _days_in_month(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def _season_start(value: date) -> date:
    month = value.month // 3 * 3
    return date(value.year, month, 1) if month else date(max(value.year - 1, 1), 12, 1)


_STARTS: Mapping[str, Callable[[date], date]] = {
    "month": lambda value: value.replace(day=1),
    "quarter": lambda value: date(value.year, (value.month - 1) // 3 * 3 + 1, 1),
    "half": lambda value: date(value.year, 1 if value.month <= 6 else 7, 1),
    "season": _season_start,
    "year": lambda value: date(value.year, 1, 1),
    "decade": lambda value: date(max(value.year // 10 * 10, 1), 1, 1),
    "century": lambda value: date(max(value.year // 100 * 100, 1), 1, 1),
}


def _week(value: date) -> str:
    year, number, _ = value.isocalendar()
    return f"{year:04}-W{number:02}"


_VALUES: Mapping[str, Callable[[date], str]] = {
    "day": lambda first: first.isoformat(),
    "week": _week,
    "weekend": lambda first: f"{_week(first)}-WE",
    "month": lambda first: f"{first.year:04}-{first.month:02}",
    "quarter": lambda first: f"{first.year:04}-Q{(first.month + 2) // 3}",
    "half": lambda first: f"{first.year:04}-H{1 if first.month <= 6 else 2}",
    "season": lambda first: f"{first.year:04}-{_SEASON_CODES[first.month]}",
    "year": lambda first: f"{first.year:04}",
    "decade": lambda first: f"{first.year // 10:03}",
    "century": lambda first: f"{first.year // 100:02}",
}
_EDTF: Mapping[str, Callable[[date], str]] = {
    **_VALUES,
    "week": lambda first: f"{first.isoformat()}/{add_days(first, 6).isoformat()}",
    "weekend": lambda first: f"{first.isoformat()}/{add_days(first, 1).isoformat()}",
    "quarter": lambda first: f"{first.year:04}-{33 + (first.month - 1) // 3}",
    "half": lambda first: f"{first.year:04}-{40 if first.month <= 6 else 41}",
    "season": lambda first: f"{first.year:04}-{_SEASON_EDTF[first.month]}",
    "decade": lambda first: f"{first.year // 10:03}X",
    "century": lambda first: f"{first.year // 100:02}XX",
}
