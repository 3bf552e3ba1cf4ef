"""Timeline order, total: earliest possible day, narrower before wider, then date text and permalink."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Event

UNDATED = ((9999, 12, 31), (9999, 12, 31), "")


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events sorted; undated ones last."""
    return tuple(sorted(events, key=sort_key))


def sort_key(event: Event) -> tuple[tuple[tuple[int, int, int], tuple[int, int, int], str], int, str, int, str]:
    """By date, then what happened before what was said and what is expected, then as the first article tells it."""
    when = event.when
    return (when.key if when else UNDATED), _rank(event), *_telling(event)


def _telling(event: Event) -> tuple[str, int, str]:
    lead = event.sources[0]
    return lead.article, lead.mention.start, event.id


def _rank(event: Event) -> int:
    return {"happened": 0, "statement": 1, "claim": 1, "expected": 2}[event.status]
