"""Same input, same bytes: nothing of the machine, the moment or the folder's history shows in a build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builds import Built, build, build_as_process, copy_seeds, made_by

NEW_NAMES = {"000_": "z-", "001_": "m-", "003_": "b-", "004_": "a-"}
SURROUNDINGS = {
    "another hash seed, time zone and locale": {
        "PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
    },
    "a third hash seed, no UTF-8, a clock of long ago": {
        "PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONUTF8": "0",
        "SOURCE_DATE_EPOCH": "0",
    },
}  # fmt: skip


@pytest.mark.parametrize("environment", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_hash_seed_time_zone_locale_and_working_folder_leave_every_byte_as_it_is(
    five: Built, tmp_path: Path, environment: dict[str, str]
) -> None:
    root = copy_seeds(tmp_path / "timeline")
    run = build_as_process(root, tmp_path, environment)
    assert run.status == 0, run.complained
    assert made_by(root) == made_by(five.root)


def test_a_second_build_changes_no_byte_and_says_so(tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    build(root)
    first = made_by(root)
    assert " 0 changed" in build(root).run.printed
    assert made_by(root) == first


def test_seeds_put_there_in_another_order_leave_every_byte_as_it_is(five: Built, tmp_path: Path) -> None:
    for path in sorted((five.root / "seeds").iterdir(), reverse=True):
        (tmp_path / "seeds").mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / "seeds")
    shutil.copy(five.root / "timeline.toml", tmp_path)
    build(tmp_path)
    assert made_by(tmp_path) == made_by(five.root)


def test_seeds_of_other_names_tell_the_same_timeline_at_the_same_addresses(five: Built, tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    rename_seeds(root)
    built = build(root)
    assert built.events == five.events
    assert made_by(root).keys() == made_by(five.root).keys()


def test_a_renamed_seed_leaves_every_address_and_makes_no_second_content_file(five: Built, tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    build(root)
    rename_seeds(root)
    assert build(root).events == five.events
    assert made_by(root).keys() == made_by(five.root).keys()


def rename_seeds(root: Path) -> None:
    """Give the seeds names that sort otherwise, in sources.yaml too."""
    sources = root / "seeds/sources.yaml"
    for path in sorted((root / "seeds").glob("*.txt")):
        renamed = path.name
        for old, new in NEW_NAMES.items():
            renamed = renamed.replace(old, new)
        path.rename(path.with_name(renamed))
        sources.write_text(sources.read_text(encoding="utf-8").replace(path.name, renamed), encoding="utf-8")


def test_what_is_built_with_content_from_an_earlier_build_is_what_is_built_without(five: Built, tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    shutil.copytree(five.root / "content", root / "content")
    build(root)
    assert made_by(root) == made_by(five.root)
