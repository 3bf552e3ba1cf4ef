"""`new` begins a timeline, `add` files an article with what is known about it; neither writes over anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from builds import Run, command, files_of

ARTICLE = """\
Bridge closes on Monday

March 5, 2024

The old bridge over the harbour will close on Monday, Mayor Jane Hill said on Tuesday. “It is not safe,” she said.
"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Bridge closes</title>
<meta property="article:published_time" content="2024-03-05"><meta property="og:site_name" content="The Harbour Post">
</head><body><article><h1>Bridge closes</h1><p>{ARTICLE.splitlines()[4]}</p></article></body></html>"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A timeline just begun."""
    assert command("new", tmp_path / "bridge", "--title", "The “old” \\ bridge").status == 0
    return tmp_path / "bridge"


def add(root: Path, *arguments: str | Path, text: str = ARTICLE) -> Run:
    return command("add", "-", "--root", root, *arguments, stdin=text)


def rows_of(root: Path) -> object:
    return yaml.load((root / "seeds/sources.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def test_a_new_timeline_builds_at_once_under_its_title(root: Path) -> None:
    assert command("build", "--root", root).status == 0
    assert "<h1>The “old” \\ bridge</h1>" in (root / "site/index.html").read_text(encoding="utf-8")


def test_a_new_timeline_without_a_title_is_named_after_its_folder(tmp_path: Path) -> None:
    assert "“The harbour bridge”" in command("new", tmp_path / "the-harbour_bridge").printed


@pytest.mark.parametrize("there", ["notes.txt", "site"])
def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine", encoding="utf-8")
    run = command("new", tmp_path)
    assert (run.status, there in run.complained) == (2, True)
    assert files_of(tmp_path) == {there: b"mine"}


def test_a_file_in_the_place_of_the_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    run = command("new", tmp_path / "file")
    assert (run.status, len(run.complained.splitlines())) == (2, 1)


def test_an_article_is_filed_byte_for_byte_under_its_own_name(root: Path, tmp_path: Path) -> None:
    found = tmp_path / "Bridge closes!.TXT"
    found.write_bytes(ARTICLE.encode("utf-16"))
    assert command("add", found, "--root", root).status == 0
    assert (root / "seeds/bridge-closes.txt").read_bytes() == found.read_bytes()


@pytest.mark.parametrize(
    ("text", "name"), [(ARTICLE, "bridge.txt"), (PAGE, "bridge.html"), ("---\ntitle: T\n---\n" + ARTICLE, "bridge.md")]
)
def test_the_ending_of_standard_input_follows_what_it_holds(root: Path, text: str, name: str) -> None:
    assert add(root, "--name", "bridge", text=text).status == 0
    assert (root / "seeds" / name).is_file()


def test_what_was_read_and_what_was_given_is_told(root: Path) -> None:
    told = json.loads(add(root, "--outlet", "The Harbour Post", "--json").printed)
    assert (told["title"], told["outlet"]) == ("Bridge closes on Monday", "The Harbour Post")
    assert (told["published"], told["published_basis"]) == ("2024-03-05", "line 3: 'March 5, 2024'")


def test_the_facts_of_a_saved_page_are_its_metadata(root: Path) -> None:
    pytest.importorskip("trafilatura")
    told = json.loads(add(root, "--json", text=PAGE).printed)
    assert (told["outlet"], told["published_basis"]) == ("The Harbour Post", "page metadata: article:published_time")


def test_facts_become_a_row_and_every_other_line_stays(root: Path) -> None:
    sources = root / "seeds/sources.yaml"
    add(root, "--name", "one", "--outlet", "yes: no # 'Post'", "--published", "2024-03-05")
    sources.write_text(sources.read_text(encoding="utf-8") + "  # my note", encoding="utf-8")
    before = sources.read_text(encoding="utf-8")
    add(root, "--name", "two", "--byline", "Zoë", text=ARTICLE + "More.")
    assert sources.read_text(encoding="utf-8").startswith(before + "\n")
    assert rows_of(root) == {
        "one.txt": {"outlet": "yes: no # 'Post'", "published": "2024-03-05"},
        "two.txt": {"byline": "Zoë"},
    }


def test_an_article_that_is_there_already_is_not_filed_twice(root: Path) -> None:
    add(root, "--name", "one")
    before = files_of(root)
    run = add(root, "--name", "two")
    assert (run.status, "seeds/one.txt is this very article" in run.complained) == (2, True)
    assert files_of(root) == before


def test_a_name_that_windows_keeps_for_a_device_is_not_given(root: Path) -> None:
    assert "seeds/con-article.txt" in add(root, "--name", "CON").printed


def test_another_article_of_a_taken_name_gets_a_number(root: Path) -> None:
    add(root, "--name", "one")
    assert "seeds/one-2.txt" in add(root, "--name", "One", text=ARTICLE + "More.").printed


def test_a_second_article_of_one_address_is_warned_of(root: Path) -> None:
    add(root, "--name", "one", "--url", "https://example.org/b")
    command("build", "--root", root)
    run = add(root, "--name", "two", "--url", "https://example.org/b", text=ARTICLE + "More.")
    assert run.status == 0
    assert "seeds/two.txt: warning: has the address of content/" in run.complained


@pytest.mark.parametrize(
    ("arguments", "text", "told"),
    [
        (["--published", "yesterday"], ARTICLE, "is no date"),
        (["--url", "javascript:alert(1)"], ARTICLE, "is no web address"),
        (["--language", "English"], ARTICLE, "is no language code"),
        ([], "", "is empty"),
        ([], "\0\1\2", "is no text"),
    ],
)
def test_what_cannot_be_filed_is_one_line_and_status_2(root: Path, arguments: list[str], text: str, told: str) -> None:
    before = files_of(root)
    run = add(root, *arguments, text=text)
    assert (run.status, len(run.complained.splitlines()), told in run.complained) == (2, 1, True)
    assert files_of(root) == before


def test_a_sources_file_that_needs_mending_stops_the_filing(root: Path) -> None:
    (root / "seeds/sources.yaml").write_text("a: [\n", encoding="utf-8")
    before = files_of(root)
    run = add(root, "--outlet", "Post")
    assert (run.status, "seeds/sources.yaml:" in run.complained) == (2, True)
    assert files_of(root) == before


@pytest.mark.parametrize("source", ["nowhere.txt", "."])
def test_a_source_that_cannot_be_read_is_one_line(root: Path, source: str) -> None:
    run = command("add", source, "--root", root)
    assert (run.status, len(run.complained.splitlines())) == (2, 1)


def test_a_root_that_is_no_folder_says_how_to_begin_one(tmp_path: Path) -> None:
    run = add(tmp_path / "nowhere")
    assert (run.status, "build.py new" in run.complained) == (2, True)
