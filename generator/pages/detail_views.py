"""What an event's page receives: each article that reports it, why it has its date, and how to cite it."""

from itertools import groupby
from typing import NamedTuple

from generator.model import Event, Source
from generator.pages.cards import Chip, Opening, QuoteView, event_link, is_unsure, make_chip, make_opening, make_quote
from generator.pages.citations import bibtex, plain_citation
from generator.pages.corrections import CorrectionView, make_correction
from generator.pages.edition import Edition, known_outlet
from generator.pages.facts import Fact, Link, why_this_date
from generator.pages.permalinks import INDEX, article_path
from generator.pages.same_text import with_copies


class SentenceView(NamedTuple):
    """A sentence that reports an event.

    where: its paragraph, linked to the sentence; status_word: what it makes of the event, "" where it makes of it what
    the event's entry does; is_lead: the entry is named after it.
    """

    id: str
    quote: QuoteView
    where: Link
    status_word: str
    why: tuple[Fact, ...]
    unsure: bool
    is_lead: bool


class Report(NamedTuple):
    """What one article reports of an event, side by side with the others. page: ours, where the chip leads elsewhere
    or does not name it."""

    chip: Chip
    page: Link | None
    sentences: tuple[SentenceView, ...]


class EventPage(NamedTuple):
    """An event with everything behind it. place: where it stands on the timeline."""

    opening: Opening
    place: Link
    reports: tuple[Report, ...]
    merged_because: tuple[str, ...]
    corrections: tuple[CorrectionView, ...]
    citation: str
    bibtex: str
    previous: Link | None
    next: Link | None


def make_event_page(
    edition: Edition, event: Event, before: Event | None, after: Event | None, place: str = INDEX
) -> EventPage:
    """The page of one event. place: the path of the timeline's page that shows it."""
    records = [edition.records[source.article] for source in event.sources]
    articles = list({record.slug: record for record in records}.values())
    return EventPage(
        opening=make_opening(edition, event),
        place=Link(edition.words("on-timeline"), path=f"{place}#{event.id}"),
        reports=_reports(edition, event),
        merged_because=event.merged_because,
        corrections=tuple(
            make_correction(edition, event_link(edition, event), correction)
            for source in event.sources
            for correction in source.mention.corrections
        ),
        citation=plain_citation(edition, event),
        bibtex="\n".join(bibtex(edition, record) for record in articles),
        previous=event_link(edition, before) if before else None,
        next=event_link(edition, after) if after else None,
    )


def _reports(edition: Edition, event: Event) -> tuple[Report, ...]:
    by_article = groupby(with_copies(event), key=lambda pair: pair[0].article)
    return tuple(_report(edition, event, list(sentences)) for _, sentences in by_article)


def _report(edition: Edition, event: Event, sentences: list[tuple[Source, tuple[Source, ...]]]) -> Report:
    record, first = edition.records[sentences[0][0].article], sentences[0][0]
    chip = make_chip(edition, first, [copy for _, copies in sentences for copy in copies])
    page = Link(edition.title(record), path=f"{article_path(record.slug)}#{first.mention.id}")
    return Report(
        chip=chip,
        page=page if known_outlet(record) else None,
        sentences=tuple(_sentence(edition, event, source) for source, _ in sentences),
    )


def _sentence(edition: Edition, event: Event, source: Source) -> SentenceView:
    mention = source.mention
    where = make_chip(edition, source).link._replace(text=edition.words("where", n=mention.paragraph))
    return SentenceView(
        id=mention.id,
        quote=make_quote(edition, source),
        where=where,
        status_word=edition.words(mention.status) if mention.status != event.status else "",
        why=why_this_date(edition, mention, mention.checked),
        unsure=is_unsure(mention, event),
        is_lead=mention.id == edition.lead_source(event).mention.id,
    )
