"""What the sources page receives: every outlet with its articles, and of very many articles a page a year or month."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from generator import edtf
from generator.model import Record
from generator.pages.edition import Edition, known_outlet
from generator.pages.facts import Fact, Link
from generator.pages.parts import Part, Year, by_year, split
from generator.pages.permalinks import article_path, web_address
from generator.pages.same_text import other_outlets

MOST_ARTICLES = 300  # on one page: that many stay below 60 kB, compressed
SOURCES = "sources.html"


class SourceRow(NamedTuple):
    """An article on a sources page.

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


class SourcesPage(NamedTuple):
    """A page of the articles. title: of its stretch of time, "" on the page that leads to all.

    years, counts: where others hold the articles, those pages, and every outlet with the number of its articles.
    """

    title: str
    outlets: tuple[OutletView, ...]
    years: tuple[Year, ...] = ()
    counts: tuple[Fact, ...] = ()
    before: Part | None = None
    after: Part | None = None


def make_sources(edition: Edition) -> Iterator[tuple[str, SourcesPage]]:
    """All articles on one page, or by the year or month they appeared in; each page with its path."""
    parts, used = _parts(edition), count_by_event(edition)
    if parts[0].path != SOURCES:
        yield SOURCES, SourcesPage("", (), by_year(parts), _count_articles(edition))
    for before, part, after in zip((None, *parts), parts, (*parts[1:], None), strict=False):
        outlets = make_outlets(edition, part.names, used)
        yield part.path, SourcesPage(part.title, outlets, before=before, after=after)


def _parts(edition: Edition) -> tuple[Part, ...]:
    """The pages that hold the articles; none holds more than MOST_ARTICLES."""
    ordered = sorted(edition.records.values(), key=lambda record: (record.published or "~", record.slug))
    if len(ordered) <= MOST_ARTICLES:
        return (Part(SOURCES, "", "", tuple(record.slug for record in ordered)),)
    dated = [(record.slug, edtf.parse(record.published) if record.published else None) for record in ordered]
    return split(edition, "sources", dated, MOST_ARTICLES)


def count_by_event(edition: Edition) -> Counter[str]:
    """In how many places of events each article is a source, by its slug."""
    return Counter(source.article for event in edition.timeline.events for source in event.sources)


def make_outlets(edition: Edition, slugs: Iterable[str], used: Counter[str]) -> tuple[OutletView, ...]:
    """Every outlet with those of the articles that are its own, newest first; the unknown outlet comes last.

    used: how many events each article has, by slug.
    """
    records = _by_outlet(edition, (edition.records[slug] for slug in slugs))
    return tuple(
        OutletView(name, tuple(_row(edition, record, used[record.slug]) for record in group))
        for name, group in groupby(records, key=edition.outlet)
    )


def _count_articles(edition: Edition) -> tuple[Fact, ...]:
    """Every outlet with the number of its articles, in words."""
    records = _by_outlet(edition, edition.records.values())
    counted = Counter(edition.outlet(record) for record in records)
    return tuple(Fact(name, edition.words("count-articles", n=count)) for name, count in counted.items())


def _by_outlet(edition: Edition, records: Iterable[Record]) -> list[Record]:
    ordered = sorted(records, key=lambda record: record.slug)
    ordered = sorted(ordered, key=lambda record: record.published or "", reverse=True)
    return sorted(ordered, key=lambda record: (not known_outlet(record), edition.outlet(record)))


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
