"""The folder content/ written. What a person changed is read and never written.

One file for each article. A fresh record finds its file by the seed the file names, so that a file may be renamed; by
the seed's digest where the seed was renamed; and gets a new name otherwise.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.compiled import regex
from generator.content.files import SUFFIX, find_files
from generator.content.plans import Fate, Fresh, Maker, Plan, all_at_hand, draw_up, fingerprint, make_plans, name_events
from generator.content.reading import (
    FOLDER,
    Look,
    RawFile,
    find_all_out,
    look_at_all,
    parse_file,
    parse_outline,
    read_again,
    read_file,
)
from generator.inventory import Inventory
from generator.model import Record
from generator.problems import Problem, Problems
from generator.saving import replace_file
from generator.workers.threads import at_once

if TYPE_CHECKING:
    from generator.content.correcting import Amendment
    from generator.content.refresh import Refreshed

LAYOUT = "begin each field in a line's first column and each event with '  - ', without brackets around them all"
CHANGED_MEANWHILE = ("was changed while this ran, and is left as it is", "run the same command again")
_UNFINISHED = regex(r"\..*\.md\.\d+\.tmp")  # what replace_file leaves when its process is killed


class Written(NamedTuple):
    """The slugs of one build: rewritten or new, the same as before, kept because a person wrote in them."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]


class Ways(NamedTuple):
    """How to do something for many files or articles, in their order; others than this process may do it.

    look: at content files; make: the texts of those for articles that came without. known: what need not be read to
    know its digest.
    """

    look: Look = look_at_all
    make: Maker = all_at_hand
    known: Inventory | None = None


HERE = Ways()


def plan_records(root: Path, fresh: Iterable[Fresh], problems: Problems, ways: Ways = HERE) -> Iterator[Plan]:
    """What `write_records` would do, in the order of the seeds; reads only."""
    rest = iter(fresh)
    first = next(rest, None)
    if first is None:  # without seeds nobody asks what the files are
        return iter(())
    files = find_all_out(root, problems, ways.look, ways.known)
    return iter(()) if files is None else make_plans(chain([first], rest), files, ways.make)


def amend_record(root: Path, slug: str, amendment: Amendment, problems: Problems) -> bool:
    """Whether the amendment stands in the file now; where not, a problem says why."""
    from generator.content.correcting import amend  # with patch, what no build needs
    from generator.content.patch import can_patch

    path = root / FOLDER / f"{slug}{SUFFIX}"
    raw = read_file(path, problems)
    document = parse_file(path, raw, problems)
    if document is None:
        return False
    text = amend(document, amendment) if can_patch(document) else None
    new = text.encode("utf-8") if text is not None else None
    if new is None or len(_problems_of(path.name, new)) > len(_problems_of(path.name, raw)):
        problems.add(document.path, 0, "is laid out in a way that cannot be corrected from here", LAYOUT)
        return False
    return _write(path, new, raw, problems)


def _problems_of(name: str, raw: bytes | None) -> tuple[Problem, ...]:
    return parse_outline(RawFile(name, raw))[1]


def name_as_filed(root: Path, fresh: Record) -> Record:
    """A fresh record, its events with the ids that they have in content/, or would get there."""
    files = find_all_out(root, Problems()) or ()
    draft, text = draw_up(fresh)
    (ids,) = name_events([draft], [text], find_files([draft], [text], files), files)
    return fresh._replace(events=tuple(event._replace(id=name) for event, name in zip(fresh.events, ids, strict=True)))


def write_records(root: Path, fresh: Iterable[Fresh], problems: Problems, ways: Ways = HERE) -> Written:
    """Write the fresh records that are new or changed, and no file that a person has changed or that can't be read."""
    _clear_unfinished(root / FOLDER)
    fates: dict[Fate, list[str]] = {"written": [], "unchanged": [], "kept": []}

    def to_write() -> Iterator[Plan]:
        for plan in plan_records(root, fresh, problems, ways):
            if plan.fate == "written":
                yield plan
            else:
                fates[plan.fate].append(plan.slug)

    for slug, fate in at_once(partial(_carry_out, root, problems), to_write()):
        fates[fate].append(slug)
    return Written(*(tuple(sorted(slugs)) for slugs in fates.values()))


def refresh_record(root: Path, slug: str, fresh: Record, problems: Problems) -> Refreshed | None:
    """Bring a fresh record into an edited file and tell what changed; None, and a problem, where that can't be done."""
    from generator.content.patch import can_patch  # with refresh, what no build needs
    from generator.content.refresh import merge_refresh

    path = root / FOLDER / f"{slug}{SUFFIX}"
    raw = read_file(path, problems)
    document = parse_file(path, raw, problems)
    if document is None:
        return None
    refreshed = merge_refresh(document, name_as_filed(root, fresh)._replace(slug=slug)) if can_patch(document) else None
    new = refreshed.text.encode("utf-8") if refreshed else None
    if parse_file(path, new, Problems()) is None:
        problems.add(document.path, 0, "is laid out in a way that cannot be refreshed", LAYOUT)
    elif new is not None and _write(path, new, raw, problems):
        return refreshed
    return None


# ---------------------------------------------------------------- writing


def _clear_unfinished(folder: Path) -> None:
    """Remove what a killed build began to write; the lock on the timeline's folder tells that nobody is at it now."""
    with contextlib.suppress(OSError):  # what can't be listed is told where the folder is read; a leftover harms nobody
        for path in [path for path in folder.iterdir() if _UNFINISHED.fullmatch(path.name)]:
            path.unlink()


def _carry_out(root: Path, problems: Problems, plan: Plan) -> tuple[str, Fate]:
    """The slug and what became of a plan to write: a file that a person saved in the meantime is kept."""
    found = None if plan.found is None else read_again(root, plan.name)
    if found is not None and fingerprint(found) != plan.found:
        problems.add(f"{FOLDER}/{plan.name}", 0, *CHANGED_MEANWHILE)
        return plan.slug, "kept"
    return plan.slug, "written" if _write(root / FOLDER / plan.name, plan.new, found, problems) else "kept"


def _write(path: Path, new: bytes, found: bytes | None, problems: Problems) -> bool:
    """Whether the file holds the new bytes now; a problem where it does not."""
    name = f"{FOLDER}/{path.name}"
    try:
        if replace_file(path, new, found):
            return True
        problems.add(name, 0, *CHANGED_MEANWHILE)
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        problems.add(name, 0, what, "check permissions and the space on the disk")
    return False
