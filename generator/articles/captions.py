"""Captions that only the lines beside them tell, and each caption once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.articles.headline import key_of
from generator.articles.markup import Line
from generator.articles.roles import Marked
from generator.articles.vocabulary import NAME
from generator.compiled import regex
from generator.model import Caption

_BRACKETS = 4  # characters: a pair of brackets and a full stop or two
_FEWEST_WORDS = 5  # of a sentence that nobody writes twice running
_SHARED = 60  # characters with which two lines say the same
_BULLETS = "•·▪►*- "
_CREDIT = regex(r" ?\([^()]{1,60}\)")
_PHOTOGRAPHER = regex(NAME, re.IGNORECASE)


def mark_captions(marked: Sequence[Marked]) -> list[Marked]:
    """The same lines, captions also where a page gives a line twice, as what a picture shows and below it, and a
    photographer above the agency."""
    result = list(marked)
    for index in range(1, len(marked)):
        first, second = result[index - 1 : index + 1]
        if _are_twins(first, second) or _is_credit(first, second):
            result[index - 1 : index + 1] = Marked(first.line, "caption"), Marked(second.line, "caption")
    return result


def gather_captions(lines: Iterable[Line]) -> tuple[Caption, ...]:
    """Each caption once, though a page may give it with and without brackets."""
    found: dict[tuple[str, ...], Caption] = {}
    for line in lines:
        found.setdefault(key_of(line.text), Caption(line.text, line.number))
    return tuple(found.values())


def _are_twins(first: Marked, second: Marked) -> bool:
    """Whether two lines are a caption given twice: the same words, or one with brackets or more around the credit."""
    one, other = first.line.text, second.line.text
    if one == other or _is_credited(one, other):
        is_next = second.line.number == first.line.number + 1
        return is_next and first.role == "prose" and len(one.split()) >= _FEWEST_WORDS
    if abs(len(one) - len(other)) <= _BRACKETS and one.strip(_BULLETS) != other.strip(_BULLETS):
        return key_of(one) == key_of(other)
    is_caption = "caption" in (first.role, second.role) and min(len(one), len(other)) >= _SHARED
    return is_caption and (other[:_SHARED] in one or one[:_SHARED] in other)


def _is_credited(one: str, other: str) -> bool:
    """Whether the second is the first with a credit in brackets behind it."""
    return other.startswith(one) and bool(_CREDIT.fullmatch(other, len(one)))


def _is_credit(first: Marked, second: Marked) -> bool:
    return second.role == "caption" and first.role == "short" and bool(_PHOTOGRAPHER.fullmatch(first.line.folded))
