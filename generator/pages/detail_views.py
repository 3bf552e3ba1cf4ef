"""What the event, article, sources and corrections pages receive."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from generator import edtf
from generator.model import Correction, Event, EventMention, LeftOut, Record, Source
from generator.pages.cards import (
    Card,
    Chip,
    Fact,
    Link,
    QuoteView,
    archive_link,
    event_link,
    make_card,
    make_chip,
    make_quote,
    quote_view,
    why_this_date,
)
from generator.pages.citations import bibtex, plain_citation
from generator.pages.edition import Edition
from generator.pages.permalinks import article_path, event_path, web_address
from generator.pages.same_text import other_outlets, with_copies


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source of an event, side by side with the others."""

    id: str
    chip: Chip
    page: Link
    quote: QuoteView
    status_word: str
    where: str
    why: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction, with the event or article it changed."""

    when: str
    machine: str | None
    where: Link
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event with everything behind it."""

    card: Card
    sources: tuple[SourceView, ...]
    merged_because: tuple[str, ...]
    corrections: tuple[CorrectionView, ...]
    citation: str
    bibtex: str
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class UsedSentence:
    """A sentence of an article and the event made of it."""

    id: str
    paragraph: str
    quote: QuoteView
    event: Link


@dataclass(frozen=True, slots=True)
class UnusedSentence:
    """A dated sentence of an article that no event was made of, its date in words, and why."""

    paragraph: str
    quote: QuoteView
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article: what is known of it, and what the timeline quotes."""

    slug: str
    title: str
    outlet: str
    facts: tuple[Fact, ...]
    original: str | None
    used: tuple[UsedSentence, ...]
    left_out: tuple[UnusedSentence, ...]
    corrections: tuple[CorrectionView, ...]
    language: str
    body: str  # safe HTML; "" where only quotations are shown


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An article on the sources page. same_text: whose text it is too, in words, "" for nobody else's."""

    page: Link
    original: str | None
    when: str
    count: str
    language: str
    same_text: str


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet and its articles."""

    name: str
    rows: tuple[SourceRow, ...]


def make_event_page(edition: Edition, event: Event, before: Event | None, after: Event | None) -> EventPage:
    """The page of one event."""
    records = [edition.records[source.article] for source in event.sources]
    articles = list({record.slug: record for record in records}.values())
    return EventPage(
        card=make_card(edition, event),
        sources=tuple(_source(edition, source, copies) for source, copies in with_copies(event)),
        merged_because=event.merged_because,
        corrections=tuple(
            _correction(edition, event_link(edition, event), correction)
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


def make_article_page(edition: Edition, record: Record, body: str) -> ArticlePage:
    """The page of one article; body is its text as safe HTML, "" where only quotations may be shown."""
    ordered = sorted(record.events, key=lambda mention: (mention.start, mention.id))
    own = Link(edition.title(record), path=article_path(record.slug))
    return ArticlePage(
        slug=record.slug,
        title=edition.title(record),
        outlet=edition.outlet(record),
        facts=_article_facts(edition, record),
        original=web_address(record.url),
        used=tuple(_used(edition, record, m, edition.event_of[m.id]) for m in ordered if m.id in edition.event_of),
        left_out=tuple(_unused(edition, record, sentence) for sentence in _left_out(record)),
        corrections=tuple(_correction(edition, own, correction) for correction in record.corrections),
        language=record.language,
        body=body,
    )


def _used(edition: Edition, record: Record, mention: EventMention, event: Event) -> UsedSentence:
    return UsedSentence(
        id=mention.id,
        paragraph=edition.words("where", n=mention.paragraph),
        quote=make_quote(edition, Source(record.slug, mention)),
        event=event_link(edition, event),
    )


def _left_out(record: Record) -> tuple[LeftOut, ...]:
    """The sentences left out of which a person has made no event since, shown or hidden."""
    used = [(mention.start, mention.end) for mention in record.events]
    return tuple(s for s in record.left_out if not any(start < s.end and s.start < end for start, end in used))


def _unused(edition: Edition, record: Record, sentence: LeftOut) -> UnusedSentence:
    return UnusedSentence(
        paragraph=edition.words("where", n=sentence.paragraph),
        quote=quote_view(edition, record, sentence, sentence.words),
        when=edition.date(sentence.date).plain if sentence.date else edition.words("undated"),
        why=sentence.why,
    )


def _article_facts(edition: Edition, record: Record) -> tuple[Fact, ...]:
    words = edition.words
    published = edition.date(record.published).full if record.published else words("published-unknown")
    archive = archive_link(edition, record)
    rows = (
        Fact(words("same-text"), ", ".join(other_outlets(edition, record))),
        Fact(words("byline"), record.byline or ""),
        Fact(words("published"), published),
        Fact(words("published-basis"), record.published_basis or ""),
        Fact(words("language"), _language_name(edition, record.language)),
        Fact(words("seed"), record.seed or ""),
        Fact(words("archive"), archive.text if archive else "", archive),
    )
    return tuple(fact for fact in rows if fact.text)


def _language_name(edition: Edition, language: str) -> str:
    return str(edition.words.locale.languages.get(language.split("-")[0], language))


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
        count=edition.words("count-events", n=count),
        language=record.language,
        same_text=edition.words("same-text-as", outlets=", ".join(others)) if others else "",
    )


def make_corrections(edition: Edition) -> tuple[CorrectionView, ...]:
    """Every correction, newest first."""
    found = [
        (correction, where)
        for record in edition.records.values()
        for correction, where in _corrections_of(edition, record)
    ]
    found.sort(key=lambda pair: (pair[0].when, pair[1].path, pair[0].what), reverse=True)
    return tuple(_correction(edition, where, correction) for correction, where in found)


def _corrections_of(edition: Edition, record: Record) -> list[tuple[Correction, Link]]:
    own = Link(edition.title(record), path=article_path(record.slug))
    found = [(correction, own) for correction in record.corrections]
    for mention in record.events:
        event = edition.event_of.get(mention.id)
        where = Link(event.heading, path=event_path(event.id)) if event else own
        found += [(correction, where) for correction in mention.corrections]
    return found


def _correction(edition: Edition, where: Link, correction: Correction) -> CorrectionView:
    words = edition.date(correction.when) if edtf.is_valid(correction.when) else None
    return CorrectionView(
        when=words.plain if words else correction.when,
        machine=words.machine if words else None,
        where=where,
        what=correction.what,
        why=correction.why,
    )
