"""What an article's page receives: what is known of it, the sentences used, and the dated ones that were not."""

from typing import NamedTuple

from generator.model import Event, EventMention, LeftOut, Record, Source
from generator.pages.cards import QuoteView, archive_link, make_quote, quote_view
from generator.pages.corrections import CorrectionView, make_correction
from generator.pages.edition import Edition
from generator.pages.facts import Fact, Link, event_link
from generator.pages.permalinks import article_path, web_address
from generator.pages.same_text import other_outlets


class UsedSentence(NamedTuple):
    """A sentence of an article and the event made of it."""

    id: str
    paragraph: str
    quote: QuoteView
    event: Link


class UnusedSentence(NamedTuple):
    """A dated sentence of an article that no event was made of, its date in words, and why."""

    paragraph: str
    quote: QuoteView
    when: str
    why: str


class ArticlePage(NamedTuple):
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
        corrections=tuple(make_correction(edition, own, correction) for correction in record.corrections),
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
    return edition.words.names["languages"].get(language.split("-")[0], language)
