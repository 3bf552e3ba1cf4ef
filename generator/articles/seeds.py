"""The clippings in seeds/: every article file, decoded, with what a person wrote about it in sources.yaml."""

import codecs
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from generator.articles.sources import parse_sources
from generator.compiled import regex
from generator.inventory import Inventory
from generator.model import Clipping, SourceFacts
from generator.problems import Problems
from generator.saving import ChangedError

FOLDER = "seeds"
SOURCES = "sources.yaml"
FORMATS = {".txt": "text", ".html": "html", ".htm": "html", ".md": "markdown"}
LARGEST = 5_000_000  # bytes; a saved page with its pictures inside may come near
LONGEST = 1_000_000  # characters of plain text; an article has some thousands
MOST_LINES = 20_000  # each is looked at as a possible byline, caption and so on
MOST_TAGS = 40_000  # of a web page; what finds its article looks at each of them many times
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s{0,5}([\w.:-]{1,40})", re.IGNORECASE)
# NEL, vertical tab, form feed, line and paragraph separators end a line as much as a carriage return does; a pattern
# that begins with one of a few characters is looked for fast
_NEWLINES = regex("[\r\v\f\x85\u2028\u2029](?:(?<=\r)\n)?")
# controls, soft hyphen, zero-width, bidi and invisible operators, text selector, BOM, surrogates, tags, noncharacters
_INVISIBLE = regex(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufeff"
    "\ud800-\udfff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_UNSPEAKABLE = regex("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# what pages call Latin 1 is cp1252 (WHATWG Encoding Standard, section 4.2)
_AS_CP1252 = {"iso8859-1", "ascii"}


class Listed(NamedTuple):
    """An article file of seeds/, not read yet: its name, and what sources.yaml says of it."""

    name: str
    facts: SourceFacts


class Seed(NamedTuple):
    """An article file as it lies there. digest: the SHA-256 of its bytes, where they were not read yet."""

    name: str
    content: bytes
    facts: SourceFacts
    digest: str | None = None


def list_seeds(root: Path, problems: Problems) -> tuple[Listed, ...]:
    """The article files of root/seeds in order of their names."""
    folder = root / FOLDER
    try:
        names = sorted(path.name for path in folder.iterdir()) if os.path.lexists(folder) else []
    except OSError as error:
        problems.add(FOLDER, 0, f"cannot be listed ({error.strerror})", "make it a folder with the articles in it")
        return ()
    names = _choose_articles(names, problems)
    rows, nothing = _read_sources(folder, names, problems), SourceFacts()
    return tuple(Listed(name, rows.get(name, nothing)) for name in names)


def load_seeds(
    root: Path, listed: Iterable[Listed], problems: Problems, known: Inventory | None = None
) -> Iterator[Seed]:
    """The files with their bytes, each read when its turn comes; what can't be read is a problem.

    known: what need not be read to know its digest.
    """
    for name, facts in listed:
        path = root / FOLDER / name
        digest = known.digest(f"{FOLDER}/{name}", str(path), LARGEST) if known else None
        content = b"" if digest else _read(path, problems)
        if content is not None:
            yield Seed(name, content, facts, digest)


def load_seed(root: Path, seed: Seed) -> Seed:
    """The same file with its bytes; raises ChangedError where it is no longer what it was."""
    if seed.digest is None:
        return seed
    content = _read(root / FOLDER / seed.name, Problems())
    if content is None or hashlib.sha256(content).hexdigest() != seed.digest:
        raise ChangedError(f"{FOLDER}/{seed.name}")
    return Seed(seed.name, content, seed.facts)


def decode(content: bytes, declared: str | None = None) -> str:
    """The text: by its byte order mark, else UTF-8, else the declared encoding, else cp1252, which reads any bytes."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, "replace")
    for encoding in ("utf-8", declared or "cp1252"):
        try:
            if codecs.lookup(encoding).name not in _AS_CP1252:
                return content.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return content.decode("cp1252", "replace")


def clean(text: str) -> str:
    """The same text with \\n for every line end and without characters that nobody sees."""
    return _INVISIBLE.sub("", _NEWLINES.sub("\n", text))


def _choose_articles(names: Iterable[str], problems: Problems) -> list[str]:
    """Those that are names of articles; others, but for hidden files, are warned of."""
    found = []
    for name in names:
        stem, suffix = PurePath(name).stem, PurePath(name).suffix.lower()
        if name.startswith(".") or name == SOURCES:
            continue
        if _UNSPEAKABLE.search(name):
            problems.add(f"{FOLDER}/{name!a}", 0, "has a name with unprintable characters", "rename it")
        elif suffix in FORMATS:
            found.append(name)
        elif stem == PurePath(SOURCES).stem:
            problems.add(f"{FOLDER}/{name}", 0, "is not read", f"did you mean {SOURCES}?")
        else:
            endings = ", ".join(FORMATS)
            problems.add(f"{FOLDER}/{name}", 0, "is not read", f"articles end in {endings}", warning=True)
    return found


def _read(path: Path, problems: Problems) -> bytes | None:
    """The bytes of a regular file of a sensible size."""
    where = f"{FOLDER}/{path.name}"
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a fifo would wait for ever
            problems.add(where, 0, "is no regular file", "put the article's text in a file")
        elif status.st_size > LARGEST:
            problems.add(where, 0, f"is larger than {LARGEST // 1_000_000} MB", "cut it down to one article")
        else:
            return path.read_bytes()
    except OSError as error:
        problems.add(where, 0, f"can't be read: {error.strerror}", "mend or remove it")
    return None


def _read_sources(folder: Path, seeds: list[str], problems: Problems) -> dict[str, SourceFacts]:
    path = folder / SOURCES
    if not path.exists() and not path.is_symlink():
        return {}
    content = _read(path, problems)
    return parse_sources(clean(decode(content)), f"{FOLDER}/{SOURCES}", seeds, problems) if content else {}


def clip(seed: Seed, problems: Problems) -> Clipping | None:
    """The clipping that a file with this name and these bytes is; None, and a problem, where it is no text."""
    where, kind, content = f"{FOLDER}/{seed.name}", FORMATS[Path(seed.name).suffix.lower()], seed.content
    if b"\0" in content and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        problems.add(where, 0, "is no text: it holds NUL bytes", "save the article as text, UTF-8")
        return None
    charset = _CHARSET.search(content[:4096]) if kind == "html" else None
    text = clean(decode(content, charset[1].decode("ascii") if charset else None))
    if not text.strip():
        problems.add(where, 0, "is empty", "put the article's text in it, or remove it")
        return None
    if too_much := _too_much(text, kind):
        problems.add(where, 0, too_much, "cut it down to one article")
        return None
    return Clipping(where, hashlib.sha256(content).hexdigest(), kind, text, seed.facts)


def _too_much(text: str, kind: str) -> str | None:
    """Why a text is no single article; None where it can be one. A page's markup is no text."""
    if kind != "html" and len(text) > LONGEST:
        return f"is longer than {LONGEST:,} characters"
    if kind == "html" and text.count("<") > MOST_TAGS:
        return f"has more than {MOST_TAGS:,} tags"
    return f"has more than {MOST_LINES:,} lines" if text.count("\n") > MOST_LINES else None
