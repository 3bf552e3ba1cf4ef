"""Seeds that cannot be used: one clear line each, exit status 1, and everything else is built."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import Built, build, copy_seeds


def make_folder(path: Path) -> None:
    path.mkdir()


def make_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.txt")


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_secret(path: Path) -> None:
    path.write_text("NATO met on Tuesday.", encoding="utf-8")
    path.chmod(0)


def holding(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


# a file's name: what it is, the line where that is told, and how
BAD_SEEDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty.txt": (holding(b""), ": is empty"),
    "only-blanks.txt": (holding(b"\xef\xbb\xbf \r\n\t\n"), ": is empty"),
    "binary.txt": (holding(bytes(range(256)) * 40), ": is no text"),
    "a-picture.txt": (holding(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ": is no text"),
    "a-folder.txt": (make_folder, ": is no regular file"),
    "a-dangling-link.txt": (make_dangling_link, ": can't be read"),
    "too-large.txt": (holding(b"word " * 1_000_001), ": is larger than 5 MB"),
    "a-pipe.txt": (make_fifo, ": is no regular file"),
    "not-permitted.txt": (make_secret, ": can't be read"),
    "a-menu.txt": (holding(b"Home\nWorld\nSport\n"), ": holds no sentence of an article"),
    "a-page-without-text.html": (holding(b"<title>NATO met</title><p></p>"), ": holds no sentence of an article"),
    "fields-alone.md": (holding(b"---\ntitle: NATO met\n---\n"), ": holds no sentence of an article"),
    "open-fields.md": (
        holding(b"---\ntitle: NATO met\n\nIt met on Tuesday.\n"),
        ":1: has front matter that never ends",
    ),
    "open-quote.md": (
        holding(b"---\noutlet: A\ntitle: 'NATO met\nbyline: B\n---\nIt met on Tuesday.\n"),
        ":3: is no YAML: quotes are never closed",
    ),
}
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NAMES = [name for name in BAD_SEEDS if not (AS_ROOT and name == "not-permitted.txt")]


@pytest.fixture(scope="module")
def with_bad(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The five articles among one bad seed of each kind."""
    root = copy_seeds(tmp_path_factory.mktemp("bad"))
    for name in NAMES:
        BAD_SEEDS[name][0](root / "seeds" / name)
    return build(root)


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_seed_is_told_in_one_line_with_what_to_do(with_bad: Built, name: str) -> None:
    (line,) = (line for line in with_bad.run.complained.splitlines() if line.startswith(f"seeds/{name}:"))
    assert line.startswith(f"seeds/{name}{BAD_SEEDS[name][1]}")
    assert line.partition("; ")[2], "nothing says what to do"


def test_bad_seeds_make_the_exit_status_1_and_all_others_are_built(with_bad: Built, five: Built) -> None:
    assert with_bad.run.status == 1
    assert with_bad.timeline == five.timeline


def test_a_root_that_is_no_folder_is_status_2_and_nothing_is_made(tmp_path: Path) -> None:
    built = build(tmp_path / "nowhere")
    assert built.run.status == 2
    assert "--root" in built.run.complained
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_seeds_gives_a_site_without_events(tmp_path: Path) -> None:
    built = build(tmp_path)
    assert (built.run.status, built.events) == (0, [])
    assert (tmp_path / "site/index.html").is_file()
