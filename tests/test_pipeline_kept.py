"""A long timeline's rebuild uses what earlier builds worked out, and is a build from nothing to the byte."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import build, made_by

from bench.make_articles import write_seeds

NUMBER = 60
RESULTS = ".dateline-cache/results.sqlite"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timeline long enough to be kept, built once."""
    root = tmp_path_factory.mktemp("kept")
    write_seeds(root / "seeds", NUMBER, 1, 200, ("txt", "md", "html"))
    build(root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "timeline")
    return tmp_path / "timeline"


def first_seed(root: Path) -> Path:
    return sorted((root / "seeds").iterdir())[0]


def add_a_sentence(root: Path) -> None:
    seed = first_seed(root)
    more = "\n\nThe mayor said on Monday, 4 May 2020, that the bridge would open in June.\n"
    seed.write_text(seed.read_text(encoding="utf-8") + more, encoding="utf-8")


def take_a_seed_away(root: Path) -> None:
    seed = first_seed(root)
    content = next(p for p in (root / "content").iterdir() if f"seeds/{seed.name}" in p.read_text(encoding="utf-8"))
    content.unlink()
    seed.unlink()


def add_a_seed(root: Path) -> None:
    (root / "seeds/zz.txt").write_text("A bridge opens\n\n4 May 2020\n\nA bridge opened on Monday.\n", encoding="utf-8")


def set_a_title(root: Path) -> None:
    (root / "timeline.toml").write_text('title = "Another name"\nquote_words = 12\n', encoding="utf-8")


def replace_a_template(root: Path) -> None:
    (root / "templates").mkdir()
    (root / "templates/moved.html").write_text("<p>{{ event.heading }}</p>\n", encoding="utf-8")


def tell_the_outlet(root: Path) -> None:
    row = f'{first_seed(root).name}: {{outlet: "The Tin Kettle", published: 2020-03-04}}\n'
    (root / "seeds/sources.yaml").write_text(row, encoding="utf-8")


def lose_a_page(root: Path) -> None:
    next((root / "site/events").iterdir()).unlink()
    add_a_seed(root)


def lose_the_site(root: Path) -> None:
    shutil.rmtree(root / "site")


CHANGES = [
    add_a_sentence, take_a_seed_away, add_a_seed, set_a_title, replace_a_template, tell_the_outlet, lose_a_page,
    lose_the_site,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_rebuild_after_a_change_is_a_build_from_nothing(root: Path, change: Callable[[Path], None]) -> None:
    change(root)
    fresh = root.with_name("fresh")
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("site", ".dateline-cache"))
    assert build(root).run.status == build(fresh).run.status == 0
    assert made_by(root) == made_by(fresh)


def rewrite(path: Path) -> None:
    """Another word, the same size and time of modification: only the time of change tells."""
    status, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace(" the ", " thy "), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace(path: Path) -> None:
    """Another file of the same size and time of modification: its inode tells too."""
    other = path.with_name("other")
    shutil.copy2(path, other)
    rewrite(other)
    other.replace(path)


@pytest.mark.parametrize("change", [rewrite, replace])
@pytest.mark.parametrize("folder", ["seeds", "content"])
def test_a_change_that_nobody_was_to_see_is_seen(root: Path, folder: str, change: Callable[[Path], None]) -> None:
    time.sleep(2.1)  # by then the files are old enough to be known unread
    build(root)
    before = made_by(root)
    change(sorted((root / folder).iterdir())[0])
    fresh = root.with_name("fresh")
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("site", ".dateline-cache"))
    build(root)
    build(fresh)
    assert before != made_by(root) == made_by(fresh)


def test_articles_without_a_day_are_dated_by_others_in_a_rebuild_too(root: Path) -> None:
    for seed in sorted((root / "seeds").iterdir())[:9]:
        text = seed.read_text(encoding="utf-8")
        seed.write_text(re.sub(r"(?m)^.*\b20\d\d\b.*$", "", text), encoding="utf-8")
    shutil.rmtree(root / "content")
    fresh = root.with_name("fresh")
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("site", ".dateline-cache"))
    told = build(root).run.complained
    assert "inferred" in told or "no publication day" in told
    assert (build(fresh, "--jobs", "2").run.complained, made_by(fresh)) == (told, made_by(root))


def test_a_rebuild_by_two_processes_is_the_same(root: Path) -> None:
    add_a_sentence(root)
    other = root.with_name("other")
    shutil.copytree(root, other)
    build(root)
    build(other, "--jobs", "2")
    assert made_by(root) == made_by(other)


def test_damaged_results_cost_one_line_and_no_byte(root: Path) -> None:
    before = made_by(root)
    (root / RESULTS).write_bytes(b"SQLite format 3\0" + bytes(5000))
    shutil.rmtree(root / "site")
    run = build(root).run
    assert f"{RESULTS}: warning: was damaged; everything is worked out anew" in run.complained
    assert (run.status, made_by(root)) == (0, before)


def test_results_that_others_could_have_written_are_not_read(root: Path) -> None:
    before = made_by(root)
    (root / RESULTS).write_bytes(b"SQLite format 3\0" + bytes(5000))
    (root / RESULTS).parent.chmod(0o755)
    shutil.rmtree(root / "site")
    assert "damaged" not in build(root).run.complained
    assert made_by(root) == before
