"""timeline.toml: what a person decides about a timeline. Every key has a default; unknown keys are problems."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator import edtf
from generator.model import ChapterSetting, Settings
from generator.problems import Problems

FILE = "timeline.toml"


def _text(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else "write text in quotation marks"


def _date(value: object) -> str | None:
    good = isinstance(value, str) and edtf.is_valid(value)
    return None if good else 'write an EDTF date in quotation marks, such as "2023-02" or "2023-02-14/2023-02-15"'


def _address(value: object) -> str | None:
    good = isinstance(value, str) and re.fullmatch(r"https?://[^\s\"'<>]+", value)
    return None if good else 'write a whole address, such as "https://example.org/timeline/"'


def _language(value: object) -> str | None:
    good = isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value)
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


def read_settings(root: Path, problems: Problems) -> Settings:
    """The settings of the timeline in this folder; the defaults where it has no timeline.toml."""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        problems.add(FILE, 0, f"cannot be read ({error})", "make it a UTF-8 text file; defaults are used")
        return Settings()
    return parse_settings(text, problems)


def parse_settings(text: str, problems: Problems) -> Settings:
    """The settings a file holds; what is wrong in it is a problem each and keeps its default."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        problems.add(FILE, int(line[1]) if line else 0, f"is not TOML: {error}", "mend that line; defaults are used")
        return Settings()
    chapters = table.pop("chapters", [])
    fields = _checked(table, KEYS, text, problems)
    if not isinstance(chapters, list) or not all(isinstance(chapter, dict) for chapter in chapters):
        problems.add(FILE, _line_of("chapters", text), "chapters is no list of tables", "write [[chapters]]")
        chapters = []
    settings = [_chapter(chapter, text, problems) for chapter in chapters]
    return Settings(**fields, chapters=tuple(chapter for chapter in settings if chapter))


def _checked(
    table: Mapping[str, object], keys: Mapping[str, Callable[[object], str | None]], text: str, problems: Problems
) -> dict[str, Any]:
    """The pairs whose key is known and whose value is right."""
    good = {}
    for key, value in table.items():
        if key not in keys:
            close = difflib.get_close_matches(key, keys, 1)
            mend = f'did you mean "{close[0]}"?' if close else "known keys: " + ", ".join(sorted(keys))
            problems.add(FILE, _line_of(key, text), f'unknown key "{key}"', mend)
        elif mend_value := keys[key](value):
            problems.add(FILE, _line_of(key, text), f"{key} = {value!r} is not understood", mend_value)
        else:
            good[key] = value
    return good


def _chapter(table: Mapping[str, object], text: str, problems: Problems) -> ChapterSetting | None:
    fields = _checked(table, CHAPTER_KEYS, text, problems)
    line = _line_of("[[chapters]]", text)
    if "title" not in fields:
        problems.add(FILE, line, "a chapter has no title", 'write title = "…" under [[chapters]]')
        return None
    if ("date" in fields) == ("meeting" in fields):
        what = f'chapter "{fields["title"]}" needs either date or meeting'
        problems.add(
            FILE, _line_of(str(fields["title"]), text) or line, what, 'write meeting = "2023-02" or date = "2023-02"'
        )
        return None
    return ChapterSetting(**fields)


def _line_of(key: str, text: str) -> int:
    """The first line that holds the key, 0 where none does."""
    return next((number for number, line in enumerate(text.splitlines(), 1) if key in line), 0)
