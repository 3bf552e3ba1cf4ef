"""Numbers of the calendar's names: months, weekdays, seasons, units."""

from __future__ import annotations

from generator.dates.vocabulary import (
    IRREGULAR_PLURALS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

_MONTHS = {**MONTHS, **MONTH_ABBREVIATIONS}
_WEEKDAYS = {**WEEKDAYS, **WEEKDAY_ABBREVIATIONS}
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def month_number(name: str) -> int:
    """1 to 12, of a month's name or its abbreviation."""
    return _MONTHS[name.rstrip(".")]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6, of a weekday's name, its abbreviation or its plural."""
    name = name.rstrip(".")
    return _WEEKDAYS[name if name in _WEEKDAYS else name.removesuffix("s")]


def season_month(name: str) -> int:
    """The month a season begins in."""
    return _SEASON_MONTHS[SEASONS[name]]


def singular(unit: str) -> str:
    """ "year" of "years", "century" of "centuries"."""
    return unit if unit in UNITS else IRREGULAR_PLURALS.get(unit) or unit.removesuffix("s")
