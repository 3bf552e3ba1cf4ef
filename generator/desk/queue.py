"""What a person should look at, least sure first: one task for each event and article that wants a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.events.mentions import INFERRED_DAY
from generator.model import Event, Record, Timeline
from generator.problems import Problems

if TYPE_CHECKING:
    from generator.desk.debts import Debt

KEY_EVENTS = 3  # those with the most sources, which the front page leads with
# kind → its place in the queue and what to do about it
KINDS = {
    "correction owed": "tell readers: python build.py correct {event} --why WHY",
    "changed by hand": "if readers saw the old value: python build.py correct {event} --why WHY; else write checked:",
    "undated article": "find its day and write it as published:",
    "disagreement": "compare the articles; mend the date: of the one that was read wrongly",
    "inferred day": "compare the evidence; then write checked: with the day and your name at the top of the file",
    "unsure": "compare the quote with its date; then delete review:, or write checked:",
    "other readings": "choose the reading that fits; then write checked:",
    "typo": "compare with the article; mend the date in content/ where it was misread",
    "key event": "it leads the front page: compare it with its sources, then write checked:",
}
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


class Task(NamedTuple):
    """One thing to look at. file, line: where to look, 0 for the whole file; event: its id, None for an article.

    date: EDTF, as it stands; also: the other readings that were possible.
    """

    kind: str
    file: str
    line: int
    event: str | None
    date: str | None
    heading: str
    why: str
    also: tuple[str, ...] = ()

    @property
    def todo(self) -> str:
        """What to do about it."""
        return KINDS[self.kind].replace("{event}", self.event or "")


def make_queue(timeline: Timeline, warnings: Problems | None = None, debts: Sequence[Debt] = ()) -> tuple[Task, ...]:
    """The tasks: what readers are owed, then the least sure first; what a person has checked is done.

    warnings: what was noticed while the articles were read; a date that no calendar has is among them.
    """
    dates = {event.id: event.date for event in timeline.events}
    owed = (_debt_task(debt, dates.get(debt.event)) for debt in debts)
    tasks = [*owed, *_article_tasks(timeline), *_event_tasks(timeline), *_typos(warnings or Problems())]
    return tuple(sorted(tasks, key=_place_in_queue))


def _place_in_queue(task: Task) -> tuple[int, int, str, str, str]:
    return _RANK[task.kind], -len(task.also), task.date or "", task.file, task.event or ""


def _debt_task(debt: Debt, date: str | None) -> Task:
    kind, saw = ("correction owed", "readers saw") if debt.published else ("changed by hand", "the build wrote")
    why = f"{saw} another {debt.what}, and no correction says so"
    return Task(kind, _file(debt.article), 0, debt.event, date, debt.heading, why)


# ---------------------------------------------------------------- articles


def _article_tasks(timeline: Timeline) -> Iterator[Task]:
    for record in timeline.articles:
        if record.checked:
            continue
        if record.published is None:
            why = "nothing dates it, so nothing that counts from its day is dated"
            yield _article_task("undated article", record, why)
        elif (record.published_basis or "").startswith("inferred"):
            yield _article_task("inferred day", record, record.published_basis or "")


def _article_task(kind: str, record: Record, why: str) -> Task:
    return Task(kind, _file(record.slug), 0, None, record.published, record.title or record.slug, why)


# ---------------------------------------------------------------- events


def _event_tasks(timeline: Timeline) -> Iterator[Task]:
    key_events = _key_events(timeline)
    for event in timeline.events:
        if event.checked:
            continue
        source = event.sources[0]
        doubts = list(_doubts(event))
        if event.id in key_events:
            doubts.append(("key event", f"{event.witnesses} articles report it, and nobody has checked it", ()))
        for kind, why, also in doubts[:1]:
            yield Task(kind, _file(source.article), 0, event.id, event.date, event.heading, why, also)


def _doubts(event: Event) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The reasons to look at an event, the weightiest first."""
    if event.disagreement:
        said = ", ".join(f"{version.value} ({version.article})" for version in event.disagreement)
        yield "disagreement", f"the sources differ: {said}", ()
    of_its_date = [source.mention for source in event.sources if source.mention.date == event.date]
    reasons = [mention.review for mention in of_its_date if mention.review]
    own = [reason for reason in reasons if reason != INFERRED_DAY]  # the task of its article is about that one
    if own and len(reasons) == len(of_its_date):
        yield "unsure", own[0], ()
    basis = of_its_date[0].basis if len(of_its_date) == 1 else None
    if basis and basis.also:
        yield "other readings", f"“{basis.words}” can be read otherwise", basis.also


def _key_events(timeline: Timeline) -> frozenset[str]:
    """The events that most articles report, among those that several do."""
    several = [event for event in timeline.events if event.witnesses > 1]
    return frozenset(event.id for event in sorted(several, key=lambda event: (-event.witnesses, event.id))[:KEY_EVENTS])


def _file(slug: str) -> str:
    return f"content/{slug}.md"


# ---------------------------------------------------------------- seeds


def _typos(warnings: Problems) -> Iterator[Task]:
    for problem in warnings:
        if problem.warning and problem.line and "is no date" in problem.what:
            yield Task("typo", problem.path, problem.line, None, None, problem.what, problem.mend)
