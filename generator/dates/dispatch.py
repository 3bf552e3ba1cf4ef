"""Which rows of the tables a text could match where three given words stand: most words can begin no expression."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from generator.compiled import regex
from generator.dates.beginnings import may_begin, seconds_of, starts_of
from generator.dates.grammar import RULES, Rule
from generator.dates.negatives import NEGATIVES, Negative
from generator.dates.patterns import DIGITS, RANGE_WORDS, compile_template, parse_element

Row = Rule | Negative
Matcher = tuple[re.Pattern[str], Row]
ROWS: tuple[Row, ...] = (*NEGATIVES, *RULES)  # where two match equally far, the upper one wins
OTHER = "?"  # stands for any word that no template knows
# the words of the tables have no other letters, and a class of these few is read twice as fast as \w; an apostrophe is
# a word before a year or decade
_WORD = regex(r"[a-z0-9_](?<!\w\w)[a-z0-9_]*|'(?=[0-9](?:0s|[0-9])\b)")
_BEHIND_TEXT = tuple(regex("").finditer("")) * 2  # two words more, both END


def starting_points(folded: str) -> Iterator[tuple[int, tuple[Matcher, ...]]]:
    """Each place where an expression may start, with the rows that could match there and their patterns.

    No list of the words is held, as a text may be long: where the third word is met, the first is decided on.
    """
    begin, known = _rows_by_start(), _known_words()
    (place, next_place), (first, second) = _BEHIND_TEXT, (OTHER, OTHER)
    for match in chain(_WORD.finditer(folded), _BEHIND_TEXT):
        word = match[0]
        third = word if word in known else DIGITS if word < ":" else OTHER  # ":" is what follows "9"
        if first in begin and (matchers := _matchers(first, second, third)):
            yield place.start(), matchers
        place, next_place = next_place, match
        first, second = second, third


def matches(matchers: tuple[Matcher, ...], folded: str, start: int) -> list[tuple[re.Match[str], Row]]:
    """What matches at `start`, the longest first."""
    matched = [(match, row) for pattern, row in matchers if (match := pattern.match(folded, start))]
    return sorted(matched, key=lambda found: -found[0].end())


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
    for source in {source for row in ROWS for source in row.template.split()}:
        element = parse_element(source)
        words.update(element.follows, element.further, *element.follows.values())
    return frozenset(words)


@cache
def _seconds(first: str) -> tuple[tuple[Row, Container[str]], ...]:
    """Each row with each place of the words that can follow this one."""
    return tuple((row, words) for row in _rows_by_start()[first] for words in seconds_of(row.template, first))


@cache
def _rows(first: str, second: str) -> tuple[Row, ...]:
    return tuple(dict.fromkeys(row for row, words in _seconds(first) if second in words))


@lru_cache(maxsize=16_384)
def _matchers(first: str, second: str, third: str) -> tuple[Matcher, ...]:
    """The rows that a text with these words could match, and their patterns."""
    rows = (row for row in _rows(first, second) if may_begin(row.template, (first, second, third)))
    return tuple((compile_template(row.template), row) for row in rows)
