"""Which rows of the tables a text could match where two given words stand: most words can begin no expression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.compiled import regex
from generator.dates.grammar import RULES, Rule
from generator.dates.negatives import NEGATIVES, Negative
from generator.dates.patterns import DIGITS, END, RANGE_WORDS, compile_template, may_begin, parse_template, starts_of

Row = Rule | Negative
ROWS: tuple[Row, ...] = (*NEGATIVES, *RULES)  # where two match equally far, the upper one wins
_WORD = regex(r"\w+|'(?=\d0s\b)")


def starting_points(folded: str) -> Iterator[tuple[int, tuple[Row, ...]]]:
    """Each place where an expression may start, with the rows that could match there."""
    words = _WORD.finditer(folded)
    begin = _rows_by_start()
    first = next(words, None)
    while first:
        second = next(words, None)
        word = _key(first[0])
        if word in begin:
            rows = _rows(word, _second_key(second))
            if rows:
                yield first.start(), rows
        first = second


def matches(rows: tuple[Row, ...], folded: str, start: int) -> list[tuple[re.Match[str], Row]]:
    """What matches at `start`, the longest first."""
    matched = [(match, row) for row in rows if (match := compile_template(row.template).match(folded, start))]
    return sorted(matched, key=lambda found: -found[0].end())


def _key(word: str) -> str:
    return DIGITS if word[0].isdigit() else word


def _second_key(word: re.Match[str] | None) -> str:
    """The second word, or "?" for all those that no template knows, which keeps the cache of _rows small."""
    if word is None:
        return END
    key = _key(word[0])
    return key if key in _known_words() else "?"


@cache
def _rows_by_start() -> Mapping[str, tuple[Row, ...]]:
    index: dict[str, list[Row]] = {}
    for row in ROWS:
        for word in starts_of(row.template):
            index.setdefault(word, []).append(row)
    return {word: tuple(listed) for word, listed in index.items()}


@cache
def _known_words() -> frozenset[str]:
    words: set[str] = set(RANGE_WORDS)
    for row in ROWS:
        for element in parse_template(row.template):
            words |= element.follows.keys() | {word for after in element.follows.values() for word in after}
    return frozenset(words)


@cache
def _rows(first: str, second: str) -> tuple[Row, ...]:
    return tuple(row for row in _rows_by_start()[first] if may_begin(row.template, first, second))
