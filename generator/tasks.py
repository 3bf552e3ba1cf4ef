"""The work on one item, and how it is shared out and kept: a seed, an article, a record, a content file, a week."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from generator.articles.archive import read_article_of
from generator.articles.dating import find_clues
from generator.articles.seeds import Seed
from generator.content.files import Draft, Facts
from generator.content.keys import EDITOR
from generator.content.plans import Fresh, draw_up
from generator.content.reading import RawFile, look_at_content, parse_content
from generator.content.references import Outline
from generator.content.texts import part
from generator.dates.grammar import READINGS as DATE_READINGS
from generator.dates.languages import find_dates_in_figures
from generator.dates.tagger import find_timexes
from generator.events.mentions import find_events
from generator.events.vocabulary import READINGS as EVENT_READINGS
from generator.model import Article, Record, Timex
from generator.problems import Problem, Problems
from generator.timeline import blocks, events, outcomes
from generator.timeline.copies import make_print
from generator.workers.crew import HERE, Keeping, Task
from generator.workers.packing import join_packed, pack, packed, split_packed, unpack

READINGS: Mapping[str, str] = {**DATE_READINGS, **EVENT_READINGS, EDITOR: "set by an editor; the corrections say why"}


class Reading(NamedTuple):
    """What came of one seed. seed: its path; clues: what its article tells of days, packed; b"" where it is no article.

    fresh: what was made of an article that has a day. undated: one that has none, which waits for what others tell.
    """

    seed: str
    clues: bytes
    fresh: Fresh | None
    undated: Article | None
    problems: tuple[Problem, ...]


class _Outcome(NamedTuple):
    """What is kept of a reading beside the clues: of what was made of the article its draft alone."""

    seed: str
    draft: Draft | None
    undated: Article | None
    problems: tuple[Problem, ...]


def read_seed(seed: Seed) -> Reading:
    """One seed's article, and what is made of it as far as that needs no other."""
    problems = Problems()
    article = read_article_of(seed, problems)
    if article is None:
        return Reading("", b"", None, None, tuple(problems))
    fresh, undated = (make_fresh(article), None) if article.published else (None, article)
    return Reading(article.seed, pack(find_clues(article)), fresh, undated, tuple(problems))


def read_known_seed(seed: Seed) -> str:
    """The text of the content file made of a seed that is known to hold an article that has a day."""
    fresh = read_seed(seed).fresh
    assert fresh, "the same bytes are the same article"
    return fresh.text


def _pack_reading(reading: Reading) -> bytes:
    draft = reading.fresh.draft if reading.fresh else None
    return join_packed(pack(_Outcome(reading.seed, draft, reading.undated, reading.problems)), reading.clues)


def _unpack_reading(data: bytes, _again: object) -> Reading:
    kept, clues = split_packed(data, 2)
    seed, draft, undated, problems = unpack(_Outcome, kept)
    return Reading(seed, clues, Fresh(draft, "") if draft else None, undated, problems)


def make_fresh(article: Article) -> Fresh:
    """What the build would write for an article that is dated as far as can be."""
    return draw_up(make_record(article))


def tag(article: Article) -> tuple[Timex, ...]:
    """The date expressions of an article's body; in another language only full dates in figures are read."""
    if article.language.split("-")[0].lower() != "en":
        return find_dates_in_figures(article.body)
    date_line = article.published_basis or ""
    return find_timexes(article.body, article.published, exact=article.published_exact, date_line=date_line)


def make_record(article: Article) -> Record:
    """What the build would write for an article; the content stage names it."""
    found = find_events(article, tag(article))
    return Record(
        slug="",
        title=article.title,
        outlet=article.outlet,
        byline=article.byline,
        url=article.url,
        archived_url=article.archived_url,
        archived_at=article.archived_at,
        published=article.published,
        published_basis=article.published_basis,
        language=article.language,
        seed=article.seed,
        seed_sha256=article.seed_sha256,
        generated=None,
        events=found.mentions,
        left_out=found.left_out,
        body=article.body,
    )


class Parts(NamedTuple):
    """What came of one content file: its facts, its outline without the article's text, None where it has none, what
    the text is known by, packed, what is wrong with it; that text, packed, b"" of a file known from an earlier run."""

    facts: Facts
    outline: Outline | None
    known_by: bytes
    problems: tuple[Problem, ...]
    text: bytes


def parse_parts(file: RawFile) -> Parts:
    """One content file's record, in parts."""
    facts, found, problems = parse_content(file)
    if found is None:
        return Parts(facts, None, b"", problems, b"")
    record, text = part(found.record)
    return Parts(facts, found._replace(record=record), pack(make_print(found.record)), problems, pack(text))


def _pack_parts(parts: Parts) -> bytes:
    return join_packed(pack(parts.facts), pack(parts.outline), parts.known_by, pack(parts.problems))


def _unpack_parts(data: bytes, _again: object) -> Parts:
    facts, outline, known_by, problems = split_packed(data, 4)
    wrong = unpack(tuple[Problem, ...], problems)
    return Parts(unpack(Facts, facts), unpack(Outline | None, outline), known_by, wrong, b"")


def _unpack_facts(data: bytes, _again: object) -> Facts:
    facts: Facts = unpack(Facts, split_packed(data, 4)[0])
    return facts


def _key_of_seed(seed: Seed) -> bytes:
    return pack((seed.name, seed.facts, seed.digest or hashlib.sha256(seed.content).hexdigest()))


def _key_of_file(file: RawFile) -> bytes:
    digest = file.digest or (hashlib.sha256(file.raw).hexdigest() if file.raw is not None else None)
    return pack((file.name, digest))


_READING: Keeping[Seed, Reading] = Keeping(_key_of_seed, _pack_reading, _unpack_reading, whole=False)
_PARSING: Keeping[RawFile, Parts] = Keeping(_key_of_file, _pack_parts, _unpack_parts, whole=False)
_LOOKING: Keeping[RawFile, Facts] = Keeping(_key_of_file, None, _unpack_facts, whole=False)

READ = Task("reading articles", read_seed, few=120, keeping=_READING)
READ_KNOWN = Task("reading articles again", read_known_seed, few=120, keeping=packed(str, _key_of_seed))
FIND = Task("finding events", make_fresh, few=100, keeping=packed(Fresh))
COMPARE = Task(
    "merging events", blocks.compare, few=700, keeping=packed(tuple[blocks.Match, ...], blocks.key_of), chunk=8
)
CHOOSE = Task("merging events", events.choose, few=HERE, keeping=packed(tuple[int, ...], events.key_of))
OUTCOMES = Task(
    "finding outcomes",
    outcomes.find_outcomes,
    few=700,
    keeping=packed(tuple[outcomes.Outcome, ...], outcomes.key_of),
    chunk=2,
)
PARSE = Task("reading content files", parse_parts, few=1500, keeping=_PARSING, chunk=64)
# the facts are among what is kept of the same files by the task above; where nothing is, they are found sooner
LOOK = Task("reading content files", look_at_content, few=HERE, keeping=_LOOKING, chunk=64)
