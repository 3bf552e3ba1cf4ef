"""What sources.yaml may say, and which line is told when it says something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.sources import is_web_address, parse_sources
from generator.model import SourceFacts
from generator.problems import Problems

SEEDS = ("001_lake.txt", "002_dam.txt")


def parse(text: str) -> tuple[dict[str, SourceFacts], list[str]]:
    problems = Problems()
    rows = parse_sources(text, "seeds/sources.yaml", SEEDS, problems)
    return rows, [str(problem).removeprefix("seeds/sources.yaml") for problem in problems]


def test_each_row_is_read_by_the_name_of_its_file() -> None:
    rows, problems = parse("001_lake.txt:\n  outlet: The Valley Post\n  published: 2012-05\n002_dam.txt:\n")
    assert rows == {
        "001_lake.txt": SourceFacts(outlet="The Valley Post", published="2012-05"),
        "002_dam.txt": SourceFacts(),
    }
    assert problems == []


@pytest.mark.parametrize(
    ("written", "read"), [("no", "no"), ("12:30", "12:30"), ("2012-05-03", "2012-05-03"), ("1e3", "1e3")]
)
def test_scalars_are_words_as_in_yaml_1_2(written: str, read: str) -> None:
    assert parse(f"001_lake.txt:\n  title: {written}\n")[0]["001_lake.txt"].title == read


@pytest.mark.parametrize("nothing", ["", "null", "~"])
def test_nothing_is_left_to_be_read_from_the_text(nothing: str) -> None:
    assert parse(f"001_lake.txt:\n  title: {nothing}\n") == ({"001_lake.txt": SourceFacts()}, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("001_lak.txt:\n  title: A\n", ':1: "001_lak.txt" names no file in seeds/; did you mean "001_lake.txt"?'),
        ("x:\n  title: A\n", ':1: "x" names no file in seeds/; mend the name'),
        ("001_lake.txt:\n  titel: A\n", ':2: has the unknown key "titel"; did you mean "title"?'),
        ("001_lake.txt:\n  published: 2012-5-3\n",
         ':2: published "2012-5-3" is no date; write it like 2023-02-14, 2023-02 or 2023'),
        ("001_lake.txt:\n  published: May\n",
         ':2: published "May" is no date; write it like 2023-02-14, 2023-02 or 2023'),
        ("001_lake.txt:\n  published: 2012/2013\n",
         ':2: published "2012/2013" is more than one day, month or year; write when it appeared'),
        ("001_lake.txt:\n  url: javascript:alert(1)\n", ':2: url "javascript:alert(1)" is no web address; write https://…'),
        ("001_lake.txt:\n  url: example.org/a\n", ':2: url "example.org/a" is no web address; write https://…'),
        ("001_lake.txt:\n  language: English!\n", ':2: language "English!" is no language code; write en, fr, pt-BR …'),
        ("001_lake.txt:\n  title: [A, B]\n", ":2: title is a list; write one line of text"),
        ("001_lake.txt:\n  title: A\n  title: B\n", ':3: has "title" twice; keep one of them; the first was taken'),
        ("001_lake.txt:\n  title: ''\n", ':2: title "" is empty; leave it out where nothing is known'),
        ("- a\n- b\n", ":1: is no list of `key: value` lines; write it so"),
        ("001_lake.txt: A\n", ":1: is no list of `key: value` lines; write it so"),
        ("a: b: c\n",
         ":1: is no YAML: a second colon in one line; put the value in quotes, or mend the indentation; "
         "nothing of the file was read"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_a_remedy(text: str, problem: str) -> None:
    assert parse(text)[1] == [problem]


def test_a_wrong_value_leaves_the_others_of_its_row() -> None:
    rows, _ = parse("001_lake.txt:\n  url: nowhere\n  outlet: The Valley Post\n")
    assert rows["001_lake.txt"] == SourceFacts(outlet="The Valley Post")


@pytest.mark.parametrize(
    "text", ["[" * 5000, "&a [*a]", "a: &a {b: *a}", "? {a: b}\n: c", "\t", "%TAG", "!!python/none x"]
)
def test_hostile_yaml_is_survived(text: str) -> None:
    assert parse(text)[0] == {}


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert isinstance(parse(text)[0], dict)


@pytest.mark.parametrize("address", ["https://example.org/a", "http://example.org", "https://пример.укр/а?b=c#d"])
def test_web_addresses(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address", ["", "https://", "ftp://a.org", "//a.org", "https://a.org/b c", "https://[", 'https://a.org/"']
)
def test_no_web_addresses(address: str) -> None:
    assert not is_web_address(address)
