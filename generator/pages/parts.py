"""What is too long for one page in parts: a year each, a full year's months, and how an overview lists them."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple, TypeAlias

from generator import edtf
from generator.edtf import Edtf
from generator.pages.edition import Edition
from generator.pages.permalinks import INDEX

# on one page: with 40-word quotations that many stay below 60 kB, compressed, with all the page loads
MOST_EVENTS = 150

Dated: TypeAlias = tuple[str, Edtf | None]  # the name of what is shown, and its date


class Part(NamedTuple):
    """One page of several. path: from the site's root; title: "" for the only one; year: which one it is of; label: its
    title where the year is told; names: of what it shows, events by id or articles by slug."""

    path: str
    title: str
    year: str
    names: tuple[str, ...]
    label: str = ""


class Year(NamedTuple):
    """One line of an overview's list of parts."""

    title: str
    parts: tuple[Part, ...]


def make_parts(edition: Edition) -> tuple[Part, ...]:
    """The timeline on one page, or by year, and a full year by month; none holds more than MOST_EVENTS."""
    events = edition.timeline.events
    if len(events) <= MOST_EVENTS:
        return (Part(INDEX, "", "", tuple(event.id for event in events)),)
    return split(edition, "timeline", [(event.id, event.when) for event in events], MOST_EVENTS)


def split(edition: Edition, folder: str, shown: Iterable[Dated], most: int) -> tuple[Part, ...]:
    """Pages of a folder by year, a full year's by month, a full month's by number; none shows more than `most`."""
    parts: list[Part] = []
    for year, in_year in _grouped(shown, _year):
        groups = [(year, in_year)] if len(in_year) <= most else _grouped(in_year, _month)
        for name, group in groups:
            parts += _chunks(edition, f"{folder}/{name}", group, most)
    return tuple(parts)


def place_in(parts: tuple[Part, ...]) -> dict[str, str]:
    """The path of the page that shows an event, by its id."""
    return {event: part.path for part in parts for event in part.names}


def by_year(parts: tuple[Part, ...]) -> tuple[Year, ...]:
    """The parts as an overview lists them."""
    return tuple(Year(title, tuple(group)) for title, group in groupby(parts, key=lambda part: part.year))


def _grouped(shown: Iterable[Dated], name: Callable[[Edtf | None], str]) -> list[tuple[str, list[Dated]]]:
    """What is shown by the name of its stretch of time, in the order of the first of each."""
    groups: dict[str, list[Dated]] = {}
    for each in shown:
        groups.setdefault(name(each[1]), []).append(each)
    return list(groups.items())


def _year(when: Edtf | None) -> str:
    """The year a date is filed under, as EDTF; "undated" where none is known."""
    point = when and (when.first or when.last)
    if not point:
        return "undated"
    return f"{point[0]:05}" if point[0] < 0 else f"{point[0]:04}"


def _month(when: Edtf | None) -> str:
    """The month a date is filed under, as EDTF; "undated" where none is known."""
    point = when and (when.first or when.last)
    return f"{_year(when)}-{point[1]:02}" if point else "undated"


def _chunks(edition: Edition, path: str, shown: list[Dated], most: int) -> list[Part]:
    """One part, or several with a number where even a month holds too many."""
    year, title, label = _titles(edition, path.rpartition("/")[2])
    starts = range(0, len(shown), most)
    numbers = [f" ({n}/{len(starts)})" if len(starts) > 1 else "" for n in range(1, len(starts) + 1)]
    return [
        Part(
            path=f"{path}{f'-part-{n}' if n > 1 else ''}.html",
            title=title + number,
            year=year,
            names=tuple(name for name, _ in shown[start : start + most]),
            label=label + number,
        )
        for n, (start, number) in enumerate(zip(starts, numbers, strict=True), 1)
    ]


def _titles(edition: Edition, name: str) -> tuple[str, str, str]:
    """What readers call a stretch of time: its year, itself, and itself where the year is told."""
    if name == "undated":
        return (edition.words("undated"),) * 3
    when, title = edtf.parse(name), edition.date(name).plain
    if when.precision != "month" or not when.first:
        return title, title, title
    return edition.date(name.rpartition("-")[0]).plain, title, edition.words.names["months"][str(when.first[1])]
