"""With which words a text must begin to match a template: most texts are ruled out without their pattern."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from generator.dates.patterns import END, JOINS, RANGE_WORDS, Element, parse_template


class _Everything:
    """What has every word."""

    def __contains__(self, word: object) -> bool:
        return True


EVERYTHING = _Everything()


def starts_of(template: str) -> frozenset[str]:
    """The first words a text that matches the template can have."""
    starts: set[str] = set()
    for element in parse_template(template):
        starts |= element.follows.keys()
        if not element.passable:
            break
    return frozenset(starts)


def seconds_of(template: str, first: str) -> tuple[Container[str], ...]:
    """Where the words are that can follow this one in a text that matches the template."""
    seconds: tuple[Container[str], ...] = ()
    for element, behind in zip(parse_template(template), _openings(template)[1:], strict=True):
        inside = element.follows.get(first, ())
        if inside:
            seconds += (inside, *behind) if END in inside else (inside,)
        if not element.passable:
            return seconds
    return (*seconds, EVERYTHING)


@cache
def _openings(template: str) -> tuple[tuple[Container[str], ...], ...]:
    """Where the words are that can stand where each element begins, and behind the last."""
    found: list[tuple[Container[str], ...]] = [(EVERYTHING,)]
    for element in reversed(parse_template(template)):
        own = (element.follows, RANGE_WORDS) if element.join == JOINS["/"] else (element.follows,)
        found.append((*own, *found[-1]) if element.passable else own)
    return tuple(reversed(found))


def may_begin(template: str, beginning: Sequence[str]) -> bool:
    """Whether a text could match the template that begins with these words, the first of them one of its starts.

    A word is as in WordClass; END where the text is over.
    """
    return _may_match(parse_template(template), beginning)


def _may_match(elements: Sequence[Element], beginning: Sequence[str]) -> bool:
    """Whether these elements could match a text that begins with these words."""
    for index, element in enumerate(elements):
        if element.join == JOINS["/"] and beginning[0] in RANGE_WORDS:
            return True
        if beginning[0] in element.follows and _may_go_on(element, elements[index + 1 :], beginning):
            return True
        if not element.passable:
            return False
    return True


def _may_go_on(element: Element, after: Sequence[Element], beginning: Sequence[str]) -> bool:
    """Whether the other words fit where the first begins this element; after: the elements behind it."""
    first, *others = beginning
    if not others:
        return True
    second, *further = others
    inside = element.follows[first]
    if END in inside and _may_match(after, others):
        return True
    return second in inside and (not further or further[0] in element.further or _may_match(after, further))
