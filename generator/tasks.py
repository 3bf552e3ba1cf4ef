"""The work on one item, and how it is shared out and kept: a seed, an article, a record, a content file, a week."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from generator.articles.archive import read_article_of
from generator.articles.dating import find_clues
from generator.articles.seeds import Seed
from generator.content.keys import EDITOR
from generator.content.plans import Fresh, draw_up
from generator.content.reading import RawFile, parse_outline
from generator.content.references import Outline
from generator.content.texts import part
from generator.dates.grammar import READINGS as DATE_READINGS
from generator.dates.languages import find_dates_in_figures
from generator.dates.tagger import find_timexes
from generator.events.mentions import find_events
from generator.events.vocabulary import READINGS as EVENT_READINGS
from generator.model import Article, Record, Timex
from generator.problems import Problem, Problems
from generator.timeline.blocks import Match, compare, key_of
from generator.timeline.copies import make_print
from generator.workers.crew import Task
from generator.workers.packing import pack, pack_text, packed

READINGS: Mapping[str, str] = {**DATE_READINGS, **EVENT_READINGS, EDITOR: "set by an editor; the corrections say why"}


class Reading(NamedTuple):
    """What came of one seed. seed: its path; clues: what its article tells of days, packed; "" where it is no article.

    fresh: what was made of an article that has a day. undated: one that has none, which waits for what others tell.
    """

    seed: str
    clues: str
    fresh: Fresh | None
    undated: Article | None
    problems: tuple[Problem, ...]


def read_seed(seed: Seed) -> Reading:
    """One seed's article, and what is made of it as far as that needs no other."""
    problems = Problems()
    article = read_article_of(seed, problems)
    if article is None:
        return Reading("", "", None, None, tuple(problems))
    fresh, undated = (make_fresh(article), None) if article.published else (None, article)
    return Reading(article.seed, pack_text(find_clues(article)), fresh, undated, tuple(problems))


def make_fresh(article: Article) -> Fresh:
    """What the build would write for an article that is dated as far as can be."""
    return draw_up(make_record(article))


def tag(article: Article) -> tuple[Timex, ...]:
    """The date expressions of an article's body; in another language only full dates in figures are read."""
    if article.language.split("-")[0].lower() != "en":
        return find_dates_in_figures(article.body)
    return find_timexes(article.body, article.published, exact=article.published_exact)


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


class Parsed(NamedTuple):
    """What came of one content file: its outline without the article's text, None where it has none, that text and what
    it is known by, both packed, and what is wrong with it."""

    outline: Outline | None
    text: str
    known_by: str
    problems: tuple[Problem, ...]


def parse_content(file: RawFile) -> Parsed:
    """One content file's record, in parts."""
    found, wrong = parse_outline(file)
    if found is None:
        return Parsed(None, "", "", wrong)
    record, text = part(found.record)
    return Parsed(found._replace(record=record), pack_text(text), pack_text(make_print(found.record)), wrong)


def _key_of_seed(seed: Seed) -> bytes:
    return pack((seed.name, seed.facts, seed.digest or hashlib.sha256(seed.content).hexdigest()))


def _key_of_file(file: RawFile) -> bytes:
    digest = file.digest or (hashlib.sha256(file.raw).hexdigest() if file.raw is not None else None)
    return pack((file.name, digest))


READ = Task("reading articles", read_seed, few=120, keeping=packed(Reading, _key_of_seed))
FIND = Task("finding events", make_fresh, few=100, keeping=packed(Fresh))
COMPARE = Task("merging events", compare, few=200, keeping=packed(tuple[Match, ...], key_of), chunk=8)
PARSE = Task("reading content files", parse_content, few=400, keeping=packed(Parsed, _key_of_file), chunk=64)
