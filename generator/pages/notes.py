"""Remarks on an event: where sources disagree, what was expected, and what came of it."""

from typing import NamedTuple

from generator import edtf
from generator.model import Event, Version
from generator.pages.edition import Edition
from generator.pages.facts import Fact, Link, event_link


class Note(NamedTuple):
    """A remark on an event: a kind for its looks, words, and links or facts that belong to it."""

    kind: str
    text: str
    link: Link | None = None
    facts: tuple[Fact, ...] = ()


def make_notes(edition: Edition, event: Event) -> tuple[Note, ...]:
    """The remarks on an event: what sources disagree on, what it is the outcome of, what came of it."""
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
