"""Which rows of the tables a text could match where two given words stand: most words can begin no expression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, pairwise

from generator.compiled import regex
from generator.dates.grammar import RULES, Rule
from generator.dates.negatives import NEGATIVES, Negative
from generator.dates.patterns import DIGITS, END, RANGE_WORDS, compile_template, may_begin, parse_template, starts_of

Row = Rule | Negative
Matcher = tuple[re.Pattern[str], Row]
ROWS: tuple[Row, ...] = (*NEGATIVES, *RULES)  # where two match equally far, the upper one wins
_WORD = regex(r"(\d)\w*|\w+|'(?=\d0s\b)")


def starting_points(folded: str) -> Iterator[tuple[int, tuple[Matcher, ...]]]:
    """Each place where an expression may start, with the rows that could match there and their patterns."""
    begin = _rows_by_start()
    for first, second in pairwise(chain(_WORD.finditer(folded), (None,))):
        if first and (word := _key(first)) in begin and (matchers := _matchers(word, _second_key(second))):
            yield first.start(), matchers


def matches(matchers: tuple[Matcher, ...], folded: str, start: int) -> list[tuple[re.Match[str], Row]]:
    """What matches at `start`, the longest first."""
    matched = [(match, row) for pattern, row in matchers if (match := pattern.match(folded, start))]
    return sorted(matched, key=lambda found: -found[0].end())


def _key(word: re.Match[str]) -> str:
    return DIGITS if word.lastindex else word[0]


def _second_key(word: re.Match[str] | None) -> str:
    """The second word, or "?" for all those that no template knows, which keeps the cache of _matchers small."""
    if word is None:
        return END
    key = _key(word)
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
def _matchers(first: str, second: str) -> tuple[Matcher, ...]:
    rows = _rows_by_start()[first]
    return tuple((compile_template(row.template), row) for row in rows if may_begin(row.template, first, second))
