"""The pages of a long timeline: a year each, a full year's months, and how the front page lists them."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from generator import edtf
from generator.model import Event
from generator.pages.edition import Edition
from generator.pages.permalinks import INDEX

# on one page: with 40-word quotations that many stay below 60 kB, compressed, with all the page loads
MOST_EVENTS = 150


class Part(NamedTuple):
    """One page of the timeline.

    path: from the site's root; title: "" for the only one; year: which one it is of; label: its title where the year is
    told.
    """

    path: str
    title: str
    year: str
    events: tuple[str, ...]
    label: str = ""


class Year(NamedTuple):
    """One line of the front page's list of parts."""

    title: str
    parts: tuple[Part, ...]


def make_parts(edition: Edition) -> tuple[Part, ...]:
    """The timeline on one page, or by year, and a full year by month; none holds more than MOST_EVENTS."""
    events = edition.timeline.events
    if len(events) <= MOST_EVENTS:
        return (Part(INDEX, "", "", tuple(event.id for event in events)),)
    parts: list[Part] = []
    for year, in_year in _grouped(events, _year):
        groups = [(year, in_year)] if len(in_year) <= MOST_EVENTS else _grouped(in_year, _month)
        for name, group in groups:
            parts += _chunks(edition, name, group)
    return tuple(parts)


def place_in(parts: tuple[Part, ...]) -> dict[str, str]:
    """The path of the page that shows an event, by its id."""
    return {event: part.path for part in parts for event in part.events}


def by_year(parts: tuple[Part, ...]) -> tuple[Year, ...]:
    """The parts as the front page lists them."""
    return tuple(Year(title, tuple(group)) for title, group in groupby(parts, key=lambda part: part.year))


def _grouped(events: Iterable[Event], name: Callable[[Event], str]) -> list[tuple[str, list[Event]]]:
    """Events by the name of their stretch of time, in the order of their first."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(name(event), []).append(event)
    return list(groups.items())


def _year(event: Event) -> str:
    """The year an event is filed under, as EDTF; "undated" where none is known."""
    point = event.when and (event.when.first or event.when.last)
    if not point:
        return "undated"
    return f"{point[0]:05}" if point[0] < 0 else f"{point[0]:04}"


def _month(event: Event) -> str:
    """The month an event is filed under, as EDTF; "undated" where none is known."""
    point = event.when and (event.when.first or event.when.last)
    return f"{_year(event)}-{point[1]:02}" if point else "undated"


def _chunks(edition: Edition, name: str, events: list[Event]) -> list[Part]:
    """One part, or several with a number where even a month holds too many."""
    year, title, label = _names(edition, name)
    starts = range(0, len(events), MOST_EVENTS)
    numbers = [f" ({n}/{len(starts)})" if len(starts) > 1 else "" for n in range(1, len(starts) + 1)]
    return [
        Part(
            path=f"timeline/{name}{f'-part-{n}' if n > 1 else ''}.html",
            title=title + number,
            year=year,
            events=tuple(event.id for event in events[start : start + MOST_EVENTS]),
            label=label + number,
        )
        for n, (start, number) in enumerate(zip(starts, numbers, strict=True), 1)
    ]


def _names(edition: Edition, name: str) -> tuple[str, str, str]:
    """What readers call a stretch of time: its year, itself, and itself where the year is told."""
    if name == "undated":
        return (edition.words("undated"),) * 3
    when, title = edtf.parse(name), edition.date(name).plain
    if when.precision != "month" or not when.first:
        return title, title, title
    return edition.date(name.rpartition("-")[0]).plain, title, edition.words.names["months"][str(when.first[1])]
