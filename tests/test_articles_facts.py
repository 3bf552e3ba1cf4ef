"""Articles dated by the facts they share with dated ones: figures with names, and the days told of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.dating import date_undated, find_clues
from generator.articles.facts import find_facts
from generator.articles.metadata import read_article
from generator.model import Article, Clipping, SourceFacts
from generator.problems import Problems

FACTS = [
    ("The blaze in Marrow injured 57 people.", {("57", "Marrow")}),
    ("Harbour Rail pays 3,400 dockers.", {("3,400", "Harbour"), ("3,400", "Rail")}),
    ("Some 4.25 percent of Marrow voted.", set()),  # a digit alone is everyone's
    ("It fell 12.5 percent in Marrow.", {("12.5", "Marrow")}),
    ("Marrow lost 57 jobs.", set()),  # the first word of a sentence has its capital anyway
    ("The mill in Marrow closed in 1998.", set()),
    ("Voters in Marrow go to the polls on 14 May.", set()),
    ("On May 14, Marrow votes.", set()),
    ("Around 57 came on Sunday in May.", set()),
    ("In Marrow it rained. About 57 were hurt.", set()),  # two sentences
]


@pytest.mark.parametrize(("text", "facts"), FACTS)
def test_a_fact_is_a_figure_with_a_name_in_its_sentence(text: str, facts: set[tuple[str, str]]) -> None:
    assert {(fact.figure, fact.name) for fact in find_facts(text)} == facts


@given(st.text(max_size=300))
def test_any_text_has_its_facts_where_they_stand(text: str) -> None:
    for fact in find_facts(text):
        words = text[slice(*fact.sentence)]
        assert fact.figure in words
        assert fact.name in words


def article(text: str, seed: str, **facts: str) -> Article:
    return read_article(Clipping(f"seeds/{seed}.txt", "", "text", text, SourceFacts(**facts)), Problems())


def infer(*articles: Article) -> tuple[Article, str]:
    """The first article as it was dated, and what was said of it."""
    problems = Problems()
    dated = next(date_undated(articles, [find_clues(each) for each in articles], problems))
    return dated, next(iter(str(problem) for problem in problems if problem.path == dated.seed), "")


FIRE = (
    "A fire at the Granite Chemicals works in Marrow injured 57 people on Monday, and 340 residents left their homes."
)
DATED = article(f"Fire in Marrow\n\n{FIRE}\n\nIt burned all night.\n", "b", outlet="The Post", published="2024-03-05")
SALE = "The owner, Granite Chemicals, was bought by Harbour Rail on Tuesday for 480 million."
BOUGHT = article(f"Sold\n\n{SALE}\n\nShares rose a little.\n", "c", outlet="The Post", published="2024-03-06")
LEDE = "Doctors in Marrow treated 57 people {when} after fire swept through the Granite Chemicals works."
SOLD = "Harbour Rail paid 480 million for Granite Chemicals {when}."


def undated(when: str, *rest: str) -> Article:
    return article("\n\n".join(["Fire at the works", LEDE.format(when=when), *rest, "It burned all night."]), "a")


@pytest.mark.parametrize(
    ("when", "published", "exact"),
    [
        ("on Monday", "2024-03-04", False),  # it may have appeared later in the week
        ("this morning", "2024-03-04", True),
        ("last night", "2024-03-05", True),
        ("on Monday, March 4,", "2024-03-04", False),
    ],
)
def test_facts_with_their_day_date_an_article_that_tells_them_too(when: str, published: str, exact: bool) -> None:
    dated, said = infer(undated(when), DATED)
    assert (dated.published, dated.published_exact) == (published, exact)
    assert "inferred: it tells of 57 and Marrow like The Post of 5 March 2024" in said


@pytest.mark.parametrize("when", ["on Friday", "on May 14", "in the spring", "after lunch"])
def test_another_day_or_none_dates_nothing(when: str) -> None:
    assert infer(undated(when), DATED)[0].published is None


def test_one_figure_with_one_name_may_be_another_storys() -> None:
    other = article("Crash\n\nDoctors in Marrow treated 57 people on Monday.\n\nThe road was icy.\n", "a")
    assert infer(other, DATED)[0].published is None


def test_the_day_fits_all_that_is_shared() -> None:
    fitting, apart = (undated("on Monday", SOLD.format(when=when)) for when in ("yesterday", "on Friday"))
    assert infer(fitting, DATED, BOUGHT)[0].published == "2024-03-06"
    assert infer(apart, DATED, BOUGHT)[0].published is None


def test_a_caption_that_shared_facts_contradict_dates_nothing() -> None:
    caption = "Smoke over the works in Marrow, on March 6, 2023. (Jo Roe/Reuters)"  # a Monday, a year before
    dated, said = infer(undated("on Monday", caption), DATED)
    assert dated.published is None
    assert "but it tells of 57 and Marrow like The Post of 5 March 2024, of another day" in said


@pytest.mark.parametrize("opening", ["FILE - Smoke", "File photo: Smoke", "In this archive picture, smoke"])
def test_a_picture_from_an_archive_dates_nothing(opening: str) -> None:
    caption = f"{opening} over the works in Marrow, on March 4, 2024. (Jo Roe/Reuters)"
    assert infer(undated("on Monday", caption))[0].published is None


def test_a_day_told_as_past_is_not_after_the_article() -> None:
    caption = "Smoke over the works in Marrow, on March 4, 2024. (Jo Roe/Reuters)"
    assert infer(undated("on Monday", caption))[0].published == "2024-03-04"
    assert infer(undated("on Monday", caption, "The works closed on March 8, 2024."))[0].published is None
    assert infer(undated("on Monday", caption, "The works will close on March 8, 2024."))[0].published == "2024-03-04"


@pytest.mark.parametrize(
    ("when", "published"),
    [("three days ago", "2024-03-07"), ("yesterday", "2024-03-05"), ("on Monday", None), ("last week", None)],
)
def test_behind_a_lede_without_shared_facts_only_words_that_fit_one_day_date(when: str, published: str | None) -> None:
    lede = "The valley mourned its dead on Thursday."
    told = f"Fire at the Granite Chemicals works in Marrow injured 57 people {when}."
    dated, _ = infer(article("\n\n".join(["Valley in mourning", lede, *["It rained."] * 3, told]), "a"), DATED)
    assert dated.published == published


def test_a_plan_far_ahead_contradicts_a_caption_and_no_figures() -> None:
    plan = "The works is due to be rebuilt by June 2026."
    caption = "Smoke over the works in Marrow, on March 4, 2024. (Jo Roe/Reuters)"
    assert infer(undated("on Monday", plan), DATED)[0].published == "2024-03-04"
    assert infer(undated("on Monday", plan, caption))[0].published is None
