"""Whatever a person does to content/ and seeds/ while a build runs, nothing of theirs is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from pathlib import Path

import pytest
from builds import build, files_of
from folders import MAKERS, Folder, content_of, copy_of, make_original
from load import shared
from watched import Ended, meddle_at, watch

from generator.content.edits import is_pristine

MINE = b"---\ntitle: By hand\npublished: 2023-06-14\n---\nThe minister said on Tuesday that it ended.\n"
MOST_OPERATIONS = 48  # of one build on these files; test_the_meddling_covers_every_operation sees that it is enough
Meddle = Callable[[Path], object]  # what a person does, to the file that the build is about to write


def save_aside(path: Path) -> None:
    """As most editors save."""
    path.parent.mkdir(exist_ok=True)
    path.with_name("editor~").write_bytes(MINE)
    path.with_name("editor~").replace(path)


def save_in_place(path: Path) -> None:
    """As the others do."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(MINE)


def move_away(path: Path, root: Path) -> None:
    """A file, a folder, or nothing where there is none."""
    if path.exists():
        path.rename(root / f"moved-{path.name}")


def make_link(path: Path) -> None:
    """The file elsewhere, and a link to it in its place."""
    other = path.parents[1] / "linked.md"
    other.write_bytes(MINE)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(other)


def make_folder(path: Path) -> None:
    """Something no build can read or replace."""
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)


def seed_of(path: Path) -> Path:
    return next((path.parents[1] / "seeds").glob("001_*"))


MEDDLING: Mapping[str, Meddle] = {
    "saves the file": save_aside,
    "saves the file in place": save_in_place,
    "puts a link in its place": make_link,
    "puts a folder in its place": make_folder,
    "writes another file": lambda path: save_aside(path.with_name("mine.md")),
    "moves the file away": lambda path: move_away(path, path.parents[1]),
    "removes the file": lambda path: path.unlink(missing_ok=True),
    "moves content/ away": lambda path: move_away(path.parent, path.parents[1]),
    "moves the seed away": lambda path: move_away(seed_of(path), path.parents[1]),
    "moves seeds/ away": lambda path: move_away(path.parents[1] / "seeds", path.parents[1]),
}
WRITES = set(list(MEDDLING)[:3]) | {"writes another file"}
CASES = [(f"{name}, operation {n}", (n, name)) for name, n in product(MEDDLING, range(1, MOST_OPERATIONS))]


@pytest.fixture(scope="module", params=MAKERS)
def original(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return make_original(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture
def folder(original: Folder, tmp_path: Path) -> Iterator[Folder]:
    yield copy_of(original, tmp_path / "root")
    shutil.rmtree(tmp_path)


def run(folder: Folder, number: int, meddle: Meddle) -> Ended:
    """A build with a person at its side, who does something to the file that it writes."""
    path = folder.root / max(path for path, data in content_of(folder.after).items() if folder.before.get(path) != data)
    places = [folder.root / "content", folder.root / "seeds"]
    return watch(["build", "--root", folder.root], meddle_at(number, lambda: meddle(path)), within=places)


def assert_nothing_lost(folder: Folder, written: set[bytes]) -> None:
    """What a person wrote, before the build or in its middle, is somewhere; content files are whole."""
    kept = {data for path, data in folder.before.items() if folder.after[path] == data and path.startswith("content/")}
    seeds = {data for path, data in folder.before.items() if path.startswith("seeds/")}
    found = files_of(folder.root)
    assert (kept | seeds | written) - set(found.values()) == set()
    whole = {*folder.before.values(), *folder.after.values(), MINE}
    others = [data.decode() for path, data in content_of(found).items() if data not in whole and "/." not in path]
    assert all(map(is_pristine, others))


@pytest.mark.parametrize("case", shared(CASES, 41))
def test_what_a_person_does_in_the_middle_of_a_build_stays(
    folder: Folder, case: tuple[int, str], record_property: Callable[[str, int], None]
) -> None:
    number, name = case
    ended = run(folder, number, MEDDLING[name])
    record_property("cases", int(number <= ended.changes))
    assert ended.status in (0, 1, 2), ended.said
    assert "Traceback" not in ended.said
    written = {MINE} if name in WRITES and number <= ended.changes else set()
    assert_nothing_lost(folder, written)
    assert build(folder.root).run.status in (0, 1, 2)
    assert_nothing_lost(folder, written)


def test_the_meddling_covers_every_operation(folder: Folder) -> None:
    assert 8 < run(folder, 0, save_aside).changes < MOST_OPERATIONS
