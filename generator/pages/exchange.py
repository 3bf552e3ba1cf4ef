"""A folder replaced in one step, and one build at a time: what the operating system offers for both.

Linux exchanges two names atomically (renameat2), so that no reader ever finds half a site. Elsewhere two renames come
close: for an instant there is no folder, and if the second fails the first is undone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.lock import hold
from generator.saving import exchange_names


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """An empty folder beside `out` to build in, held by this build alone; raises BusyError when another has it.

    The lock is on the workshop itself and ends with its process, so what a killed build left is simply cleared.
    """
    place = out.with_name(f"{out.name}.tmp")
    place.mkdir(exist_ok=True)
    with hold(place):
        try:
            if not out.exists() and (place / _away(out)).exists():
                (place / _away(out)).rename(out)  # a build without one-step exchange was killed between its two renames
            for leftover in place.iterdir():
                _remove(leftover)
            aside = place / out.name
            aside.mkdir()
            yield aside
        finally:
            shutil.rmtree(place, ignore_errors=True)


def exchange(new: Path, old: Path) -> None:
    """Put `new` where `old` is; afterwards `new` names what was there, if anything was."""
    if not old.exists():
        new.rename(old)
    elif not exchange_names(new, old):
        _rename_twice(new, old)


def _away(out: Path) -> str:
    """The name of the old folder between two renames."""
    return f"{out.name}.old"


def _rename_twice(new: Path, old: Path) -> None:
    away = new.with_name(_away(old))
    old.rename(away)
    try:
        new.rename(old)
    except OSError:
        away.rename(old)
        raise


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
