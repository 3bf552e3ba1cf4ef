"""timeline.toml: what it may hold, and what is said of what it may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import ChapterSetting, Settings
from generator.problems import Problems
from generator.settings import CHAPTER_KEYS, KEYS, parse_settings, read_settings

WHOLE = """
title = "A title"
standfirst = "A sentence."
base_url = "https://example.org/t/"
repository = "https://example.org/r"
language = "en-GB"
starts = "2023-02"
quote_words = 30
republish = "full"
licence = "CC BY 4.0"

[[chapters]]
title = "First"
meeting = "2023-02"

[[chapters]]
title = "Second"
date = "2023-06-15/2023-06-16"
standfirst = "Two."
"""
# a file's text → where it is wrong, the start of what is said, a word of the remedy
WRONG = [
    ('titel = "T"', 1, 'unknown key "titel"', 'did you mean "title"?'),
    ('\nxyzzy = "T"', 2, 'unknown key "xyzzy"', "known keys: base_url"),
    ("title = 3", 1, "title = 3 is not understood", "quotation marks"),
    ('title = " "', 1, "title = ' ' is not understood", "quotation marks"),
    ('starts = "February 2023"', 1, "starts = 'February 2023'", "EDTF"),
    ("starts = 2023-02-14", 1, "starts = datetime.date", "quotation marks"),
    ('base_url = "example.org"', 1, "base_url = 'example.org'", "https://"),
    ('repository = "javascript:alert(1)"', 1, "repository = ", "https://"),
    ('language = "English"', 1, "language = 'English'", "language code"),
    ("quote_words = 4", 1, "quote_words = 4", "5 to 500"),
    ("quote_words = true", 1, "quote_words = True", "5 to 500"),
    ('republish = "all"', 1, "republish = 'all'", '"quotes" or "full"'),
    ('chapters = "none"', 1, "chapters is no list", "[[chapters]]"),
    ('title = "T"\n[[chapters]]\nmeeting = "2023"', 2, "a chapter has no title", "title ="),
    ('[[chapters]]\ntitle = "C"', 1, "the chapter 'C' needs either", "meeting ="),
    ('[[chapters]]\ntitle = "C"\ndate = "2023"\nmeeting = "2023"', 1, "the chapter 'C' needs either", "date ="),
    ('[[chapters]]\ntitle = "A"\ndate = "2023"\n[[chapters]]\ntitle = "B"\ndate = "soon"', 6, "date = 'soon'", "EDTF"),
    ('title = "a', 1, "is not TOML", "mend that line"),
    ('\n\ntitle: "a"', 3, "is not TOML", "mend that line"),
]


def test_every_key_reaches_its_setting() -> None:
    problems = Problems()
    settings = parse_settings(WHOLE, problems)
    assert list(problems) == []
    assert settings == Settings(
        "A title", "A sentence.", "https://example.org/t/", "https://example.org/r", "en-GB", "2023-02",
        (ChapterSetting("First", None, "2023-02"), ChapterSetting("Second", "2023-06-15/2023-06-16", None, "Two.")),
        30, "full", "CC BY 4.0",
    )  # fmt: skip


@pytest.mark.parametrize(("table", "value"), [(KEYS, Settings), (CHAPTER_KEYS, ChapterSetting)])
def test_the_keys_of_the_file_are_the_fields_of_the_settings(table: dict[str, object], value: Any) -> None:
    assert set(table) == set(value._fields) - {"chapters"}


@pytest.mark.parametrize(("text", "line", "what", "mend"), WRONG)
def test_what_is_wrong_is_told_with_its_line_and_a_remedy(text: str, line: int, what: str, mend: str) -> None:
    problems = Problems()
    parse_settings(text, problems)
    (found,) = problems
    assert (found.path, found.line) == ("timeline.toml", line)
    assert found.what.startswith(what)
    assert mend in found.mend


def test_one_wrong_key_leaves_the_others_in_force() -> None:
    assert parse_settings('starts = "soon"\ntitle = "T"', Problems()) == Settings(title="T")


def test_without_a_file_the_defaults_hold_and_nothing_is_wrong(tmp_path: Path) -> None:
    problems = Problems()
    assert read_settings(tmp_path, problems) == Settings()
    assert list(problems) == []


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"title = \xe9"], ids=["binary", "cp1252"])
def test_a_file_that_is_no_utf8_is_a_problem_and_the_defaults_hold(tmp_path: Path, content: bytes) -> None:
    problems = Problems()
    (tmp_path / "timeline.toml").write_bytes(content)
    assert read_settings(tmp_path, problems) == Settings()
    assert "cannot be read" in str(next(iter(problems)))


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    (tmp_path / "timeline.toml").write_bytes('\ufefftitle = "T"'.encode())
    assert read_settings(tmp_path, Problems()).title == "T"


@given(st.text() | st.text("[]{}=\"'.,#\n ab1-", max_size=60))
def test_any_text_gives_settings_or_problems_and_never_an_exception(text: str) -> None:
    assert isinstance(parse_settings(text, Problems()), Settings)


def test_brackets_nested_beyond_reason_are_a_problem() -> None:
    problems = Problems()
    parse_settings("a = " + "[" * 20_000, problems)
    assert "is not TOML" in str(next(iter(problems)))
