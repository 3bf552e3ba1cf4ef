"""Lines of a copied page that hold two things: a day in front of a headline, a button behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.markup import Line
from generator.compiled import regex
from generator.dates.datelines import parse_date_line

_REACH = 8  # lines from the top, among which a page has its day
_DAY = regex(
    r"(?:(?:date|published|posted|updated):? )?(?:19|20)\d\d-\d\d-\d\d(?:T\d\d:\d\d[\d:.+Z-]{0,12})?"
    r"(?= (?:• ?)?[^\d\W])",
    re.IGNORECASE,
)
_BUTTON = regex(r" (?:Add to|Share|Save|Print|Listen|E-?mail) ?(?:\.{3}|…)$")


def take_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each with one thing on it; those of one line keep its number."""
    for index, line in enumerate(lines):
        day = _find_day(line) if index < _REACH else None
        button = _BUTTON.search(line.folded) if line.folded.endswith(("...", "…")) else None
        if day:
            yield _part(line, 0, day.end())
        yield _part(line, day.end() + 1 if day else 0, button.start() if button else None)


def _find_day(line: Line) -> re.Match[str] | None:
    """The day in front of other words; a line that is a date as a whole is left whole."""
    day = _DAY.match(line.folded)
    return day if day and not parse_date_line(line.text) else None


def _part(line: Line, start: int, end: int | None) -> Line:
    return line if start == 0 and end is None else Line(line.number, line.text[start:end], line.folded[start:end])
