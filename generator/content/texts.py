"""The articles' texts, laid aside while the timeline is made: only some pages need them, one article's at a time."""

from __future__ import annotations

from array import array
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.content.files import SUFFIX, slug_of
from generator.content.reading import FOLDER, RawFile, parse_content, read_again
from generator.model import LeftOut, Record
from generator.passages import around
from generator.saving import ChangedError
from generator.workers.packing import pack
from generator.workers.spool import Spool

LATEST = 128  # texts at hand: events that stand together are told by the same articles
MARK = 16  # bytes


class Text(NamedTuple):
    """What of a record is laid aside."""

    body: str
    left_out: tuple[LeftOut, ...]


def part(record: Record) -> tuple[Record, Text]:
    """A record without its text, and the text; what pages show of it around a quote goes with the quote."""
    events = tuple(event._replace(around=around(record, event)) for event in record.events)
    left_out = tuple(each._replace(around=around(record, each)) for each in record.left_out)
    return record._replace(events=events, body="", left_out=()), Text(record.body, left_out)


class Texts:
    """The texts of many records by their slugs; those that were not laid aside are read from their files again."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._numbers: dict[str, int] = {}
        self._names: dict[str, str] = {}  # of files whose suffix is not as the build spells it
        self._marks = bytearray()
        self._places = array("q")  # in the spool; -1 of what is not there
        self._texts = Spool(Text)
        self._text = lru_cache(maxsize=LATEST)(self._find)

    def lay_aside(self, name: str, digest: str, text: bytes) -> None:
        """Keep the text of a record, packed; b"" leaves it where it is. name, digest: of its file in content/."""
        slug = slug_of(name)
        if name != f"{slug}{SUFFIX}":
            self._names[slug] = name
        self._numbers[slug] = len(self._places)
        self._marks += bytes.fromhex(digest)[:MARK]
        self._places.append(self._put(text) if text else -1)

    def whole(self, record: Record) -> Record:
        """A record that was parted from its text, with it; any other as it is. Raises ChangedError."""
        return record._replace(**self._text(record.slug)._asdict()) if record.slug in self._numbers else record

    def mark(self, record: Record) -> bytes:
        """What tells a record that was parted from its text, and that text, from all others."""
        start = MARK * self._numbers[record.slug]
        return bytes(self._marks[start : start + MARK])

    def _put(self, text: bytes) -> int:
        self._texts.append_packed(text)
        return len(self._texts) - 1

    def _find(self, slug: str) -> Text:
        number = self._numbers[slug]
        if self._places[number] < 0:
            self._places[number] = self._put(pack(self._read(slug)))
        return self._texts[self._places[number]]

    def _read(self, slug: str) -> Text:
        name = self._names.get(slug, f"{slug}{SUFFIX}")
        parsed = parse_content(RawFile(name, read_again(self._root, name)))
        start = MARK * self._numbers[slug]
        if parsed.outline is None or bytes.fromhex(parsed.facts.digest)[:MARK] != self._marks[start : start + MARK]:
            raise ChangedError(f"{FOLDER}/{name}")
        return part(parsed.outline.record)[1]
