"""With which words a text must begin to match a template: most texts are ruled out without their pattern."""

from __future__ import annotations

from collections.abc import Sequence

from generator.dates.patterns import END, JOINS, RANGE_WORDS, Element, parse_template


def starts_of(template: str) -> frozenset[str]:
    """The first words a text that matches the template can have."""
    starts: set[str] = set()
    for element in parse_template(template):
        starts |= element.follows.keys()
        if not element.passable:
            break
    return frozenset(starts)


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
