"""What an article tells that cannot be true on the day that other evidence gives it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator import edtf
from generator.compiled import regex
from generator.dates.cues import BACK
from generator.dates.tagger import find_timexes
from generator.dates.tense import direction
from generator.model import Timex

HORIZON = timedelta(days=60)  # a date further ahead than this is no plan but from another time
_LATE = timedelta(days=31)  # a plan is still told as one when its time is over for so long
_REACH = 120  # characters in front of a date that can tell it as to come
# "is due to finish by", "will open in"; "was due" and "would" tell nothing of today
_TO_COME = regex(
    r"\b(?:will|(?:is|are)\s+(?:now\s+|also\s+|still\s+)?(?:due|expected|scheduled|set|planned|slated|to))\b"
    r"[^.!?\n\"“”]{0,80}$"
)


def contradicts(body: str, day: date, plans: timedelta = HORIZON) -> str | None:
    """Words of the body that cannot stand in an article of that day: a date too far ahead, a later day that is told as
    past, or an earlier one that is told as to come. None where there are none.

    plans: how far ahead a date may lie that is told as to come.
    """
    for timex, first, last in _explicit(body):
        is_plan = _is_to_come(body, timex)
        is_later = first > day + (plans if is_plan else HORIZON)
        if is_later or (first > day and first == last and _is_past(body, timex)) or (is_plan and last < day - _LATE):
            return body[timex.start : timex.end]
    return None


def latest_past(body: str) -> date | None:
    """The latest beginning of a time that the body names with its year and tells of as past."""
    return max((first for timex, first, _ in _explicit(body) if _is_past(body, timex)), default=None)


def _explicit(body: str) -> Iterator[tuple[Timex, date, date]]:
    """The dates that hang on no other day, with their first and last days."""
    for timex in find_timexes(body, None):
        value = edtf.parse(timex.when) if timex.when and not timex.unsure else None
        if value and (first := value.first_day):
            yield timex, first, value.last_day or first


def _is_past(text: str, timex: Timex) -> bool:
    return direction(text, timex.start, timex.end) == BACK


def _is_to_come(text: str, timex: Timex) -> bool:
    return bool(_TO_COME.search(text, max(0, timex.start - _REACH), timex.start))
