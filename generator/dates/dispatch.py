"""Which rows of the tables a text could match where three given words stand: most words can begin no expression."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain, islice

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
_PLAIN_WORD = regex(r"[a-z0-9_]+|'(?=[0-9](?:0s|[0-9])\b)")  # the same where no letter has an accent
_HELD = 1_000  # words
_BEHIND_TEXT = tuple(regex("").finditer("")) * 2  # two words more, both END


def starting_points(folded: str) -> Iterator[tuple[int, tuple[Matcher, ...]]]:
    """Each place where an expression may start, with the rows that could match there and their patterns.

    A text may be long, so that only some of its words are held at a time.
    """
    begin, known = _rows_by_start(), _known_words()
    found = chain((_PLAIN_WORD if folded.isascii() else _WORD).finditer(folded), _BEHIND_TEXT)
    held: list[re.Match[str]] = []
    while fresh := list(islice(found, _HELD)):
        held = held[-2:] + fresh  # what the last two begin hangs on what follows
        words = [match[0] for match in held]
        kinds = [word if word in known else DIGITS if word < ":" else OTHER for word in words]  # ":" follows "9"
        for match, first, second, third in zip(held, kinds, kinds[1:], kinds[2:], strict=False):
            if first in begin and (matchers := _matchers(first, second, third)):
                yield match.start(), matchers


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
