"""The files of content/ read: as records, as what a build must know of each, or as they lie there."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.compiled import regex
from generator.content import frontmatter
from generator.content.common import Common
from generator.content.edits import is_pristine, read_wording
from generator.content.files import SUFFIX, ContentFile, Facts, decode, slug_of
from generator.content.frontmatter import Document, FrontmatterError
from generator.content.identity import ids_in
from generator.content.plans import Plan, fingerprint
from generator.content.references import Outline, check_references, outline
from generator.content.schema import to_record
from generator.content.values import Value, YamlError
from generator.inventory import Inventory
from generator.model import Record
from generator.problems import Problem, Problems
from generator.saving import LARGEST, ChangedError, read_regular

FOLDER = "content"
Read: TypeAlias = tuple[Outline | None, tuple[Problem, ...]]
Look: TypeAlias = Callable[[Iterable["RawFile"]], Iterable[Facts]]
Spread: TypeAlias = Callable[[Iterable["RawFile"]], Iterable[Read]]
ABOUT = ("seed", "seed_sha256", "outlet")  # what tells which article a file is about
_ABOUT_LINES = tuple(regex(rf"^{key}:.*$", re.MULTILINE) for key in ABOUT)


class RawFile(NamedTuple):
    """A content file as it lies there: its name in content/ and its bytes, None where they cannot be read.

    digest: their SHA-256 where they were not read yet.
    """

    name: str
    raw: bytes | None
    digest: str | None = None


class Parsed(NamedTuple):
    """What a content file holds: its facts, its record with its outline, None where it has none, what is wrong."""

    facts: Facts
    outline: Outline | None
    problems: tuple[Problem, ...]


def parse_content(file: RawFile) -> Parsed:
    """Everything of one content file."""
    problems, path = Problems(), Path(FOLDER, file.name)
    document = parse_file(path, file.raw, problems)
    record = to_record(document, slug_of(path.name), document.path, problems) if document else None
    found = outline(document, record) if document and record else None
    return Parsed(_find_facts(file.raw or b"", document), found, tuple(problems))


def parse_outline(file: RawFile) -> Read:
    """One content file's record with its outline, None where it has none, and what is wrong with it."""
    parsed = parse_content(file)
    return parsed.outline, parsed.problems


def look_at_content(file: RawFile) -> Facts:
    """The facts of one content file; one that is just as it was written need not be parsed for that."""
    raw = file.raw or b""
    pristine = is_pristine(decode(raw))
    return _find_facts(raw, None if pristine else parse_file(Path(FOLDER, file.name), raw, Problems()))


def _find_facts(raw: bytes, document: Document | None) -> Facts:
    text = decode(raw)
    if document and document.fields:
        told = [document.fields.get(key) for key in ABOUT]
    else:
        told = [_value_of_line(pattern, text) for pattern in _ABOUT_LINES]
    pristine = is_pristine(text)
    wording = read_wording(text) if pristine else None
    ids, rest = wording or (ids_in(text), None)
    seed, sha256, outlet = map(_text, told)
    return Facts(fingerprint(raw), seed, sha256, outlet, ids, rest, pristine, not (pristine or document))


def look_at_all(files: Iterable[RawFile]) -> Iterable[Facts]:
    """The facts of the files, found here."""
    return map(look_at_content, files)


def _parse_outlines(files: Iterable[RawFile]) -> Iterable[Read]:
    return map(parse_outline, files)


def read_records(
    root: Path, problems: Problems, spread: Spread = _parse_outlines, known: Inventory | None = None
) -> tuple[Record, ...]:
    """The records of every content file, hidden ones too, sorted by slug.

    spread: how to call parse_outline for many files, in their order; others than this process may do it, with `load`
    first. known: what need not be read to know its digest.
    """
    paths = list_files(root, problems) or ()
    return _join(spread(_look_at(path, problems, known) for path in paths), len(paths), problems)


def _look_at(path: Path, problems: Problems, known: Inventory | None) -> RawFile:
    digest = known.digest(f"{FOLDER}/{path.name}", str(path), LARGEST) if known else None
    return RawFile(path.name, None, digest) if digest else RawFile(path.name, read_file(path, problems))


def load(root: Path, file: RawFile) -> RawFile:
    """The same file with its bytes; raises ChangedError where it is no longer what it was."""
    raw = read_again(root, file.name) if file.digest else file.raw
    if file.digest and (raw is None or hashlib.sha256(raw).hexdigest() != file.digest):
        raise ChangedError(f"{FOLDER}/{file.name}")
    return RawFile(file.name, raw)


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
    outlines, common = [], Common()
    for found, wrong in read:
        problems.extend(wrong)
        outlines += [found._replace(record=common.share(found.record))] if found else []
    return check_references(tuple(outlines), problems, complete=len(outlines) == count)


def find_event_lines(root: Path, name: str) -> Mapping[str, int]:
    """The line of each event of the content file `name` ("content/SLUG.md"), by its id; none where it can't be read."""
    path = root / name
    found, _ = parse_outline(RawFile(path.name, read_file(path, Problems())))
    return {event: line for event, key, line in found.lines if key == "id"} if found else {}


def list_files(root: Path, problems: Problems) -> tuple[Path, ...] | None:
    """Every content file, sorted by slug; None, and a problem, where content/ is no folder or can't be read.

    What else lies there is warned of, but for hidden files and what editors leave behind.
    """
    try:
        paths = tuple((root / FOLDER).iterdir())
    except FileNotFoundError:
        return ()
    except OSError as error:
        problems.add(FOLDER, 0, f"cannot be listed ({error.strerror})", "make it a folder that can be read")
        return None
    for path in (path for path in paths if not _is_content(path.name) and not is_leftover(path.name)):
        problems.add(
            f"{FOLDER}/{path.name}", 0, "is not read", f"content files lie here and end in {SUFFIX}", warning=True
        )
    found = (path for path in paths if _is_content(path.name))
    return tuple(sorted(found, key=lambda path: (slug_of(path.name), path.name)))


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


def is_leftover(name: str) -> bool:
    """Whether a file is hidden, or one of those that editors keep beside the one they save."""
    return name.startswith((".", "#")) or name.endswith(("~", ".tmp", ".swp"))


def find_all_out(
    root: Path, problems: Problems, look: Look = look_at_all, known: Inventory | None = None
) -> tuple[ContentFile, ...] | None:
    """What a build must know of every file; None, and a problem, where content/ can't be listed.

    look: how to call look_at_content for many files, in their order. known: what need not be read to know its digest.
    """
    paths = list_files(root, problems)
    if paths is None:
        return None
    again = partial(read_again, root)
    found = tuple(look(_look_at(path, problems, known) for path in paths))
    for path in (path for path, facts in zip(paths, found, strict=True) if facts.broken):
        parse_file(path, read_again(root, path.name), problems)  # to say what is wrong
    return tuple(
        ContentFile(path.name, again, facts, facts.pristine and not path.is_symlink())
        for path, facts in zip(paths, found, strict=True)
    )


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
