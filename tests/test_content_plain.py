from pathlib import Path
from typing import Any

import pytest
from content_samples import a_record
from hypothesis import given
from hypothesis import strategies as st

from generator.content.edits import format_record
from generator.content.plain_reader import read_plain
from generator.content.values import Value, YamlError
from generator.content.yaml_reader import read_yaml
from generator.content.yaml_writer import format_yaml

CONTENT = sorted((Path(__file__).resolve().parent.parent / "content").glob("*.md"))
# what any two of them side by side may mean, YAML knows
PARTS = [
    *(
        "title",
        "events",
        "basis",
        "also",
        "a",
        "null",
        "true",
        "Yes",
        "2023-06-14",
        "12:30",
        "é",
        "😀",
        "\u2028",
        "\x85",
    ),
    *(":", ": ", " #", "#", "- ", "-", "  ", " ", "\t", "\n", "\n  - ", "\n    ", "\n      - ", "---", "...", "? "),
    *(
        '"',
        "'",
        "''",
        '\\"',
        "\\",
        "{",
        "}",
        "[",
        "]",
        ", ",
        ",",
        "{}",
        "[]",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%",
        "@",
        "`",
    ),
]


def front_matter(text: str) -> str:
    return text.partition("---\n")[2].partition("---\n")[0]


def assert_yaml_agrees(text: str) -> None:
    """Where the text is read plainly, YAML has the same values on the same lines."""
    plain = read_plain(text)
    if plain:
        fields, places = read_yaml(text)
        assert plain.fields == fields
        assert {at: places[at].line for at in plain.lines} == plain.lines


@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_whatever_is_read_plainly_is_read_as_yaml_reads_it(text: str) -> None:
    assert_yaml_agrees(text)
    assert_yaml_agrees(f"title: {text}\n")
    assert_yaml_agrees(f"basis: {{words: {text}, rule: a}}\n")


@given(st.sampled_from(CONTENT), st.integers(0, 3000), st.integers(0, 6), st.sampled_from(PARTS))
def test_an_edited_file_is_read_as_yaml_reads_it(path: Path, at: int, length: int, typed: str) -> None:
    text = front_matter(path.read_text(encoding="utf-8"))
    try:
        assert_yaml_agrees(text[:at] + typed + text[at + length :])
    except YamlError as error:
        pytest.fail(f"read plainly, but YAML says: {error}")


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem[:30])
def test_what_a_build_wrote_needs_no_parser(path: Path) -> None:
    assert read_plain(front_matter(path.read_text(encoding="utf-8")))


def test_every_key_of_a_record_is_read_plainly() -> None:
    assert read_plain(front_matter(format_record(a_record())))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("null", None),
        ("true", True),
        ("no", "no"),
        ("12:30", "12:30"),
        ('"a: b"', "a: b"),
        ("'He said \"no\", didn''t he?'", 'He said "no", didn\'t he?'),
        ("[]", ()),
        ("[2023-06-14, null]", ("2023-06-14", None)),
        ('{words: "on Monday, 5 June", also: [2023-06-05, "a, b"]}', {"words": "on Monday, 5 June",
                                                                      "also": ("2023-06-05", "a, b")}),
    ],
)  # fmt: skip
def test_values(written: str, value: Value) -> None:
    plain = read_plain(f"key: {written}\n")
    assert plain is not None
    assert plain.fields == {"key": value}


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "key", "key:\n", "key: \n", "key:  a\n", "key: a", "key: a \n", "key : a\n", "Key: a\n"),
        *("# note\nkey: a\n", "key: a # note\n", "key: a: b\n", "key: a:\n", "key: |\n  a\n", "key: a\n  b\n"),
        *('key: "a\\tb"\n', 'key: "a" b\n', "key: 'a' b\n", "key: 'a'b'\n", "key: &a b\n", "key: *a\n", "key: !a b\n"),
        *("key: a\nkey: b\n", "key: {a: b, a: c}\n", "key: {a: b,}\n", "key: {a: {b: c}}\n", "key: [[a]]\n"),
        *("key:\n- a: b\n", "key:\n  a: b\n", "key:\n  - a\n", "key:\n   - a: b\n", "key:\n  - a: b\n   c: d\n"),
        *("  key: a\n", "- key: a\n", "- a\n", "key: [a,b]\n", "key: a\n\nother: b\n", "key: a\n...\n"),
        *("key: a\tb\n", "key: a\u2028b\n", "key: \ufeffa\n", "key: a\x85b\n"),
    ],
)  # fmt: skip
def test_any_other_layout_is_left_to_yaml(text: str) -> None:
    assert read_plain(text) is None


def test_lists_nested_without_end_are_left_to_yaml() -> None:
    rows = (f"{'  ' * 2 * depth}{'- ' if depth else ''}a:\n" for depth in range(1000))
    assert read_plain("".join(rows)) is None
    assert read_plain("a:\n" + "  - a:\n" * 100_000) is None


def test_what_stands_in_brackets_is_read_in_one_pass() -> None:
    assert read_plain(f"key: [{'a, ' * 100_000}b\n") is None
    assert read_plain(f"key: {{a: {'b ' * 100_000}: }}\n") is None


@given(st.dictionaries(st.sampled_from(["title", "quote"]), st.text(alphabet="ab .,'\"“é"), min_size=1))
def test_what_is_written_of_plain_words_needs_no_parser(fields: Any) -> None:
    assert "\\" in format_yaml(fields) or read_plain(format_yaml(fields)) is not None
