"""The documentation names every command, option, setting and dependency, and nothing that isn't there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from builds import PROJECT

from generator.desk import commands
from generator.settings import CHAPTER_KEYS, KEYS

COMMANDS = tuple(row.name for row in commands.COMMANDS)
PAGES = tuple(sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")]))
REGISTRY_HOSTS = re.compile(r"(?:py" r"pi|pythonhosted|npmjs|debian)\.(?:org|com)")


def read(path: str) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


def first_cells(page: str) -> set[str]:
    """The words in code marks at the start of a page's table rows."""
    return set(re.findall(r"^\| `([^` ]+)", page, re.MULTILINE))


def packages(table: str) -> set[str]:
    """The names of the packages in a list of pyproject.toml."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    rows = project["dependencies"] if table == "run" else project["optional-dependencies"][table]
    return {re.split(r"[><=~!]", row)[0] for row in rows}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_line_that_a_page_shows_names_a_command_there_is(page: Path) -> None:
    shown = set(re.findall(r"build\.py ([a-z]+)\b", page.read_text(encoding="utf-8")))
    assert shown <= set(COMMANDS)


def test_every_setting_is_documented_in_its_table_and_no_other() -> None:
    of_file, of_chapter = read("docs/configuration.md").split("key of `[[chapters]]`")
    assert first_cells(of_file) == set(KEYS)
    assert first_cells(of_chapter) == set(CHAPTER_KEYS)


@pytest.mark.parametrize(
    ("table", "heading"), [("run", "## To run"), ("html", "## To read saved web pages"), ("test", "## To test")]
)
def test_every_dependency_has_its_reason(table: str, heading: str) -> None:
    section = read("docs/dependencies.md").split(heading)[1].split("\n## ")[0]
    rows = set(re.findall(r"^\| ([A-Za-z][\w-]+) \| \d", section, re.MULTILINE))
    assert rows == packages(table)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_documented_versions_are_the_pinned_ones(lock: str) -> None:
    pinned = dict(re.findall(r"^([\w-]+)==([\w.]+)", read(lock), re.MULTILINE))
    told = re.findall(r"^\| ([A-Za-z][\w-]+) \| ([\d.]+),", read("docs/dependencies.md"), re.MULTILINE)
    assert told
    assert {name: pinned[name.lower()] for name, _ in told if name.lower() in pinned}.items() <= dict(told).items()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_registrys_host(page: Path) -> None:
    assert REGISTRY_HOSTS.findall(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", re.findall(r"`((?:generator/)?\w+/\w+\.py)`", read("docs/architecture.md")))
def test_every_module_the_architecture_names_is_there(path: str) -> None:
    places = [PROJECT / path, PROJECT / "generator" / path]
    assert any(place.is_file() for place in places)
