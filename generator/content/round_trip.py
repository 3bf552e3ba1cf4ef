"""Front matter in whatever YAML a person wrote, by python-frontmatter with a handler of our own."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import frontmatter
from frontmatter.default_handlers import BaseHandler

from generator.compiled import regex
from generator.content.values import FENCE, Fields, KeyPath, Place, YamlError
from generator.content.yaml_reader import read_yaml

MISSING = "begin the file with a line '---', the fields, and a second line '---'"
_CLOSING = regex(r"^---[ \t]*$", re.MULTILINE)


class Read(NamedTuple):
    """A file's fields, where each stands, the length of its front matter, and what follows that."""

    fields: Fields
    places: Mapping[KeyPath, Place]
    length: int
    body: str


class Handler(BaseHandler):
    """python-frontmatter's reader for one file: strict where its own is lenient, and it notes where values stand."""

    FM_BOUNDARY = _CLOSING
    START_DELIMITER = END_DELIMITER = FENCE

    def __init__(self) -> None:
        super().__init__()
        self.places: Mapping[KeyPath, Place] = {}
        self.length = 0

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and body; raises YamlError."""
        opening = _CLOSING.match(text)
        if not opening:
            raise YamlError(-1, "no front matter", MISSING)
        closing = _CLOSING.search(text, opening.end() + 1)
        if not closing:
            raise YamlError(-1, "front matter that never ends", "write a line '---' after the fields")
        return text[opening.end() + 1 : closing.start()], text[closing.end() :]

    def load(self, fm: str) -> dict[str, object]:
        """The fields; raises YamlError."""
        self.length = len(fm)
        fields, self.places = read_yaml(fm)
        return dict(fields)


def read_file(text: str) -> Read:
    """What a content file's text holds; raises YamlError, whose lines count from the second of the file."""
    # python-frontmatter strips the text first, and the lines of a file that begins with empty ones would be wrong
    if text[:1].isspace():
        raise YamlError(-1, "no front matter in the first line", MISSING)
    handler = Handler()
    fields, body = frontmatter.parse(text, handler=handler)
    return Read(fields, handler.places, handler.length, body)  # type: ignore[arg-type]  # Handler.load gives Fields
