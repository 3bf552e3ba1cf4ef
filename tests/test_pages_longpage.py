"""Long files are written piece by piece, and say what they would in one piece."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.longpage import HELD, TOGETHER, LongPage, json_list, json_pieces, json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_json_is_what_python_writes_with_an_indent(value: object) -> None:
    assert json_text(value) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@given(st.lists(VALUES))
def test_so_is_a_list_in_pieces(values: list[object]) -> None:
    assert "".join(json_list(values)) + "\n" == json_text(values)


@pytest.mark.parametrize("number", [TOGETHER, TOGETHER + 1, 3 * TOGETHER - 1])
def test_so_is_a_list_longer_than_what_is_encoded_together(number: int) -> None:
    values = [{"number": each, "lines": ["a\n", []]} for each in range(number)]
    assert "".join(json_list(values)) + "\n" == json_text(values)


@given(VALUES, st.lists(VALUES))
def test_so_is_an_object_with_a_list_in_pieces(value: object, values: list[object]) -> None:
    pieces = json_pieces(("one", value), ("many", iter(values)), ("last", []))
    assert "".join(pieces) == json_text({"one": value, "many": values, "last": []})


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_long_page_gives_its_bytes_in_chunks(number: int) -> None:
    page = LongPage("a.txt", lambda: ("é" * HELD + "\ud800" for _ in range(number)))
    assert page.content == ("é" * HELD + "?").encode() * number
    assert len(list(page.chunks())) == number + 1
