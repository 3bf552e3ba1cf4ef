"""Bad input costs one line: no traceback, good articles still built, each bad file shown or named."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from bad_inputs import HOPELESS, MORE, TEXT, Spoil, bad_inputs
from builds import Run, command, files_of
from load import shared

CASES = tuple(bad_inputs())
LONGEST_LINE = 2_000
MOST_SECONDS = 60


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


def test_the_inputs_are_three_hundred_and_more() -> None:
    assert len(CASES) + len(HOPELESS) >= 300
