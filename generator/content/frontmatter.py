"""The text of a content file to fields and body, and back: YAML between two lines `---`, then Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import frontmatter
from frontmatter.default_handlers import BaseHandler

from generator.compiled import regex
from generator.content.values import Fields, KeyPath, Place
from generator.content.yaml_reader import YamlError, read_yaml
from generator.content.yaml_writer import format_yaml
from generator.problems import Problem

FENCE = "---"
MISSING = "begin the file with a line '---', the fields, and a second line '---'"
_CLOSING = regex(r"^---[ \t]*$", re.MULTILINE)
_CONFLICT = regex(r"^<{7} ", re.MULTILINE)
_SURROGATE = regex("[\ud800-\udfff]")


class FrontmatterError(Exception):
    """A content file that cannot be read; `problem` is the line to print.

    No ValueError, because python-frontmatter takes a file whose handler raises one for a file without front matter.
    """

    def __init__(self, path: str, line: int, what: str, mend: str) -> None:
        self.problem = Problem(path, line, what, mend)
        super().__init__(str(self.problem))


@dataclass(frozen=True, slots=True)
class Document:
    """One content file, read but not yet checked.

    path: as in messages. text: the whole file, newlines \\n. fields: the front matter. body: what follows, without
    white space at its ends. places: where each value stands in the front matter, text[begins:ends].
    """

    path: str
    text: str
    fields: Fields
    body: str
    places: Mapping[KeyPath, Place] = field(repr=False)
    begins: int
    ends: int

    def line(self, *keys: str | int) -> int:
        """The 1-based line of a key, or of the nearest above it that the file has: line("events", 2, "date")."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places[keys].line + 2 if keys else 1


class Handler(BaseHandler):
    """python-frontmatter's reader for one file: strict where its own is lenient, and it notes where values stand."""

    FM_BOUNDARY = _CLOSING
    START_DELIMITER = END_DELIMITER = FENCE

    def __init__(self, path: str = "") -> None:
        super().__init__()
        self.path = path
        self.places: Mapping[KeyPath, Place] = {}
        self.length = 0

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and body; raises FrontmatterError."""
        opening = _CLOSING.match(text)
        if not opening:
            raise FrontmatterError(self.path, 1, "no front matter", MISSING)
        closing = _CLOSING.search(text, opening.end() + 1)
        if not closing:
            raise FrontmatterError(self.path, 1, "front matter that never ends", "write a line '---' after the fields")
        return text[opening.end() + 1 : closing.start()], text[closing.end() :]

    def load(self, fm: str) -> dict[str, object]:
        """The fields; raises FrontmatterError."""
        try:
            self.length = len(fm)
            fields, self.places = read_yaml(fm)
        except YamlError as error:
            raise FrontmatterError(self.path, error.line + 2, error.what, error.mend) from error
        return dict(fields)


def parse(text: str, path: str) -> Document:
    """Read a content file's text; raises FrontmatterError."""
    text = normalise(text)
    _refuse_conflict(text, path)
    handler = Handler(path)
    # python-frontmatter strips the text first, and the lines of a file that begins with empty ones would be wrong
    if text[:1].isspace():
        raise FrontmatterError(path, 1, "no front matter in the first line", MISSING)
    fields, body = frontmatter.parse(text, handler=handler)
    begins = text.index("\n") + 1
    ends = begins + handler.length
    return Document(path, text, fields, body, handler.places, begins, ends)  # type: ignore[arg-type]  # Handler.load gives Fields


def format(fields: Fields, body: str) -> str:  # noqa: A001 - the counterpart of parse
    """A content file's text: the fields in their order, then the body; what cannot be encoded becomes U+FFFD."""
    below = f"\n{normalise(body).strip()}\n" if body.strip() else ""
    return _SURROGATE.sub("\ufffd", f"{FENCE}\n{format_yaml(fields)}{FENCE}\n{below}")


def _refuse_conflict(text: str, path: str) -> None:
    """Front matter with both sides of a merge may be readable, and a text with both sides always is."""
    conflict = _CONFLICT.search(text)
    if conflict and "\n=======\n" in text and "\n>>>>>>> " in text:
        line = text.count("\n", 0, conflict.start()) + 1
        mend = "choose a side and delete the lines <<<<<<<, ======= and >>>>>>>"
        raise FrontmatterError(path, line, "an unresolved merge conflict", mend)


def normalise(text: str) -> str:
    """The text without a byte order mark, newlines \\n."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
