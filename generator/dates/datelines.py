"""Lines that are a date and little more, as metadata and article heads have them, in any language."""

from __future__ import annotations

import re
from datetime import datetime

from generator.compiled import regex
from generator.dates.periods import day
from generator.dates.tagger import find_timexes
from generator.dates.vocabulary import ZONES
from generator.text import fold, squeeze

# what a date line may hold beside its date
_READING_TIME = regex(r"\b\d{1,3}[ -]min(?:ute)?s?\b(?: read)?", re.IGNORECASE)
_FURNITURE = regex(
    r"\b(?:first |last )?(?:published|updated|posted|modified|created|issued|date|dated|time|on|at|by|of|the|edition|"
    rf"local|min|mins|minutes?|read|ago|am|pm|a\.m|p\.m|{'|'.join(ZONES)}|"
    r"mon|tues?|wed|thu|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_CLOCK = regex(
    r"T?\b\d{1,2}[:.]\d\d(?::\d\d(?:\.\d{1,6})?)?\s?(?:[ap]\.?m\b\.?)?(?:\s?(?:Z\b|[+-]\d\d:?\d\d))?", re.IGNORECASE
)
_ISO = regex(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?=T|\b)")
_SLASHES = regex(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/.-])")
# a year in full: nobody knows the century of '23, and a day without its year is none
_YEAR = regex(r"\d{4}")
LONGEST = 120  # characters; a date line is short


def parse_date_line(line: str, language: str = "en") -> str | None:
    """EDTF of the one date that is this line but for words such as "Published:", a weekday or a clock time.

    None where the line says more, names several days, or could be read as two.
    """
    plain = squeeze(fold(line))
    if len(plain) > LONGEST or not _YEAR.search(plain):
        return None
    if language.partition("-")[0] not in ("en", ""):
        return _parse_foreign(plain, language.partition("-")[0])
    return _parse_english(plain)


def _parse_english(line: str) -> str | None:
    dates, rest = _figures(line)
    if rest is None:
        return None
    for timex in reversed(find_timexes(rest, None)):
        if timex.when and timex.type == "DATE" and "/" not in timex.when and timex.rule != "year":
            dates.add(timex.when)
            rest = rest[: timex.start] + " " + rest[timex.end :]
    left = _FURNITURE.sub(" ", _READING_TIME.sub(" ", _CLOCK.sub(" ", rest)))
    return dates.pop() if len(dates) == 1 and not regex(r"\w").search(left) else None


def _figures(line: str) -> tuple[set[str], str | None]:
    """The dates in figures and the line without them; None for the line where day and month can't be told apart."""
    found = {period.when for match in _ISO.finditer(line) if (period := day(*map(int, match.groups())))}
    rest = regex(_ISO.pattern + r"(?:T?\d\d:\d\d[\d:.+Z-]*)?").sub(" ", line)
    for match in _SLASHES.finditer(rest):
        first, second, year = map(int, match.groups())
        readings = {period.when for period in (day(year, first, second), day(year, second, first)) if period}
        if len(readings) != 1:
            return set(), None
        found |= readings
    return found, _SLASHES.sub(" ", rest)


def _parse_foreign(line: str, language: str) -> str | None:
    figures, rest = _figures(line)
    if rest is None or len(figures) > 1:
        return None
    if figures and not regex(r"\d").search(_CLOCK.sub(" ", rest)):
        return figures.pop()
    if not regex(r"(?<!\d)\d{4}(?!\d)").search(line):  # dateparser would fill in a year, or read "yesterday"
        return None
    # dateparser takes a tenth of a second to import, and English lines never need it
    import dateparser

    cut = regex(r"^[^\d:]{0,40}:\s").sub("", _CLOCK.sub(" ", line)).strip(" ,.-|")
    try:
        found = dateparser.parse(
            cut, languages=[language], settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
        )
    except ValueError:  # a language dateparser doesn't know
        return None
    return found.date().isoformat() if isinstance(found, datetime) else None
