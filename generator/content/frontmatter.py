"""The text of a content file to fields and body, and back: YAML between two lines `---`, then Markdown."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.compiled import regex
from generator.content.plain_reader import read_plain
from generator.content.values import FENCE, Fields, KeyPath, Place, YamlError
from generator.content.yaml_writer import format_yaml
from generator.problems import Problem

_CONFLICT = regex(r"^<{7} ", re.MULTILINE)
_SURROGATE = regex("[\ud800-\udfff]")
_OPENING, _CLOSING = f"{FENCE}\n", f"\n{FENCE}\n"


class FrontmatterError(Exception):
    """A content file that cannot be read; `problem` is the line to print."""

    def __init__(self, path: str, line: int, what: str, mend: str) -> None:
        self.problem = Problem(path, line, what, mend)
        super().__init__(str(self.problem))


class Document(NamedTuple):
    """One content file, read but not yet checked.

    path: as in messages. text: the whole file, newlines \\n. fields: the front matter, text[begins:ends]. body: what
    follows, without white space at its ends. lines: the 0-based line of each key and list item in the front matter.
    """

    path: str
    text: str
    fields: Fields
    body: str
    lines: Mapping[KeyPath, int]
    begins: int
    ends: int

    @property
    def places(self) -> Mapping[KeyPath, Place]:
        """Where each value stands in the front matter."""
        return _read_yaml(self.text[self.begins : self.ends])[1]

    def line(self, *keys: str | int) -> int:
        """The 1-based line of a key, or of the nearest above it that the file has: line("events", 2, "date")."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines[keys] + 2 if keys else 1


def parse(text: str, path: str) -> Document:
    """Read a content file's text; raises FrontmatterError."""
    text = normalise(text)
    _refuse_conflict(text, path)
    try:
        return _parse_plain(text, path) or _parse_yaml(text, path)
    except YamlError as error:
        raise FrontmatterError(path, error.line + 2, error.what, error.mend) from error


def _parse_plain(text: str, path: str) -> Document | None:
    """The document of a file that is laid out as the build does it."""
    begins, ends = len(_OPENING), text.find(_CLOSING) + 1
    plain = read_plain(text[begins:ends]) if text.startswith(_OPENING) else None
    if plain is None:
        return None
    body = text[ends + len(_OPENING) :].strip()
    return Document(path, text, plain.fields, body, plain.lines, begins, ends)


def _parse_yaml(text: str, path: str) -> Document:
    from generator.content.round_trip import read_file  # YAML's parser takes longer to load than a few files to read

    fields, places, length, body = read_file(text)
    begins = text.index("\n") + 1
    lines = {keys: place.line for keys, place in places.items()}
    return Document(path, text, fields, body, lines, begins, begins + length)


def read_fields(front: str) -> Fields:
    """The fields of front matter that stands alone; raises YamlError."""
    plain = read_plain(front)
    return plain.fields if plain else _read_yaml(front)[0]


@lru_cache(maxsize=8)  # who patches a file asks for many places
def _read_yaml(front: str) -> tuple[Fields, Mapping[KeyPath, Place]]:
    from generator.content.yaml_reader import read_yaml  # loaded late, as above

    return read_yaml(front)


def format(fields: Fields, body: str) -> str:  # noqa: A001 - the counterpart of parse
    """A content file's text: the fields in their order, then the body; what cannot be encoded becomes U+FFFD."""
    below = f"\n{normalise(body).strip()}\n" if body.strip() else ""
    return _SURROGATE.sub("\ufffd", f"{FENCE}\n{format_yaml(fields)}{FENCE}\n{below}")


def _refuse_conflict(text: str, path: str) -> None:
    """Front matter with both sides of a merge may be readable, and a text with both sides always is."""
    conflict = _CONFLICT.search(text) if "\n=======\n" in text and "\n>>>>>>> " in text else None
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        mend = "choose a side and delete the lines <<<<<<<, ======= and >>>>>>>"
        raise FrontmatterError(path, line, "an unresolved merge conflict", mend)


def normalise(text: str) -> str:
    """The text without a byte order mark, newlines \\n."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
