"""Every value that passes between stages, in pipeline order: clipping, article, timex, mention, event, timeline, page.

All are frozen and hold tuples: they are named tuples themselves, because a frozen dataclass takes seven times as long
to define, and a build of five articles would spend a tenth of its time on that. A date is an EDTF string wherever a
person may see or edit it (see edtf.py); offsets are characters, half-open, into the text named beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from generator import edtf
from generator.timex import Timex as Timex  # the value between article and event mention

Status = Literal["happened", "statement", "claim", "expected"]
STATUSES: tuple[Status, ...] = ("happened", "statement", "claim", "expected")


# ---------------------------------------------------------------- seeds to articles


class SourceFacts(NamedTuple):
    """What a person wrote about an article in sources.yaml; None is what they left to be read from the text."""

    url: str | None = None
    archived_url: str | None = None
    archived_at: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


class Clipping(NamedTuple):
    """One seed as it was found, decoded.

    seed: path relative to the root with forward slashes ("seeds/001.txt"). sha256: hex digest of the raw bytes.
    format: "text", "html" or "markdown". text: newlines are \\n.
    """

    seed: str
    sha256: str
    format: str
    text: str
    facts: SourceFacts


class Caption(NamedTuple):
    """A picture's caption, kept apart from the body: it dates pictures, not events."""

    text: str
    line: int  # 1-based, in the clipping


class Article(NamedTuple):
    """What was read from one clipping: who published what and when, and its text without furniture.

    body: clean Markdown; paragraphs, between blank lines, are numbered from 1; subheadings start with "## ".
    published: EDTF, None until something dates it; published_basis: "line 3: 'Wed Jun 14 2023'", "sources.yaml",
    "address: …", "page metadata: …" or "inferred: …" with the evidence.
    published_exact: False where the day was inferred and the article may have appeared some days later.
    """

    seed: str
    seed_sha256: str
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    archived_url: str | None
    archived_at: str | None
    published: str | None
    published_basis: str | None
    published_exact: bool
    language: str
    body: str
    captions: tuple[Caption, ...]


# ---------------------------------------------------------------- events of one article


class Basis(NamedTuple):
    """Why an event has its date: the words in the text (None where none tell it), the rule that read them or the
    context, the day they counted from (EDTF), and the other readings that were possible (EDTF)."""

    words: str | None
    rule: str
    anchor: str | None = None
    also: tuple[str, ...] = ()


class Correction(NamedTuple):
    """A change to something already published: the day (EDTF), the field, what it was, what it is, and why."""

    when: str
    what: str
    why: str


class Surroundings(NamedTuple):
    """What of the text around a quote is shown with it.

    begins_before, goes_on: whether its sentence does. in_front: the words right in front of it by which an address
    tells it from the same words further up; "" where it needs none.
    """

    begins_before: bool
    goes_on: bool
    in_front: str


class EventMention(NamedTuple):
    """What one article reports in one sentence or clause: the entry under `events:` in a content file.

    id: "e-" and eight hex digits, made from article and sentence. date: EDTF, None when undated. quote: exact words
    of the body, body[start:end]; paragraph: their 1-based number. speaker: who says or claims it. review: why a
    person should look, None when safe. The rest is what an editor may add, and `around`, None while its article has
    its text.
    """

    id: str
    date: str | None
    heading: str
    quote: str
    start: int
    end: int
    paragraph: int
    status: Status
    basis: Basis | None = None
    speaker: str | None = None
    review: str | None = None
    hide: bool = False
    same_as: str | None = None
    distinct_from: tuple[str, ...] = ()
    checked: str | None = None
    corrections: tuple[Correction, ...] = ()
    around: Surroundings | None = None


class LeftOut(NamedTuple):
    """A dated sentence no event was made of: an entry under `left_out:` in a content file.

    quote, start, end, paragraph, around: as in a mention. date: EDTF, None where the text gives none. words: those that
    tell the date. why: the reason, in plain words.
    """

    quote: str
    start: int
    end: int
    paragraph: int
    date: str | None
    why: str
    words: str | None = None
    around: Surroundings | None = None


class Record(NamedTuple):
    """One content file: an article, its events, and what an editor wrote about the whole.

    slug: file name without ".md". seed and its digest are None for an article written by hand.
    generated: digest of what the build wrote; None when a person wrote the file.
    """

    slug: str
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    archived_url: str | None
    archived_at: str | None
    published: str | None
    published_basis: str | None
    language: str
    seed: str | None
    seed_sha256: str | None
    generated: str | None
    events: tuple[EventMention, ...]
    body: str
    left_out: tuple[LeftOut, ...] = ()
    hide: bool = False
    checked: str | None = None
    corrections: tuple[Correction, ...] = ()


Whole: TypeAlias = Callable[[Record], Record]  # gives a record of a long timeline with the text that waits elsewhere


def as_it_is(record: Record) -> Record:
    """A record that has its text."""
    return record


# ---------------------------------------------------------------- one timeline


class Source(NamedTuple):
    """One article's mention of an event, as the timeline shows it; offsets are into that article's body.

    article: the record's slug. copy_of: another article of the event that has the same text and had it before.
    """

    article: str
    mention: EventMention
    copy_of: str | None = None


class Version(NamedTuple):
    """One side of a disagreement: what this article says of the field."""

    field: str
    article: str
    value: str


class Event(NamedTuple):
    """One entry of the timeline: a happening and everyone who reports it.

    id: its permalink, the id of the mention that represents it. merged_because: why each further source joined.
    outcome_of, outcome: the ids of the expectation it fulfils and of the report that fulfils it.
    """

    id: str
    date: str | None
    heading: str
    text: str
    status: Status
    speaker: str | None
    sources: tuple[Source, ...]
    merged_because: tuple[str, ...] = ()
    disagreement: tuple[Version, ...] = ()
    outcome_of: str | None = None
    outcome: str | None = None
    checked: str | None = None

    @property
    def witnesses(self) -> int:
        """How many articles report it; those that have one text are one."""
        return len({source.copy_of or source.article for source in self.sources})

    @property
    def when(self) -> edtf.Edtf | None:
        """The date, parsed."""
        return edtf.parse(self.date) if self.date else None


class Chapter(NamedTuple):
    """A stretch of the timeline. date: EDTF of the meeting or month it is about; events: ids in timeline order."""

    id: str
    title: str
    date: str | None
    events: tuple[str, ...]
    standfirst: str | None = None
    place: str | None = None
    meeting: bool = False


class Timeline(NamedTuple):
    """Everything the pages show. copies: articles (slugs) that are one text, those of each text together, the earliest
    first."""

    title: str
    standfirst: str | None
    starts: str | None
    articles: tuple[Record, ...]
    chapters: tuple[Chapter, ...]
    events: tuple[Event, ...]  # in timeline order
    copies: tuple[tuple[str, ...], ...] = ()


# ---------------------------------------------------------------- settings and pages


class ChapterSetting(NamedTuple):
    """A [[chapters]] table of timeline.toml: either a `date` (EDTF) it covers, or `meeting`, the month or year
    (EDTF) whose meeting it is about, whose days are then found in the articles."""

    title: str
    date: str | None = None
    meeting: str | None = None
    standfirst: str | None = None


class Settings(NamedTuple):
    """timeline.toml; the defaults are those of a folder without one."""

    title: str = "Timeline"
    standfirst: str | None = None
    base_url: str | None = None
    repository: str | None = None
    language: str = "en"
    starts: str | None = None
    chapters: tuple[ChapterSetting, ...] = ()
    quote_words: int = 40
    republish: Literal["quotes", "full"] = "quotes"
    licence: str | None = None


class Page(NamedTuple):
    """One file of the site: its path relative to site/ with forward slashes, and its bytes."""

    path: str
    content: bytes
