"""An edit by hand is never lost, however odd: the file stays to the byte, and what is wrong is told on its line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import Run, build, files_of
from hand_edits import KEPT, MOVED, TOLD, Edit, with_heading
from load import shared

BRIDGE = """\
Bridge Closes For Repairs
By Jane Roe
June 14, 2023

The council met on Monday and agreed to close the bridge, the mayor told reporters.

“It is not safe,” Mayor Ann Lee said on Tuesday. “We will open it again in July.”
"""
FERRY = (
    "Ferry Sails Again\nBy John Doe\nJune 20, 2023\n\nThe ferry sailed again on Sunday, the company said on Monday.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built")
    (root / "seeds").mkdir()
    (root / "seeds/bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (root / "seeds/ferry.txt").write_text(FERRY, encoding="utf-8")
    build(root)
    return root


@pytest.fixture
def file(built: Path, tmp_path: Path) -> Path:
    """The content file of the bridge, in a copy of the timeline."""
    shutil.copytree(built, tmp_path / "root")
    return next((tmp_path / "root/content").glob("*bridge*"))


def build_with_news(root: Path) -> Run:
    """A build that has reason to write the article anew; the next one says the same and changes nothing."""
    seed = root / "seeds/bridge.txt"
    seed.write_text(f"{BRIDGE}\nThe work began on Wednesday, the council said.\n", encoding="utf-8")
    first, made = build(root).run, files_of(root)
    second = build(root).run
    assert (second.status, second.complained, files_of(root)) == (first.status, first.complained, made)
    return first


def write(file: Path, edit: Edit) -> bytes:
    before = file.read_text(encoding="utf-8")
    edited = edit(before)
    new = edited if isinstance(edited, bytes) else edited.encode("utf-8")
    assert new != before.encode("utf-8"), "the edit found nothing to change"
    file.write_bytes(new)
    return new


@pytest.mark.parametrize("edit", shared(KEPT.items(), 6))
def test_an_edit_that_can_be_read_is_kept_to_the_byte(file: Path, edit: Edit) -> None:
    edited = write(file, edit)
    run = build_with_news(file.parents[1])
    assert file.read_bytes() == edited
    assert f"content/{file.name}: edited by hand" in run.printed
    assert (run.status, run.complained) == (0, "")


@pytest.mark.parametrize("case", shared(TOLD.items(), 6))
def test_an_edit_that_cannot_be_read_is_kept_too_and_told_on_its_line(file: Path, case: tuple[Edit, str]) -> None:
    edit, words = case
    edited = write(file, edit)
    run = build_with_news(file.parents[1])
    assert file.read_bytes() == edited
    text = edited.decode("utf-8", "replace")
    number = text.count("\n", 0, text.index(words)) + 1
    (line,) = run.complained.splitlines()
    assert line.startswith(f"content/{file.name}:{number}: ")
    assert run.status == 1


@pytest.mark.parametrize("case", shared(MOVED.items(), 4))
def test_an_edited_file_that_was_moved_or_copied_is_kept_or_told(
    file: Path, case: tuple[Callable[[Path], object], str | None]
) -> None:
    move, told = case
    edited = write(file, with_heading)
    move(file)
    run = build_with_news(file.parents[1])
    assert edited in files_of(file.parent).values()
    assert (told or "") in run.complained
    assert bool(run.complained) == (told is not None)
