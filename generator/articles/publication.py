"""The day an article appeared, as a person, its page, its date lines or its address tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator import edtf
from generator.articles.evidence import settle_order
from generator.articles.layout import Layout
from generator.articles.openings import find_dateline_date, find_greeting_date, find_today
from generator.articles.stamps import Stamp, find_address_date, read_either_order, read_stamps
from generator.articles.webpage import WebPage
from generator.model import SourceFacts

_ADDRESS_SIGNS = 2  # an address tells a day as well as a date line with two signs that it is one
_BELOW_SIGNS = 2  # as does a place below the headline: a site's own clock stands above
_SAME = timedelta(days=1)  # what two time zones may make of one moment


class Told(NamedTuple):
    """A day, EDTF, where it was found, and what a person should look at, if anything."""

    value: str
    basis: str
    doubt: str | None = None


def find_published(told: SourceFacts, page: WebPage, layout: Layout, url: str | None, language: str) -> Told | None:
    """When it appeared, by the most trustworthy of what tells it; the order is the contract of docs/design.md."""
    if told.published:
        return Told(told.published, "sources.yaml")
    if page.facts.published:
        return Told(page.facts.published, f"page metadata: {page.published_basis}")
    if stamped := _by_stamps(layout, url, language):
        return stamped
    if url and (found := find_address_date(url)):
        return Told(found[0], f"address: {found[1]}")
    if told_order := _settle_order(layout):
        return told_order
    if layout.blocks and (found := find_dateline_date(layout.blocks)):
        return Told(found[0], f"dateline: '{found[1]}'")
    if found := find_greeting_date(layout.blocks[:3]):
        return Told(found[0], f"greeting: '{found[1]}'")
    if found := find_today(layout.blocks):
        return Told(found[0], f"text: '{found[1]}'")
    return None


# ---------------------------------------------------------------- date lines


def _by_stamps(layout: Layout, url: str | None, language: str) -> Told | None:
    """The day of the date lines, those above the text before those below; of an update where there is no other."""
    above = [stamp for line in layout.header for stamp in read_stamps(line, language)]
    below = [stamp for line in layout.rest for stamp in read_stamps(line, language)]
    published = [stamp for stamp in above if stamp.kind == "published" and not _is_after_update(stamp, above)]
    unprinted = [stamp for stamp in published if not stamp.is_printed]
    for stamps in (unprinted, published, _trusted(below), above):
        if stamps:
            return _choose(stamps, layout.headline.number if layout.headline else 0, url)
    return None


def _is_after_update(stamp: Stamp, stamps: Iterable[Stamp]) -> bool:
    """Whether the page tells an earlier update: then the day is the one on which somebody looked at it."""
    return any(other.kind == "updated" and other.when < stamp.when and _is_apart(other, stamp) for other in stamps)


def _trusted(below: Sequence[Stamp]) -> list[Stamp]:
    """Of the stamps below the text those that say they are of the article, or that are of one day.

    Links to other articles have their days too, and a printed page the moment of printing.
    """
    published = [stamp for stamp in below if stamp.kind == "published" and not stamp.is_printed]
    named = [stamp for stamp in published if stamp.is_named]
    return named or (published if len({stamp.when for stamp in published}) == 1 else [])


def _choose(stamps: Sequence[Stamp], headline: int, url: str | None) -> Told:
    """The day of the stamp, or of the address, that has the most signs of being the article's; of equals the earliest,
    as pages show the day somebody looked at them, too."""
    days = (*stamps, *_in_address(url))
    if not any(_is_apart(day, days[0]) for day in days):
        best = max(stamps, key=lambda stamp: stamp.signs)
        return _tell(stamps[0] if best.when == stamps[0].when else best)
    best = min(days, key=lambda stamp: (-stamp.signs - _BELOW_SIGNS * (stamp.line > headline), stamp.when))
    others = [day for day in days if _is_apart(day, best)]
    doubts = [f"is dated {best.when} by {_where(best)}, but {_where(day)} says “{day.words}”" for day in others]
    return _tell(best)._replace(doubt=doubts[0] if doubts else None)


def _in_address(url: str | None) -> Iterator[Stamp]:
    """The day of the address as if it were a date line's, its number 0."""
    found = find_address_date(url) if url else None
    if found:
        yield Stamp(found[0], found[1], 0, "published", _ADDRESS_SIGNS)


def _tell(stamp: Stamp) -> Told:
    return Told(stamp.when, f"{_where(stamp)}: '{stamp.words}'" if stamp.line else f"address: {stamp.words}")


def _where(stamp: Stamp) -> str:
    return f"line {stamp.line}" if stamp.line else "its address"


def _is_apart(one: Stamp, other: Stamp) -> bool:
    """Whether two stamps can't be of one moment; a month and a day inside it can."""
    first, last = _days(one)
    begin, end = _days(other)
    return first - end > _SAME or begin - last > _SAME


def _days(stamp: Stamp) -> tuple[date, date]:
    value = edtf.parse(stamp.when)
    first = value.first_day or date.min
    return first, value.last_day or first


def _settle_order(layout: Layout) -> Told | None:
    """A date line in figures, month and day told apart by what else the page says."""
    texts = [*layout.blocks, *(caption.text for caption in layout.captions), *(line.text for line in layout.rest)]
    for line in layout.header:
        stamps = read_either_order(line)
        if len(stamps) == 1:
            return Told(stamps[0].when, f"line {line.number}: '{line.text}'")
        if settled := settle_order(stamps, texts):
            return Told(settled[0].when, f"line {line.number}: '{stamps[0].words}', read by '{settled[1]}' in the text")
    return None
