"""`review`, `explain` and `refresh`: what to look at, why it says what it says, and the seed read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import pipeline, tasks
from generator.articles.seeds import list_seeds
from generator.content.folder import name_as_filed
from generator.content.reading import find_event_lines
from generator.desk.debts import find_debts
from generator.desk.queue import Task, make_queue
from generator.desk.session import Session
from generator.desk.terminal import DONE, UNUSABLE, status
from generator.model import Article, EventMention, Record, Settings, Timex
from generator.problems import Problems


def review(session: Session) -> int:
    """What a person should look at, least sure first, each with its place and what to do."""
    problems, noticed = Problems(), Problems()
    timeline = pipeline.assemble(session.place, session.settings(problems), problems)
    debts = find_debts(session, timeline, pipeline.plan(session.place, noticed))
    tasks = [_placed(task, session.place.root) for task in make_queue(timeline, noticed, debts)]
    session.terminal.report(problems)
    session.terminal.hand_over([{**task._asdict(), "todo": task.todo} for task in tasks])
    for task in tasks:
        for line in _task_lines(task):
            session.terminal.say(line)
    return status(problems)


def _placed(task: Task, root: Path) -> Task:
    """The task with the line of its event."""
    lines = find_event_lines(root, task.file) if task.event else {}
    return task._replace(line=lines.get(task.event or "", task.line))


def _task_lines(task: Task) -> Iterator[str]:
    where = f"{task.file}:{task.line}" if task.line else task.file
    subject = f"{task.date or 'undated'}, {task.heading}" if task.event or task.date else task.heading
    other = f"; could also be {', '.join(task.also)}" if task.also else ""
    yield f"{where}: {task.kind}: {subject}"
    yield f"    {task.why}{other}"
    yield f"    → {task.todo}"


# ---------------------------------------------------------------- refresh


def refresh(session: Session, name: str) -> int:
    """An edited article's seed read again, and every change told; what a person wrote stays."""
    problems, slug = Problems(), slug_of(name)
    changes = session.alone(lambda: pipeline.refresh(session.place, slug, problems))
    session.terminal.report(problems)
    if changes is None:
        return UNUSABLE
    session.terminal.hand_over({"article": slug, "changes": changes})
    for line in changes or ("nothing to change",):
        session.terminal.say(f"content/{slug}.md: {line}")
    return status(problems)


def slug_of(name: str) -> str:
    """The slug of an article that is named by it or by its content file."""
    return Path(name).name.removesuffix(".md")


# ---------------------------------------------------------------- explain


def explain(session: Session, name: str) -> int:
    """Every date expression of an article, and the events made of it."""
    problems = Problems()
    article = _find_article(session, name, problems)
    if article is None:
        return session.terminal.refuse(f"no article {name}; name a file of seeds/ or content/")
    timexes = tasks.tag(article)
    mentions = name_as_filed(session.place.root, tasks.make_record(article)).events
    session.terminal.hand_over(
        {
            "article": {"title": article.title, "outlet": article.outlet, "published": article.published},
            "timexes": [{"words": _words(timex, article.body), **timex._asdict()} for timex in timexes],
            "events": [_fields_of(mention) for mention in mentions],
        }
    )
    for line in _explained(article, timexes, mentions):
        session.terminal.say(line)
    return DONE


def _fields_of(mention: EventMention) -> Mapping[str, object]:
    """A mention for machines."""
    corrections = [correction._asdict() for correction in mention.corrections]
    return {**mention._asdict(), "basis": mention.basis and mention.basis._asdict(), "corrections": corrections}


def _explained(article: Article, timexes: tuple[Timex, ...], mentions: tuple[EventMention, ...]) -> Iterator[str]:
    yield f"{article.title or '(no title)'} · {article.outlet or '(no outlet)'}"
    yield f"day: {article.published or 'unknown'} ({article.published_basis or 'nothing dates it'})"
    yield ""
    for timex in timexes:
        yield from _timex_lines(timex, article.body)
    for mention in mentions:
        yield ""
        yield f"{mention.id} {mention.date or 'undated'} {mention.status}: {mention.heading}"
        if mention.basis:
            yield f"    “{mention.basis.words}”: {tasks.READINGS.get(mention.basis.rule, mention.basis.rule)}"


def _timex_lines(timex: Timex, body: str) -> Iterator[str]:
    counted = f", counted from {timex.anchor}" if timex.anchor else ""
    other = f"; could also be {', '.join(timex.also)}" if timex.also else ""
    unsure = f"; unsure: {timex.unsure}" if timex.unsure else ""
    value = timex.when if timex.when not in (None, timex.value) else ""
    yield f"{timex.start:6} “{_words(timex, body)}” {timex.type} {timex.value} {value}"
    yield f"       {tasks.READINGS.get(timex.rule, timex.rule)}{counted}{other}{unsure}"


def _words(timex: Timex, body: str) -> str:
    return " ".join(body[timex.start : timex.end].split())


def _find_article(session: Session, name: str, problems: Problems) -> Article | None:
    """By seed path, by content file or slug; a content file's seed is looked up in it."""
    listed = list_seeds(session.place.root, problems)
    wanted = Path(name).name
    by_seed = {Path(each.seed).name: each for each in pipeline.read_articles(session.place, listed, problems)}
    if wanted in by_seed:
        return by_seed[wanted]
    records = pipeline.assemble(session.place, Settings(), problems).articles
    record = next((record for record in records if record.slug == slug_of(name)), None)
    if record and record.seed and Path(record.seed).name in by_seed:
        return by_seed[Path(record.seed).name]
    return _hand_written(record) if record else None


def _hand_written(record: Record) -> Article:
    return Article(
        record.seed or "", record.seed_sha256 or "", record.title, record.outlet, record.byline, record.url,
        record.archived_url, record.archived_at, record.published, record.published_basis, True, record.language,
        record.body, (),
    )  # fmt: skip
