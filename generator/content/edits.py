"""What a person changed in a content file, told from the digests that the build left in it under `generated:`.

The scalar is WHOLE.ARTICLE.EVENT.EVENT…, in hexadecimal. WHOLE (16 digits) is of the file's text without that line, so
that any change is noticed, a comment's too. ARTICLE (8) is of the article's facts and its text, EVENT of an event's id
(6) and of what the build wrote about it (8); from those a refresh finds out which fields a person changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.compiled import regex
from generator.content import frontmatter
from generator.content.frontmatter import Document
from generator.content.schema import to_fields
from generator.content.values import Fields, Value
from generator.model import Record

GENERATED = "generated"
BODY = "body"
LEFT_OUT = "left_out"
ARTICLE_FACTS = (
    "title", "outlet", "byline", "url", "archived_url", "archived_at", "published", "published_basis", "language",
    LEFT_OUT,
)  # fmt: skip
EVENT_FACTS = ("date", "basis", "heading", "quote", "speaker", "status", "review")
_ID_LINE = regex(r"^  - id: (\S+)$", re.MULTILINE)
_GENERATED_LINE = regex(r"^generated:[ ]*[\"']?([0-9a-f.]+)[\"']?[ ]*\n", re.MULTILINE)


class Wording(NamedTuple):
    """What the build wrote in a file: the ids of its events in their order, and a digest of everything else."""

    ids: tuple[str, ...]
    rest: str


class Base(NamedTuple):
    """What the build wrote last, as far as the digests tell: of the article's facts, and of events by their id's."""

    article: str
    events: Mapping[str, str]


def digest(fields: Fields, body: str) -> str:
    """What `generated` holds for a file with these fields and this body."""
    kept = {key: value for key, value in fields.items() if key != GENERATED}
    events = (id_digest(event.get("id")) + facts_digest(event_facts(event)) for event in event_entries(fields))
    whole = _hash(frontmatter.format(kept, body), 16)
    return ".".join([whole, facts_digest(article_facts(fields, frontmatter.normalise(body).strip())), *events])


def format_record(record: Record) -> str:
    """The text of a record's file as the build writes it, with its digest."""
    fields = to_fields(record._replace(generated=None))
    return frontmatter.format(to_fields(record._replace(generated=digest(fields, record.body))), record.body)


def is_edited(document: Document) -> bool:
    """Whether a person wrote or changed anything in the file."""
    return not is_pristine(document.text)


def is_pristine(text: str) -> bool:
    """Whether a file's text is, to the letter, what the build wrote."""
    line = _GENERATED_LINE.search(text)
    return line is not None and _hash(text[: line.start()] + text[line.end() :], 16) == line[1].partition(".")[0]


def read_wording(text: str) -> Wording | None:
    """The wording of a text that is just as the build wrote it; None where its own digests tell otherwise."""
    head, _, body = text.partition("\n---\n")
    line = _GENERATED_LINE.search(head)
    if line is None:
        return None
    _, article, *parts = line[1].split(".")
    ids = tuple(_ID_LINE.findall(head))
    if [part[:6] for part in parts] != [id_digest(each) for each in ids]:
        return None
    rest = [head[: line.start()], article, *(part[6:] for part in parts), _ID_LINE.sub("", head[line.end() :]), body]
    return Wording(ids, _hash("\0".join(rest), 64))


def read_base(fields: Fields) -> Base | None:
    """What the build wrote last; None for a file that was never the build's."""
    _, *parts = str(fields.get(GENERATED)).split(".")
    if not parts or fields.get(GENERATED) is None:
        return None
    return Base(parts[0], {part[:6]: part[6:] for part in parts[1:]})


def article_facts(fields: Fields, body: str) -> dict[str, Value]:
    """What the build writes about an article, the digest of its text included."""
    return {**{key: fields.get(key) for key in ARTICLE_FACTS}, BODY: _hash(body, 16)}


def event_facts(event: Fields) -> dict[str, Value]:
    """What the build writes about an event."""
    return {key: event.get(key) for key in EVENT_FACTS}


def facts_digest(facts: Fields) -> str:
    """Eight digits for an article's or an event's facts; sentences left out count only where there are some."""
    told = {key: value for key, value in facts.items() if key != LEFT_OUT or value}
    return _hash(json.dumps(told, sort_keys=True), 8)


def id_digest(event_id: Value) -> str:
    """Six digits for an event's id."""
    return _hash(str(event_id), 6)


def event_entries(fields: Fields) -> tuple[Fields, ...]:
    """The entries under `events:` that are mappings, as they are written."""
    events = fields.get("events")
    return tuple(each for each in events if isinstance(each, Mapping)) if isinstance(events, tuple) else ()


def _hash(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
