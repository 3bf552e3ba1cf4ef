"""The review queue: what wants a look, least sure first, and nothing that a person has settled."""

from __future__ import annotations

import json
import re

import pytest
from builds import Built, command
from newsroom import TIMELINE

from generator.desk.queue import KINDS, make_queue
from generator.events.mentions import INFERRED_DAY
from generator.model import Basis, Event, EventMention, Source, Timeline, Version
from generator.problems import Problems


def mention(**changes: object) -> EventMention:
    usual = EventMention(
        "e-00000001", "2023-06-14", "They meet", "They met.", 0, 9, 1, "happened", Basis("Monday", "weekday")
    )
    return usual._replace(**changes)  # type: ignore[arg-type]


def timeline(
    *mentions: EventMention, disagreement: tuple[Version, ...] = (), checked: str | None = None, **article: object
) -> Timeline:
    """One event of one article each, or of one article a mention."""
    records = tuple(RECORD._replace(slug=f"article-{n}", **article) for n in range(len(mentions)))  # type: ignore[arg-type]
    sources = tuple(Source(record.slug, each) for record, each in zip(records, mentions, strict=True))
    first = mentions[0]
    event = Event(
        first.id,
        first.date,
        first.heading,
        first.quote,
        first.status,
        None,
        sources,
        disagreement=disagreement,
        checked=checked,
    )
    return Timeline("T", None, None, records, (), (event,))


RECORD = TIMELINE.articles[0]._replace(
    events=(),
    published="2023-06-14",
    published_basis="line 1: 'June 14'",
    checked=None,
    corrections=(),
)
ONE, OTHER = Version("date", "article-0", "2023-06-14"), Version("date", "article-1", "2023-06-15")
WANTING = {
    "disagreement": timeline(mention(), mention(date="2023-06-15"), disagreement=(ONE, OTHER)),
    "inferred day": timeline(mention(review=INFERRED_DAY), published_basis="inferred: it quotes another"),
    "undated article": timeline(mention(), published=None, published_basis=None),
    "unsure": timeline(mention(review="the text gives no day for this")),
    "other readings": timeline(mention(basis=Basis("Monday", "weekday", None, ("2023-06-19",)))),
    "key event": timeline(mention(), mention()),
}


@pytest.mark.parametrize("kind", WANTING)
def test_what_wants_a_look_is_one_task_that_says_what_to_do(kind: str) -> None:
    (task,) = make_queue(WANTING[kind])
    assert (task.kind, task.todo) == (kind, KINDS[kind])
    assert task.file == "content/article-0.md"


@pytest.mark.parametrize("kind", sorted(WANTING.keys() - {"inferred day", "undated article"}))
def test_a_checked_event_wants_no_look(kind: str) -> None:
    (event,) = WANTING[kind].events
    assert make_queue(WANTING[kind]._replace(events=(event._replace(checked="2026-11-20 AB"),))) == ()


@pytest.mark.parametrize("kind", ["inferred day", "undated article"])
def test_a_checked_article_wants_no_look(kind: str) -> None:
    (article,) = WANTING[kind].articles
    assert make_queue(WANTING[kind]._replace(articles=(article._replace(checked="2026-11-20 AB"),))) == ()


def test_a_safe_event_of_one_article_wants_no_look() -> None:
    assert make_queue(timeline(mention())) == ()


def test_a_doubt_that_another_article_settles_wants_no_look_for_it() -> None:
    kinds = [task.kind for task in make_queue(timeline(mention(review="unclear"), mention()))]
    assert kinds == ["key event"]


def test_other_readings_are_part_of_the_task() -> None:
    (task,) = make_queue(WANTING["other readings"])
    assert task.also == ("2023-06-19",)


def test_a_date_that_no_calendar_has_is_a_task_at_its_line() -> None:
    warnings = Problems()
    warnings.add("seeds/a.txt", 21, '"Feb. 14, 20023" is no date; read as 2023-02-14', "check it", warning=True)
    warnings.add("seeds/b.txt", 0, "is not read", warning=True)
    (task,) = make_queue(timeline(mention()), warnings)
    assert (task.kind, task.file, task.line) == ("typo", "seeds/a.txt", 21)


def test_the_least_sure_comes_first_whatever_the_order_of_the_timeline(five: Built) -> None:
    rows = json.loads(command("review", "--root", five.root, "--json").printed)
    kinds = [list(KINDS).index(row["kind"]) for row in rows]
    assert kinds == sorted(kinds)
    assert len(set(kinds)) >= 5


def test_an_events_line_in_the_review_is_where_its_id_stands(five: Built) -> None:
    rows = json.loads(command("review", "--root", five.root, "--json").printed)
    for row in (row for row in rows if row["event"]):
        line = (five.root / row["file"]).read_text(encoding="utf-8").splitlines()[row["line"] - 1]
        assert line == f"  - id: {row['event']}"


def test_the_review_for_people_names_place_reason_and_remedy_of_each_task(five: Built) -> None:
    rows = json.loads(command("review", "--root", five.root, "--json").printed)
    printed = command("review", "--root", five.root).printed
    assert len(re.findall(r"^\S+\.(?:md|txt)(?::\d+)?: ", printed, re.MULTILINE)) == len(rows)
    assert printed.count("    → ") == len(rows)


def test_the_line_of_figures_counts_what_the_review_lists(five: Built) -> None:
    rows = json.loads(command("review", "--root", five.root, "--json").printed)
    assert f"{len(rows)} to review" in five.run.printed


def test_tasks_are_in_one_order_only() -> None:
    tasks = make_queue(TIMELINE)
    assert make_queue(TIMELINE._replace(events=TIMELINE.events[::-1], articles=TIMELINE.articles[::-1])) == tasks
