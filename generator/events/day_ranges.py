"""Days told together: "on Tuesday and Wednesday" are two days of one happening, "from Monday to Friday" are five; of
months and years only ranges are one stretch of time, "between January and May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from generator import edtf
from generator.compiled import regex
from generator.model import Timex

_HOUR = regex(r"T\d")
_AND = regex(r",?\s+(?:and|&)\s+(?:on\s+)?")
_COMMA = regex(r",\s+(?:on\s+)?")
_TO = regex(r"\s+(?:to|until|till|through|and)\s+")
_OPENS_RANGE = regex(r"\b(?:[Ff]rom|(?P<between>[Bb]etween))\s+(?:late\s+|early\s+)?$")
_SUBJECT = regex(r"\s+(?:he|she|it|they|we|you|the|an?|his|her|its|their|our)\b|\s+[A-Z]")
# "moved from Monday to Wednesday": it is on one of them
_MOVED = regex(
    r"\b(?:mov|postpon|push|put|brought|delay|deferr?|reschedul|shift|chang|switch|adjourn)\w*\b[^.;]{0,60}$"
)
# "Wednesday’s vote", "Wednesday will bring", "Wednesday-night football": that day is told for itself
_FOR_ITSELF = regex(
    r"[’'-]|\s+(?:is|was|will|would|has|had|saw|may|might|could|should|can|brings?|brought|marks?|marked)\b"
)


def join_days(timexes: Sequence[Timex], body: str) -> list[Timex]:
    """The expressions of a sentence, those of days that are told together as one, from the first day to the last.

    Days that don't follow each other stay apart, the first with a note for review.
    """
    joined: list[Timex] = []
    at = 0
    while at < len(timexes):
        run = _run(timexes[at:], body)
        joined += _as_one(run, body) if len(run) > 1 else run
        at += len(run)
    return joined


def _run(timexes: Sequence[Timex], body: str) -> Sequence[Timex]:
    """The days from the first expression on that are told together; it alone where it is told for itself."""
    betweens = [body[one.end : other.start] for one, other in pairwise(timexes)]
    commas = next((count for count, between in enumerate(betweens) if not _COMMA.fullmatch(between)), len(betweens))
    if commas == len(betweens):
        return timexes[:1]
    is_range = not commas and _is_range(timexes[0], betweens[0], body)
    run = timexes[: commas + 2]
    is_between = is_range and betweens[0].strip() == "and"  # "those polled between May 9 and May 13 were split"
    is_told = is_range or (_AND.fullmatch(betweens[commas]) and not _opens_clause(betweens[commas], run[-1].end, body))
    is_told = is_told and (is_between or not _FOR_ITSELF.match(body, run[-1].end))
    if is_range and _long_range(*run):
        return run
    return run if is_told and all(map(_day, run)) else timexes[:1]


def _opens_clause(between: str, end: int, body: str) -> bool:
    """ "arrested on Sunday, and on Monday he was charged"."""
    return between.strip() not in ("and", "&") and bool(_SUBJECT.match(body, end))


def _is_range(first: Timex, between: str, body: str) -> bool:
    """ "from Monday to", "between Monday and"."""
    before = body[max(0, first.start - 80) : first.start]
    opening = _OPENS_RANGE.search(before)
    if not opening or not _TO.fullmatch(between) or _MOVED.search(before[: opening.start()]):
        return False
    return bool(opening["between"]) == (between.strip() == "and")


def _as_one(run: Sequence[Timex], body: str) -> list[Timex]:
    """The days of a run as one stretch of time; as they are where they leave out days, or go backwards."""
    long = _long_range(run[0], run[-1])
    if long:
        return [run[0]._replace(end=run[-1].end, when=long, also=())]
    days = list(_days(run))
    first, last = days[0], days[-1]
    is_range = len(run) == 2 and _is_range(run[0], body[run[0].end : run[1].start], body)
    follow = all(other - one == timedelta(1) for one, other in pairwise(days))
    if not (follow or (is_range and first < last)):
        words = body[run[0].start : run[-1].end]
        return [run[0]._replace(unsure=run[0].unsure or f"the text names several days: {words}"), *run[1:]]
    unsure = next((timex.unsure for timex in run if timex.unsure), None)
    return [run[0]._replace(end=run[-1].end, when=str(edtf.interval(first, last)), also=(), unsure=unsure)]


def _long_range(first: Timex, last: Timex) -> str | None:
    """From one month or year to a later one, as EDTF."""
    if not first.when or not last.when or (first.type, last.type) != ("DATE", "DATE"):
        return None
    one, other = edtf.parse(first.when), edtf.parse(last.when)
    is_long = one.precision == other.precision and one.precision in ("month", "year")
    return f"{one}/{other}" if is_long and one.key < other.key else None


def _days(run: Sequence[Timex]) -> Iterator[date]:
    return (day for timex in run if (day := _day(timex)))


def _day(timex: Timex) -> date | None:
    is_told = timex.when and timex.type in ("DATE", "TIME") and not _HOUR.search(timex.value)
    value = edtf.parse(str(timex.when)) if is_told else None
    return value.first_day if value and value.is_day else None
