"""What was changed after publication: the corrections that articles and events carry, as the pages show them."""

from typing import NamedTuple

from generator import edtf
from generator.model import Correction, Record
from generator.pages.edition import Edition
from generator.pages.facts import Link
from generator.pages.permalinks import article_path, event_path


class CorrectionView(NamedTuple):
    """One correction, with the event or article it changed."""

    when: str
    machine: str | None
    where: Link
    what: str
    why: str


def make_corrections(edition: Edition) -> tuple[CorrectionView, ...]:
    """Every correction, newest first."""
    found = [
        (correction, where)
        for record in edition.records.values()
        for correction, where in _corrections_of(edition, record)
    ]
    found.sort(key=lambda pair: (pair[0].when, pair[1].path, pair[0].what), reverse=True)
    return tuple(make_correction(edition, where, correction) for correction, where in found)


def _corrections_of(edition: Edition, record: Record) -> list[tuple[Correction, Link]]:
    own = Link(edition.title(record), path=article_path(record.slug))
    found = [(correction, own) for correction in record.corrections]
    for mention in record.events:
        event = edition.event_of.get(mention.id)
        where = Link(event.heading, path=event_path(event.id)) if event else own
        found += [(correction, where) for correction in mention.corrections]
    return found


def make_correction(edition: Edition, where: Link, correction: Correction) -> CorrectionView:
    """One correction as a row; a day that is no date stands as it was written."""
    words = edition.date(correction.when) if edtf.is_valid(correction.when) else None
    return CorrectionView(
        when=words.plain if words else correction.when,
        machine=words.machine if words else None,
        where=where,
        what=correction.what,
        why=correction.why,
    )


def count_corrections(edition: Edition) -> int:
    """How many corrections the articles and their events carry."""
    records = edition.records.values()
    return sum(len(r.corrections) + sum(len(m.corrections) for m in r.events) for r in records)
