"""The whole way, one line a stage: `extract` turns seeds into content files, `publish` content files into the site.

The two meet only in the files of content/, which a person may edit in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from generator.articles.archive import Archive, read_article_of
from generator.articles.dating import Clues, date_undated, find_clues
from generator.articles.seeds import FOLDER, Listed, Seed, list_seeds, load_seed, load_seeds
from generator.content.files import Draft
from generator.content.folder import Ways, Written, plan_records, refresh_record, write_records
from generator.content.plans import Fresh, Plan
from generator.content.reading import RawFile, Read, foresee_records, load, read_records
from generator.content.texts import Texts
from generator.model import Article, Page, Record, Settings, Timeline
from generator.pages.render import render_pages, render_site
from generator.pages.templating import TemplateError
from generator.pages.writer import Changed, check_site, write_site
from generator.place import Place
from generator.problems import Problems
from generator.stamp import Seen
from generator.tasks import CHOOSE, COMPARE, FIND, LOOK, OUTCOMES, PARSE, READ, READ_KNOWN, READINGS, make_record
from generator.timeline.assemble import Spreads, make_timeline
from generator.timeline.copies import Print, find_twice
from generator.workers.crew import ALONE, Crew
from generator.workers.spool import Drawer, Spool


def read_articles(place: Place, listed: Sequence[Listed], problems: Problems) -> Iterator[Article]:
    """The article of each listed seed that is one, with its day where anything dates it."""
    found = (read_article_of(seed, problems) for seed in load_seeds(place.root, listed, problems))
    articles = tuple(article for article in found if article)
    dated = {each.seed: each for each in date_undated(articles, tuple(map(find_clues, articles)), problems)}
    return (dated.get(article.seed, article) for article in articles)


def find_fresh(
    place: Place, listed: Sequence[Listed], problems: Problems, crew: Crew = ALONE, known: Seen | None = None
) -> Iterator[Fresh]:
    """Seeds to what the build would write for each article; those that no other article need date come first."""
    seeds = load_seeds(place.root, listed, problems, known.inputs if known else None)
    articles, clues = Archive(place.root, listed), Spool(Clues)
    for reading in crew.map(READ._replace(ready=partial(load_seed, place.root)), seeds, len(listed)):
        problems.extend(reading.problems)
        if reading.clues:
            clues.append_packed(reading.clues)
            articles.add(reading.seed, reading.undated)
        if reading.fresh:
            yield reading.fresh
    if articles.undated:
        yield from crew.map(FIND, date_undated(articles, clues, problems), articles.undated)


def extract(place: Place, problems: Problems, crew: Crew = ALONE, known: Seen | None = None) -> Written:
    """Seeds to content: what a person has edited is read and never written.

    known: the seeds that are in there need not be read while they are the same. Raises ChangedError.
    """
    listed = list_seeds(place.root, problems)
    fresh = find_fresh(place, listed, problems, crew, known)
    return write_records(place.root, fresh, problems, _ways(place, listed, crew, known))


def plan(place: Place, problems: Problems, crew: Crew = ALONE) -> Iterator[Plan]:
    """What `extract` would write; nothing is written."""
    listed = list_seeds(place.root, problems)
    return plan_records(place.root, find_fresh(place, listed, problems, crew), problems, _ways(place, listed, crew))


def _ways(place: Place, listed: Sequence[Listed], crew: Crew, known: Seen | None = None) -> Ways:
    """How the content stage has things done by the crew."""

    def make(drafts: Iterable[Draft]) -> Iterator[str]:
        facts = {f"{FOLDER}/{name}": (name, told) for name, told in listed}
        named = ((*facts[draft.seed or ""], draft.sha256) for draft in drafts)
        seeds = (Seed(name, b"", told, sha256) for name, told, sha256 in named)
        return crew.map(READ_KNOWN._replace(ready=partial(load_seed, place.root)), seeds)

    look = partial(crew.map, LOOK._replace(ready=partial(load, place.root)))
    return Ways(look, make, known.inputs if known else None)


def refresh(place: Place, slug: str, problems: Problems) -> tuple[str, ...] | None:
    """Read an article's seed again and bring what is new into its file: a line for each change; None if it can't be."""
    file, noticed = f"content/{slug}.md", Problems()
    record = next((record for record in read_records(place.root, noticed) if record.slug == slug), None)
    articles = tuple(read_articles(place, list_seeds(place.root, noticed), noticed)) if record else ()
    article = _find_seed(record, articles) if record else None
    told = {file, record.seed if record else None, article.seed if article else None}
    problems.extend(problem for problem in noticed if problem.path in told)
    if article is None:
        if record or not problems.errors:  # of a file that cannot be read that is all there is to say
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


def assemble(place: Place, settings: Settings, problems: Problems) -> Timeline:
    """Content to one timeline, its articles with their texts; an article that is there twice is a warning."""
    return _warn_of_copies(make_timeline(read_records(place.root, problems), settings), problems)


def _assemble_without(
    texts: Texts, place: Place, settings: Settings, problems: Problems, crew: Crew, known: Seen | None = None
) -> Timeline:
    """The same, the articles' texts laid aside."""
    prints = Drawer(Print)

    def parse(files: Iterable[RawFile]) -> Iterator[Read]:
        for each in crew.map(PARSE._replace(ready=partial(load, place.root)), files):
            if each.outline:
                name = PurePosixPath(each.outline.path).name
                texts.lay_aside(name, each.facts.digest, each.text)
                prints.put(each.outline.record.slug, each.known_by)
            yield each.outline, each.problems

    records = read_records(place.root, problems, parse, known.inputs if known else None)
    spreads = Spreads(partial(crew.map, COMPARE), partial(crew.map, CHOOSE), partial(crew.map, OUTCOMES))
    timeline = make_timeline(records, settings, spreads, lambda record: prints[record.slug])
    return _warn_of_copies(timeline, problems)


def _warn_of_copies(timeline: Timeline, problems: Problems) -> Timeline:
    for slug, earlier in find_twice(timeline.articles, timeline.copies):
        what = f"is the article of content/{earlier}.md once more; the two count as one source"
        mend = "delete its seed and this file, or hide it: hide: true"
        problems.add(f"content/{slug}.md", 0, what, mend, warning=True)
    return timeline


def publish(
    place: Place, settings: Settings, problems: Problems, crew: Crew = ALONE, known: Seen | None = None
) -> tuple[Timeline, Changed]:
    """Content to site, whole or not at all; not at all, and a problem, where a template cannot be filled.

    known: what is in there need not be read while it is the same. Raises ChangedError.
    """
    texts = Texts(place.root)
    timeline = _assemble_without(texts, place, settings, problems, crew, known)
    make = partial(render_site, timeline, settings, READINGS, place.templates, crew, texts.whole, texts.mark)
    try:
        return timeline, write_site(place.out, make, problems, known.site if known else None)
    except TemplateError as error:
        problems.extend([error.problem])
        return timeline, Changed()


def render(place: Place, timeline: Timeline, settings: Settings, problems: Problems) -> tuple[Page, ...]:
    """The timeline to the files of the site; none, and a problem, where a template cannot be filled."""
    try:
        return tuple(render_pages(timeline, settings, READINGS, place.templates))
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
    texts = Texts(place.root)
    timeline = _assemble_without(texts, place, settings, problems, crew)
    pages = render_site(timeline, settings, READINGS, place.templates, crew, texts.whole, texts.mark)
    try:
        for difference in check_site(place.out, pages):
            problems.add(place.out.name, 0, difference, "run python build.py")
    except TemplateError as error:
        problems.extend([error.problem])
    return timeline, tuple(kept)
