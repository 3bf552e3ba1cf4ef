import contextlib
import subprocess
import sys
import time
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content import frontmatter
from generator.content.frontmatter import FrontmatterError
from generator.content.values import KeyPath, Value
from generator.content.yaml_writer import INLINE_KEYS, format_yaml

TRICKY = [
    *("no", "yes", "on", "y", "null", "~", "true", "TRUE", "=", "<<", "1e3", "0o17", "0x1F", "017", "1_000", "12:30"),
    *("1.5", ".5", ".inf", ".nan", "-1", "+1", "2008", "0043", "-0043", "2023-06", "2023-06-14", "2023-02-31"),
    *("2023-06-14T12:00", "---", "...", "-", "?", ":", "#", "a:b", "a:", "#a", "{a}", "[a]", "'a'", '"a"', "%a", "@a"),
    *("`a", "!", "&", "*", "|", ">", "\\", "\\n", "a: b", "a #b", "a# b", " a", "a ", "a  b", 'He said "no".', "it's"),
    *('it\'s "so"', "a\nb", "a\tb", "", "😀", "«é»", "a, b", "a\u2028b", "\ufeffa", "a\x85b", "\x00"),
]
words = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(TRICKY))
scalars = st.one_of(words, st.booleans(), st.none())
keys = st.one_of(words, st.sampled_from(sorted(INLINE_KEYS)))
values: st.SearchStrategy[Value] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
bodies = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff")).map(str.strip)


def _is_shallow(value: Value, left: int = 6) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return left > 0 and all(_is_shallow(each, left - 1) for each in inner)


@given(st.dictionaries(keys, values.filter(_is_shallow), max_size=4), bodies)
@example({"a": ({"\u00a0b": None},)}, "")  # a key that begins with white space other than a plain one
def test_parse_undoes_format(fields: Any, body: Any) -> None:
    document = frontmatter.parse(frontmatter.format(fields, body), "a.md")
    assert (document.fields, document.body) == (fields, body)


@pytest.mark.parametrize("word", TRICKY)
@pytest.mark.parametrize("key", ["title", "basis"])
def test_every_string_comes_back_and_stands_on_one_line(word: Any, key: Any) -> None:
    text = frontmatter.format({key: {"words": word} if key == "basis" else word}, "")
    assert text.count("\n") == 3  # two fences and the value
    assert frontmatter.parse(text, "a.md").fields[key] in (word, {"words": word})


@given(st.dictionaries(keys, words, max_size=4))
def test_a_yaml_1_1_reader_reads_the_same_but_for_whole_days(fields: Any) -> None:
    for key, value in yaml.safe_load(format_yaml(fields) or "{}").items():
        assert str(value) == fields[str(key)]
        assert isinstance(value, str) or value.isoformat() == fields[str(key)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"), ("on", "on"), ("12:30", "12:30"), ("2023-06-14", "2023-06-14"), ("0o17", "0o17"),
        ("1984", "1984"), ("1e3", "1e3"), ("true", True), ("false", False), ("null", None), ("~", None),
        ("", None), ('"null"', "null"),
        ("'true'", "true"), (">\n  a\n  b", "a b\n"), ("a\n  b", "a b"), ("[a, 1]", ("a", "1")), ("{a: b}", {"a": "b"}),
    ],
)  # fmt: skip
def test_scalars_are_those_of_yaml_1_2_and_numbers_stay_text(written: Any, value: Any) -> None:
    assert frontmatter.parse(f"---\nkey: {written}\n---\n", "a.md").fields == {"key": value}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("NATO chief urges allies", "NATO chief urges allies"), ("2023-06-14", "2023-06-14"), ("2008", '"2008"'),
        ("../2023-06-14", "../2023-06-14"), ("no", '"no"'), ("line 3: 'Wed'", "\"line 3: 'Wed'\""), (None, "null"),
        ('a: "b"', "'a: \"b\"'"), ("“No,” he said", "“No,” he said"), ("https://a.b/?c#d", "https://a.b/?c#d"),
        ("a\nb", '"a\\nb"'), ((), "[]"),
    ],
)  # fmt: skip
def test_strings_are_quoted_only_where_a_reader_could_err(value: Any, written: Any) -> None:
    assert format_yaml({"key": value}) == f"key: {written}\n"


def test_lists_are_indented_and_a_basis_stands_on_one_line() -> None:
    basis: Value = {"words": "on Wednesday, June 14", "from": "2023-06-15", "also": ("2023-06-21",)}
    written = format_yaml({"events": ({"id": "e-1", "basis": basis}, {"id": "e-2"})})
    line = 'basis: {words: "on Wednesday, June 14", from: 2023-06-15, also: [2023-06-21]}'
    assert written == f"events:\n  - id: e-1\n    {line}\n  - id: e-2\n"


def test_the_line_of_any_key_is_known_and_a_missing_key_has_its_parents() -> None:
    text = "---\n# note\ntitle: A\nevents:\n  - id: e-1\n\n    date: 2021\n  - id: e-2\n---\nBody\n"
    document = frontmatter.parse(text, "a.md")
    asked: list[KeyPath] = [("title",), ("events", 0, "date"), ("events", 1), ("events", 1, "x"), ("x",)]
    lines = [document.line(*keys) for keys in asked]
    assert lines == [3, 7, 8, 8, 1]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff---\r\ntitle: A\r\n---\r\n\r\nB\r\n\r\nC\r\n",
        "---\ntitle: A\n---\nB\n\nC",
        "---  \ntitle: A\n---\t\n\n\nB\n\nC\n\n",
    ],
)
def test_byte_order_mark_and_kind_of_newline_do_not_matter(text: Any) -> None:
    document = frontmatter.parse(text, "a.md")
    assert (document.fields, document.body) == ({"title": "A"}, "B\n\nC")


def test_a_rule_in_the_body_is_no_end_of_the_front_matter() -> None:
    assert frontmatter.parse("---\ntitle: A\n---\nB\n\n---\n\nC", "a.md").body == "B\n\n---\n\nC"


@pytest.mark.parametrize(
    ("inside", "line", "what"),
    [
        ("a: 1\na: 2", 3, 'the key "a" a second time'),
        ("a: {b: 1, b: 2}", 2, 'the key "b" a second time'),
        ("a:\n\tb: 1", 3, "a tab before the text"),
        ("\ta: 1", 2, "a tab before the text"),
        ("a: !!python/object:os.system x", 2, 'a tag ("!")'),
        ("a: !x b", 2, 'a tag ("!")'),
        ("a: !b!c d", 2, 'a tag ("!")'),
        ("a: &x b", 2, 'an anchor ("&")'),
        ("a: *x", 2, 'an alias ("*x")'),
        ("a: &x [b]\nb: [*x, *x]", 2, 'an anchor ("&")'),
        ("a: b: c", 2, "a second colon in one line"),
        ("title: NATO: more arms", 2, "a second colon in one line"),
        ("b: 1\na: \"b\nc: d", 3, "quotes are never closed"),
        ("a: 1\nb: 'c\nd: 'e'", 3, "quotes are never closed"),
        ('a: 1\nb: "c\nd: e\nf: "g"\nh: i', 3, "quotes are never closed"),
        ("b:\n  - 'c\n  - 'd'", 3, "quotes are never closed"),
        ("b: [c, 'd\ne: 'f'", 2, "quotes are never closed"),
        ("a: 'b'\nc: 'd' e", 3, "text after a closing quote, or wrong indentation"),
        ('a: "b" c', 2, "text after a closing quote, or wrong indentation"),
        ("a: 1\n  b: 2", 3, "a second colon in one line"),
        ("a: [b, c\nd: e", 2, "a bracket is never closed"),
        ("a: 1\nplain words\nb: 2", 3, "a line that is no 'key: value'"),
        ("a: @b", 2, "a value that begins with a reserved sign"),
        ("a: `b`", 2, "a value that begins with a reserved sign"),
        (r'a: "\q"', 2, "an unknown escape in double quotes"),
        ("- a\n- b", 2, "front matter that is no list of 'key: value' lines"),
        ("just words", 2, "front matter that is no list of 'key: value' lines"),
        ("? [a]\n: b", 2, "a list or mapping as a key"),
        ("a: b\n...\nc: d", 4, "a second YAML document"),
        ("a: \x07", 2, "an invisible character (U+0007)"),
        ("a: 1\nb: c\u2028d", 3, "an invisible character (U+2028)"),
        ("a: 1\nb: c\x85d", 3, "an invisible character (U+0085)"),
        ("a: " + "[" * 20 + "]" * 20, 2, "lists nested more than 8 deep"),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> theirs", 3, "an unresolved merge conflict"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_problem_at_its_line(inside: Any, line: Any, what: Any) -> None:
    with pytest.raises(FrontmatterError) as caught:
        frontmatter.parse(f"---\n{inside}\n---\n\nBody\n", "content/a.md")
    problem = caught.value.problem
    assert (problem.path, problem.line, problem.what) == ("content/a.md", line, what)
    assert problem.mend


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no front matter"), ("Body", "no front matter"), ("\n---\na: b\n---\n", "in the first line"),
        ("----\na: b\n----\n", "no front matter"), ("---\na: b\n", "never ends"), ("---", "never ends"),
        ("---\na: b\n ---\n", "never ends"),
    ],
)  # fmt: skip
def test_a_file_without_whole_front_matter_is_a_problem_and_no_body(text: Any, what: Any) -> None:
    with pytest.raises(FrontmatterError, match=what):
        frontmatter.parse(text, "a.md")


def test_no_fields_are_no_fields() -> None:
    assert frontmatter.parse("---\n---\nBody", "a.md").fields == {}


@pytest.mark.parametrize(
    "bomb",
    [
        "a: " + "[" * 100_000,
        "a: " + "{" * 100_000,
        "a: '" + "''" * 500_000,
        "\n".join(f"k{n}: v" for n in range(20_000)),
        "- " * 50_000,
        "? " * 50_000,
    ],
)
def test_no_text_takes_long(bomb: Any) -> None:
    started = time.perf_counter()
    with contextlib.suppress(FrontmatterError):
        frontmatter.parse(f"---\n{bomb}\n---\n", "a.md")
    assert time.perf_counter() - started < 5


@given(st.text(st.sampled_from("-:[]{}#&*!|>'\"%@`, \n\tab0\ufeff\x00😀")))
def test_any_front_matter_is_read_or_is_one_problem(inside: Any) -> None:
    line = 1
    try:
        frontmatter.parse(f"---\n{inside}\n---\n", "a.md")
    except FrontmatterError as error:
        line = error.problem.line
    assert 1 <= line <= inside.count("\n") + 3


def test_what_cannot_be_encoded_is_replaced() -> None:
    text = frontmatter.format({"title": "a\ud800b"}, "c\udfff")
    document = frontmatter.parse(text.encode().decode(), "a.md")
    assert (document.fields["title"], document.body) == ("a\ufffdb", "c\ufffd")


def test_without_the_c_parser_one_line_says_what_to_run() -> None:
    edited = "from generator.content import frontmatter; frontmatter.parse('---\\na: [\\n  b]\\n---\\n', 'a.md')"
    code = f"import sys; sys.modules['yaml._yaml'] = None; {edited}"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "installed without its C parser" in result.stderr.splitlines()[-1]
    assert "pip install" in result.stderr.splitlines()[-1]
