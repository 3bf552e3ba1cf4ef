"""Which lines of a page are furniture, captions, bylines, headlines, and which only look it."""

from __future__ import annotations

import time

import pytest

from generator.articles.cues import BYLINES, CAPTIONS, OUTLETS
from generator.articles.furniture import CREDITS, FURNITURE, LIST_OPENERS
from generator.articles.layout import find_role, find_rule
from generator.articles.markup import Line
from generator.articles.vocabulary import LineRule
from generator.text import fold

TABLES = (FURNITURE, LIST_OPENERS, CREDITS, CAPTIONS, BYLINES, OUTLETS)
EXAMPLES = [(rule, example) for table in TABLES for rule in table for example in rule.examples]


def as_line(text: str) -> Line:
    return Line(1, text, fold(text))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", None))
def test_each_rule_reads_its_own_examples(rule: LineRule, example: str) -> None:
    assert rule.pattern.fullmatch(fold(example))


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
    assert find_rule(as_line(sentence), rules) is None


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
    ],
)
def test_headlines_are_short_lines_and_nothing_else(headline: str) -> None:
    assert find_role(as_line(headline)) == "short"


@pytest.mark.parametrize(
    "line", ["By Tuesday the water had gone", "By order of the court", "Author of the report", "by and large"]
)
def test_lines_that_only_start_like_a_byline_are_none(line: str) -> None:
    assert find_rule(as_line(line), BYLINES) is None


@pytest.mark.parametrize(
    "unit", ["a ", "(", "A/", "photo ", "by A B, ", "© ", "icon-facebook ", '" ', "1 ", "updated 1 "]
)
def test_no_rule_takes_long_over_a_line(unit: str) -> None:
    line = as_line((unit * 500)[:420].strip())
    start = time.perf_counter()
    for table in TABLES:
        find_rule(line, table)
    assert time.perf_counter() - start < 0.25
