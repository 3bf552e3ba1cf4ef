"""What a person wrote about the articles: the rows of seeds/sources.yaml, and the same keys as front matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from generator import edtf
from generator.articles.rows import Node, read_rows
from generator.compiled import regex
from generator.model import SourceFacts
from generator.problems import Problems
from generator.text import squeeze

KEYS = SourceFacts._fields
_LANGUAGE = regex(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def parse_sources(text: str, path: str, seeds: Iterable[str], problems: Problems) -> dict[str, SourceFacts]:
    """The facts of each seed, by file name; rows that name no seed and values that can't be right become problems."""
    known = frozenset(seeds)
    rows: dict[str, SourceFacts] = {}
    for key, value in _pairs(read_rows(text, path, problems), path, 0, problems):
        if key.text in known:
            rows[key.text] = _parse_facts(value, path, 0, problems)
        else:
            mend = did_you_mean(key.text, sorted(known)) or "mend the name"
            problems.add(path, key.line + 1, f'"{key.text}" names no file in seeds/', mend)
    return rows


def parse_front_matter(text: str, path: str, first_line: int, problems: Problems) -> SourceFacts | None:
    """The facts in a Markdown seed's front matter; None, and a problem, where it is no YAML.

    first_line: the 0-based line of the file it starts on.
    """
    node = read_rows(text, path, problems, first_line)
    return None if node.kind == "unread" else _parse_facts(node, path, first_line, problems)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy that names the closest known word; empty when none is close."""
    from difflib import get_close_matches  # only a misspelt word needs it

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""


def _pairs(node: Node, path: str, first_line: int, problems: Problems) -> list[tuple[Node, Node]]:
    """Keys and values of a mapping; anything else, and a key given twice, is a problem."""
    if node.kind not in ("mapping", "nothing", "unread"):
        problems.add(path, node.line + 1 + first_line, "is no list of `key: value` lines", "write it so")
    found: dict[str, tuple[Node, Node]] = {}
    for key, value in node.pairs:
        line = key.line + 1 + first_line
        if key.kind in ("mapping", "list"):
            problems.add(path, line, "has a key that is no word", "write `key: value`")
        elif key.text in found:
            problems.add(path, line, f'has "{key.text}" twice', "keep one of them; the first was taken")
        else:
            found[key.text] = key, value
    return list(found.values())


def _parse_facts(node: Node, path: str, first_line: int, problems: Problems) -> SourceFacts:
    values: dict[str, str] = {}
    for key, value in _pairs(node, path, first_line, problems):
        line = key.line + 1 + first_line
        if key.text not in KEYS:
            mend = did_you_mean(key.text, KEYS) or f"the keys are {', '.join(KEYS)}"
            problems.add(path, line, f'has the unknown key "{key.text}"', mend)
        elif value.kind in ("mapping", "list"):
            problems.add(path, line, f"{key.text} is a list", "write one line of text")
        elif value.kind == "text":
            text = squeeze(value.text)
            fault = CHECKS[key.text](text) if text else "is empty; leave it out where nothing is known"
            if fault:
                what, _, mend = fault.partition("; ")
                problems.add(path, line, f'{key.text} "{text}" {what}', mend)
            else:
                values[key.text] = text
    return SourceFacts(**values)


def is_web_address(text: str) -> bool:
    """Whether it can stand in a link: http or https, with a host, without spaces."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not regex(r"[\s<>\"]").search(text)


def _check_text(_: str) -> str:
    return ""


def _check_address(text: str) -> str:
    return "" if is_web_address(text) else "is no web address; write https://…"


def _check_date(text: str) -> str:
    try:
        value = edtf.parse(text)
    except edtf.EdtfError:
        return "is no date; write it like 2023-02-14, 2023-02 or 2023"
    return "is more than one day, month or year; write when it appeared" if value.precision == "interval" else ""


def _check_language(text: str) -> str:
    return "" if _LANGUAGE.fullmatch(text) else "is no language code; write en, fr, pt-BR …"


# what is wrong with a value, and after "; " how to mend it; empty when it is right
CHECKS: Mapping[str, Callable[[str], str]] = {
    "url": _check_address,
    "archived_url": _check_address,
    "archived_at": _check_date,
    "outlet": _check_text,
    "title": _check_text,
    "byline": _check_text,
    "published": _check_date,
    "language": _check_language,
}
