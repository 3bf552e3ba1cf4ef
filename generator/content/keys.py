"""Every key of a content file, in the order it is written: one table to read, write, describe and document them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.content import kinds
from generator.content.kinds import Kind

EDITOR = "editor"  # in a basis, the rule that gave a date which a person set


@dataclass(frozen=True, slots=True, eq=False)  # each is one of a kind, and compared for every value read
class Key:
    """One key. attribute: its field in the model, where that has another name. meaning: a line of the manual.

    inner: the keys of the entry it holds (of each entry, where `many`), instead of a kind. required: it must be there;
    nullable: it may be null. always: written even when it has its default.
    """

    name: str
    kind: Kind | None
    meaning: str
    attribute: str = ""
    inner: tuple[Key, ...] = ()
    many: bool = False
    required: bool = False
    nullable: bool = True
    always: bool = False
    default: object = None

    @property
    def field(self) -> str:
        """The name of the model's field."""
        return self.attribute or self.name


@cache
def by_name(keys: tuple[Key, ...]) -> Mapping[str, Key]:
    """The keys of a table by their names, in its order."""
    return {key.name: key for key in keys}


@cache
def defaults(keys: tuple[Key, ...]) -> Mapping[str, object]:
    """The model's values of a mapping that has none of the keys."""
    return {key.field: key.default for key in keys}


@cache
def required(keys: tuple[Key, ...]) -> frozenset[str]:
    """The names of those that must be there."""
    return frozenset(key.name for key in keys if key.required)


BASIS_KEYS = (
    Key("words", kinds.TEXT, "the words that tell the date; null where none do", required=True, always=True),
    Key("rule", kinds.TEXT, "the rule that read them", required=True, nullable=False),
    Key("from", kinds.DATE, "the day they count from", attribute="anchor"),
    Key("also", kinds.DATES, "other readings that were possible", default=()),
)
CORRECTION_KEYS = (
    Key("when", kinds.DATE, "the day of the correction", required=True, nullable=False),
    Key("what", kinds.TEXT, "what was changed: the field, what it was, what it is", required=True, nullable=False),
    Key("why", kinds.TEXT, "why it was changed", required=True, nullable=False),
)
HIDE = Key("hide", kinds.YES_OR_NO, "true: not shown anywhere on the site", nullable=False, default=False)
CHECKED = Key("checked", kinds.CHECKED, "the day a person compared it with the source, and who")
CORRECTIONS = Key(
    "corrections", None, "changes to what was already published", inner=CORRECTION_KEYS, many=True, default=()
)
EVENT_KEYS = (
    Key("id", kinds.ID, "its permanent name; made from article and quote where it is left out", nullable=False),
    Key("date", kinds.DATE, "when it happened; null where nobody says", required=True, always=True),
    Key("heading", kinds.TEXT, "the line above the quote", required=True, nullable=False),
    Key("quote", kinds.TEXT, "the exact words of the text below", required=True, nullable=False),
    Key("speaker", kinds.TEXT, "who says or claims it"),
    Key("status", kinds.STATUS, "happened, statement, claim or expected", required=True, nullable=False),
    Key("basis", None, "why it has this date", inner=BASIS_KEYS),
    Key("review", kinds.TEXT, "why a person should look; delete the line when done"),
    HIDE,
    Key("same_as", kinds.ID, "the id of an event of another article that is the same happening"),
    Key("distinct_from", kinds.IDS, "ids of events it must never be merged with", default=()),
    CHECKED,
    CORRECTIONS,
)
EVENTS = Key("events", None, "what the article reports", inner=EVENT_KEYS, many=True, always=True, default=())
LEFT_OUT_KEYS = (
    Key("quote", kinds.TEXT, "the exact words of the text below", required=True, nullable=False),
    Key("date", kinds.DATE, "the date it names; null where it names none", required=True, always=True),
    Key("words", kinds.TEXT, "the words that tell the date"),
    Key("why", kinds.TEXT, "why no event was made of it", required=True, nullable=False),
)
LEFT_OUT = Key(
    "left_out",
    None,
    "dated sentences no event was made of, shown on the article's page; to use one, write an event with its quote",
    inner=LEFT_OUT_KEYS,
    many=True,
    default=(),
)
ARTICLE_KEYS = (
    Key("title", kinds.TEXT, "the headline; null when unknown", required=True, always=True),
    Key("outlet", kinds.TEXT, "who published it; null when unknown", required=True, always=True),
    Key("byline", kinds.TEXT, "who wrote it", always=True),
    Key("url", kinds.ADDRESS, "the address of the article itself; null when unknown", always=True),
    Key("archived_url", kinds.ADDRESS, "the address of an archived copy"),
    Key("archived_at", kinds.DATE, "the day of the archived copy"),
    Key("published", kinds.DAY_OR_COARSER, "the day of publication; null when unknown", required=True, always=True),
    Key("published_basis", kinds.TEXT, "how that day is known", always=True),
    Key("language", kinds.LANGUAGE, "the language of the text", nullable=False, always=True, default="en"),
    HIDE,
    CHECKED,
    CORRECTIONS,
    Key("seed", kinds.SEED, "the file it was read from; leave it out in an article written by hand"),
    Key("seed_sha256", kinds.SHA256, "the SHA-256 digest of that file"),
    Key("generated", kinds.DIGEST, "what the build wrote, in short; leave it alone: an edit is noticed by it"),
    EVENTS,
    LEFT_OUT,
)
QUOTING = (EVENTS, LEFT_OUT)  # whose entries have a place in the text
