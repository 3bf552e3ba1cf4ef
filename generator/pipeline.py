"""The whole way, one line a stage: `extract` turns seeds into content files, `publish` content files into the site.

The two meet only in the files of content/, which a person may edit in between.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.articles.dating import Clues, find_clues, infer_published
from generator.articles.metadata import read_article
from generator.articles.seeds import Listed, Seed, clip, list_seeds, load_seeds
from generator.content.edits import format_record
from generator.content.folder import Written, plan_records, refresh_record, write_records
from generator.content.keys import EDITOR
from generator.content.plans import Plan
from generator.content.reading import RawFile, Read, foresee_records, parse_outline, read_records
from generator.content.texts import Texts
from generator.dates.grammar import READINGS as DATE_READINGS
from generator.dates.languages import find_dates_in_figures
from generator.dates.tagger import find_timexes
from generator.events.mentions import find_events
from generator.events.vocabulary import READINGS as EVENT_READINGS
from generator.model import Article, Page, Record, Settings, Timeline, Timex, as_it_is
from generator.pages.render import TemplateError, render_site
from generator.pages.writer import Changed, check_site, write_site
from generator.place import Place
from generator.problems import Problem, Problems
from generator.timeline.assemble import make_timeline
from generator.timeline.blocks import Match, compare, key_of
from generator.timeline.copies import find_twice
from generator.workers.crew import ALONE, HERE, Crew, Task
from generator.workers.packing import pack, packed
from generator.workers.spool import Spool

READINGS: Mapping[str, str] = {**DATE_READINGS, **EVENT_READINGS, EDITOR: "set by an editor; the corrections say why"}


class Reading(NamedTuple):
    """What came of one seed: its article, None where it is none, what it tells of days, and what is wrong with it."""

    article: Article | None
    clues: Clues | None
    problems: tuple[Problem, ...]


def read_seed(seed: Seed) -> Reading:
    """One seed's article."""
    problems = Problems()
    clipping = clip(seed, problems)
    article = read_article(clipping, problems) if clipping else None
    return Reading(article, find_clues(article) if article else None, tuple(problems))


def read_articles(place: Place, listed: Sequence[Listed], problems: Problems, crew: Crew = ALONE) -> Iterator[Article]:
    """The article of each listed seed that is one, with its day where anything dates it."""
    articles, clues = Spool(Article), Spool(Clues)
    for reading in crew.map(READ, load_seeds(place.root, listed, problems), len(listed)):
        problems.extend(reading.problems)
        if reading.article and reading.clues:
            articles.append(reading.article)
            clues.append(reading.clues)
    return infer_published(articles, clues, problems)


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


def _key_of_seed(seed: Seed) -> bytes:
    return pack((seed.name, seed.facts, hashlib.sha256(seed.content).hexdigest()))


def _key_of_file(file: RawFile) -> bytes:
    return pack((file.name, file.raw is not None, hashlib.sha256(file.raw or b"").hexdigest()))


READ = Task("reading articles", read_seed, few=150, keeping=packed(Reading, _key_of_seed))
FIND = Task("finding events", make_record, few=100, keeping=packed(Record))
FORM = Task("writing content files", format_record, few=1000, keeping=packed(str))
# a week's mentions cost more to hand to a process than to compare; to machines they go for the sake of memory
COMPARE = Task("merging events", compare, few=HERE, keeping=packed(tuple[Match, ...], key_of))
PARSE = Task("reading content files", parse_outline, few=HERE, keeping=packed(Read, _key_of_file))


def find_records(place: Place, problems: Problems, crew: Crew = ALONE) -> Iterator[Record]:
    """Seeds to records: what the build would write for each article."""
    listed = list_seeds(place.root, problems)
    return crew.map(FIND, read_articles(place, listed, problems, crew), len(listed))


def extract(place: Place, problems: Problems, crew: Crew = ALONE) -> Written:
    """Seeds to content: what a person has edited is read and never written."""
    return write_records(place.root, find_records(place, problems, crew), problems, partial(crew.map, FORM))


def plan(place: Place, problems: Problems, crew: Crew = ALONE) -> Iterator[Plan]:
    """What `extract` would write; nothing is written."""
    return plan_records(place.root, find_records(place, problems, crew), problems, partial(crew.map, FORM))


def refresh(place: Place, slug: str, problems: Problems) -> tuple[str, ...] | None:
    """Read an article's seed again and bring what is new into its file: a line for each change; None if it can't be."""
    file, noticed = f"content/{slug}.md", Problems()
    record = next((record for record in read_records(place.root, noticed) if record.slug == slug), None)
    articles = tuple(read_articles(place, list_seeds(place.root, noticed), noticed)) if record else ()
    article = _find_seed(record, articles) if record else None
    told = {file, record.seed if record else None, article.seed if article else None}
    problems.extend(problem for problem in noticed if problem.path in told)
    if article is None:
        problems.add(file, 0, "has no seed to be read again", "name a content file made from a seed")
        return None
    refreshed = refresh_record(place.root, slug, make_record(article), problems)
    return refreshed.changes if refreshed else None


def _find_seed(record: Record, articles: tuple[Article, ...]) -> Article | None:
    """What a content file was read from: the seed it names, or the one of the same bytes that has another name now."""
    named = (article for article in articles if article.seed == record.seed)
    same = (article for article in articles if article.seed_sha256 == record.seed_sha256)
    return next(named, None) or next(same, None)


def preview(place: Place, settings: Settings, problems: Problems) -> Timeline:
    """The timeline that a build would publish now; nothing is written."""
    return make_timeline(foresee_records(place.root, plan(place, problems), problems), settings)


def assemble(
    place: Place, settings: Settings, problems: Problems, crew: Crew = ALONE, texts: Texts | None = None
) -> Timeline:
    """Content to one timeline; an article that is there twice is a warning. texts: takes the articles' texts."""
    records = read_records(place.root, problems, partial(crew.map, PARSE), texts)
    timeline = make_timeline(records, settings, partial(crew.map, COMPARE), texts.whole if texts else as_it_is)
    for slug, earlier in find_twice(timeline.articles, timeline.copies):
        what = f"is the article of content/{earlier}.md once more; the two count as one source"
        mend = "delete its seed and this file, or hide it: hide: true"
        problems.add(f"content/{slug}.md", 0, what, mend, warning=True)
    return timeline


def publish(place: Place, settings: Settings, problems: Problems, crew: Crew = ALONE) -> tuple[Timeline, Changed]:
    """Content to site, whole or not at all; not at all, and a problem, where a template cannot be filled."""
    texts = Texts()
    timeline = assemble(place, settings, problems, crew, texts)
    pages = render_site(timeline, settings, READINGS, place.templates, crew, texts.whole, texts.mark)
    try:
        return timeline, write_site(place.out, pages, problems)
    except TemplateError as error:
        problems.extend([error.problem])
        return timeline, Changed()


def render(place: Place, timeline: Timeline, settings: Settings, problems: Problems) -> tuple[Page, ...]:
    """The timeline to the files of the site; none, and a problem, where a template cannot be filled."""
    try:
        pages = render_site(timeline, settings, READINGS, place.templates)
        return tuple(Page(page.path, page.content) for page in pages)
    except TemplateError as error:
        problems.extend([error.problem])
        return ()


def check(
    place: Place, settings: Settings, problems: Problems, crew: Crew = ALONE
) -> tuple[Timeline, tuple[Plan, ...]]:
    """Everything `build` would do, compared with what is there; every difference is a problem, nothing is written.

    The plans are those for the files that a person wrote in.
    """
    kept = []
    for planned in plan(place, problems, crew):
        if planned.fate == "written":
            problems.add(f"content/{planned.slug}.md", 0, "is not what the build makes", "run python build.py")
        kept += [planned] if planned.fate == "kept" else []
    texts = Texts()
    timeline = assemble(place, settings, problems, crew, texts)
    pages = render_site(timeline, settings, READINGS, place.templates, crew, texts.whole, texts.mark)
    try:
        for difference in check_site(place.out, pages):
            problems.add(place.out.name, 0, difference, "run python build.py")
    except TemplateError as error:
        problems.extend([error.problem])
    return timeline, tuple(kept)
