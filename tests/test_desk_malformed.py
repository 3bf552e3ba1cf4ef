"""Forty content files and configurations gone wrong: each costs one line with file, line and remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builds import command

GOOD = """\
---
title: Bridge closes
outlet: The Harbour Post
url: https://example.org/bridge
published: 2024-03-05
events:
  - id: e-00000001
    date: 2024-03-11
    heading: The bridge closes
    quote: The bridge will close on Monday.
    status: expected
    basis: {words: on Monday, rule: weekday-next, from: 2024-03-05}
  - id: e-00000002
    date: 2024-03-05
    heading: “It is not safe”
    quote: “It is not safe,” the mayor said.
    speaker: the mayor
    status: statement
---
The bridge will close on Monday.

“It is not safe,” the mayor said.
"""
# what is wrong → in the content file: what is found, what stands there instead, the line told, words of the line
CONTENT = {
    "no front matter": ("---\ntitle", "title", 1, "begin the file with a line '---'"),
    "front matter that never ends": ("\n---\nThe", "\nThe", 1, "write a line '---' after the fields"),
    "a merge conflict": ("title:", "<<<<<<< ours\ntitle: A\n=======\n>>>>>>> theirs\ntitle:", 2, "choose a side"),
    "a tab before a key": ("    date: 2024-03-11", "\tdate: 2024-03-11", 8, "spaces"),
    "a key twice": ("outlet: The", "title: Again\noutlet: The", 3, "title"),
    "an anchor": ("title: Bridge", "title: &a Bridge", 2, "quotes"),
    "an alias": ("title: Bridge closes", "title: *a", 2, "quotes"),
    "a tag": ("title: Bridge", "title: !!str Bridge", 2, "quotes"),
    "a colon in a plain text": ("title: Bridge closes", "title: Bridge: closed", 2, "quotes"),
    "a quotation mark that never ends": ("title: Bridge closes", 'title: "Bridge closes', 2, "quot"),
    "a bracket that never ends": (", from: 2024-03-05}", "", 12, "close it"),
    "a key without a colon": ("outlet: The Harbour Post", "outlet The Harbour Post", 3, ":"),
    "an unknown key of the article": ("outlet:", "outlt:", 3, 'did you mean "outlet"?'),
    "an unknown key of an event": ("    speaker:", "    speeker:", 17, 'did you mean "speaker"?'),
    "an unknown key of a basis": ("from:", "form:", 12, 'did you mean "from"?'),
    "a key nobody knows": ("url:", "wombat: 1\nurl:", 4, "docs/content-files.md"),
    "a title that is missing": ("title: Bridge closes\n", "", 1, "add 'title: …'"),
    "a heading that is missing": ("    heading: The bridge closes\n", "", 7, "add 'heading: …'"),
    "a heading that is empty": ("heading: The bridge closes", "heading:", 9, "write it"),
    "a date that is none": ("date: 2024-03-11", "date: next Monday", 8, "write 2023-02-14"),
    "a day no calendar has": ("date: 2024-03-11", "date: 2024-02-30", 8, "2024-02-30"),
    "a date the American way": ("date: 2024-03-11", "date: 03/11/2024", 8, "03/11/2024"),
    "a date that ends before it begins": ("date: 2024-03-11", "date: 2024-03-11/2024-03-10", 8, "2024-03-11"),
    "a status that is none": ("status: expected", "status: expcted", 11, "expected"),
    "a quote that is not in the text": ("quote: The bridge will", "quote: The bridges will", 10, "The bridge"),
    "an address that is none": ("https://example.org/bridge", "example.org/bridge", 4, "https://"),
    "an address that is a script": ("https://example.org/bridge", "javascript:alert(1)", 4, "https://"),
    "an id that is none": ("id: e-00000001", "id: E/1", 7, "e-"),
    "an id twice": ("id: e-00000002", "id: e-00000001", 13, "another id"),
    "a merge with itself": ("status: expected", "status: expected\n    same_as: e-00000001", 12, "other event"),
    "a merge with nobody": ("status: expected", "status: expected\n    same_as: e-99999999", 12, "e-99999999"),
    "hide that is neither true nor false": ("status: expected", "status: expected\n    hide: maybe", 12, "true"),
    "checked without a name": ("status: expected", "status: expected\n    checked: yesterday", 12, "checked"),
    "a correction without a reason": (
        "status: expected", "status: expected\n    corrections: [{when: 2024-03-06, what: a}]", 12, "why"
    ),
    "a language that is none": ("url:", "language: English\nurl:", 4, "language"),
    "events that are no list": (re.compile(r"events:\n(?:  .*\n)+"), "events: none\n", 6, "begin each entry"),
}  # fmt: skip
# what is wrong → timeline.toml, the line told, words of the line
TOML = {
    "no TOML": ('title = "A"\nstarts = 2023-', 2, "mend that line"),
    "an unknown setting": ('title = "A"\nstandfrist = "B"', 2, 'did you mean "standfirst"?'),
    "a setting of the wrong kind": ("\n\nquote_words = 3", 3, "write 5 to 500"),
    "a date that is no text": ("starts = 2023-02-01", 1, "EDTF"),
    "an address without https": ('base_url = "example.org"', 1, "whole address"),
    "a chapter without a title": ('title = "A"\n[[chapters]]\ndate = "2023"', 2, "title"),
    "a chapter without a date": ('[[chapters]]\ntitle = "A"', 1, "meeting"),
    "a setting twice": ('title = "A"\ntitle = "B"', 2, "mend that line"),
}
# what is wrong → seeds/sources.yaml, the line told, words of the line
SOURCES = {
    "no YAML": ("bridge.txt:\n  outlet: [", 2, "bracket"),
    "a seed that is not there": ("bridge.text:\n  outlet: Post", 1, 'did you mean "bridge.txt"?'),
    "an unknown fact": ("bridge.txt:\n  oulet: Post", 2, 'did you mean "outlet"?'),
    "a day that is none": ("bridge.txt:\n  published: Tuesday", 2, "2023-02-14"),
    "a list for a fact": ("bridge.txt:\n  outlet: [A, B]", 2, "one line of text"),
}


def mended(pattern: str | re.Pattern[str], new: str) -> str:
    text = pattern.sub(new, GOOD, count=1) if isinstance(pattern, re.Pattern) else GOOD.replace(pattern, new, 1)
    assert text != GOOD
    return text


def complaint(root: Path) -> str:
    """The one line a build prints; the build does everything else."""
    run = command("build", "--root", root)
    assert run.status == 1
    assert (root / "site/index.html").is_file()
    (line,) = run.complained.splitlines()
    return line


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/bridge.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_there_are_forty_and_more() -> None:
    assert len(CONTENT) + len(TOML) + len(SOURCES) >= 40


def test_the_file_they_are_made_of_is_right(root: Path) -> None:
    run = command("build", "--root", root)
    assert (run.status, run.complained) == (0, "")


@pytest.mark.parametrize("case", CONTENT.values(), ids=CONTENT.keys())
def test_a_content_file_gone_wrong_costs_one_line(
    root: Path, case: tuple[str | re.Pattern[str], str, int, str]
) -> None:
    pattern, new, number, words = case
    (root / "content/bridge.md").write_text(mended(pattern, new), encoding="utf-8")
    line = complaint(root)
    assert line.startswith(f"content/bridge.md:{number}: ")
    assert words in line
    assert "; " in line


def test_a_refresh_of_a_file_that_cannot_be_read_says_that_alone(root: Path) -> None:
    (root / "content/bridge.md").write_text(mended("title: Bridge", "title: &a Bridge"), encoding="utf-8")
    (line,) = command("refresh", "bridge", "--root", root).complained.splitlines()
    assert line.startswith("content/bridge.md:2: an anchor")


def test_a_refresh_of_a_file_without_a_seed_says_so(root: Path) -> None:
    (line,) = command("refresh", "bridge", "--root", root).complained.splitlines()
    assert line.startswith("content/bridge.md: has no seed to be read again")


@pytest.mark.parametrize("case", TOML.values(), ids=TOML.keys())
def test_settings_gone_wrong_cost_one_line(root: Path, case: tuple[str, int, str]) -> None:
    text, number, words = case
    (root / "timeline.toml").write_text(text, encoding="utf-8")
    line = complaint(root)
    assert line.startswith(f"timeline.toml:{number}: ")
    assert words in line


@pytest.mark.parametrize("case", SOURCES.values(), ids=SOURCES.keys())
def test_source_facts_gone_wrong_cost_one_line(root: Path, case: tuple[str, int, str]) -> None:
    text, number, words = case
    (root / "seeds").mkdir()
    (root / "seeds/bridge.txt").write_text("Bridge closes\n\nMarch 5, 2024\n\nIt will close on Monday.\n", "utf-8")
    (root / "seeds/sources.yaml").write_text(text, encoding="utf-8")
    line = complaint(root)
    assert line.startswith(f"seeds/sources.yaml:{number}: ")
    assert words in line


@pytest.mark.parametrize("raw", [b"\xff\xfe\0\0", b"---\ntitle: caf\xe9\n---\n", b"", b"---\n---\n"], ids=repr)
def test_bytes_that_are_no_content_file_cost_one_line_and_are_left_as_they_are(root: Path, raw: bytes) -> None:
    (root / "content/other.md").write_bytes(raw)
    assert complaint(root).startswith("content/other.md:")
    assert (root / "content/other.md").read_bytes() == raw
