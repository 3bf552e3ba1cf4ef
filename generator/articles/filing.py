"""A new article into seeds/: its file as it was found, and what a person knows about it as a row of sources.yaml."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.articles.seeds import FOLDER, FORMATS, SOURCES, clean, decode
from generator.articles.sources import CHECKS, parse_sources
from generator.problems import Problems
from generator.saving import read_regular, replace_file
from generator.text import name_stem

HEAD = "# What a person knows about the articles and their text doesn't say; docs/how-to/add-an-article.md\n"
_HTML = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,500}-->\s{0,200})?<(?:!doctype html|html)\b", re.I
)


def check_facts(facts: Mapping[str, str]) -> tuple[str, ...]:
    """What is wrong with facts that were given, one line each."""
    return tuple(f'{key} "{value}" {fault}' for key, value in facts.items() if (fault := CHECKS[key](value)))


def choose_name(root: Path, found: str, content: bytes) -> str:
    """A free name in seeds/ for an article that was found under some name, its ending by what it holds."""
    suffix = Path(found).suffix.lower()
    ending = suffix if suffix in FORMATS else _ending(content)
    stem = name_stem(Path(found).stem if suffix else found, 80)
    taken = {path.stem.casefold() for path in _listed(root)}
    names = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name.casefold() not in taken) + ending


def find_same(root: Path, content: bytes) -> str | None:
    """The seed that holds the very same bytes, if any."""
    digest = hashlib.sha256(content).digest()
    same = (path for path in _listed(root) if path.is_file() and path.stat().st_size == len(content))
    return next((f"{FOLDER}/{p.name}" for p in same if hashlib.sha256(p.read_bytes()).digest() == digest), None)


def file_article(root: Path, name: str, content: bytes, facts: Mapping[str, str], problems: Problems) -> bool:
    """Whether the article lies in seeds/ now, its facts in sources.yaml; where not, a problem says why."""
    seed, sources = root / FOLDER / name, root / FOLDER / SOURCES
    try:
        found = read_regular(sources) if sources.exists() else None
        rows = _with_row(seed, found, facts, problems)
        if rows is None or not _put(seed, content, None, problems):
            return False
        return not facts or _put(sources, rows.encode("utf-8"), found, problems)
    except OSError as error:
        problems.add(f"{FOLDER}/{name}", 0, f"cannot be written ({error.strerror or error})", "see to the folder")
        return False


def _put(path: Path, new: bytes, found: bytes | None, problems: Problems) -> bool:
    """Whether the file holds the new bytes now; a problem where somebody saved it in the meantime."""
    if replace_file(path, new, found):
        return True
    what = "was changed while this ran, and is left as it is"
    problems.add(f"{FOLDER}/{path.name}", 0, what, "see what it holds, then do the same again")
    return False


def _listed(root: Path) -> list[Path]:
    folder = root / FOLDER
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _ending(content: bytes) -> str:
    if _HTML.match(content[:4096].lstrip(b"\xef\xbb\xbf")):
        return ".html"
    return ".md" if content.startswith(b"---\n") else ".txt"


def _with_row(seed: Path, found: bytes | None, facts: Mapping[str, str], problems: Problems) -> str | None:
    """The text of sources.yaml with one row more, every other line as it was; None where the file needs mending."""
    text, name, folder = clean(decode(found)) if found is not None else HEAD, seed.name, seed.parent
    wrong = Problems()
    seeds = [name, *(each.name for each in folder.iterdir())] if folder.is_dir() else [name]
    if name in parse_sources(text, f"{FOLDER}/{SOURCES}", seeds, wrong):
        wrong.add(f"{FOLDER}/{SOURCES}", 0, f'has a row for "{name}" already', "delete it, or choose another --name")
    problems.extend(wrong)
    if wrong.errors:
        return None
    row = yaml.safe_dump({name: dict(facts)}, allow_unicode=True, sort_keys=False, width=1_000_000)
    return text + ("" if text.endswith("\n") or not text else "\n") + row
