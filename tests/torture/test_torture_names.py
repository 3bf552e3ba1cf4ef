"""Builds on a file system that ignores case and forbids what Windows forbids: NTFS, where it can be mounted."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builds import build, copy_seeds, files_of
from folders import make_changed

OPTIONS = "ignore_case,windows_names"
NEEDED = ("mkntfs", "lowntfs-3g", "fusermount")
TEXT = "A Headline About The Bridge\nBy Jane Roe\nJune 14, 2023\n\nThe minister said on Tuesday that work had ended.\n"


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A folder on NTFS; Debian's package ntfs-3g and root are needed."""
    if os.geteuid() or not all(map(shutil.which, NEEDED)):
        pytest.skip("no NTFS can be mounted here: Debian's package ntfs-3g and root are needed")
    image, folder = tmp_path / "image", tmp_path / "mounted"
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(100_000_000)
    subprocess.run(["mkntfs", "-q", "-F", "-Q", image], check=True, capture_output=True)
    done = subprocess.run(["lowntfs-3g", "-o", OPTIONS, image, folder], check=False, capture_output=True)
    if done.returncode:
        pytest.skip(f"no NTFS can be mounted here: {done.stderr.decode(errors='replace')}")
    yield folder
    subprocess.run(["fusermount", "-u", folder], check=True)


def lowered(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their names in lower case, as this file system gives them back."""
    return {path.casefold(): data for path, data in files_of(folder).items()}


@pytest.mark.torture
@pytest.mark.parametrize("make", [copy_seeds, make_changed])
def test_builds_on_a_file_system_that_ignores_case_are_whole(
    mounted: Path, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    for root in (mounted / "root", tmp_path / "elsewhere"):
        make(root)
        build(root)
    assert lowered(mounted / "root/content") == lowered(tmp_path / "elsewhere/content")
    assert lowered(mounted / "root/site") == lowered(tmp_path / "elsewhere/site")
    assert " 0 changed" in build(mounted / "root").run.printed


@pytest.mark.torture
def test_articles_that_want_one_name_leave_a_persons_file_of_that_name_in_other_letters(mounted: Path) -> None:
    mine = mounted / "content/2023-06-14-A-Headline-About-The-Bridge.md"
    mine.parent.mkdir()
    mine.write_text("---\ntitle: Mine\noutlet: null\npublished: 2023-06-14\n---\nText.\n", encoding="utf-8")
    before = mine.read_bytes()
    (mounted / "seeds").mkdir()
    for number in range(3):
        text = f"{TEXT}\nIt cost {number} million, he said on Monday.\n"
        (mounted / f"seeds/{number}.txt").write_text(text, encoding="utf-8")
    build(mounted)
    assert (mine.read_bytes(), len(files_of(mounted / "content"))) == (before, 4)
    assert " 0 changed" in build(mounted).run.printed
