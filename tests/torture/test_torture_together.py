"""Commands at once in one folder: one works, the others say so, and a killed one keeps nobody out."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from builds import PROJECT, command, made_by
from folders import make_changed
from load import shared
from watched import kill_at, watch

ARTICLE = "Bridge Opens At Last\nBy Jane Roe\nJune 14, 2023\n\nThe mayor said on Tuesday that the bridge had opened.\n"
BUILD, SLOW = ("build",), ("build", "--jobs", "2")
REFRESH = ("refresh", "CONTENT")
ADD, ADD_WITH_FACTS = ("add", "ARTICLE"), ("add", "ARTICLE", "--outlet", "The Post", "--name", "post")
TOGETHER = (
    (BUILD, BUILD), (BUILD, SLOW), (SLOW, SLOW), (BUILD,) * 5, (BUILD, REFRESH), (REFRESH, REFRESH), (BUILD, ADD),
    (ADD_WITH_FACTS, BUILD), (ADD, REFRESH), (ADD_WITH_FACTS, ADD_WITH_FACTS),
)  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make_changed(tmp_path / "root")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "root"


def arguments(root: Path, words: Sequence[str]) -> list[str]:
    edited = next((root / "content").glob("2023-*.md"))
    real = {"CONTENT": edited.name, "ARTICLE": str(root.parent / "article.txt")}
    return [real.get(word, word) for word in words] + ["--root", str(root)]


def start(root: Path, words: Sequence[str]) -> subprocess.Popen[str]:
    line = [sys.executable, str(PROJECT / "build.py"), *arguments(root, words)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


@pytest.mark.parametrize("lines", shared(((" + ".join(" ".join(w) for w in t), t) for t in TOGETHER), 5))
def test_two_commands_at_once_leave_what_one_after_the_other_does(
    root: Path, lines: tuple[tuple[str, ...], ...]
) -> None:
    running = [start(root, words) for words in lines]
    said = [process.communicate(timeout=120)[0] for process in running]
    for process, words, told in zip(running, lines, said, strict=True):
        assert "Traceback" not in told
        assert process.returncode in (0, 1) or "another" in told or "very article" in told, told
        if process.returncode == 2:
            command(*arguments(root, words))
    assert command("build", "--root", root).status == 0
    made = made_by(root)
    assert command("check", "--root", root).status == 0
    assert not list(root.rglob(".*.tmp")), "something half done is left"
    assert {path for path in made if path.startswith("site.tmp")} == set()


@pytest.mark.parametrize("words", [BUILD, SLOW])
def test_a_killed_build_leaves_no_lock(root: Path, words: tuple[str, ...]) -> None:
    running = start(root, words)
    time.sleep(0.4)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert command("build", "--root", root).status == 0


def test_a_build_killed_while_it_writes_leaves_no_lock(root: Path) -> None:
    assert watch(["build", "--root", root], kill_at(9)).is_killed
    assert command("build", "--root", root).status == 0
