"""Bad input costs one line: no traceback, good articles still built, each bad file shown or named."""

from __future__ import annotations

import json
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from bad_inputs import HOPELESS, HUGE, MORE, TEXT, Spoil, bad_inputs
from builds import PROJECT, Run, command, files_of
from load import shared

CASES = tuple(bad_inputs())
LONGEST_LINE = 2_000
MOST_SECONDS = 60
MOST_MEMORY = 800_000  # kB


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise AssertionError(f"took more than {MOST_SECONDS} seconds")


@pytest.fixture(autouse=True)
def _within_a_minute() -> Iterator[None]:
    signal.signal(signal.SIGALRM, _too_slow)
    signal.alarm(MOST_SECONDS)
    yield
    signal.alarm(0)


def make_good(root: Path) -> Path:
    (root / "seeds").mkdir(parents=True)
    (root / "seeds/good.txt").write_text(f"{TEXT}\n{MORE}", encoding="utf-8")
    return root


def build_twice(root: Path) -> Run:
    """The first build; a second one says the same of the input and changes nothing."""
    first = command("build", "--root", root)
    made = files_of(root / "site") if (root / "site").is_dir() else {}
    second = command("build", "--root", root)
    assert second.status == first.status
    assert (files_of(root / "site") if (root / "site").is_dir() else {}) == made
    return first


def assert_one_line_each(run: Run) -> None:
    """What is complained of is lines that name a file and hold nothing that steers a terminal."""
    for line in run.complained.splitlines():
        assert re.match(r"(?:seeds|content|site|templates|timeline\.toml|build\.py)", line), line
        assert len(line) <= LONGEST_LINE
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", run.printed + run.complained)


@pytest.mark.parametrize("spoil", shared(CASES, 12))
def test_a_bad_input_ends_in_no_traceback_and_good_articles_are_built(spoil: Spoil, tmp_path: Path) -> None:
    root = make_good(tmp_path / "root")
    spoil(root)
    run = build_twice(root)
    assert run.status in (0, 1)
    assert_one_line_each(run)
    timeline = json.loads((root / "site/timeline.json").read_text(encoding="utf-8"))
    assert "seeds/good.txt" in [article["seed"] for article in timeline["articles"]]


@pytest.mark.parametrize("spoil", shared(HOPELESS.items(), 4))
def test_what_leaves_nothing_to_build_ends_in_lines_too(spoil: Spoil, tmp_path: Path) -> None:
    root = make_good(tmp_path / "root")
    spoil(root)
    run = build_twice(root)
    assert run.status in (0, 1, 2)
    assert_one_line_each(run)


@pytest.mark.torture
@pytest.mark.parametrize("spoil", HUGE.values(), ids=HUGE)
def test_a_huge_input_costs_a_line_a_minute_and_800_mb_at_most(spoil: Spoil, tmp_path: Path) -> None:
    root = make_good(tmp_path / "root")
    spoil(root)
    line = [sys.executable, str(PROJECT / "build.py"), "--root", str(root)]
    signal.alarm(0)  # 60 seconds of processor time, however busy the machine is
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=1_200, check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert run.returncode in (0, 1), run.stdout[-2_000:]
    assert b"Traceback" not in run.stdout
    assert used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime < MOST_SECONDS
    assert "good.txt" in (root / "site/timeline.json").read_text(encoding="utf-8")
    assert used.ru_maxrss < MOST_MEMORY  # of the largest child so far
    shutil.rmtree(root)


def test_the_inputs_are_three_hundred_and_more() -> None:
    assert len(CASES) + len(HOPELESS) >= 300
