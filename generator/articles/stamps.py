"""The dates that a page says of itself: date lines and the date path of its address."""

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from generator import edtf
from generator.articles.markup import Line
from generator.articles.vocabulary import AGENCY, CALENDAR_WORD, SHORT_MONTHS, WEEKDAYS
from generator.compiled import regex
from generator.dates.datelines import parse_date_line

LONGEST_DATE_LINE = 140  # characters; a date line may hold byline and reading time too
_NAME_WORDS = 6  # of a name, a place or a section beside the date; more words are a sentence
_PIECES = regex(r"\s*[|•·;»]\s*|\s+(?:[-–—]{1,2}|/)\s+|(?<!last),?\s+(?=(?:last )?updated\b)", re.IGNORECASE)
_EXTRAS = regex(
    r"\b\d{1,3} ?-?min(?:ute)?s? read\b|\b(?:reading|read) time:? \d{1,3} ?min(?:ute)?s?\b"
    r"|\b[\d,]{1,9} (?:comments?|views|shares)\b|(?-i: by [A-Z]|(?<=\d{4}) in the [A-Z])[^\d]{2,80}$"
    r"|(?:(?<=\d{4})|(?<=\d[ap]m))(?: \d{1,6}){1,3}$"
    r"|(?: (?:print|e-?mail|share|save|listen|(?:adjust )?(?:font|text) size:?)){1,4}$"
    r"|,? (?:(?:image|photo|picture) (?:credit|source)|source|photo|via)s?: ?[^:]{2,60}$"
    rf"|(?<![\d:.])\d{{1,2}}[:.]\d\d ?[ap]\.?m\.?(?: [a-z]{{3,4}})?,? (?=(?:on )?(?:{CALENDAR_WORD}\b|\d{{1,2}}\D))"
    r"|^(?:publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|gepubliceerd|opublikowano)"
    r"(?: le| am| el| em| il| op)?:? |,? (?:à|um|a las|às|alle|om) \d{1,2}[h:.]\d{2}(?: uhr)?",
    re.IGNORECASE,
)
_YEAR = regex(r"\d{4}")  # in every date that tells its day for good
_BRACKETED = regex(r"[(\[]([^()\[\]]+)[)\]]")
# what is told of the page, not of the article: when its paper was founded
_FOUNDED = regex(r"\b(?:est\.|estd|established|founded|since)", re.IGNORECASE)
# what tells of the article in so many words
_PUBLISHED = regex(
    r"(?:(?:this )?(?:is )?(?:an? )?(?:archived? |old )?(?:article|story|post|report|column|page|piece)(?: was)? )?"
    r"(?:first |originally )?(?:published|posted|printed)(?: on| in (?:the )?(?-i:[A-Z])[\w' ]{1,30})?",
    re.IGNORECASE,
)
_AGENCY = regex(r" ?\([A-Z][\w/]{1,20}(?: [A-Z][\w/]{1,20}){0,2}\)$")  # at the end of a dateline on its own line
_UPDATED = regex(r"\W{0,2}(?:last )?(?:updated|modified|edited|amended|reviewed)\b", re.IGNORECASE)
# what tells that a date is of the article and not of what somebody did: a word for it, a weekday, a clock time
_NAMED = regex(rf"\b(?:published|posted|updated|modified|created|issued|news agency|{AGENCY})\b", re.IGNORECASE)
_CLOCK = regex(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_TO_THE_SECOND = regex(r"\d:\d\d:\d\d")
_DATE_START = regex(rf"(?<!\w)(?:{CALENDAR_WORD}\b|\d)", re.IGNORECASE)
_MONTHS = tuple(month for month in SHORT_MONTHS if len(month) == 3)
_FIGURES = regex(
    r"(?<![\d/.-])(?P<first>\d\d?)(?P<gap>[/.-])(?P<second>\d\d?)(?P=gap)(?P<year>(?:19|20)\d\d)(?![\d/.-])"
)
_WEEKDAY = regex(rf"\b({'|'.join(day[:3] for day in WEEKDAYS[:7])})[a-z]{{0,6}}\b", re.IGNORECASE)
_YEAR_OF_ADDRESS, _DAY_OF_ADDRESS = r"[/_-](?P<year>(?:19|20)\d\d)", r"(?P<day>\d\d?)(?!\d)"
_ADDRESS_DATES = (  # …/2023/06/15/…, 2023-06/15, /2023/world/06/15/…
    regex(
        rf"{_YEAR_OF_ADDRESS}(?P<gap>[/_-]?)(?P<month>\d\d|{'|'.join(_MONTHS)})(?P=gap){_DAY_OF_ADDRESS}",
        re.IGNORECASE,
    ),
    regex(rf"{_YEAR_OF_ADDRESS}-(?P<month>\d\d)/{_DAY_OF_ADDRESS}"),
    regex(rf"{_YEAR_OF_ADDRESS}(?:/[a-z][a-z-]{{1,30}}){{1,3}}/(?P<month>\d\d)/{_DAY_OF_ADDRESS}/"),
)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY_AND_YEAR = regex(rf"\b{_MONTH} (?P<day>\d\d?),? (?P<year>\d{{4,6}})\b", re.IGNORECASE)
_YEAR_AFTER_DAY = regex(r"\d,? \d{4}")  # in every line with such a date, and soon looked for
Kind = Literal["published", "updated"]


class Stamp(NamedTuple):
    """A date a line gives: EDTF, the words that gave it, the line's number, and whether it is of an update.

    signs: how many things on the line tell that the date is of the article: a word for it, a weekday, a clock time.
    is_named: one of them is such a word. is_printed: the line has nothing but a clock time to the second.
    """

    when: str
    words: str
    line: int
    kind: Kind
    signs: int = 0
    is_named: bool = False
    is_printed: bool = False


@lru_cache(maxsize=64)  # the layout asks for the lines around the headline, and then who looks for the day
def read_stamps(line: Line, language: str = "en") -> tuple[Stamp, ...]:
    """The dates of a line that holds nothing but dates, a byline and the like."""
    if len(line.text) > LONGEST_DATE_LINE or not _YEAR.search(line.text):
        return ()
    bracketed = _BRACKETED.fullmatch(line.text)
    text = bracketed[1] if bracketed else _AGENCY.sub("", line.text)
    pieces = [_EXTRAS.sub("", piece).strip(" ,") for piece in _PIECES.split(text)]
    dates = [_read_piece(piece, language) for piece in pieces]
    if any(len(piece.split()) > _NAME_WORDS for piece, read in zip(pieces, dates, strict=True) if not read):
        return ()
    named, weekday, clock = (bool(sign.search(text)) for sign in (_NAMED, _WEEKDAY, _CLOCK))
    is_printed = bool(_TO_THE_SECOND.search(text)) and not named
    return tuple(
        Stamp(*read, line.number, _kind(piece), named + weekday + clock, named, is_printed)
        for piece, read in zip(pieces, dates, strict=True)
        if read
    )


def _kind(piece: str) -> Kind:
    return "updated" if _UPDATED.match(piece) else "published"


def _read_piece(piece: str, language: str) -> tuple[str, str] | None:
    """The date of a piece of a line, EDTF, and its words, without the name or the place in front."""
    when = parse_date_line(piece, language)
    if when:
        return when, piece
    start = _DATE_START.search(piece)
    if not start or _FOUNDED.search(piece) or not _is_label(piece[: start.start()]):
        return None
    when = parse_date_line(piece[start.start() :], language)
    return (when, piece[start.start() :]) if when else None


def _is_label(before: str) -> bool:
    """Whether the words before a date are a name, a place or tell of the article, not the start of a sentence."""
    label = before.strip(" ,:")
    if _PUBLISHED.fullmatch(label):
        return True
    names = label.split()
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
    for match in (match for pattern in _ADDRESS_DATES for match in pattern.finditer(address)):
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


def _without_doubled_digit(year: str) -> list[str]:
    """The years of four digits that somebody who hit a key twice may have meant: 20023 is 2023."""
    doubled = (year[:index] + year[index + 1 :] for index in range(1, len(year)) if year[index] == year[index - 1])
    return [text for text in doubled if len(text) == 4]


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1
