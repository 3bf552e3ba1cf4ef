"""From an event to its card: date gutter, status, heading, exact words, sources, notes, and why this date."""

from collections.abc import Sequence
from typing import NamedTuple

from generator import edtf
from generator.model import Event, EventMention, LeftOut, Record, Source, Version
from generator.pages.catalogue import direction
from generator.pages.datewords import DateWords
from generator.pages.edition import Edition
from generator.pages.facts import Fact, Link, why_this_date
from generator.pages.permalinks import article_path, event_path, sentence_address, web_address
from generator.pages.quotes import Piece, in_its_sentence, quotation
from generator.passages import around


class QuoteView(NamedTuple):
    """Exact words, who said them, and the language they are in where it isn't the page's."""

    pieces: tuple[Piece, ...]
    speaker: str | None
    language: str
    direction: str


class Chip(NamedTuple):
    """A source: the outlet, or the title where none is known, linked to the sentence; the day; a recorded capture.

    local: no address is known, so the link leads to our page of the article. more: how many further sentences of the
    article report the event, in words. copies: other outlets that printed the same text.
    """

    link: Link
    article: str
    when: DateWords | None
    archive: Link | None
    local: bool
    more: str = ""
    copies: tuple[Link, ...] = ()


class Note(NamedTuple):
    """A remark on an event: a kind for its looks, words, and links or facts that belong to it."""

    kind: str
    text: str
    link: Link | None = None
    facts: tuple[Fact, ...] = ()


class Opening(NamedTuple):
    """What an event's own page begins with."""

    when: DateWords | None
    status: str
    status_word: str
    heading: str
    quote: QuoteView
    notes: tuple[Note, ...]
    actions: tuple[Link, ...]


class Card(NamedTuple):
    """An event as the timeline shows it: its opening, and more.

    unsure: a person should look at its date; outlets, several: for the finder.
    """

    when: DateWords | None
    status: str
    status_word: str
    heading: str
    quote: QuoteView
    notes: tuple[Note, ...]
    actions: tuple[Link, ...]
    id: str
    path: str
    chips: tuple[Chip, ...]
    why: tuple[Fact, ...]
    unsure: bool
    outlets: tuple[str, ...]
    several: bool


def make_opening(edition: Edition, event: Event) -> Opening:
    """The opening of one event's page."""
    lead = edition.lead_source(event)
    return Opening(
        when=edition.date(event.date) if event.date else None,
        status=event.status,
        status_word=edition.words(event.status),
        heading=event.heading,
        quote=make_quote(edition, lead),
        notes=_notes(edition, event),
        actions=_actions(edition, event, lead),
    )


def make_card(edition: Edition, event: Event) -> Card:
    """The card of one event."""
    lead = edition.lead_source(event)
    return Card(
        *make_opening(edition, event),
        id=event.id,
        path=event_path(event.id),
        chips=_chips(edition, event),
        why=why_this_date(edition, lead.mention, event.checked),
        unsure=is_unsure(lead.mention, event),
        outlets=tuple(dict.fromkeys(edition.outlet(edition.records[source.article]) for source in event.sources)),
        several=len(edition.independent_outlets(event)) > 1,
    )


def is_unsure(mention: EventMention, event: Event) -> bool:
    """Whether a person should look at the date that a mention gives an event."""
    return bool(mention.review) and not event.checked


def by_article(event: Event) -> tuple[tuple[Source, ...], ...]:
    """An event's sources, those of one article together, in the order of each article's first."""
    articles = dict.fromkeys(source.article for source in event.sources)
    return tuple(tuple(s for s in event.sources if s.article == article) for article in articles)


def _chips(edition: Edition, event: Event) -> tuple[Chip, ...]:
    """One chip for a text, however many of its sentences report the event and whoever else printed it."""
    articles = by_article(event)
    own = (sources for sources in articles if not sources[0].copy_of)
    return tuple(
        _article_chip(edition, sources, [copy[0] for copy in articles if copy[0].copy_of == sources[0].article])
        for sources in own
    )


def _article_chip(edition: Edition, sources: tuple[Source, ...], copies: Sequence[Source]) -> Chip:
    chip, more = make_chip(edition, sources[0], copies), len(sources) - 1
    return chip._replace(more=edition.words("more-sentences", n=more)) if more else chip


def make_quote(edition: Edition, source: Source) -> QuoteView:
    """One article's exact words for an event, within the words settings allow."""
    mention = source.mention
    date_words = mention.basis.words if mention.basis else None
    return quote_view(edition, edition.records[source.article], mention, date_words, mention.speaker)


def quote_view(
    edition: Edition, record: Record, quoted: EventMention | LeftOut, date_words: str | None, speaker: str | None = None
) -> QuoteView:
    """Exact words of an article, within the words settings allow."""
    pieces = quotation(quoted.quote, date_words, edition.settings.quote_words)
    return QuoteView(
        pieces=in_its_sentence(pieces, around(record, quoted)),
        speaker=speaker,
        language=record.language,
        direction=direction(record.language),
    )


def make_chip(edition: Edition, source: Source, copies: Sequence[Source] = ()) -> Chip:
    """The link from an event to the sentence that reports it. copies: the same words in articles of the same text."""
    record = edition.records[source.article]
    url, name = web_address(record.url), edition.source_name(record)
    mention = source.mention
    if url:
        link = Link(name, address=sentence_address(url, mention.quote, around(record, mention).in_front))
    else:
        link = Link(name, path=f"{article_path(record.slug)}#{mention.id}")
    when = edition.date(record.published) if record.published else None
    others = {chip.link.text: chip.link for chip in (make_chip(edition, copy) for copy in copies)}
    others.pop(name, None)  # one article filed twice
    return Chip(
        link, edition.title(record), when, archive_link(edition, record), local=not url, copies=tuple(others.values())
    )


def archive_link(edition: Edition, record: Record) -> Link | None:
    """The recorded capture of an article; an archive's address is never composed."""
    url = web_address(record.archived_url)
    if not url:
        return None
    dated = record.archived_at and edtf.is_valid(record.archived_at)
    when = edition.date(record.archived_at).plain if dated and record.archived_at else ""
    return Link(edition.words("archived", when=when).strip(), address=url)


def _notes(edition: Edition, event: Event) -> tuple[Note, ...]:
    notes = [_disagreement(edition, event), _outcome(edition, event), _expectation(edition, event)]
    return tuple(note for note in notes if note)


def _disagreement(edition: Edition, event: Event) -> Note | None:
    if not event.disagreement:
        return None
    told: dict[str, list[str]] = {}
    for name, value in (_version(edition, version) for version in event.disagreement):
        told.setdefault(name, []).append(value)
    facts = tuple(Fact(name, " · ".join(dict.fromkeys(values))) for name, values in told.items())
    fields = dict.fromkeys(version.field for version in event.disagreement)
    return Note("differ", _differ_words(edition, tuple(fields)), facts=facts)


def _differ_words(edition: Edition, fields: tuple[str, ...]) -> str:
    known = {"date", "status", "speaker"}
    named = [edition.words(f"field-{f}") if f in known else edition.words("field-other", field=f) for f in fields]
    return f"{edition.words('differ')} {', '.join(named)}:"


def _version(edition: Edition, version: Version) -> tuple[str, str]:
    """Who says it, and what; one outlet may say several things."""
    record = edition.records.get(version.article)
    return edition.source_name(record) if record else version.article, _version_words(edition, version)


def _version_words(edition: Edition, version: Version) -> str:
    if version.field == "date" and edtf.is_valid(version.value):
        return edition.date(version.value).full
    if version.field == "status" and version.value in ("happened", "statement", "claim", "expected"):
        return edition.words(version.value)
    return version.value


def _outcome(edition: Edition, event: Event) -> Note | None:
    """What an event has to do with another: the expectation it fulfils."""
    other = edition.events.get(event.outcome_of or "")
    return Note("outcome", edition.words("outcome-of"), event_link(edition, other)) if other else None


def _expectation(edition: Edition, event: Event) -> Note | None:
    """What came of an expectation, said from the newest article's day; the clock is never asked."""
    if event.status != "expected":
        return None
    report = edition.events.get(event.outcome or "")
    if report:
        return Note("outcome", edition.words("outcome"), event_link(edition, report))
    when, newest = event.when, edition.newest
    if not when or not when.last or not newest or not newest.last:
        return None
    if when.last < newest.last:
        return Note("open", edition.words("no-outcome"))
    return Note("open", edition.words("still-ahead", when=edition.date(newest.text).plain))


def event_link(edition: Edition, event: Event) -> Link:
    """A link to an event, named by its date and heading."""
    date = f"{edition.date(event.date).plain}: " if event.date else ""
    return Link(f"{date}{event.heading}", path=event_path(event.id))


def _actions(edition: Edition, event: Event, lead: Source) -> tuple[Link, ...]:
    """Links to edit the event and to report an error, where the repository is known."""
    repository = (web_address(edition.settings.repository) or "").rstrip("/")
    if not repository:
        return ()
    words = edition.words
    return (
        Link(words("edit"), address=f"{repository}/edit/HEAD/content/{lead.article}.md"),
        Link(words("report"), address=f"{repository}/issues/new?title={event.id}"),
    )
