"""What a person changed in a content file, told from the digests that the build left in it under `generated:`.

The scalar is WHOLE.ARTICLE.EVENT.EVENT…, in hexadecimal. WHOLE (16 digits) is of the file's text without that line, so
that any change is noticed, a comment's too. ARTICLE (8) is of the article's facts and its text, EVENT of an event's id
(6) and of what the build wrote about it (8); from those a refresh finds out which fields a person changed.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.compiled import regex
from generator.content import frontmatter
from generator.content.frontmatter import Document
from generator.content.schema import to_fields
from generator.content.values import FENCE, Fields, Value
from generator.content.yaml_writer import format_inline, format_yaml
from generator.model import Record

GENERATED = "generated"
BODY = "body"
LEFT_OUT = "left_out"
ARTICLE_FACTS = (
    "title", "outlet", "byline", "url", "archived_url", "archived_at", "published", "published_basis", "language",
    LEFT_OUT,
)  # fmt: skip
EVENT_FACTS = ("date", "basis", "heading", "quote", "speaker", "status", "review")
_ID_DIGITS = 6
_FACTS = json.JSONEncoder(sort_keys=True)
_EVENTS, _CLOSING = "\nevents:", f"\n{FENCE}\n"  # a value has no line end: the first of each is the front matter's own
_ID_LINE = regex(r"(\n  - id: ).+")
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
    """What `generated` holds for a file with these fields, which lack it, and this body."""
    return _join_digests(frontmatter.format(fields, body), _digests_of_facts(fields, body))


def format_record(record: Record) -> str:
    """The text of a record's file as the build writes it, with its digest."""
    fields = to_fields(record._replace(generated=None))
    return _seal(frontmatter.format(fields, record.body), _digests_of_facts(fields, record.body))


def rename_events(text: str, ids: Sequence[str]) -> str:
    """The text of a file just as the build wrote it, but its events have these ids, in their order."""
    plain, (_, article, *events) = _unseal(text)
    front, fence, below = plain.partition(_CLOSING)
    names = iter(ids)
    renamed = _ID_LINE.sub(lambda line: line[1] + format_inline(next(names)), front)
    digests = [id_digest(name) + event[_ID_DIGITS:] for name, event in zip(ids, events, strict=True)]
    return _seal(f"{renamed}{fence}{below}", [article, *digests])


def read_wording(text: str) -> Wording | None:
    """The wording of a text just as the build wrote it; None where its own digests do not tell these ids."""
    plain, (_, article, *events) = _unseal(text)
    front, fence, below = plain.partition(_CLOSING)
    ids = tuple(line[0].removeprefix(line[1]) for line in _ID_LINE.finditer(front))
    if [event[:_ID_DIGITS] for event in events] != [id_digest(name) for name in ids]:
        return None
    rest = (article, *(event[_ID_DIGITS:] for event in events), _ID_LINE.sub("", front), fence, below)
    return Wording(ids, _hash("\0".join(rest), 64))


def is_edited(document: Document) -> bool:
    """Whether a person wrote or changed anything in the file."""
    return not is_pristine(document.text)


def is_pristine(text: str) -> bool:
    """Whether a file's text is, to the letter, what the build wrote."""
    plain, digests = _unseal(text)
    return bool(digests) and _hash(plain, 16) == digests[0]


def read_base(fields: Fields) -> Base | None:
    """What the build wrote last; None for a file that was never the build's."""
    _, *parts = str(fields.get(GENERATED)).split(".")
    if not parts or fields.get(GENERATED) is None:
        return None
    return Base(parts[0], {part[:_ID_DIGITS]: part[_ID_DIGITS:] for part in parts[1:]})


def article_facts(fields: Fields, body: str) -> dict[str, Value]:
    """What the build writes about an article, the digest of its text included."""
    return {**{key: fields.get(key) for key in ARTICLE_FACTS}, BODY: _hash(body, 16)}


def event_facts(event: Fields) -> dict[str, Value]:
    """What the build writes about an event."""
    return {key: event.get(key) for key in EVENT_FACTS}


def facts_digest(facts: Fields) -> str:
    """Eight digits for an article's or an event's facts; sentences left out count only where there are some."""
    told = {key: value for key, value in facts.items() if key != LEFT_OUT or value}
    return _hash(_FACTS.encode(told), 8)


def id_digest(event_id: Value) -> str:
    """Six digits for an event's id."""
    return _hash(str(event_id), _ID_DIGITS)


def event_entries(fields: Fields) -> tuple[Fields, ...]:
    """The entries under `events:` that are mappings, as they are written."""
    events = fields.get("events")
    return tuple(each for each in events if isinstance(each, Mapping)) if isinstance(events, tuple) else ()


def _digests_of_facts(fields: Fields, body: str) -> list[str]:
    """ARTICLE and each EVENT."""
    events = (id_digest(event.get("id")) + facts_digest(event_facts(event)) for event in event_entries(fields))
    return [facts_digest(article_facts(fields, frontmatter.normalise(body).strip())), *events]


def _seal(plain: str, digests: Iterable[str]) -> str:
    """A file's text with its line `generated`, which stands above the events, and WHOLE in that."""
    line = format_yaml({GENERATED: _join_digests(plain, digests)})
    return plain.replace(_EVENTS, f"\n{line}{_EVENTS.lstrip()}", 1)


def _unseal(text: str) -> tuple[str, list[str]]:
    """A file's text without its line `generated`, and the digests in that; none where there is no such line."""
    line = _GENERATED_LINE.search(text)
    return (text[: line.start()] + text[line.end() :], line[1].split(".")) if line else (text, [])


def _join_digests(plain: str, digests: Iterable[str]) -> str:
    return ".".join([_hash(plain, 16), *digests])


def _hash(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
