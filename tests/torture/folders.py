"""Timelines' folders to be ill-treated: one that was never built, one whose seed changed under a person's edits."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from builds import PROJECT, build, files_of

SEEDS = ("001_", "003_")


@dataclass(frozen=True, slots=True)
class Folder:
    """A timeline's folder before a build, and all its files after a clean one."""

    root: Path
    before: dict[str, bytes]
    after: dict[str, bytes]


def site_of(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith("site/")}


def content_of(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith("content/")}


def make_new(root: Path) -> None:
    """Seeds that were never built."""
    (root / "seeds").mkdir(parents=True)
    for seed in sorted((PROJECT / "seeds").glob("*.txt")):
        if seed.name.startswith(SEEDS):
            shutil.copy(seed, root / "seeds")


def make_changed(root: Path) -> None:
    """A built timeline with somebody's file in its site, one content file edited and the other's seed changed."""
    make_new(root)
    build(root)
    (root / "site/CNAME").write_text("news.example\n")
    edited, _ = sorted((root / "content").iterdir())
    edited.write_text(edited.read_text(encoding="utf-8").replace("heading:", "heading: By hand,", 1), encoding="utf-8")
    seed = next((root / "seeds").glob("003_*"))
    seed.write_text(seed.read_text(encoding="utf-8") + "\n\nHe spoke again on Tuesday.\n", encoding="utf-8")


MAKERS = {"new": make_new, "changed": make_changed}


def make_original(maker: str, folder: Path) -> Folder:
    """A folder before a build, and what a clean build of it makes."""
    MAKERS[maker](folder / "before")
    shutil.copytree(folder / "before", folder / "after")
    build(folder / "after")
    assert content_of(files_of(folder / "before")) != content_of(files_of(folder / "after")), "nothing to write"
    return Folder(folder / "before", files_of(folder / "before"), files_of(folder / "after"))


def copy_of(original: Folder, root: Path) -> Folder:
    """The same in another place."""
    shutil.copytree(original.root, root)
    return Folder(root, original.before, original.after)
