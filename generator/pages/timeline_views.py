"""What the timeline's pages receive: head, chapters with their cards, finder, and the lines for frames."""

from typing import NamedTuple

from generator import edtf
from generator.model import STATUSES, Chapter, Event
from generator.pages.cards import Card, event_link, make_card
from generator.pages.corrections import count_corrections
from generator.pages.edition import Edition, known_outlet
from generator.pages.facts import Fact, Link
from generator.pages.parts import Part
from generator.pages.permalinks import event_path
from generator.pages.strip import Strip, make_strip

KEY_EVENTS = 3
FEWEST_TO_FIND = 10
MOST_EMBEDDED = 30  # lines in the page for frames


class Head(NamedTuple):
    """The opening of the front page."""

    title: str
    standfirst: str | None
    facts: tuple[Fact, ...]
    key_events: tuple[Link, ...]
    strip: Strip | None


class ChapterView(NamedTuple):
    """A chapter, or the stretch of it that stands on this page.

    title: that of the page is not said again, but how many events; tally: how many, in words, where the title doesn't
    say so; year_clear: all dates are of the year in `span`.
    """

    id: str
    title: str
    span: str
    standfirst: str | None
    tally: str
    cards: tuple[Card, ...]
    year_clear: bool


class Finder(NamedTuple):
    """What the finder lets choose: the statuses and outlets that occur. file: the one that holds the events, "" where
    they stand on the page itself."""

    statuses: tuple[str, ...]
    outlets: tuple[str, ...]
    file: str


class EmbeddedEvent(NamedTuple):
    """One line of the page that others show in a frame."""

    path: str
    when: str
    status: str
    heading: str


def make_head(edition: Edition) -> Head:
    """Title, standfirst, facts, key events and strip."""
    timeline = edition.timeline
    return Head(timeline.title, timeline.standfirst, _facts(edition), _key_events(edition), make_strip(edition))


def make_chapters(edition: Edition, part: Part) -> tuple[ChapterView, ...]:
    """The chapters with the events of this part; chapters that have none here are left out."""
    here: dict[str | None, list[str]] = {}
    for event in part.names:
        here.setdefault(edition.chapter_of.get(event), []).append(event)
    chapters = (chapter for chapter in edition.timeline.chapters if chapter.id in here)
    made = (_chapter(edition, chapter, here[chapter.id]) for chapter in chapters)
    return tuple(view._replace(title=view.tally, tally="") if view.title == part.title else view for view in made)


def make_embedded(edition: Edition) -> tuple[EmbeddedEvent, ...]:
    """The events of the meetings' chapters, or of all where no chapter is a meeting, one line each."""
    chapters = edition.timeline.chapters
    chosen = [chapter for chapter in chapters if chapter.meeting] or list(chapters)
    events = [edition.events[event] for chapter in chosen for event in chapter.events][:MOST_EMBEDDED]
    return tuple(
        EmbeddedEvent(
            path=event_path(event.id),
            when=edition.date(event.date).plain if event.date else edition.words("undated"),
            status=event.status,
            heading=event.heading,
        )
        for event in events
    )


def make_finder(edition: Edition, ids: tuple[str, ...], index: str = "") -> Finder | None:
    """The choices for some events; None for so few that the eye is faster. index: where they are not on the page."""
    if len(ids) < FEWEST_TO_FIND:
        return None
    events = [edition.events[event] for event in ids]
    outlets = {edition.outlet(edition.records[source.article]) for event in events for source in event.sources}
    return Finder(
        statuses=tuple(status for status in STATUSES if any(event.status == status for event in events)),
        outlets=tuple(sorted(outlets)),
        file=index,
    )


def _chapter(edition: Edition, chapter: Chapter, ids: list[str]) -> ChapterView:
    events = [edition.events[event] for event in ids]
    span = edition.date(chapter.date, "wide").plain if chapter.date else ""
    title = edition.chapter_title(chapter)
    return ChapterView(
        id=chapter.id,
        title=title,
        span=", ".join(part for part in (span if span != title else "", chapter.place) if part),
        standfirst=chapter.standfirst,
        tally=_tally(edition, len(ids), len(chapter.events)),
        cards=tuple(make_card(edition, event) for event in events),
        year_clear=_year_clear(chapter, events),
    )


def _tally(edition: Edition, here: int, in_all: int) -> str:
    """How many events stand here, and of how many where others stand on other pages."""
    if here == in_all:
        return edition.words("count-events", n=here)
    return edition.words("find-found", n=here, all=in_all)


def _year_clear(chapter: Chapter, events: list[Event]) -> bool:
    if not chapter.date:
        return False
    years = {point[0] for event in events if event.when for point in (event.when.first, event.when.last) if point}
    span = edtf.parse(chapter.date)
    return bool(span.first and span.last and years <= {span.first[0]} and span.first[0] == span.last[0])


def _facts(edition: Edition) -> tuple[Fact, ...]:
    """What can be counted; none where there is nothing to count."""
    words, events = edition.words, edition.timeline.events
    if not events:
        return ()
    several = sum(event.witnesses > 1 for event in events)
    differ = sum(bool(event.disagreement) for event in events)
    checked = sum(bool(event.checked) for event in events)
    outlets = {known_outlet(record) for record in edition.records.values()} - {""}
    rows = (
        ("fact-events", words.number(len(events))),
        ("fact-articles", words.number(len(edition.records))),
        ("fact-outlets", words.number(len(outlets)) if outlets else ""),
        ("fact-span", _span(edition)),
        ("fact-newest", edition.date(edition.newest.text).plain if edition.newest else ""),
        ("fact-several", words.number(several) if several else ""),
        ("fact-differ", words.number(differ) if differ else ""),
        ("fact-checked", words("of", n=checked, all=len(events))),
        ("fact-corrections", words.number(count_corrections(edition))),
    )
    return tuple(Fact(words(key), text) for key, text in rows if text)


def _span(edition: Edition) -> str:
    """From the first chapter's year to the last event's; "" where nothing is dated."""
    first = [event.when.first for event in edition.timeline.events if event.when and event.when.first]
    last = [event.when.last for event in edition.timeline.events if event.when and event.when.last]
    if not first or not last:
        return ""
    years = (min(first)[0], max(last)[0])
    ends = [edition.date(f"{year:05}" if year < 0 else f"{year:04}") for year in years]
    if ends[0] == ends[1]:
        return ends[0].plain
    return edition.words("date-range-tight", a=ends[0].plain, b=ends[1].plain)


def _key_events(edition: Edition) -> tuple[Link, ...]:
    """The events most articles report and say most about, in timeline order; background is none."""
    starts = edtf.parse(edition.timeline.starts).first if edition.timeline.starts else None
    told = [event for event in edition.timeline.events if not (starts and event.when and event.when.key[0] < starts)]
    several = [event for event in told if event.witnesses > 1]
    most = sorted(several, key=lambda e: (-e.witnesses, -len(e.sources)))[:KEY_EVENTS]
    ids = {event.id for event in most}
    return tuple(event_link(edition, event) for event in edition.timeline.events if event.id in ids)
