"""The dates that head the parts of a chronology: lines like a page's date line, but of days of what is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from generator.articles.markup import Line
from generator.compiled import regex
from generator.dates.datelines import parse_date_line

_BARE_DATE = regex(
    r"(?:#+ )?(?:[A-Z][a-z]+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}),? \d{4}:?"
)


def find_date_headings(lines: Sequence[Line], prose: Collection[int]) -> frozenset[int]:
    """The numbers of the lines that are a day and stand above prose, where there are several; else none.

    One that no later one comes after can be the day of the page, and is no heading. prose: the numbers of its lines.
    """
    above = [line for line, following in pairwise(lines) if following.number in prose]
    bare = [line for line in above if _BARE_DATE.fullmatch(line.folded)]
    if len(bare) < 2:
        return frozenset()
    days = [(day, line.number) for line in bare if (day := parse_date_line(line.folded.strip("#: ")))]
    is_of_page = bool(days) and all(day <= days[0][0] for day, _ in days)
    return frozenset(number for _, number in days[is_of_page:])
