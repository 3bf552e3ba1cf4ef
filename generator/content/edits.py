"""What a person changed in a content file, told from the digests that the build left in it under `generated:`.

The scalar is WHOLE.ARTICLE.EVENT.EVENT…, in hexadecimal. WHOLE (16 digits) is of the file's text without that line, so
that any change is noticed, a comment's too. ARTICLE (8) is of the article's facts and its text, EVENT of an event's id
(6) and of what the build wrote about it (8); from those a refresh finds out which fields a person changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from generator.content import frontmatter
from generator.content.frontmatter import Document
from generator.content.values import Fields, Value

GENERATED = "generated"
ARTICLE_FACTS = (
    "title", "outlet", "byline", "url", "archived_url", "archived_at", "published", "published_basis", "language",
)  # fmt: skip
EVENT_FACTS = ("date", "basis", "heading", "quote", "speaker", "status", "review")


def digest(fields: Fields, body: str) -> str:
    """What `generated` holds for a file with these fields and this body."""
    kept = {key: value for key, value in fields.items() if key != GENERATED}
    events = map(event_digest, event_entries(fields))
    return ".".join([_hash(frontmatter.format(kept, body), 16), article_digest(fields, body), *events])


def is_edited(document: Document) -> bool:
    """Whether a person wrote or changed anything in the file."""
    written = document.fields.get(GENERATED)
    if not isinstance(written, str):
        return True
    place = document.places[(GENERATED,)]
    line_end = document.text.find("\n", document.begins + place.end) + 1
    rest = document.text[: document.begins + place.key] + document.text[line_end:]
    return _hash(rest, 16) != written.partition(".")[0]


def event_entries(fields: Fields) -> tuple[Fields, ...]:
    """The entries under `events:` that are mappings, as they are written."""
    events = fields.get("events")
    return tuple(each for each in events if isinstance(each, Mapping)) if isinstance(events, tuple) else ()


def article_digest(fields: Fields, body: str) -> str:
    """Eight digits for the facts about the article and its text."""
    return _digest_of([fields.get(key) for key in ARTICLE_FACTS] + [body])


def event_digest(event: Fields) -> str:
    """Six digits for the event's id and eight for what the build wrote about it."""
    return id_digest(event.get("id")) + _digest_of([event.get(key) for key in EVENT_FACTS])


def id_digest(event_id: Value) -> str:
    """Six digits for an event's id."""
    return _hash(str(event_id), 6)


def _digest_of(values: list[Value]) -> str:
    return _hash(json.dumps(values, sort_keys=True), 8)


def _hash(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
