"""One command writes into a timeline at a time; and what a person sees while many articles are read."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from builds import Built, command, converse, files_of

from generator.desk.preview import Preview
from generator.desk.session import Session, make_place
from generator.desk.terminal import Terminal
from generator.lock import hold


@pytest.fixture
def copy(five: Built, tmp_path: Path) -> Path:
    """A timeline just built."""
    return Path(shutil.copytree(five.root, tmp_path / "copy"))


@pytest.mark.parametrize("name", ["build", "refresh", "correct", "add"])
def test_a_command_that_writes_leaves_everything_alone_while_another_is_at_work(
    five: Built, copy: Path, name: str
) -> None:
    (copy / "new.txt").write_text("Bridge closes\n\nThe bridge closed on Monday.\n", encoding="utf-8")
    (copy / "seeds/late.txt").write_text("Ferry sinks\n\nThe ferry sank on Monday.\n", encoding="utf-8")
    arguments = {
        "build": [],
        "refresh": [five.content("003").stem],
        "correct": [five.events[0]["id"], "--heading", "Mine", "--why", "shorter"],
        "add": [str(copy / "new.txt")],
    }[name]
    before = files_of(copy)
    with hold(copy):
        run = command(name, *arguments, "--root", copy)
    assert (run.status, "another build is at work" in run.complained) == (2, True)
    assert files_of(copy) == before


def test_the_preview_waits_for_a_build_to_end(copy: Path) -> None:
    preview = Preview(Session(make_place(copy), Terminal(quiet=True)))
    (copy / "seeds/late.txt").write_text("Ferry sinks\n\nThe ferry sank on Monday.\n", encoding="utf-8")
    work = threading.Thread(target=lambda: preview.rebuild(seeds=True))
    with hold(copy):
        work.start()
        work.join(0.5)
        assert work.is_alive()
        assert not list((copy / "content").glob("*ferry-sinks*"))
    work.join(60)
    assert list((copy / "content").glob("*ferry-sinks*"))


def test_a_terminal_shows_how_far_long_work_is_and_ends_with_the_figures(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for number in range(45):
        text = f"Bridge {number} closes\n\nMarch 5, 2024\n\nThe bridge number {number} closed on Monday.\n"
        (tmp_path / f"seeds/{number}.txt").write_text(text, encoding="utf-8")
    status, shown = converse("build", "--root", tmp_path)
    assert status == 0
    assert "reading articles" in shown
    assert "45 articles · " in shown.splitlines()[-1]
    assert "reading articles" not in command("build", "--root", tmp_path).complained
