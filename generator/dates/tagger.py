"""Text and document creation time to timexes: one pass, at each word the longest match that its rule can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator import edtf
from generator.dates.context import STAND_IN, Context, Reading
from generator.dates.grammar import Rule, rules_by_start
from generator.dates.patterns import DIGITS, compile_template
from generator.dates.periods import OutOfCalendarError
from generator.dates.vocabulary import ALSO_COMMON_WORDS
from generator.model import Timex
from generator.text import fold

_WORD = re.compile(r"\w+|'(?=\d0s\b)")
_NAMES = ("month", "weekday", "wday", "endmonth", "endweekday")


def find_timexes(text: str, dct: str | None, *, exact: bool = True) -> tuple[Timex, ...]:
    """Every temporal expression of an English text, in order, none overlapping another.

    dct: the day the text was written, EDTF; None leaves what counts from it unresolved. exact: False where that day
    was only inferred and the text may have appeared a few days later.
    """
    folded = _fold(text)
    context = Context(folded, *_document_day(dct), exact=exact)
    found: list[Timex] = []
    index, end = rules_by_start(), 0
    for word in _WORD.finditer(folded):
        start = word.start()
        if start < end:
            continue
        rules = index.get(word[0] if not word[0][0].isdigit() else DIGITS)
        if not rules or _inside_figure(folded, start):
            continue
        best = _longest(rules, context, text, start)
        if best:
            timex, reading = best
            found.append(timex)
            end = timex.end
            if reading.told:
                context = replace(context, last=reading.told)
    return tuple(found)


def _longest(rules: tuple[Rule, ...], context: Context, text: str, start: int) -> tuple[Timex, Reading] | None:
    """The timex of the longest match that its rule can read."""
    for match, row in _matches(rules, context.text, start):
        if not _capitals_fit(match, text):
            continue
        try:
            reading = row.read(match, context)
        except OutOfCalendarError:
            continue
        if reading:
            return _timex(match, row, reading), reading
    return None


def _matches(rules: tuple[Rule, ...], folded: str, start: int) -> Iterator[tuple[re.Match[str], Rule]]:
    """What matches here, the longest first."""
    matched = [(match, row) for row in rules if (match := compile_template(row.template).match(folded, start))]
    yield from sorted(matched, key=lambda found: -found[0].end())


def _timex(match: re.Match[str], row: Rule, reading: Reading) -> Timex:
    name = f"{row.name}-{reading.turn}" if reading.turn else row.name
    anchor = reading.anchor.period.when if reading.anchor and reading.anchor.known else None
    start, end = reading.start or match.start(), reading.end or match.end()
    return Timex(start, end, reading.type, reading.value, reading.when, name, anchor, reading.also, reading.unsure)


def _capitals_fit(match: re.Match[str], text: str) -> bool:
    """Whether each month and weekday that is also a common word has its capital."""
    names = (name for name in _NAMES if name in match.re.groupindex and match[name])
    return not any(match[name].rstrip(".") in ALSO_COMMON_WORDS and text[match.start(name)].islower() for name in names)


def _inside_figure(folded: str, start: int) -> bool:
    """Whether a number goes on from what stands before: a price, a decimal, a code."""
    if not folded[start].isdigit() or not start:
        return False
    before = folded[start - 1]
    return before in "$£€#" or (before in ".,:/-" and start > 1 and folded[start - 2].isdigit())


def _fold(text: str) -> str:
    """Lower case and plain typography, character for character."""
    folded = fold(text)
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _document_day(dct: str | None) -> tuple[date, bool]:
    """The day to count from and whether it is known; of a month or longer, its first day stands in, unknown."""
    if dct is None:
        return STAND_IN, False
    value = edtf.parse(dct)
    return (value.first_day or STAND_IN), value.is_day
