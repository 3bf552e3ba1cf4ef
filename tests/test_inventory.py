"""A file that was looked at before is not read again, unless anything of it may have changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator import inventory
from generator.inventory import Inventory, Made, look

OLD = time.time_ns() + 10**14  # a moment at which what is written now will be old enough


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "seeds/bridge.txt"
    path.parent.mkdir()
    path.write_bytes(b"The bridge reopens")
    return path


def seen(path: Path, moment: int = OLD, digest: str = "known") -> Inventory:
    """An inventory that took this file's digest at a moment."""
    mark = inventory._mark(path.stat()) if inventory._is_old(path.stat(), moment) else ""
    return Inventory({"seeds/": " ", "seeds/bridge.txt": f"{mark} {digest}"}, moment)


def rewrite(path: Path) -> None:
    """Other bytes, the same size and time of modification."""
    status = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace(path: Path) -> None:
    """Another file of the same size and time of modification."""
    other = path.with_name("other")
    other.write_bytes(path.read_bytes()[::-1])
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)


def test_a_file_that_has_not_changed_since_is_known_unread(article: Path) -> None:
    assert seen(article).digest("seeds/bridge.txt", str(article), 1_000) == "known"


@pytest.mark.parametrize("change", [rewrite, replace, os.utime, Path.unlink])
def test_a_file_that_may_have_changed_is_not(article: Path, change: Callable[[Path], object]) -> None:
    before = seen(article)
    time.sleep(0.02)  # longer than a tick of the clock
    change(article)
    assert before.digest("seeds/bridge.txt", str(article), 1_000) is None


def test_a_file_too_large_to_be_read_is_left_to_who_says_so(article: Path) -> None:
    assert seen(article).digest("seeds/bridge.txt", str(article), article.stat().st_size - 1) is None


def test_a_file_that_was_young_when_it_was_looked_at_is_not_known_unread(article: Path) -> None:
    assert seen(article, moment=time.time_ns()).digest("seeds/bridge.txt", str(article), 1_000) is None


def test_of_a_young_file_only_the_bytes_are_believed(article: Path) -> None:
    found = look({"seeds": str(article.parent)}, seen(article).found).found
    assert found["seeds/bridge.txt"] == f" {sha256(b'The bridge reopens').hexdigest()}"


def test_two_looks_at_the_same_bytes_are_the_same_whenever_they_were_written(article: Path) -> None:
    before = look({"seeds": str(article.parent)}, {})
    os.utime(article, (0, 0))
    assert look({"seeds": str(article.parent)}, {}).is_same(before)
    (article.parent / "empty").mkdir()
    assert not look({"seeds": str(article.parent)}, {}).is_same(before)


def test_what_was_made_is_not_read_but_for_what_is_no_work_of_ours(article: Path) -> None:
    folder = str(article.parent)
    made = dict(inventory.look_at_made(folder, "site", Made({"bridge.txt": "made"}, (), 0, 0)))
    assert made == {"site/": " ", "site/bridge.txt": " made"}
    digest = sha256(b"The bridge reopens").hexdigest()
    assert dict(inventory.look_at_made(folder, "site", Made({}, (), 0, 0)))["site/bridge.txt"] == f" {digest}"


@pytest.mark.parametrize(
    ("written", "modified", "begun", "done", "old"),
    [
        ({"a"}, -100, -100, 100, True),
        ({"a"}, -1, -100, 0, False),  # so young when all was done that it may change within the tick
        ((), -100, 0, 100, True),  # kept by a link, which sets the time of change alone
        ((), -100, -100, 100, False),  # changed while the build ran
        ((), -100, -50, -25, False),  # changed since, its time of modification set back
    ],
)
def test_of_a_site_is_known_unread_what_stayed_since_it_was_whole(
    article: Path, written: set[str], modified: int, begun: int, done: int, old: bool
) -> None:
    def at(seconds: int) -> int:
        return now + seconds * 10**9

    now = time.time_ns()
    os.utime(article, ns=(at(modified), at(modified)))  # which makes now its time of change
    assert Made({}, written, at(begun), at(done)).is_old("a", article.stat()) is old


def test_what_is_packed_comes_back() -> None:
    found = {"seeds/": " ", "seeds/\udcff é.txt": "1 2 3 4 5 abc"}
    assert inventory.unpack(b"".join(inventory.pack(found.items()))) == found
