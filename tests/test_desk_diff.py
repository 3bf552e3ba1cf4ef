"""`diff` tells what a build would change for readers, and asks for a correction where something published changes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from builds import Built, command, copy_seeds, files_of

from generator.desk.changes import find_changes


@pytest.fixture
def copy(five: Built, tmp_path: Path) -> Path:
    """A timeline just built, to be changed by the test."""
    return Path(shutil.copytree(five.root, tmp_path / "copy"))


def entry(**changes: Any) -> dict[str, Any]:
    usual = {"id": "e-1", "date": "2023-06-14", "heading": "H", "text": "T", "status": "happened", "speaker": None}
    return {**usual, "checked": None, "outcome": None, "sources": [{"article": "a"}], **changes}


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("date", "2023-06-15", "moved"),
        ("date", None, "moved"),
        ("heading", "New", "reworded"),
        ("text", "New", "quoted anew"),
        ("status", "claim", "status changed"),
        ("speaker", "Somebody", "speaker changed"),
        ("checked", "2026-11-20 AB", "checked"),
        ("outcome", "e-2", "outcome changed"),
    ],
)
def test_a_changed_field_is_one_change_of_its_kind(field: str, value: str | None, kind: str) -> None:
    (change,) = find_changes({"events": [entry()]}, {"events": [entry(**{field: value})]})
    assert (change.kind, change.field, change.before, change.after) == (kind, field, entry()[field], value)


def test_an_event_that_came_and_one_that_went_are_told_whole() -> None:
    changes = find_changes({"events": [entry()]}, {"events": [entry(id="e-2")]})
    assert [(change.kind, change.event) for change in changes] == [("added", "e-2"), ("gone", "e-1")]


def test_another_source_is_a_change_of_sources() -> None:
    (change,) = find_changes({"events": [entry()]}, {"events": [entry(sources=[{"article": "b"}, {"article": "a"}])]})
    assert (change.kind, change.before, change.after) == ("sources changed", "a", "a, b")


def test_the_same_timeline_has_no_changes(five: Built) -> None:
    assert find_changes(five.timeline, five.timeline) == ()


def test_after_a_build_nothing_would_change(five: Built) -> None:
    run = command("diff", "--root", five.root)
    assert (run.status, run.printed) == (0, "no event would change · 0 files of the site would change\n")


def test_before_the_first_build_everything_would_be_added_and_nothing_is_written(five: Built, tmp_path: Path) -> None:
    root = copy_seeds(tmp_path / "t")
    before = files_of(root)
    changes = json.loads(command("diff", "--root", root, "--json").printed)["changes"]
    assert [change["event"] for change in changes] == [event["id"] for event in five.events]
    assert {change["kind"] for change in changes} == {"added"}
    assert files_of(root) == before


def edit(copy: Path, five: Built, field: str, value: str, more: str = "") -> str:
    """Change a field of an event that one article alone reports; gives the event's id."""
    path = copy / "content" / five.content("003").name
    slug = five.article("003")["id"]
    event = next(e for e in five.events if {s["article"] for s in e["sources"]} == {slug})
    text = path.read_text(encoding="utf-8")
    pattern = rf"(- id: {event['id']}\n(?:    .*\n)*?    ){field}: .*\n"
    path.write_text(re.sub(pattern, rf"\g<1>{field}: {value}\n{more}", text, count=1), encoding="utf-8")
    return str(event["id"])


def test_a_date_mended_by_hand_is_told_with_the_correction_to_write(five: Built, copy: Path) -> None:
    event = edit(copy, five, "date", "2023-02-01")
    printed = command("diff", "--root", copy).printed
    assert re.search(rf"^~ {event} moved: \S+ → 2023-02-01: ", printed, re.MULTILINE)
    assert f"if they have seen it, run python build.py correct {event} --why WHY --root {copy}" in printed


def test_a_correction_that_tells_of_the_change_settles_it(five: Built, copy: Path) -> None:
    more = "    corrections: [{when: 2026-11-22, what: 'date: was another day', why: misread}]\n"
    event = edit(copy, five, "date", "2023-02-01", more)
    changes = json.loads(command("diff", "--root", copy, "--json").printed)["changes"]
    assert [change["correction"] for change in changes if change["event"] == event] == [False]


def test_the_correction_that_diff_proposes_is_one_that_a_build_takes(five: Built, copy: Path) -> None:
    edit(copy, five, "date", "2023-02-01")
    proposed = re.search(r"python build.py (correct \S+ --why) WHY", command("diff", "--root", copy).printed)
    assert proposed
    assert command(*proposed[1].split(), "misread", "--root", copy).status == 0
    assert command("diff", "--root", copy).printed.count("no correction") == 0
    assert command("build", "--root", copy).status == 0
    assert "misread" in (copy / "site/corrections.html").read_text(encoding="utf-8")
    assert "misread" in (copy / "site/feed.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("broken", ["not json", "[]", '{"events": 1}', '{"events": [{}]}', "[" * 99_999])
def test_a_site_that_is_none_of_ours_is_one_line(copy: Path, broken: str) -> None:
    (copy / "site/timeline.json").write_text(broken, encoding="utf-8")
    run = command("diff", "--root", copy)
    assert (run.status, "site/timeline.json: is not what a build writes" in run.complained) == (1, True)


def test_a_template_that_cannot_be_filled_is_one_line_and_no_difference(copy: Path) -> None:
    (copy / "templates").mkdir()
    (copy / "templates/event.html").write_text("{{ nonsense", encoding="utf-8")
    run = command("diff", "--root", copy)
    assert (run.status, run.printed) == (2, "")
    assert run.complained.count("templates/event.html:1: ") == 1
