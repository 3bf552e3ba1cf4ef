"""What the event pages and the sources page receive."""

from collections import Counter
from itertools import groupby
from typing import NamedTuple

from generator.model import Event, Record, Source
from generator.pages.cards import Chip, Opening, QuoteView, event_link, make_chip, make_opening, make_quote
from generator.pages.citations import bibtex, plain_citation
from generator.pages.corrections import CorrectionView, make_correction
from generator.pages.edition import Edition
from generator.pages.facts import Fact, Link, why_this_date
from generator.pages.permalinks import article_path, web_address
from generator.pages.same_text import other_outlets, with_copies


class SourceView(NamedTuple):
    """One source of an event, side by side with the others."""

    id: str
    chip: Chip
    page: Link
    quote: QuoteView
    status_word: str
    where: str
    why: tuple[Fact, ...]


class EventPage(NamedTuple):
    """An event with everything behind it."""

    opening: Opening
    sources: tuple[SourceView, ...]
    merged_because: tuple[str, ...]
    corrections: tuple[CorrectionView, ...]
    citation: str
    bibtex: str
    previous: Link | None
    next: Link | None


class SourceRow(NamedTuple):
    """An article on the sources page.

    tally: how many events, in words; same_text: whose text it is too, in words, "" for nobody else's.
    """

    page: Link
    original: str | None
    when: str
    tally: str
    language: str
    same_text: str


class OutletView(NamedTuple):
    """An outlet and its articles."""

    name: str
    rows: tuple[SourceRow, ...]


def make_event_page(edition: Edition, event: Event, before: Event | None, after: Event | None) -> EventPage:
    """The page of one event."""
    records = [edition.records[source.article] for source in event.sources]
    articles = list({record.slug: record for record in records}.values())
    return EventPage(
        opening=make_opening(edition, event),
        sources=tuple(_source(edition, source, copies) for source, copies in with_copies(event)),
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


def _source(edition: Edition, source: Source, copies: tuple[Source, ...]) -> SourceView:
    mention, record = source.mention, edition.records[source.article]
    return SourceView(
        id=mention.id,
        chip=make_chip(edition, source, copies),
        page=Link(edition.title(record), path=f"{article_path(record.slug)}#{mention.id}"),
        quote=make_quote(edition, source),
        status_word=edition.words(mention.status),
        where=edition.words("where", n=mention.paragraph),
        why=why_this_date(edition, mention, mention.checked),
    )


def make_outlets(edition: Edition) -> tuple[OutletView, ...]:
    """Every outlet with its articles, newest first."""
    used = Counter(source.article for event in edition.timeline.events for source in event.sources)
    ordered = sorted(edition.records.values(), key=lambda r: r.slug)
    ordered = sorted(ordered, key=lambda r: r.published or "", reverse=True)
    ordered = sorted(ordered, key=edition.outlet)
    return tuple(
        OutletView(name, tuple(_row(edition, record, used[record.slug]) for record in group))
        for name, group in groupby(ordered, key=edition.outlet)
    )


def _row(edition: Edition, record: Record, count: int) -> SourceRow:
    others = other_outlets(edition, record)
    return SourceRow(
        page=Link(edition.title(record), path=article_path(record.slug)),
        original=web_address(record.url),
        when=edition.date(record.published).full if record.published else edition.words("published-unknown"),
        tally=edition.words("count-events", n=count),
        language=record.language,
        same_text=edition.words("same-text-as", outlets=", ".join(others)) if others else "",
    )
