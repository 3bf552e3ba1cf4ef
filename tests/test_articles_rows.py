"""Rows of `key: value`: what is read without a YAML parser is what the parser reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.rows import Node, read_plain
from generator.articles.yaml_rows import compose
from generator.plainyaml import OtherLayoutError
from generator.problems import Problems

PROJECT = Path(__file__).resolve().parent.parent


def as_tree(node: Node) -> object:
    """A node with everything in it."""
    text = node.text if node.kind == "text" else ""
    return node.kind, node.line, text, [(as_tree(key), as_tree(value)) for key, value in node.pairs]


def parsed(text: str) -> tuple[object, list[str]]:
    problems = Problems()
    return as_tree(compose(text, "sources.yaml", problems, 0)), [str(problem) for problem in problems]


KEYS = st.sampled_from(["001_lake.txt", "title", "url", "null", "12", "<<"])
VALUES = st.one_of(
    st.sampled_from(
        ["", " ~", " null", " no", " 'it''s'", ' "a"', " https://a.org/b", " a: b", " a #b", " a#b", " - a"]
    ),
    st.text("ab:#'\"-~|>%@&*!?,[]{} \t\\é", max_size=12).map(lambda text: f" {text}"),
)
LINES = st.one_of(
    st.builds("{}{}:{}".format, st.sampled_from(["", "  ", "    ", " "]), KEYS, VALUES),
    st.sampled_from(["", "  ", "# a comment", "  # another", "---", "...", "more words", "\ta: b"]),
)


@given(st.lists(LINES, max_size=6).map("\n".join))
def test_what_needs_no_parser_means_the_same_to_one(text: str) -> None:
    try:
        plain = as_tree(read_plain(text))
    except OtherLayoutError:
        return
    assert (plain, []) == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet\n",
        "001_lake.txt:\n  outlet: The Valley Post\n  url: https://example.org/a?b=1#c\n",
        "# what we know\n001_lake.txt:\n  title: 'Dam: it''s closed'\n\n002_dam.txt:\n",
        "title: No\nbyline: ~\npublished: 2012-05-03",
        (PROJECT / "seeds/sources.yaml").read_text(encoding="utf-8"),
    ],
)
def test_plain_rows_need_no_parser(text: str) -> None:
    assert (as_tree(read_plain(text)), []) == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c", "a: b # c", "a: [b]", "a: &b c", "a: |\n  b", "a: b\n  c", "a: ~\n  b: c", "a:\n    b: c", "  a: b",
        "- a", "a: '''", 'a: "\\n"', "a:\tb", "a: b\r\n", "a: b:", "a: b ", "a:\n  b:\n    c: d", "? a", "a:b",
    ],
)  # fmt: skip
def test_whatever_might_mean_something_else_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(OtherLayoutError):
        read_plain(text)
