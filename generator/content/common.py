"""What many records tell alike, held once: of a long timeline, read by several processes, each brings its own copy."""

from __future__ import annotations

from typing import Any, TypeVar

from generator.model import EventMention, Record

T = TypeVar("T")


class Common:
    """The outlets, days, rules and the like met so far."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def share(self, record: Record) -> Record:
        """The same record, with the values met before where they are equal."""
        return record._replace(
            outlet=self._one(record.outlet),
            published=self._one(record.published),
            published_basis=self._one(record.published_basis),
            language=self._one(record.language),
            events=tuple(map(self._share_mention, record.events)),
        )

    def _share_mention(self, mention: EventMention) -> EventMention:
        one, basis = self._one, mention.basis
        if basis:
            basis = basis._replace(words=one(basis.words), rule=one(basis.rule), anchor=one(basis.anchor))
        return mention._replace(
            date=one(mention.date),
            status=one(mention.status),
            basis=one(basis),
            speaker=one(mention.speaker),
            around=one(mention.around),
        )

    def _one(self, value: T) -> T:
        known: T = self._known.setdefault(value, value)
        return known
