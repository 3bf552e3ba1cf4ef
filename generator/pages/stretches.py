"""The files that tell everything, in stretches: events or articles that follow each other, and what their entries may
know. As with a sheet, what is written of a stretch is the same as long as the stretch is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator.model import Chapter, Event, Record
from generator.pages import calendars, exports
from generator.pages.edition import Edition
from generator.pages.exports import Entries
from generator.pages.press import Kit, press_of
from generator.pages.sheets import Marks, articles_behind
from generator.workers.crew import HERE, Crew, Keeping, Task, chunked
from generator.workers.packing import pack

LONGEST = 32  # entries; the two kilobytes of one in timeline.json are in memory several times
MONTH = len("2023-02")  # of a slug
OF_ARTICLES: Mapping[str, Callable[[Edition], str]] = {
    "articles": exports.articles_json,
    "bibtex": exports.articles_bib,
    "csl": exports.articles_csl,
}
OF_EVENTS: Mapping[str, Callable[[Edition], str]] = {
    "events": exports.events_json,
    "rows": exports.events_csv,
    "days": calendars.events_ics,
    "slides": calendars.events_timelinejs,
    "found": exports.events_found,
}


class Stretch(NamedTuple):
    """Events, and the articles behind them, or articles alone; where the events stand. chapters: with these events."""

    records: tuple[Record, ...]
    events: tuple[Event, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    place: tuple[str, ...] = ()

    def key(self, marks: Marks) -> bytes:
        """What tells apart stretches whose entries differ."""
        return pack((marks.articles(self.records), marks.events(self.events), self.chapters, self.place))


def make_entries(edition: Edition, kit: Kit, crew: Crew, marks: Marks) -> Entries:
    """What gives the entries of the edition's exports; those of a stretch that are known from earlier are not made."""
    events, articles = tuple(_events(edition)), tuple(_articles(edition))
    keeping: Keeping[Stretch, str] = Keeping(lambda stretch: stretch.key(marks), _pack, _unpack)

    def entries(name: str) -> Iterator[str]:
        given = b"\0".join((kit.key, name.encode()))
        # read and written one by one: their results are long
        task = Task("writing exports", partial(write, kit, name), HERE, keeping._replace(given=given), chunk=1)
        return crew.map(task, events if name in OF_EVENTS else articles)

    return entries


def write(kit: Kit, name: str, stretch: Stretch) -> str:
    """The entries of a stretch under this name."""
    return {**OF_ARTICLES, **OF_EVENTS}[name](_edition_of(kit, stretch))


def _pack(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _unpack(data: bytes, _again: object) -> str:
    return data.decode("utf-8", "surrogatepass")


def _edition_of(kit: Kit, stretch: Stretch) -> Edition:
    """What every page knows, and what a stretch holds."""
    edition = press_of(kit).edition
    ids = (event.id for event in stretch.events)
    return edition._replace(
        timeline=edition.timeline._replace(chapters=stretch.chapters, events=stretch.events),
        records={record.slug: record for record in stretch.records},
        chapter_of={event: chapter.id for chapter in stretch.chapters for event in chapter.events},
        place=dict(zip(ids, stretch.place, strict=False)),
    )


def _events(edition: Edition) -> Iterator[Stretch]:
    """By the month of their first day, so that one more moves few others into another stretch."""
    chapters = {chapter.id: chapter for chapter in edition.timeline.chapters}
    for _, group in groupby(edition.timeline.events, key=_month):
        for events in chunked(group, LONGEST):
            held = groupby(events, key=lambda event: edition.chapter_of[event.id])
            yield Stretch(
                tuple(edition.records[slug] for slug in articles_behind(events)),
                tuple(events),
                tuple(chapters[name]._replace(events=_ids(own)) for name, own in held),
                tuple(edition.place[event.id] for event in events),
            )


def _articles(edition: Edition) -> Iterator[Stretch]:
    """By the month that their slugs begin with."""
    for _, group in groupby(edition.records.values(), key=lambda record: record.slug[:MONTH]):
        yield from (Stretch(tuple(records)) for records in chunked(group, LONGEST))


def _month(event: Event) -> tuple[int, ...]:
    first = event.when.first if event.when else None
    return first[:2] if first else ()


def _ids(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(event.id for event in events)
