"""Which lines of a page are furniture, captions, bylines, headlines, and which only look it."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles.cues import BYLINES, BYLINES_WITH_CUE, CAPTIONS, OUTLETS
from generator.articles.furniture import CREDITS, FURNITURE, LIST_OPENERS
from generator.articles.layout import SORTER, find_role
from generator.articles.linerules import LONGEST, LineRule, find_match
from generator.articles.markup import Line, number_lines
from generator.text import fold

TABLES = (FURNITURE, LIST_OPENERS, CREDITS, CAPTIONS, BYLINES, OUTLETS)
BY_SORT = {
    "list": LIST_OPENERS,
    "credit": CREDITS,
    "furniture": FURNITURE,
    "caption": CAPTIONS,
    "byline": BYLINES_WITH_CUE,
}
SORTED = [rule for table in BY_SORT.values() for rule in table]
LETTERS = st.characters(codec="cp1252", categories=("L", "N", "P", "S", "Zs"))
EXAMPLES = [(rule, example) for table in TABLES for rule in table for example in rule.examples]


def as_line(text: str) -> Line:
    return number_lines([text])[0]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", None))
def test_each_rule_reads_its_own_examples(rule: LineRule, example: str) -> None:
    assert rule.pattern.fullmatch(as_line(example).folded)


def sort_rule_by_rule(line: Line) -> str | None:
    return next((sort for sort, rules in BY_SORT.items() if find_match(line, rules)), None)


@pytest.mark.parametrize("example", [example for rule in SORTED for example in rule.examples])
def test_the_sorter_gives_each_example_the_sort_its_rules_give_it_one_by_one(example: str) -> None:
    line = as_line(example)
    assert SORTER.of_text(line.folded).sort(line.folded) == sort_rule_by_rule(line) is not None


@pytest.mark.parametrize("rule", SORTED, ids=lambda rule: rule.name)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_sorter_finds_whatever_a_rule_describes(rule: LineRule, data: st.DataObject) -> None:
    text = fold(data.draw(st.from_regex(rule.pattern, fullmatch=True, alphabet=LETTERS)))
    if len(text) <= LONGEST and rule.pattern.fullmatch(text):
        assert SORTER.of_text(text).sort(text) == sort_rule_by_rule(as_line(text)) is not None


@pytest.mark.parametrize("rules", [FURNITURE, CREDITS, CAPTIONS])
@pytest.mark.parametrize(
    "sentence",
    [
        "Copyright law was the subject of the hearing in Geneva on Tuesday.",
        "Get out while you can, the mayor told residents of the valley.",
        "Read the minutes closely and a different story emerges, she said.",
        "Follow the money, the inspector told the court.",
        "Ministers share this view, two diplomats said.",
        "“Join us in this fight,” the president told parliament in Warsaw.",
        "The company's cookies were recalled in 2019 after a fire at the bakery.",
        "Most people read the plan as a threat, the survey found.",
        "Twitter said on Monday that it would close its office in Leeds.",
        "He was seen in Paris, where he spoke of the war.",
        "The photo shows a tank, the ministry said in a statement.",
        "Support for the bill fell to 40% in June, the poll found.",
        "Watch out for ice on the roads, police warned drivers.",
        "The minister (centre-left) was elected by 12 votes.",
        "It ended.",
    ],
)
def test_sentences_of_an_article_are_neither_furniture_nor_credit_nor_caption(
    sentence: str, rules: tuple[LineRule, ...]
) -> None:
    assert find_match(as_line(sentence), rules) is None


@pytest.mark.parametrize(
    "headline",
    [
        "Stocks slide as rate fears return",
        "Live music returns to the old harbour",
        "Politics of bread: how Cairo queues",
        "More than 40 hurt in harbour blast",
        "Share prices fall for a third day",
        "Hospital to lay off staff",
        "Report card day for the coalition",
        "By the numbers, a year of drought",
        "Subscribe and save model under scrutiny",
        "DoorDash Shares Fall",
    ],
)
def test_headlines_are_short_lines_and_nothing_else(headline: str) -> None:
    assert find_role(as_line(headline)) == "short"


@pytest.mark.parametrize(
    "line", ["By Tuesday the water had gone", "By order of the court", "Author of the report", "by and large"]
)
def test_lines_that_only_start_like_a_byline_are_none(line: str) -> None:
    assert find_match(as_line(line), BYLINES) is None


@pytest.mark.parametrize(
    "unit", ["a ", "(", "A/", "photo ", "by A B, ", "© ", "icon-facebook ", '" ', "1 ", "updated 1 "]
)
def test_no_rule_takes_long_over_a_line(unit: str) -> None:
    line = as_line((unit * 500)[:420].strip())
    start = time.perf_counter()
    for table in TABLES:
        find_match(line, table)
    assert time.perf_counter() - start < 0.25
