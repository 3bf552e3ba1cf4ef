"""The timeline with everything the views look up: articles by slug, events by id, the newest day."""

from collections.abc import Mapping
from typing import NamedTuple

from generator import edtf
from generator.edtf import Edtf
from generator.model import Chapter, Event, Record, Settings, Source, Timeline
from generator.pages.catalogue import Words, words_for
from generator.pages.datewords import DateWords, date_words
from generator.pages.permalinks import host
from generator.pages.quotes import in_quotation_marks


class Edition(NamedTuple):
    """What is published: one timeline with its settings, its language and the meaning of its rules.

    records: articles by slug, those of a long timeline without their texts; events: by id; event_of: the event that
    each mention is part of, by the mention's id; chapter_of: chapter id by event id; newest: the day of the newest
    article, which is this timeline's today; same_text: for an article that others printed too, the slugs of them all;
    place: the path of the page of the timeline that shows an event, by its id.
    """

    timeline: Timeline
    settings: Settings
    readings: Mapping[str, str]
    words: Words
    records: Mapping[str, Record]
    events: Mapping[str, Event]
    event_of: Mapping[str, Event]
    chapter_of: Mapping[str, str]
    newest: Edtf | None
    same_text: Mapping[str, tuple[str, ...]]
    place: Mapping[str, str]

    def date(self, value: str, width: str = "abbreviated") -> DateWords:
        """A date in the edition's language."""
        return date_words(value, self.words, width)

    def chapter_title(self, chapter: Chapter) -> str:
        """A chapter's title as readers see it: of one that has only a month, the month in words."""
        is_month = chapter.date is not None and chapter.title == chapter.date
        return self.date(chapter.title, "wide").plain if is_month else chapter.title

    def lead_source(self, event: Event) -> Source:
        """The source that speaks for an event: the mention it is named after, else the first."""
        named = (source for source in event.sources if source.mention.id == event.id)
        return next(named, event.sources[0])

    def independent_outlets(self, event: Event) -> tuple[str, ...]:
        """Who reports an event in words of their own; those that printed another's text are not named."""
        own = (self.records[source.article] for source in event.sources if not source.copy_of)
        return tuple(dict.fromkeys(self.outlet(record) for record in own))

    def copies_of(self, record: Record) -> tuple[Record, ...]:
        """The other articles that have an article's text, the earliest first."""
        return tuple(self.records[slug] for slug in self.same_text.get(record.slug, ()) if slug != record.slug)

    def outlet(self, record: Record) -> str:
        """What to call the publisher: its name, else the host of its address; never an invented name."""
        return known_outlet(record) or self.words("outlet-unknown")

    def source_name(self, record: Record) -> str:
        """What to call an article as a source: its publisher, else its own title, which tells it from others."""
        return known_outlet(record) or in_quotation_marks(self.title(record))

    def title(self, record: Record) -> str:
        """What to call an article: its title, else the file it came from."""
        return record.title or record.seed or record.slug


def known_outlet(record: Record) -> str:
    """The publisher's name or the host of its address; "" where neither is known."""
    return record.outlet or host(record.url) or ""


def make_edition(timeline: Timeline, settings: Settings, readings: Mapping[str, str]) -> Edition:
    """The timeline ready for the views; hidden articles stay out of every page."""
    shown = tuple(record for record in timeline.articles if not record.hide)
    dates = [edtf.parse(record.published) for record in shown if record.published]
    return Edition(
        timeline=timeline,
        settings=settings,
        readings=readings,
        words=words_for(settings.language),
        records={record.slug: record for record in shown},
        events={event.id: event for event in timeline.events},
        event_of={source.mention.id: event for event in timeline.events for source in event.sources},
        chapter_of={event: chapter.id for chapter in timeline.chapters for event in chapter.events},
        newest=max(dates, key=lambda when: when.last or (9999, 12, 31)) if dates else None,
        same_text={slug: group for group in timeline.copies for slug in group},
        place={},
    )
