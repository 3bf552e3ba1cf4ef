"""What a reading may look at: the text around, the document's day, the dates told so far; and what it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from generator.compiled import regex
from generator.dates.cues import AHEAD, BACK
from generator.dates.habits import Habits
from generator.dates.periods import Period
from generator.dates.tense import AIMS, aim_until, direction, happened_by, is_habit, is_to_come
from generator.dates.vocabulary import TURNS
from generator.timex import TimexType

STAND_IN = date(2000, 1, 1)  # counts for an undated document's day, so that every rule runs; its results are masked
UNKNOWN_YEAR = 2048  # so that 69 to 99 are of the last century, as POSIX has it
_MASKS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXXX", "century": "XXXX",
}  # fmt: skip


class Told(NamedTuple):
    """A date the text has told: the period, and whether it is known or hangs on an unknown document day."""

    period: Period
    known: bool = True


class Reading(NamedTuple):
    """What a rule makes of an expression.

    told: its period; later expressions may count from it if `remember`. figure: it is a quarter or year that company
    figures are about, which "a year earlier" then counts from. anchor: what it counted from. turn: the direction
    decided ("last", "next", "today"), a suffix of the rule's name. end: where the expression ends when that is before
    the end of what matched.
    """

    type: TimexType
    value: str
    when: str | None = None
    told: Told | None = None
    anchor: Told | None = None
    also: tuple[str, ...] = ()
    unsure: str | None = None
    turn: str = ""
    end: int | None = None
    remember: bool = True
    figure: bool = False


class Context(NamedTuple):
    """Where an expression stands.

    text: the folded text. day: the document's day; dated: whether it is known; exact: whether it is no mere inference.
    last: the date told last, ending at last_end. figure: the quarter or year that figures were told for last.
    """

    text: str
    habits: Habits
    day: date
    dated: bool = True
    exact: bool = True
    last: Told | None = None
    last_end: int = 0
    figure: Told | None = None

    @property
    def near_year(self) -> int:
        """The year that two digits for one are near: the document's; one not known is of the last decades."""
        return self.day.year if self.dated else UNKNOWN_YEAR

    @property
    def today(self) -> Told:
        """The document's day."""
        return Told(Period("day", self.day), self.dated)

    @property
    def told_or_today(self) -> Told:
        """The date told last, the document's day where none was."""
        return self.last or self.today

    def direction(self, match: re.Match[str]) -> int:
        """-1, 0 or 1: the clause around the match looks back, says nothing, or looks ahead."""
        return direction(self.text, match.start(), match.end())

    def aim(self, match: re.Match[str]) -> int:
        """Like `direction`, but "by", "since" or "moved to" right before the match tell it more surely than a verb."""
        aim = AIMS.get(self.word_before(match.start())) or aim_until(self.text, match.start())
        if is_to_come(self.text, match.start()):
            aim = AHEAD
        if aim == AHEAD and happened_by(self.text, match.start(), match.end()):
            return BACK
        return self.direction(match) if aim is None else aim

    def habit(self, match: re.Match[str]) -> bool:
        """Whether the clause tells what usually happens then, not a date."""
        return is_habit(self.text, match.start())

    def word_before(self, start: int) -> str:
        """The word before, across white space or a hyphen only; "" where something else stands there."""
        found = regex(r"(\w+)[\s-]{1,4}$").search(self.before(start, 24))
        return found[1] if found else ""

    def after(self, end: int, length: int = 40) -> str:
        """The folded text from `end` on."""
        return self.text[end : end + length]

    def before(self, start: int, length: int = 40) -> str:
        """The folded text up to `start`."""
        return self.text[max(0, start - length) : start]


Read = Callable[[re.Match[str], Context], Reading | None]


def dated(period: Period, anchor: Told | None = None, *, bare: str | None = None, suffix: str = "") -> Reading:
    """A DATE; `bare` is its TIMEX3 value while the anchor is unknown. With a suffix ("T17:00", "TMO") a TIME."""
    known = anchor is None or anchor.known
    value = period.value if known else bare or _MASKS[period.unit]
    told = Told(period, known)
    return Reading("TIME" if suffix else "DATE", value + suffix, period.when if known else None, told, anchor)


def interval(first: Period, last: Period, anchor: Told | None = None) -> Reading:
    """A DATE from one period to another, told as one expression."""
    start, end = dated(first, anchor), dated(last, anchor)
    if last.last <= first.last:
        return start
    when = f"{start.when}/{end.when}" if start.when and end.when else None
    return start._replace(value=f"{start.value}/{end.value}", when=when)


def duration(value: str) -> Reading:
    """A DURATION of that TIMEX3 value."""
    return Reading("DURATION", value)


def repeated(value: str) -> Reading:
    """A SET of that TIMEX3 value."""
    return Reading("SET", value)


def refer(value: str) -> Read:
    """A reading: always PAST_REF, PRESENT_REF or FUTURE_REF, a DATE without a place in the calendar."""

    def read(match: re.Match[str], context: Context) -> Reading:
        return Reading("DATE", value)

    return read


def group(match: re.Match[str], name: str) -> str | None:
    """The text of a group, None where the pattern has no such group or it took no part."""
    return match[name] if name in match.re.groupindex else None


def key(match: re.Match[str], name: str) -> str:
    """A group as the tables spell it, whatever white space is between its words; "" where it took no part."""
    return " ".join((group(match, name) or "").split())


def turn_of(match: re.Match[str]) -> int:
    """-1, 0 or 1: the one before, of or after the document's day, as "last", "this" and "next" say."""
    return TURNS[key(match, "turn")]
