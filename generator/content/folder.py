"""The folder content/: lists, reads and writes its files. What a person changed is read and never written.

One file for each article. A fresh record finds its file by the seed the file names, so that a file may be renamed; by
the seed's digest where the seed was renamed; and gets a new name otherwise.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from generator.compiled import regex
from generator.content import frontmatter
from generator.content.edits import is_pristine
from generator.content.frontmatter import Document, FrontmatterError
from generator.content.identity import ids_in, with_ids
from generator.content.plans import (
    SUFFIX,
    ContentFile,
    Fate,
    Formatter,
    Plan,
    decode,
    find_files,
    fingerprint,
    format_records,
    make_draft,
    make_plans,
    name_events,
    slug_of,
)
from generator.content.references import Outline, check_references, outline
from generator.content.schema import to_record
from generator.content.texts import Texts
from generator.content.values import Value, YamlError
from generator.model import Record
from generator.problems import Problem, Problems
from generator.saving import read_regular, replace_file

if TYPE_CHECKING:
    from generator.content.correcting import Amendment
    from generator.content.refresh import Refreshed

FOLDER = "content"
LAYOUT = "begin each field in a line's first column and each event with '  - ', without brackets around them all"
CHANGED_MEANWHILE = ("was changed while this ran, and is left as it is", "run the same command again")
Read: TypeAlias = tuple[Outline | None, tuple[Problem, ...]]
Spread: TypeAlias = Callable[[Iterable["RawFile"]], Iterable[Read]]
_UNFINISHED = regex(r"\..*\.md\.\d+\.tmp")  # what replace_file leaves when its process is killed
ABOUT = ("seed", "seed_sha256", "outlet")  # what tells which article a file is about
_ABOUT_LINES = tuple(regex(rf"^{key}:.*$", re.MULTILINE) for key in ABOUT)


@dataclass(frozen=True, slots=True)
class RawFile:
    """A content file as it lies there: its name in content/ and its bytes, None where they cannot be read."""

    name: str
    raw: bytes | None


@dataclass(frozen=True, slots=True)
class Written:
    """The slugs of one build: rewritten or new, the same as before, kept because a person wrote in them."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]


def parse_outline(file: RawFile) -> Read:
    """One content file's record with its outline, None where it has none, and what is wrong with it."""
    problems, path = Problems(), Path(FOLDER, file.name)
    document = parse_file(path, file.raw, problems)
    record = to_record(document, slug_of(path.name), document.path, problems) if document else None
    return outline(document, record) if document and record else None, tuple(problems)


def _parse_outlines(files: Iterable[RawFile]) -> Iterable[Read]:
    return map(parse_outline, files)


def read_records(
    root: Path, problems: Problems, spread: Spread = _parse_outlines, texts: Texts | None = None
) -> tuple[Record, ...]:
    """The records of every content file, hidden ones too, sorted by slug.

    spread: how to call parse_outline for many files, in their order; others than this process may do it. texts: takes
    the records' texts, which they are without then.
    """
    paths = list_files(root, problems) or ()
    files = (RawFile(path.name, read_file(path, problems)) for path in paths)
    return _join(_lay_aside(spread(files), texts) if texts else spread(files), len(paths), problems)


def _lay_aside(read: Iterable[Read], texts: Texts) -> Iterator[Read]:
    for found, wrong in read:
        yield replace(found, record=texts.lay_aside(found.record)) if found else None, wrong


def foresee_records(root: Path, plans: Iterable[Plan], problems: Problems) -> tuple[Record, ...]:
    """The records as they will be once the plans are carried out; nothing is written."""
    planned = {plan.name: plan.new for plan in plans if plan.fate == "written"}
    paths = {path.name: path for path in list_files(root, problems) or ()}
    paths |= {name: root / FOLDER / name for name in planned}
    names = sorted(paths, key=lambda name: (slug_of(name), name))
    raws = (planned[name] if name in planned else read_file(paths[name], problems) for name in names)
    return _join(_parse_outlines(map(RawFile, names, raws)), len(names), problems)


def _join(read: Iterable[Read], count: int, problems: Problems) -> tuple[Record, ...]:
    """The records of all files that could be read; count: how many files there are."""
    outlines = []
    for found, wrong in read:
        problems.extend(wrong)
        outlines += [found] if found else []
    return check_references(tuple(outlines), problems, complete=len(outlines) == count)


def find_event_lines(root: Path, name: str) -> Mapping[str, int]:
    """The line of each event of the content file `name` ("content/SLUG.md"), by its id; none where it can't be read."""
    path = root / name
    found, _ = parse_outline(RawFile(path.name, read_file(path, Problems())))
    return {event: line for event, key, line in found.lines if key == "id"} if found else {}


def list_files(root: Path, problems: Problems) -> tuple[Path, ...] | None:
    """Every content file, sorted by slug; None, and a problem, where content/ is no folder or can't be read."""
    try:
        paths = [path for path in (root / FOLDER).iterdir() if _is_content(path.name)]
    except FileNotFoundError:
        return ()
    except OSError as error:
        problems.add(FOLDER, 0, f"cannot be listed ({error.strerror})", "make it a folder that can be read")
        return None
    return tuple(sorted(paths, key=lambda path: (slug_of(path.name), path.name)))


def plan_records(
    root: Path, fresh: Iterable[Record], problems: Problems, spread: Formatter = format_records
) -> Iterator[Plan]:
    """What `write_records` would do, in the order of the seeds; reads only."""
    records = iter(fresh)
    first = next(records, None)
    files = _find_all_out(root, problems) if first else None  # without seeds nobody asks what the files are
    return make_plans(chain([first], records), files, spread) if first and files is not None else iter(())


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
    files = _find_all_out(root, Problems()) or ()
    drafts = [make_draft(0, fresh)]
    (given,) = name_events(drafts, [fresh], find_files(drafts, [fresh], files), files)
    return with_ids(fresh, given)


def write_records(
    root: Path, fresh: Iterable[Record], problems: Problems, spread: Formatter = format_records
) -> Written:
    """Write the fresh records that are new or changed, and no file that a person has changed or that can't be read.

    spread: how to call format_record for many records, in their order; others than this process may do it.
    """
    _clear_unfinished(root / FOLDER)
    fates: dict[Fate, list[str]] = {"written": [], "unchanged": [], "kept": []}
    for plan in plan_records(root, fresh, problems, spread):
        fates[_carry_out(root, plan, problems)].append(plan.slug)
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
    refreshed = merge_refresh(document, replace(name_as_filed(root, fresh), slug=slug)) if can_patch(document) else None
    new = refreshed.text.encode("utf-8") if refreshed else None
    if parse_file(path, new, Problems()) is None:
        problems.add(document.path, 0, "is laid out in a way that cannot be refreshed", LAYOUT)
    elif new is not None and _write(path, new, raw, problems):
        return refreshed
    return None


# ---------------------------------------------------------------- reading


def read_file(path: Path, problems: Problems) -> bytes | None:
    """A content file's bytes; None, and a problem, where it cannot be read."""
    try:
        return read_regular(path)
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        problems.add(f"{FOLDER}/{path.name}", 0, what, "make it a file that can be read")
        return None


def parse_file(path: Path, raw: bytes | None, problems: Problems) -> Document | None:
    """A content file's fields and body; None, and a problem, where they cannot be read."""
    name = f"{FOLDER}/{path.name}"
    try:
        return frontmatter.parse(raw.decode("utf-8"), name) if raw is not None else None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.add(name, line, f"a byte that is not UTF-8 (0x{error.object[error.start]:02X})", "save it as UTF-8")
    except FrontmatterError as error:
        problems.extend([error.problem])
    return None


def _is_content(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and not name.startswith(".")


def _find_all_out(root: Path, problems: Problems) -> tuple[ContentFile, ...] | None:
    """What a build must know of every file; None, and a problem, where content/ can't be listed."""
    paths = list_files(root, problems)
    again = partial(read_again, root)
    return None if paths is None else tuple(_find_out(path, again, problems) for path in paths)


def _find_out(path: Path, again: Callable[[str], bytes], problems: Problems) -> ContentFile:
    """What a build must know of a file; one that is just as it was written need not be parsed for that."""
    raw = read_file(path, problems) or b""
    text = decode(raw)
    pristine = is_pristine(text) and not path.is_symlink()
    document = None if pristine else parse_file(path, raw, problems)
    if document:
        told = [document.fields.get(key) for key in ABOUT]
    else:
        told = [_value_of_line(pattern, text) for pattern in _ABOUT_LINES]
    seed, sha256, outlet = map(_text, told)
    broken = not (pristine or document)
    return ContentFile(path.name, fingerprint(raw), again, seed, sha256, outlet, ids_in(text), pristine, broken)


def read_again(root: Path, name: str) -> bytes:
    """What a content file holds now; nothing where it can't be read any more."""
    return read_file(root / FOLDER / name, Problems()) or b""


def _value_of_line(pattern: re.Pattern[str], text: str) -> Value:
    """The value of the first line a pattern finds, of a file that need not be whole."""
    line = pattern.search(text)
    try:
        return next(iter(frontmatter.read_fields(f"{line[0]}\n").values()), None) if line else None
    except YamlError:
        return None


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None


# ---------------------------------------------------------------- writing


def _clear_unfinished(folder: Path) -> None:
    """Remove what a killed build began to write; the lock on the timeline's folder tells that nobody is at it now."""
    with contextlib.suppress(OSError):  # what can't be listed is told where the folder is read; a leftover harms nobody
        for path in [path for path in folder.iterdir() if _UNFINISHED.fullmatch(path.name)]:
            path.unlink()


def _carry_out(root: Path, plan: Plan, problems: Problems) -> Fate:
    """What became of the plan: a file that a person saved in the meantime is kept."""
    if plan.fate != "written":
        return plan.fate
    found = None if plan.found is None else read_again(root, plan.name)
    if found is not None and fingerprint(found) != plan.found:
        problems.add(f"{FOLDER}/{plan.name}", 0, *CHANGED_MEANWHILE)
        return "kept"
    return "written" if _write(root / FOLDER / plan.name, plan.new, found, problems) else "kept"


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
