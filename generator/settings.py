"""timeline.toml: what a person decides about a timeline. Every key has a default; unknown keys are problems."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import edtf
from generator.compiled import regex
from generator.model import ChapterSetting, Settings
from generator.problems import Problems
from generator.saving import read_regular
from generator.text import without_steering

FILE = "timeline.toml"
LARGEST = 1_000_000  # bytes; what is written in it stands on every page


def _text(value: object) -> str | None:
    return None if isinstance(value, str) and without_steering(value).strip() else "write text in quotation marks"


def _date(value: object) -> str | None:
    good = isinstance(value, str) and edtf.is_valid(value)
    return None if good else 'write an EDTF date in quotation marks, such as "2023-02" or "2023-02-14/2023-02-15"'


def _address(value: object) -> str | None:
    good = isinstance(value, str) and regex(r"https?://[^\s\"'<>]+").fullmatch(value)
    return None if good else 'write a whole address, such as "https://example.org/timeline/"'


def _language(value: object) -> str | None:
    good = isinstance(value, str) and regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*").fullmatch(value)
    return None if good else 'write a language code, such as "en"'


def _number(value: object) -> str | None:
    return None if isinstance(value, int) and not isinstance(value, bool) and 5 <= value <= 500 else "write 5 to 500"


def _choice(value: object) -> str | None:
    return None if value in ("quotes", "full") else 'write "quotes" or "full"'


# key → the check of its value: what to write instead, None when it is right
KEYS: Mapping[str, Callable[[object], str | None]] = {
    "title": _text,
    "standfirst": _text,
    "base_url": _address,
    "repository": _address,
    "language": _language,
    "starts": _date,
    "quote_words": _number,
    "republish": _choice,
    "licence": _text,
}
CHAPTER_KEYS: Mapping[str, Callable[[object], str | None]] = {
    "title": _text,
    "date": _date,
    "meeting": _date,
    "standfirst": _text,
}


# the check of a value → the same as JSON Schema
_SCHEMAS: Mapping[Callable[[object], str | None], Mapping[str, object]] = {
    _text: {"type": "string", "pattern": "\\S"},
    _date: {"type": "string", "description": "EDTF, such as 2023-02 or 2023-02-14/2023-02-15", "minLength": 4},
    _address: {"type": "string", "pattern": "^https?://[^\\s\"'<>]+$"},
    _language: {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    _number: {"type": "integer", "minimum": 5, "maximum": 500},
    _choice: {"enum": ["quotes", "full"]},
}


def schema() -> dict[str, object]:
    """JSON Schema of timeline.toml, for editors that complete and check while one types."""
    chapter = {
        **_table_schema(CHAPTER_KEYS),
        "required": ["title"],
        "oneOf": [{"required": ["date"]}, {"required": ["meeting"]}],
    }
    settings = _table_schema(KEYS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE,
        **settings,
        "properties": {**settings["properties"], "chapters": {"type": "array", "items": chapter}},
    }


def _table_schema(keys: Mapping[str, Callable[[object], str | None]]) -> dict[str, Any]:
    properties = {key: _SCHEMAS[check] for key, check in keys.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def read_settings(root: Path, problems: Problems) -> Settings:
    """The settings of the timeline in this folder; the defaults where it has no timeline.toml."""
    try:
        text = _read(root / FILE)
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        what = f"cannot be read ({getattr(error, 'strerror', None) or error})"
        problems.add(FILE, 0, what, "make it a UTF-8 text file; defaults are used")
        return Settings()
    return parse_settings(text, problems)


def _read(path: Path) -> str:
    """The text of the file, each line ended by \\n."""
    text = read_regular(path, LARGEST).decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_settings(text: str, problems: Problems) -> Settings:
    """The settings a file holds; what is wrong in it is a problem each and keeps its default."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # TOML that is wrong, and a number too long for Python
        line = regex(r"line (\d+)").search(str(error))  # without one, it is at the end
        number = int(line[1]) if line else len(text.splitlines())
        problems.add(FILE, number, f"is not TOML: {error}", "mend that line; defaults are used")
        return Settings()
    lines = text.splitlines()
    chapters = table.pop("chapters", [])
    fields = _checked(table, KEYS, lines, 0, problems)
    if not isinstance(chapters, list) or not all(isinstance(chapter, dict) for chapter in chapters):
        problems.add(FILE, _line_of("chapters", lines), "chapters is no list of tables", "write [[chapters]]")
        chapters = []
    starts = [number for number, line in enumerate(lines, 1) if regex(r"\s*\[\[\s*chapters\s*\]\]").match(line)]
    starts += [0] * len(chapters)  # chapters = [{…}], in one line, has no heads
    settings = [_chapter(chapter, lines, start, problems) for chapter, start in zip(chapters, starts, strict=False)]
    return Settings(**fields, chapters=tuple(chapter for chapter in settings if chapter))


def _checked(
    table: Mapping[str, object],
    keys: Mapping[str, Callable[[object], str | None]],
    lines: Sequence[str],
    start: int,
    problems: Problems,
) -> dict[str, Any]:
    """The pairs whose key is known and whose value is right. start: the line of the table's head, 0 for the file."""
    good = {}
    for key, value in table.items():
        line = _line_of(key, lines, start)
        if key not in keys:
            problems.add(FILE, line, f'unknown key "{key}"', _closest(key, keys))
        elif mend_value := keys[key](value):
            problems.add(FILE, line, f"{key} = {value!r} is not understood", mend_value)
        else:
            good[key] = without_steering(value) if isinstance(value, str) else value
    return good


def _closest(key: str, keys: Iterable[str]) -> str:
    from difflib import get_close_matches  # only a misspelt key needs it

    close = get_close_matches(key, keys, 1)
    return f'did you mean "{close[0]}"?' if close else "known keys: " + ", ".join(sorted(keys))


def _chapter(
    table: Mapping[str, object], lines: Sequence[str], start: int, problems: Problems
) -> ChapterSetting | None:
    fields = _checked(table, CHAPTER_KEYS, lines, start, problems)
    if "title" not in table:
        problems.add(FILE, start, "a chapter has no title", 'write title = "…" under [[chapters]]')
    if ("date" in table) == ("meeting" in table):
        what = f"the chapter {table.get('title')!r} needs either date or meeting"
        problems.add(FILE, start, what, 'write meeting = "2023-02" or date = "2023-02"')
        return None
    return ChapterSetting(**fields) if "title" in fields and len(fields.keys() & {"date", "meeting"}) == 1 else None


def _line_of(key: str, lines: Sequence[str], start: int = 0) -> int:
    """The first line after `start` that sets the key, `start` where none does."""
    sets_it = re.compile(rf"""\s*\[{{0,2}}["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(lines[start:], start + 1) if sets_it.match(line)), start)
