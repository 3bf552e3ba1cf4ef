"""Lines of a copied page that hold several things: a day in front of a headline, a byline or a button behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.articles.markup import Line
from generator.articles.vocabulary import CALENDAR_WORD, NAME
from generator.compiled import regex
from generator.dates.datelines import parse_date_line

_REACH = 8  # lines from the top, among which a page has its day
_AGE = r"\d{1,2} (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
_DAY = regex(
    r"(?:(?:date|published|posted|updated):? )?(?:19|20)\d\d-\d\d-\d\d(?:T\d\d:\d\d[\d:.+Z-]{0,12})?"
    rf"(?= (?:(?:• ?)?[^\d\W]|{_AGE}\b))",
    re.IGNORECASE,
)
# where something else begins: "Valley News2 days ago", "Dam holds after the flood By Jane Doe | May 4, 2018"
_BEGINNINGS = (
    regex(rf"(?<=[^\W\d])(?={_AGE}$)"),
    regex(rf"(?<=.{{20}}) (?=By {NAME} ?[|·•-] ?(?:(?i:{CALENDAR_WORD})\b|\d))"),
)
_BUTTON = regex(r" (?:Add to|Share|Save|Print|Listen|E-?mail) ?(?:\.{3}|…)$")


def take_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each with one thing on it; those of one line keep its number."""
    for index, line in enumerate(lines):
        button = _BUTTON.search(line.folded) if line.folded.endswith(("...", "…")) else None
        end = button.start() if button else len(line.text)
        for start, stop in pairwise((0, *(_places(line) if index < _REACH else ()), end)):
            yield _part(line, start, stop)


def _places(line: Line) -> list[int]:
    """Where one thing on a line ends and the next begins; a line that is a date as a whole is left whole."""
    day = _DAY.match(line.folded)
    places = [day.end()] if day and not parse_date_line(line.text) else []
    return places + [found.end() for begins in _BEGINNINGS if (found := begins.search(line.folded))]


def _part(line: Line, start: int, end: int) -> Line:
    if start == 0 and end == len(line.text):
        return line
    return Line(line.number, line.text[start:end].strip(), line.folded[start:end].strip())
