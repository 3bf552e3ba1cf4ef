"""The dates that a page says of itself: date lines and the date path of its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from generator import edtf
from generator.articles.markup import Line
from generator.articles.vocabulary import CALENDAR_WORD, SHORT_MONTHS, WEEKDAYS
from generator.compiled import regex
from generator.dates.datelines import parse_date_line
from generator.text import fold

LONGEST_DATE_LINE = 140  # characters; a date line may hold byline and reading time too
_NAME_WORDS = 6  # of a name, a place or a section beside the date; more words are a sentence
_PIECES = regex(r"\s*[|•·;]\s*|\s+[-–—]{1,2}\s+|(?<!last),?\s+(?=(?:last )?updated\b)", re.IGNORECASE)
_EXTRAS = regex(
    r"\b\d{1,3} ?-?min(?:ute)?s? read\b|\b(?:reading|read) time:? \d{1,3} ?min(?:ute)?s?\b"
    r"|\b[\d,]{1,9} (?:comments?|views|shares)\b|(?-i: by [A-Z])[^\d]{2,80}$"
    rf"|(?<![\d:.])\d{{1,2}}[:.]\d\d ?[ap]\.?m\.?(?: [a-z]{{3,4}})?,? (?=(?:on )?(?:{CALENDAR_WORD}\b|\d))"
    r"|^(?:publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|gepubliceerd|opublikowano)"
    r"(?: le| am| el| em| il| op)?:? |,? (?:à|um|a las|às|alle|om) \d{1,2}[h:.]\d{2}(?: uhr)?",
    re.IGNORECASE,
)
_YEAR = regex(r"\d{4}")  # in every date that tells its day for good
_AGENCY = regex(r" ?\([A-Z][\w/]{1,20}(?: [A-Z][\w/]{1,20}){0,2}\)$")  # at the end of a dateline on its own line
_UPDATED = regex(r"\W{0,2}(?:last )?(?:updated|modified|edited|amended|reviewed)\b", re.IGNORECASE)
_DATE_START = regex(rf"(?<!\w)(?:{CALENDAR_WORD}\b|\d)", re.IGNORECASE)
_MONTHS = tuple(month for month in SHORT_MONTHS if len(month) == 3)
_FIGURES = regex(
    r"(?<![\d/.-])(?P<first>\d\d?)(?P<gap>[/.-])(?P<second>\d\d?)(?P=gap)(?P<year>(?:19|20)\d\d)(?![\d/.-])"
)
_WEEKDAY = regex(rf"\b({'|'.join(day[:3] for day in WEEKDAYS[:7])})[a-z]{{0,6}}\b", re.IGNORECASE)
_ADDRESS_DATE = regex(
    r"[/_-](?P<year>(?:19|20)\d\d)(?P<gap>[/_-]?)(?P<month>\d\d|"
    + "|".join(_MONTHS)
    + r")(?P=gap)(?P<day>\d\d?)(?!\d)",
    re.IGNORECASE,
)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY_AND_YEAR = regex(rf"\b{_MONTH} (?P<day>\d\d?),? (?P<year>\d{{4,6}})\b", re.IGNORECASE)
_YEAR_AFTER_DAY = regex(r"\d,? \d{4}")  # in every line with such a date, and soon looked for
# the place in capitals, the day, the agency, a dash
DATELINE = regex(
    r"(?:[A-Z][A-Z .'/-]{2,40}(?:, [A-Z][\w. ]{1,25})?[,:]? (?:\([A-Za-z /]{2,30}\)[,:]? )?)"
    r"(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)"
    r"[,:]? ?(?:\([A-Za-z /]{2,30}\) ?)?(?:[-:,/]|$)"
)

_GREETING = regex(
    r"(?:(?:good|happy|hello|hi|welcome)\b[^.!?]{0,60}[.!,] )?"
    r"(?P<day>(?:it's|it is|today is|this is) (?P<date>[^.!?]{8,40}))[.!]?$",
    re.IGNORECASE,
)

Kind = Literal["published", "updated"]


class Stamp(NamedTuple):
    """A date a line gives: EDTF, the words that gave it, the line's number, and whether it is of an update."""

    when: str
    words: str
    line: int
    kind: Kind


@lru_cache(maxsize=64)  # the layout asks for the lines around the headline, and then who looks for the day
def read_stamps(line: Line, language: str = "en") -> tuple[Stamp, ...]:
    """The dates of a line that holds nothing but dates, a byline and the like."""
    if len(line.text) > LONGEST_DATE_LINE or not _YEAR.search(line.text):
        return ()
    pieces = [_EXTRAS.sub("", piece).strip(" ,") for piece in _PIECES.split(_AGENCY.sub("", line.text))]
    stamps = [_read_piece(piece, line.number, language) for piece in pieces]
    if any(len(piece.split()) > _NAME_WORDS for piece, stamp in zip(pieces, stamps, strict=True) if not stamp):
        return ()
    return tuple(stamp for stamp in stamps if stamp)


def _read_piece(piece: str, number: int, language: str) -> Stamp | None:
    kind: Kind = "updated" if _UPDATED.match(piece) else "published"
    when = parse_date_line(piece, language)
    if when:
        return Stamp(when, piece, number, kind)
    start = _DATE_START.search(piece)
    if not start or not _is_label(piece[: start.start()]):
        return None
    when = parse_date_line(piece[start.start() :], language)
    return Stamp(when, piece[start.start() :], number, kind) if when else None


def _is_label(before: str) -> bool:
    """Whether the words before a date are a name or a place, not the start of a sentence."""
    names = before.strip(" ,:").split()
    return 0 < len(names) <= _NAME_WORDS and all(
        name[0].isupper() or name.lower() in ("by", "and", "on", "de", "van") for name in names
    )


def read_either_order(line: Line) -> tuple[Stamp, ...]:
    """Both readings of a date line in figures, 03/11/2023; one where a weekday beside it fits only that."""
    match = _FIGURES.search(line.text) if len(line.text) <= LONGEST_DATE_LINE else None
    if not match:
        return ()
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    orders = ((second, first),) if match["gap"] == "." else ((first, second), (second, first))  # dots are European
    days = [date(year, month, day) for month, day in orders if 1 <= month <= 12 and 1 <= day <= 12]
    weekday = _WEEKDAY.search(line.text)
    fitting = [day for day in days if not weekday or WEEKDAYS[day.weekday()][:3] == weekday[1].lower()]
    return tuple(Stamp(day.isoformat(), match[0], line.number, "published") for day in sorted(set(fitting)))


def find_address_date(address: str) -> tuple[str, str] | None:
    """The day in an address's path, EDTF, and the part that tells it: https://…/2023/06/15/… is 2023-06-15."""
    for match in _ADDRESS_DATE.finditer(address):
        month = match["month"].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        when = f"{match['year']}-{number:02}-{int(match['day']):02}"
        if edtf.is_valid(when):
            end = match.end() + (address[match.end() : match.end() + 1] == "/")
            return when, address[match.start() : end]
    return None


class Typo(NamedTuple):
    """A date no calendar has, as written, and the EDTF day it was meant to be, None when that can't be told."""

    words: str
    when: str | None


def find_typo(line: Line) -> Typo | None:
    """The first absurd date of a line: "Feb. 14, 20023", "June 31, 2023"."""
    if not _YEAR_AFTER_DAY.search(line.folded):
        return None
    for match in _DAY_AND_YEAR.finditer(line.folded):
        years = [match["year"]] if len(match["year"]) == 4 else _without_doubled_digit(match["year"])
        days = [f"{year}-{_month(match['month']):02}-{int(match['day']):02}" for year in years]
        if len(match["year"]) > 4 or not edtf.is_valid(days[0]):
            return Typo(match[0], days[0] if len(days) == 1 and edtf.is_valid(days[0]) else None)
    return None


def find_dateline_date(blocks: Iterable[str]) -> tuple[str, str] | None:
    """The day, EDTF, and the words of a dateline with a year: "BRUSSELS, June 14, 2023 (Reuters) -"."""
    for block in blocks:
        match = DATELINE.match(fold(block))
        if match and (when := parse_date_line(match["date"])):
            return when, block[: match.end()].strip()
    return None


def find_greeting_date(blocks: Iterable[str]) -> tuple[str, str] | None:
    """The day, EDTF, and the words of a newsletter's greeting: "Good morning. It's Thursday, 6 February 2025."."""
    for block in blocks:
        match = _GREETING.match(fold(block)) if len(block) <= LONGEST_DATE_LINE else None
        if match and (when := parse_date_line(match["date"])):
            return when, block[match.start("day") :].strip(" .!")
    return None


def _without_doubled_digit(year: str) -> list[str]:
    """The years of four digits that somebody who hit a key twice may have meant: 20023 is 2023."""
    doubled = (year[:index] + year[index + 1 :] for index in range(1, len(year)) if year[index] == year[index - 1])
    return [text for text in doubled if len(text) == 4]


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1
