"""What an article's own words say of the day it appeared: captions, weekdays told, datelines, anniversaries ahead."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator import edtf
from generator.articles.contradictions import latest_past
from generator.articles.openings import DATELINE
from generator.articles.stamps import Stamp
from generator.articles.vocabulary import MONTHS
from generator.compiled import regex
from generator.dates.cues import AHEAD
from generator.dates.tagger import find_timexes
from generator.dates.tense import direction
from generator.model import Article, Caption, Timex
from generator.text import Paragraph, fold, paragraphs

_LEDE = 3  # paragraphs in which news tells its day
_NEARBY, _APART, _BESIDE = timedelta(days=45), timedelta(days=30), timedelta(days=4)
_LONGEST_SPAN = 90  # characters of a reported phrase
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ANNIVERSARY = regex(
    rf"\b(?:(?P<count>{'|'.join(_COUNTS)}|\d{{1,3}})-year (?:mark|anniversary)"
    rf"|(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)) anniversary)\b",
    re.IGNORECASE,
)
_BEGINNING = regex(
    r"\b(?:launch|beg[aiu]n|start|invade|broke out|erupt|found|open|sign|struck|strike|seize|overth)", re.IGNORECASE
)
_FROM_FILE = regex(r"\b(?:FILE|ARCHIVE)\b|\b(?i:file|archive|library|stock) (?i:photo|picture|image|footage)")
_OTHER_WEEK = regex(r"(?:last|next|the (?:previous|following)|this coming)\b", re.IGNORECASE)
_YEAR = regex(r"(?:19|20)\d\d")
_PROPER = regex(r"\b[A-ZÀ-ÖØ-Þ][\w-]{2,40}")


class Told(NamedTuple):
    """A day, and the words that tell it."""

    day: date
    words: str


class Explicit(NamedTuple):
    """A date a text names with its year, and its words."""

    when: edtf.Edtf
    words: str


def english_day(day: date) -> str:
    """A day as people write it, whatever the locale: 14 February 2023."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def told_day(article: Article, near: date) -> Told | None:
    """The day of the news, as the first weekday of the lede puts it: the one nearest to the given day."""
    lede = lede_of(article.body)
    timexes = [timex for timex in find_timexes(lede, near.isoformat(), exact=False) if timex.type in ("DATE", "TIME")]
    for index, timex in enumerate(timexes):
        if tells_news(timex, lede) and (weekday := as_day(timex.when)):
            before = timexes[index - 1] if index and timexes[index - 1].anchor == timex.when else timex
            day = (as_day(before.when) or weekday) if before is not timex else weekday
            return Told(nearest(day, near), _phrase(lede, before.start, timex.end))
    return None


def days_told(text: str, published: str | None, *, exact: bool) -> Iterator[Told]:
    """The days that a text tells when it is read in an article of that day; only what is to come is later."""
    for timex in find_timexes(text, published, exact=exact):
        day = as_day(timex.when)
        later = day and published and day.isoformat() > published
        if day and (not later or direction(text, timex.start, timex.end) == AHEAD):
            yield Told(day, text[timex.start : timex.end])


def lede_of(body: str) -> str:
    """The body up to the end of the paragraphs in which news tells its day."""
    told = [paragraph for paragraph in paragraphs(body) if not paragraph.is_heading][:_LEDE]
    return body[: told[-1].end] if told else ""


def dateline_day(article: Article) -> tuple[Told, str] | None:
    """The day of a dateline without a year, and the words in the text or a caption that give the year."""
    match = DATELINE.match(fold(article.body[:200]))
    if not match:
        return None
    dates = explicit_dates((*(each.text for each in article.captions if not is_from_file(each)), article.body))
    years = sorted({first.year for one in dates if (first := one.when.first_day)})
    past = latest_past(article.body)
    days = [day for year in years for day in _days_of(match["date"], year) if not past or past <= day]
    near = sorted((_distance(day, one.when), day, one.words) for day in days if (one := closest(day, dates, _NEARBY)))
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return Told(near[0][1], article.body[match.start("date") : match.end("date")]), near[0][2]


def is_from_file(caption: Caption) -> bool:
    """Whether the picture comes from an archive, as "FILE" and "file photo" say."""
    return bool(_FROM_FILE.search(caption.text))


def settle_order(stamps: Sequence[Stamp], texts: Iterable[str]) -> tuple[Stamp, str] | None:
    """The reading of a date in figures that a date in the text stands right beside, and that date's words.

    Texts without a year in figures are not read: they hardly name a day by itself.
    """
    dates = explicit_dates(text for text in texts if _YEAR.search(text))
    near = [(stamp, one) for stamp in stamps if (one := closest(date.fromisoformat(stamp.when), dates, _BESIDE))]
    apart = [stamp for stamp in stamps if closest(date.fromisoformat(stamp.when), dates, _APART)]
    return (near[0][0], near[0][1].words) if len(near) == 1 and len(apart) == 1 else None


def explicit_dates(texts: Iterable[str]) -> list[Explicit]:
    """The days and months that the texts name with their year; doubtful ones are left out."""
    return [
        Explicit(value, text[timex.start : timex.end])
        for text in texts
        for timex in find_timexes(text, None)
        if timex.when and not timex.unsure and (value := edtf.parse(timex.when)).precision in ("day", "month")
    ]


def closest(day: date, dates: Iterable[Explicit], reach: timedelta) -> Explicit | None:
    """The date nearest to a day, None where none is within reach; a month that holds the day is at the day."""
    best = min(dates, key=lambda one: (_distance(day, one.when), one.words), default=None)
    return best if best and _distance(day, best.when) <= reach else None


def fit_anniversary(article: Article, day: date, others: Iterable[Article]) -> tuple[str, Told] | None:
    """An anniversary that the article, read as of that day, sees ahead or behind, and the beginning it fits."""
    beginnings = [found for other in (article, *others) for found in _beginnings(other)]
    for paragraph, words, years, when in _anniversaries(article, day):
        names = set(_PROPER.findall(paragraph.text))
        for told, sentence in beginnings:
            jubilee = f"{told.day.year + years:04}-{told.day:%m-%d}"
            if names & set(_PROPER.findall(sentence)) and edtf.is_valid(jubilee) and when.contains(edtf.parse(jubilee)):
                return words, told
    return None


def tells_news(timex: Timex, text: str) -> bool:
    """A weekday by itself is of these days; "last Tuesday" may be of the week before."""
    return timex.rule.startswith(("weekday", "clock-weekday", "hour-weekday")) and not _OTHER_WEEK.match(
        text, timex.start
    )


def full_days(text: str) -> Iterator[tuple[Timex, date]]:
    """The days that the text names with their year."""
    for timex in find_timexes(text, None):
        if day := as_day(timex.when):
            yield timex, day


def as_day(when: str | None) -> date | None:
    """The day an EDTF value is, None where it is none."""
    value = edtf.parse(when) if when else None
    return value.first_day if value and value.is_day else None


def nearest(day: date, near: date) -> date:
    """The same weekday, at most three days from the given one."""
    return near + timedelta(days=(day.weekday() - near.weekday() + 3) % 7 - 3)


# ---------------------------------------------------------------- inside


def _distance(day: date, when: edtf.Edtf) -> timedelta:
    first, last = when.first_day, when.last_day
    if not first or not last:
        return timedelta.max
    return max(first - day, day - last, timedelta())


def _days_of(words: str, year: int) -> list[date]:
    """The day of a year that "June 14" or "14th June" names."""
    return [day for _, day in full_days(f"{words.rstrip('.')}, {year}" if words[0].isalpha() else f"{words} {year}")]


def _phrase(text: str, start: int, end: int) -> str:
    """The words between two offsets, without the middle where they are many."""
    words = text[start:end]
    return words if len(words) <= _LONGEST_SPAN else f"{words[:40].rsplit(' ', 1)[0]} … {words[-40:].split(' ', 1)[-1]}"


def _anniversaries(article: Article, day: date) -> Iterator[tuple[Paragraph, str, int, edtf.Edtf]]:
    """Each anniversary with a date beside it: its paragraph, its words, how many years, and the date."""
    for paragraph in paragraphs(article.body):
        for match in _ANNIVERSARY.finditer(paragraph.text):
            for timex in find_timexes(paragraph.text, day.isoformat(), exact=False):
                if timex.when and timex.anchor and abs(timex.start - match.end()) <= _LONGEST_SPAN:
                    start, end = min(match.start(), timex.start), max(match.end(), timex.end)
                    yield paragraph, paragraph.text[start:end], _years(match), edtf.parse(timex.when)


def _years(match: re.Match[str]) -> int:
    number = (match["count"] or match["ordinal"]).lower()
    table = _COUNTS if match["count"] else _ORDINALS
    return table.index(number) + 1 if number in table else int(regex(r"\D").sub("", number))


def _beginnings(article: Article) -> Iterator[tuple[Told, str]]:
    """Full days in sentences that tell how something began, with the sentence's paragraph."""
    for paragraph in paragraphs(article.body):
        if _BEGINNING.search(paragraph.text):
            for timex, day in full_days(paragraph.text):
                yield Told(day, paragraph.text[timex.start : timex.end]), paragraph.text
