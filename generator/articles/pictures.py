"""What the captions of an article say of its day, beside the weekdays that its text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.articles.evidence import (
    Told,
    as_day,
    full_days,
    is_from_file,
    lede_of,
    nearest,
    tells_news,
    told_day,
)
from generator.articles.vocabulary import WEEKDAYS
from generator.compiled import regex
from generator.dates.cues import BACK
from generator.dates.tagger import find_timexes
from generator.dates.tense import direction
from generator.model import Article, Caption, Timex

_LATEST = timedelta(days=2)  # behind an agency's picture the news it is taken for
_SENTENCE_END = regex(r"(?<=[a-z)]{2}[.!?]) (?=[A-Z])")
_OF_PICTURE = regex(r"\b(?:photo|picture|image|taken|shot|seen|poses?|pictured|footage)", re.IGNORECASE)


class Pictured(NamedTuple):
    """The day of a picture, the words for its caption, and whether that tells the weekday too."""

    day: date
    words: str
    has_weekday: bool


def caption_days(article: Article) -> tuple[Pictured, ...]:
    """The full dates in the captions, the latest first, with the line each stands on; doubtful ones are left out."""
    told = {
        Pictured(day, f"the caption in line {caption.line}", _weekday(day) in caption.text)
        for caption in article.captions
        for timex, day in _days(caption)
        if not timex.unsure
    }
    return tuple(sorted(told, key=lambda one: (-one.day.toordinal(), one.words)))


def news_told(article: Article, caption: Pictured) -> Told | None:
    """The day of the news where its weekday is that of a caption, or, of one that tells its own, comes soon after it.

    None where it is another: the picture may be years old.
    """
    told = told_day(article, caption.day)
    if not told or not timedelta() <= told.day - caption.day <= (_LATEST if caption.has_weekday else timedelta()):
        return None
    return max(
        (told, *(day for day in _told_as_past(article, told.day) if day.day - caption.day <= _LATEST)),
        key=lambda one: one.day,
    )


def _told_as_past(article: Article, near: date) -> Iterator[Told]:
    """The days that the lede tells by their weekday, those nearest to the given one: news of Tuesday may begin with
    Monday's fire."""
    lede = lede_of(article.body)
    before: Timex | None = None
    for timex in find_timexes(lede, near.isoformat(), exact=False):
        is_anchor = before is not None and before.anchor == timex.when  # "a day before they meet on Thursday"
        weekday = as_day(timex.when) if tells_news(timex, lede) and not is_anchor else None
        if weekday and direction(lede, timex.start, timex.end) == BACK:
            yield Told(nearest(weekday, near), lede[timex.start : timex.end])
        before = timex


def _days(caption: Caption) -> Iterator[tuple[Timex, date]]:
    """The full dates of a caption; of an archive's picture those that a further sentence tells with their weekday:
    agencies tell the news there, and the picture's own day in the first."""
    if not is_from_file(caption):
        yield from full_days(caption.text)
        return
    for sentence in _SENTENCE_END.split(caption.text)[1:]:
        for timex, day in full_days(sentence):
            if not _OF_PICTURE.search(sentence) and _weekday(day) in sentence[timex.start : timex.end]:
                yield timex, day


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()
