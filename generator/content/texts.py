"""The articles' texts, laid aside while the timeline is made: only some pages need them, one article's at a time."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from generator.model import LeftOut, Record
from generator.workers.packing import pack
from generator.workers.spool import Spool

MARK = 16  # bytes
LATEST = 128  # texts at hand: events that stand together are told by the same articles


class Text(NamedTuple):
    """What of a record is laid aside."""

    body: str
    left_out: tuple[LeftOut, ...]


class Texts:
    """The texts of many records by their slugs."""

    def __init__(self) -> None:
        self._texts = Spool(Text)
        self._numbers: dict[str, int] = {}
        self._marks = bytearray()
        self._text = lru_cache(maxsize=LATEST)(self._texts.__getitem__)

    def lay_aside(self, record: Record) -> Record:
        """The record without its text, which is kept here."""
        self._numbers[record.slug], text = len(self._texts), Text(record.body, record.left_out)
        self._texts.append(text)
        self._marks += blake2b(pack(text), digest_size=MARK).digest()
        return record._replace(body="", left_out=())

    def whole(self, record: Record) -> Record:
        """A record that was laid aside, with its text; any other as it is."""
        number = self._numbers.get(record.slug)
        return record if number is None else record._replace(**self._text(number)._asdict())

    def mark(self, record: Record) -> bytes:
        """What tells the text of a record that was laid aside from all others."""
        start = MARK * self._numbers[record.slug]
        return bytes(self._marks[start : start + MARK])
