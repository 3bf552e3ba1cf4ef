"""However many processes share the work, every byte of content/ and site/ is the same."""

from __future__ import annotations

import shutil
from pathlib import Path

from builds import Built, build, command, copy_seeds, made_by


def test_two_processes_build_what_one_builds(five: Built, tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    built = build(root, "--jobs", "2")
    assert made_by(root) == made_by(five.root)
    assert (built.run.printed, built.run.complained) == (five.run.printed, five.run.complained)


def test_two_processes_find_the_same_faults_in_the_input(tmp_path: Path) -> None:
    root = copy_seeds(tmp_path / "one")
    (root / "seeds/empty.txt").write_bytes(b"")
    (root / "seeds/binary.txt").write_bytes(b"\0\1\2")
    shutil.copytree(root, tmp_path / "two")
    one, two = (build(tmp_path / name, "--jobs", jobs).run for name, jobs in (("one", "1"), ("two", "2")))
    assert one == two
    assert one.status == 1


def test_check_with_two_processes_finds_a_fresh_build_current(tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    build(root)
    assert command("check", "--root", root, "--jobs", "2").status == 0


def test_a_template_that_cannot_be_filled_leaves_the_old_site_and_nothing_half_made(tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    build(root)
    before = made_by(root)
    (root / "templates").mkdir()
    (root / "templates/event.html").write_text("{{ unknown }}")
    assert build(root, "--jobs", "2").run.status == 2
    assert made_by(root) == before
    assert not list(root.glob("site.*"))
