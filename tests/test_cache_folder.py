"""The cache folder: whose it is, what tells that it may be deleted, and the key of the program that filled it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cache

PROJECT = Path(__file__).resolve().parent.parent


def test_the_folder_is_made_closed_to_others_and_marked_for_git_and_backups(tmp_path: Path) -> None:
    folder = Path(cache.open_cache(str(tmp_path)) or "")
    assert folder == tmp_path / ".dateline-cache"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


@pytest.mark.parametrize("mode", [0o755, 0o777, 0o710, 0o701])
def test_a_folder_that_others_can_reach_is_not_believed(tmp_path: Path, mode: int) -> None:
    (tmp_path / cache.FOLDER).mkdir()
    (tmp_path / cache.FOLDER).chmod(mode)
    assert cache.open_cache(str(tmp_path)) is None


def test_a_link_or_a_file_in_its_place_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir(mode=0o700)
    (tmp_path / cache.FOLDER).symlink_to(tmp_path / "mine")
    assert cache.open_cache(str(tmp_path)) is None
    (tmp_path / cache.FOLDER).unlink()
    (tmp_path / cache.FOLDER).write_text("")
    assert cache.open_cache(str(tmp_path)) is None


def test_what_a_killed_build_left_half_written_is_removed(tmp_path: Path) -> None:
    folder = Path(cache.open_cache(str(tmp_path)) or "")
    (folder / "stamp.123.tmp").write_text("half")
    (folder / ".gitignore").unlink()
    assert cache.open_cache(str(tmp_path)) == str(folder)
    assert {path.name for path in folder.iterdir()} == {".gitignore", "CACHEDIR.TAG"}


def test_where_nothing_can_be_made_there_is_no_cache(tmp_path: Path) -> None:
    assert cache.open_cache(str(tmp_path / "not there")) is None


def test_replacing_a_file_leaves_nothing_else_behind_even_where_it_fails(tmp_path: Path) -> None:
    cache.replace(str(tmp_path / "kept"), [b"o", b"ne"])
    cache.replace(str(tmp_path / "kept"), [b"two"])
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        cache.replace(str(tmp_path / "folder"), [b"three"])
    assert {path.name for path in tmp_path.iterdir()} == {"kept", "folder"}
    assert cache.read(str(tmp_path / "kept")) == b"two"


def code_key_of(project: Path) -> str:
    code = "from generator import cache; print(cache.code_key())"
    return subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the program."""
    shutil.copytree(PROJECT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "build.py", tmp_path)
    return tmp_path


def test_the_key_of_the_code_is_the_same_in_every_process_and_place(copied: Path) -> None:
    assert len(cache.code_key()) == 64
    assert code_key_of(copied) == code_key_of(copied)


@pytest.mark.parametrize("name", ["build.py", "generator/model.py", "generator/dates/grammar.py", "generator/new.py"])
def test_one_changed_letter_of_the_code_changes_its_key(copied: Path, name: str) -> None:
    before = code_key_of(copied)
    with (copied / name).open("a") as module:
        module.write("#")
    assert code_key_of(copied) != before
