"""Which lines of a page are furniture, captions, bylines, headlines, and which only look it."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles.captions import mark_captions
from generator.articles.credits import CREDITS
from generator.articles.cues import BYLINES, BYLINES_WITH_CUE, CAPTIONS, OUTLETS
from generator.articles.furniture import FURNITURE, LIST_OPENERS
from generator.articles.linerules import LONGEST, LineRule, find_match
from generator.articles.markup import Line, number_lines
from generator.articles.roles import SORTER, Marked, find_role
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
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
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
        "Follow the river on foot and you will see the dam, the mayor said.",
        "John Roe, 34 (pictured), was jailed on Friday.",
        "“Your support makes all the difference,” the mayor told the crews.",
        "The channel was closed to ships after the flood.",
        "Two days ago the dam was full.",
        "He bought the house in Ironby. It is now worth 10/12 of that.",
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
        "In this image-conscious age, a minister needs a good tailor, he said.",
        "In this picture of chaos one man kept calm, the inquiry heard in 2019.",
        "Click here to see how, the page said before it was taken down by police on Monday evening in the capital.",
        "The post office in Marrow first opened on Monday, the company said.",
        "Be nice to one another, the mayor said.",
        "From Marrow the road leads north to the dam.",
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
        "Prices rise at fastest pace since 2009",
        "Watch the weather, farmers told",
        "Published poems found in attic",
        "McDonald's, YouTube and TikTok sue",
        "Oil - gas - coal: what the plan says",
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


@pytest.mark.parametrize(
    ("lines", "captions"),
    [
        (["The hall of the county court is empty.", "The hall of the county court is empty."], 1),
        (["The hall of the county court is empty.", "", "The hall of the county court is empty."], 0),
        (["It rained.", "It rained."], 0),
        (["The hall of the county court is empty.", "The hall of the county court is empty. (MGN)"], 2),
        (["Ann Roe", "AP Photo"], 2),
        (["Ann Roe waits in Marrow", "AP Photo"], 1),
    ],
)
def test_what_stands_beside_a_line_tells_that_it_is_a_caption(lines: list[str], captions: int) -> None:
    marked = mark_captions([Marked(line, find_role(line)) for line in number_lines(lines)])
    assert len({line.text for line, role in marked if role == "caption"}) == captions
