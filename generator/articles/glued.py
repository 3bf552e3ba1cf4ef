"""Lines of a copied page that hold several things, as a day in front of a headline or a button behind it, or half of
one, as "By" above a name or a sentence that breaks off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from generator.articles.markup import Line
from generator.articles.roles import SORTER
from generator.articles.vocabulary import CALENDAR_WORD, NAME, NAMES
from generator.compiled import regex
from generator.dates.datelines import parse_date_line

_REACH = 8  # lines from the top, among which a page has its day
_AGE = r"\d{1,2} (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
_DAY = regex(
    r"(?:(?:date|published|posted|updated):? )?(?:19|20)\d\d-\d\d-\d\d(?:T\d\d:\d\d[\d:.+Z-]{0,12})?"
    rf"(?= (?:(?:[•×] ?)?[^\d\W]|{_AGE}\b))",
    re.IGNORECASE,
)
# where something else begins: "Valley News2 days ago", "Dam holds after the flood By Jane Doe | May 4, 2018"; and what
# stands in each such line
_BEGINNINGS = (
    (" ago", regex(rf"(?<=[^\W\d])(?={_AGE}$)")),
    (" By ", regex(rf"(?<=.{{20}}) (?=By {NAME} ?[|·•-] ?(?:(?i:{CALENDAR_WORD})\b|\d))")),
)
_BULLET = regex(rf"[•·▪|] ?(?=by\b|\d|{CALENDAR_WORD}\b)", re.IGNORECASE)
_BAR = regex(r" ?[|•·]$")
_LABEL = regex(r"(?:written |posted )?by ?:?|(?:author|reporter) ?:", re.IGNORECASE)
_LONGEST_LABEL = 12  # characters
_NAMES = regex(NAMES)
_FEWEST_BROKEN = 5  # words of a sentence whose rest stands in the next line
# how it goes on there: not with a byline, a product or somebody's name
_REST = regex(
    r"(?!(?:by|via|with|photos?|al|el|de|van|von|bin|di|da|du|la|le)\b|https?:|www\.)"
    r"[a-z]{1,20}(?:'[a-z]{1,20}|-[a-z]{1,20})?[,;:.]? \S{1,80} \S"
)
_BUTTON = regex(r" (?:Add to|Share|Save|Print|Listen|E-?mail) ?(?:\.{3}|…)$")


def take_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each with one thing on it; those of one line keep its number."""
    for index, line in enumerate(_with_rests(_with_names(lines))):
        button = _BUTTON.search(line.folded) if line.folded.endswith(("...", "…")) else None
        end = button.start() if button else len(line.text)
        if index >= _REACH:
            yield _part(line, 0, end)
        else:
            start, end = _without_ornaments(line, end)
            yield from (_part(line, *part) for part in pairwise((start, *_places(line), end)))


def _with_names(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; a label of a byline and the name below it are one."""
    return _joined(lines, _is_label)


def _is_label(line: Line, below: Line) -> bool:
    is_short = len(line.text) <= _LONGEST_LABEL
    return is_short and bool(_LABEL.fullmatch(line.folded) and _NAMES.fullmatch(below.folded))


def _with_rests(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; a sentence that breaks off and its rest below are one."""
    return _joined(lines, _breaks_off)


def _joined(lines: Iterable[Line], is_half: Callable[[Line, Line], bool]) -> Iterator[Line]:
    """The lines, those joined to the one below of which they are half."""
    whole: Line | None = None
    for line in lines:
        if whole and is_half(whole, line):
            whole = Line(whole.number, f"{whole.text} {line.text}", f"{whole.folded} {line.folded}")
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _breaks_off(line: Line, below: Line) -> bool:
    is_open = below.folded[0].islower() and (line.folded[-1].isalnum() or line.folded[-1] == ",")
    if not is_open or not _REST.match(below.folded) or len(line.folded.split()) < _FEWEST_BROKEN:
        return False
    return not (SORTER.sort(line.folded) or SORTER.sort(below.folded) or parse_date_line(line.folded))


def _without_ornaments(line: Line, end: int) -> tuple[int, int]:
    """Where a line begins and ends without a bullet in front of a byline or day, and a bar behind."""
    bullet, bar = _BULLET.match(line.folded), _BAR.search(line.folded)
    return bullet.end() if bullet else 0, bar.start() if bar else end


def _places(line: Line) -> list[int]:
    """Where one thing on a line ends and the next begins; a line that is a date as a whole is left whole."""
    day = _DAY.match(line.folded)
    places = [day.end()] if day and not parse_date_line(line.text) else []
    return places + [
        found.end() for word, begins in _BEGINNINGS if word in line.folded and (found := begins.search(line.folded))
    ]


def _part(line: Line, start: int, end: int) -> Line:
    if start == 0 and end == len(line.text):
        return line
    return Line(line.number, line.text[start:end].strip(" ×"), line.folded[start:end].strip(" ×"))
