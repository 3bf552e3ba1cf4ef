"""Texts in other languages, which the grammar does not read: their dates in figures are found all the same."""

from __future__ import annotations

from generator.dates.tagger import find_timexes
from generator.timex import Timex

FIGURES = frozenset({"date-iso", "date-iso-slashes", "date-slashes", "date-dots"})


def find_dates_in_figures(text: str) -> tuple[Timex, ...]:
    """The full dates in figures ("2023-06-14", "14.06.2023"), which mean the same in every language."""
    return tuple(timex for timex in find_timexes(text, None) if timex.rule in FIGURES)
