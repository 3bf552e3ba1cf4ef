"""Long files are written piece by piece, and say what they would in one piece."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.longpage import HELD, LongPage, json_entries, json_list, json_object, json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_json_is_what_python_writes_with_an_indent(value: object) -> None:
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@given(st.lists(VALUES))
def test_the_entries_of_a_list_are_lines_of_their_own(values: list[object]) -> None:
    lines = "".join(json_list(json_entries([value]) for value in values)).split("\n")
    assert [json.loads(line.removesuffix(",")) for line in lines[1:-1]] == values


@given(st.lists(st.lists(VALUES, min_size=1)))
def test_a_list_in_pieces_is_the_list(pieces: list[list[object]]) -> None:
    whole = [value for piece in pieces for value in piece]
    assert json.loads("".join(json_list(map(json_entries, pieces)))) == whole


@given(VALUES, st.lists(VALUES))
def test_an_object_in_pieces_is_the_object(value: object, values: list[object]) -> None:
    pieces = json_object(("one", value), ("many", (json_entries([each]) for each in values)), ("last", []))
    assert json.loads("".join(pieces)) == {"one": value, "many": values, "last": []}


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_long_page_gives_its_bytes_in_chunks(number: int) -> None:
    page = LongPage("a.txt", lambda: ("é" * HELD + "\ud800" for _ in range(number)))
    assert page.content == ("é" * HELD + "?").encode() * number
    assert len(list(page.chunks())) == number + 1
