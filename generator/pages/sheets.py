"""A long site in sheets: single pages, each with all that it may know, so that anybody can fill it at any time.

A sheet's page can depend on nothing that the sheet doesn't hold. That is why it may be filled by another process, and
need not be filled again while its sheet is the same.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from generator import edtf
from generator.model import Chapter, Event, Record, Settings, Timeline, Whole
from generator.pages.catalogue import words_for
from generator.pages.edition import Edition
from generator.pages.parts import Part
from generator.pages.permalinks import INDEX
from generator.workers.packing import pack


class Masthead(NamedTuple):
    """What every page of an edition may know. readings: what each date rule means; newest: EDTF."""

    title: str
    standfirst: str | None
    starts: str | None
    settings: Settings
    readings: tuple[tuple[str, str], ...]
    newest: str | None


Mark: TypeAlias = Callable[[Record], bytes]


class Sheet(NamedTuple):
    """One page, and what it shows; the text of a long timeline's article comes last (furnish).

    kind, name: the event with this id, the article with this slug, or the part with this path. records: the articles
    behind it; of an article itself and those of the same text. events: those it shows, or links to (then without their
    sources). mentions: of an article, each with the id of its event. around: the events or parts before and after it.
    chapters: those that have events here. place: of an event, the path of the timeline's page that shows it.
    """

    kind: Literal["event", "article", "part"]
    name: str
    records: tuple[Record, ...]
    events: tuple[Event, ...]
    mentions: tuple[tuple[str, str], ...] = ()
    around: tuple[str | None, str | None] = (None, None)
    chapters: tuple[Chapter, ...] = ()
    parts: tuple[Part | None, ...] = ()
    place: str = ""


class Marks:
    """What tells the articles and events of one edition apart, each worked out once.

    An event is told apart only together with the articles behind it, which hold its mentions.
    """

    def __init__(self, mark: Mark) -> None:
        self._mark = mark
        self._events: dict[str, str] = {}

    def articles(self, records: Iterable[Record]) -> list[object]:
        """Of articles with their texts. Which of its events are an article's own is decided beside the others."""
        return [(record.slug, self._mark(record).hex(), [event.id for event in record.events]) for record in records]

    def events(self, events: Iterable[Event]) -> list[object]:
        """Of events; one that is only linked to has no sources, and is another."""
        return [self._event(event) if event.sources else event for event in events]

    def _event(self, event: Event) -> str:
        if event.id not in self._events:
            told = [(source.article, source.mention.id, source.copy_of) for source in event.sources]
            rest = event._replace(sources=(), text="")  # the words of one of these mentions
            self._events[event.id] = hashlib.blake2b(pack((told, rest)), digest_size=16).hexdigest()
        return self._events[event.id]


def key_of(marks: Marks, sheet: Sheet) -> bytes:
    """What tells apart sheets whose pages differ."""
    shown = (marks.articles(sheet.records), marks.events(sheet.events))
    return pack((sheet.kind, sheet.name, shown, sheet.mentions, sheet.around, sheet.chapters, sheet.parts, sheet.place))


def mark_whole(record: Record) -> bytes:
    """A digest of an article that has its text."""
    return hashlib.blake2b(pack(record), digest_size=16).digest()


def furnish(whole: Whole, sheet: Sheet) -> Sheet:
    """The sheet, an article's with its text. whole: gives an article with its text."""
    if sheet.kind != "article":
        return sheet
    own, *copies = sheet.records
    return sheet._replace(records=(whole(own), *copies))


def make_masthead(edition: Edition) -> Masthead:
    """The masthead of an edition."""
    timeline = edition.timeline
    newest = edition.newest.text if edition.newest else None
    readings = tuple(sorted(edition.readings.items()))
    return Masthead(timeline.title, timeline.standfirst, timeline.starts, edition.settings, readings, newest)


def edition_of(masthead: Masthead) -> Edition:
    """The edition as far as every page knows it."""
    return Edition(
        timeline=Timeline(masthead.title, masthead.standfirst, masthead.starts, (), (), ()),
        settings=masthead.settings,
        readings=dict(masthead.readings),
        words=words_for(masthead.settings.language),
        records={},
        events={},
        event_of={},
        chapter_of={},
        newest=edtf.parse(masthead.newest) if masthead.newest else None,
        same_text={},
        place={},
    )


def with_sheet(edition: Edition, sheet: Sheet) -> Edition:
    """What every page knows, and what one sheet holds."""
    events = {event.id: event for event in sheet.events}
    slugs = tuple(record.slug for record in sheet.records)
    return edition._replace(
        timeline=edition.timeline._replace(chapters=sheet.chapters),
        records=dict(zip(slugs, sheet.records, strict=True)),
        events=events,
        event_of={mention: events[event] for mention, event in sheet.mentions},
        chapter_of={event: chapter.id for chapter in sheet.chapters for event in chapter.events},
        same_text={sheet.name: slugs} if sheet.kind == "article" else {},
    )


def make_sheets(edition: Edition) -> Iterator[Sheet]:
    """A sheet for each event and each article."""
    yield from _events(edition)
    yield from (_article(edition, record) for record in edition.records.values())


def make_part_sheets(edition: Edition, parts: tuple[Part, ...]) -> Iterator[Sheet]:
    """A sheet for each part of a long timeline; a short one has none, since its front page shows it whole."""
    if parts[0].path == INDEX:
        return
    chapters = {chapter.id: chapter for chapter in edition.timeline.chapters}
    for before, part, after in zip((None, *parts), parts, (*parts[1:], None), strict=False):
        events = [edition.events[event] for event in part.names]
        held = dict.fromkeys(edition.chapter_of[event] for event in part.names)
        yield Sheet(
            "part",
            part.path,
            _behind(edition, events),
            (*events, *_linked(edition, events)),
            chapters=tuple(chapters[name] for name in held),
            parts=(part, *(each._replace(names=()) if each else None for each in (before, after))),
        )


def _events(edition: Edition) -> Iterator[Sheet]:
    events = edition.timeline.events
    for before, event, after in zip((None, *events), events, (*events[1:], None), strict=False):
        around = [_bare(each) for each in (before, after) if each]
        ids = (before.id if before else None, after.id if after else None)
        linked = {each.id: each for each in (*around, *_linked(edition, [event])) if each.id != event.id}
        shown = (event, *linked.values())
        yield Sheet("event", event.id, _behind(edition, [event]), shown, around=ids, place=edition.place[event.id])


def _article(edition: Edition, record: Record) -> Sheet:
    found = ((mention.id, edition.event_of.get(mention.id)) for mention in record.events)
    owners = {mention: event for mention, event in found if event}
    events = {event.id: _bare(event) for event in owners.values()}
    mentions = tuple((mention, event.id) for mention, event in owners.items())
    copies = tuple(copy._replace(events=(), left_out=(), body="") for copy in edition.copies_of(record))
    return Sheet("article", record.slug, (record, *copies), tuple(events.values()), mentions)


def _behind(edition: Edition, events: Iterable[Event]) -> tuple[Record, ...]:
    """The articles behind events; their other events are no matter of theirs."""
    return tuple(edition.records[slug]._replace(events=(), left_out=()) for slug in articles_behind(events))


def articles_behind(events: Iterable[Event]) -> Iterable[str]:
    """The slugs of the articles that report events, each once."""
    return dict.fromkeys(source.article for event in events for source in event.sources)


def _linked(edition: Edition, events: Iterable[Event]) -> Iterator[Event]:
    """What the events lead to, or come from, elsewhere."""
    names = dict.fromkeys(name for event in events for name in (event.outcome, event.outcome_of) if name)
    shown = {event.id for event in events}
    yield from (_bare(edition.events[name]) for name in names if name in edition.events and name not in shown)


def _bare(event: Event) -> Event:
    """An event as a link knows it."""
    return Event(event.id, event.date, event.heading, "", event.status, None, ())
