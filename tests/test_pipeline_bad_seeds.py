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


BAD_SEEDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (holding(b""), "is empty"),
    "only blanks": (holding(b"\xef\xbb\xbf \r\n\t\n"), "is empty"),
    "binary": (holding(bytes(range(256)) * 40), "is no text"),
    "a picture": (holding(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "is no text"),
    "a folder": (make_folder, "is no regular file"),
    "a dangling link": (make_dangling_link, "can't be read"),
    "too large": (holding(b"word " * 1_000_001), "is larger than 5 MB"),
    "a pipe": (make_fifo, "is no regular file"),
    "not permitted": (make_secret, "can't be read"),
}
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
KINDS = [kind for kind in BAD_SEEDS if not (AS_ROOT and kind == "not permitted")]


def bad_seed(kind: str) -> str:
    return f"seeds/bad-{kind.replace(' ', '-')}.txt"


@pytest.fixture(scope="module")
def with_bad(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The five articles among one bad seed of each kind."""
    root = copy_seeds(tmp_path_factory.mktemp("bad"))
    for kind in KINDS:
        BAD_SEEDS[kind][0](root / bad_seed(kind))
    return build(root)


@pytest.mark.parametrize("kind", KINDS)
def test_a_bad_seed_is_told_in_one_line_with_what_to_do(with_bad: Built, kind: str) -> None:
    lines = [line for line in with_bad.run.complained.splitlines() if line.startswith(f"{bad_seed(kind)}: ")]
    assert len(lines) == 1
    assert f": {BAD_SEEDS[kind][1]}" in lines[0]
    assert lines[0].partition("; ")[2], "nothing says what to do"


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
