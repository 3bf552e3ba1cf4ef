"""The day that an article's own text gives it: a dateline, a newsletter's greeting, "today (Friday 4 May 2018)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from generator.articles.stamps import LONGEST_DATE_LINE
from generator.articles.vocabulary import MONTHS, SHORT_MONTHS, WEEKDAYS, any_of
from generator.compiled import regex
from generator.dates.datelines import parse_date_line
from generator.text import fold

_PLACE = r"[A-Z][A-Z .'/-]{2,40}(?:, [A-Z][\w. ]{1,25})?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:[A-Z][a-z]{{2,8}}\.? {_NUMBER}(?:, \d{{4}})?|{_NUMBER} [A-Z][a-z]{{2,8}}\.?(?:,? \d{{4}})?)"
_AGENCY = r"\([A-Za-z /]{2,30}\)"
# the place in capitals, two of them where the news is of both, the day, the agency, a dash
DATELINE = regex(
    rf"{_PLACE}(?: and {_PLACE})?(?:[,:]|-{{1,2}})? ?(?:{_AGENCY}[,:]? )?(?P<date>{_DAY})(?:, {_DAY})?"
    rf"[,:]? ?(?:{_AGENCY} ?)?(?:[-:,/]|$)"
)
_GREETING = regex(
    r"(?:(?:good|happy|hello|hi|welcome)\b[^.!?]{0,60}[.!,] )?"
    r"(?P<day>(?:it's|it is|today is|this is) (?P<date>[^.!?]{8,40}))[.!]?$",
    re.IGNORECASE,
)
_MONTH = rf"{any_of((*MONTHS, *SHORT_MONTHS))}\.?"
_TODAY = regex(
    r"\b(?P<when>today|tonight|this (?:morning|afternoon|evening)|yesterday|last night)(?:,? \(|, | on )"
    rf"(?P<date>(?:{any_of(WEEKDAYS)},? )?(?:{_NUMBER} {_MONTH}|{_MONTH} {_NUMBER}),? \d{{4}})\b",
    re.IGNORECASE,
)
_OF_THE_DAY_BEFORE = ("yesterday", "last night")
_OPENING_QUOTES, _CLOSING_QUOTES, _PLAIN_QUOTES = "“«„", "”»", '"'


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


def find_today(blocks: Sequence[str]) -> tuple[str, str] | None:
    """The day, EDTF, and the words of a text that gives its "today" or "yesterday" in full; None where days differ."""
    found = [told for block in blocks for told in _todays(block)]
    return found[0] if len({when for when, _ in found}) == 1 else None


def _todays(block: str) -> Iterator[tuple[str, str]]:
    """The days on which a paragraph's own "today" can be; whoever is quoted in it may have spoken long before."""
    for match in _TODAY.finditer(block):
        when = parse_date_line(match["date"])
        if when and not _is_quoted(block, match.start()):
            is_before = match["when"].lower() in _OF_THE_DAY_BEFORE
            yield (date.fromisoformat(when) + timedelta(days=is_before)).isoformat(), match[0]


def _is_quoted(text: str, place: int) -> bool:
    before = text[:place]
    opened = sum(map(before.count, _OPENING_QUOTES)) - sum(map(before.count, _CLOSING_QUOTES))
    return opened > 0 or before.count(_PLAIN_QUOTES) % 2 == 1
