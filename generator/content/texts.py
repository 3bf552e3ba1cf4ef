"""The articles' texts, laid aside while the timeline is made: only some pages need them, one article's at a time."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.model import LeftOut, Record
from generator.workers.spool import Drawer

LATEST = 128  # texts at hand: events that stand together are told by the same articles


class Text(NamedTuple):
    """What of a record is laid aside."""

    body: str
    left_out: tuple[LeftOut, ...]


def part(record: Record) -> tuple[Record, Text]:
    """A record without its text, and the text."""
    return record._replace(body="", left_out=()), Text(record.body, record.left_out)


class Texts:
    """The texts of many records by their slugs."""

    def __init__(self) -> None:
        self._texts = Drawer(Text)
        self._text = lru_cache(maxsize=LATEST)(self._texts.__getitem__)

    def lay_aside(self, slug: str, text: str) -> None:
        """Keep the text of a record, packed."""
        self._texts.put(slug, text)

    def whole(self, record: Record) -> Record:
        """A record that was parted from its text, with it; any other as it is."""
        return record._replace(**self._text(record.slug)._asdict()) if record.slug in self._texts else record

    def mark(self, record: Record) -> bytes:
        """What tells the text of a record that was laid aside from all others."""
        return self._texts.mark(record.slug)
