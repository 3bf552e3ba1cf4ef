"""Whatever ends a build: site/ is whole or old, content/ whole, and the next build makes what a clean one does."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from builds import build, files_of
from folders import MAKERS, Folder, content_of, copy_of, make_original, site_of
from load import shared
from watched import DISK_ERRORS, Ended, Hook, fail_at, kill_at, leave_alone, watch

MOST_CHANGES = 140  # of one build of these seeds; test_the_kills_cover_every_change sees that it is enough
MOMENTS = [number / 50 for number in range(1, 81)]  # seconds
FILE_SIZES = range(0, 40_000, 1_000)
Recorded = Callable[[str, int], None]  # pytest's record_property: how many cases a test tried


@pytest.fixture(scope="module", params=MAKERS)
def original(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return make_original(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture
def folder(original: Folder, tmp_path: Path) -> Iterator[Folder]:
    yield copy_of(original, tmp_path / "root")
    shutil.rmtree(tmp_path)


def assert_whole(folder: Folder) -> None:
    """Every content file is as before or as after, the site is of one of them all, and a last build sets all right."""
    found = files_of(folder.root)
    if site_of(found) not in (site_of(folder.before), site_of(folder.after)):  # a content file could not be written
        assert site_of(found) == published_from(folder)
    visible = {path: data for path, data in content_of(found).items() if "/." not in path}
    for path in visible | content_of(folder.before):
        assert found.get(path) in (folder.before.get(path), folder.after.get(path)), path
    build(folder.root)
    assert files_of(folder.root) == folder.after


def published_from(folder: Folder) -> dict[str, bytes]:
    """The site that the content files there are make, without the seeds."""
    other = folder.root.with_name("content-alone")
    for part in ("content", "site"):
        shutil.copytree(folder.root / part, other / part)
    build(other)
    return site_of(files_of(other))


def run(folder: Folder, hook: Hook = leave_alone, **limits: float | int) -> Ended:
    ended = watch(["build", "--root", folder.root], hook, **limits)  # type: ignore[arg-type]
    assert "Traceback" not in ended.said, ended.said
    return ended


@pytest.mark.parametrize("number", shared(((str(n), n) for n in range(1, MOST_CHANGES)), 16))
def test_a_kill_before_any_change_of_the_disk_leaves_all_whole(
    folder: Folder, number: int, record_property: Recorded
) -> None:
    record_property("cases", int(run(folder, kill_at(number)).is_killed))
    assert_whole(folder)


@pytest.mark.parametrize("moment", shared(((f"{m} s", m) for m in MOMENTS), 16))
def test_a_kill_at_any_moment_leaves_all_whole(folder: Folder, moment: float, record_property: Recorded) -> None:
    record_property("cases", int(run(folder, kill_after=moment).is_killed))
    assert_whole(folder)


def test_the_kills_cover_every_change(folder: Folder) -> None:
    assert 40 < run(folder).changes < MOST_CHANGES


def test_a_kill_ends_the_build(folder: Folder) -> None:
    assert run(folder, kill_at(1)).status == -signal.SIGKILL


ERRORS = [
    (f"{name}, change {number}{' and on' if onward else ''}", (number, DISK_ERRORS[name], onward))
    for number, name in zip(range(1, MOST_CHANGES), cycle(DISK_ERRORS), strict=False)
    for onward in (False, True)
]


@pytest.mark.parametrize("fault", shared(ERRORS, 25))
def test_an_error_of_the_disk_at_any_change_leaves_all_whole(
    folder: Folder, fault: tuple[int, int, bool], record_property: Recorded
) -> None:
    number, error, onward = fault
    record_property("cases", int(number <= run(folder, fail_at(number, error, onward=onward)).changes))
    assert_whole(folder)


@pytest.mark.parametrize("size", shared(((f"{size} bytes", size) for size in FILE_SIZES), 20))
def test_files_cut_short_by_a_full_disk_leave_all_whole(folder: Folder, size: int) -> None:
    run(folder, largest_file=size)
    assert_whole(folder)
