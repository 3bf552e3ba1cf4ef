"""Days inferred for articles without one: the evidence that is enough, and the evidence that isn't."""

from __future__ import annotations

import time

import pytest

from generator.articles.dating import date_undated, find_clues
from generator.articles.metadata import read_article
from generator.model import Article, Clipping, SourceFacts
from generator.problems import Problems

QUOTE = "“We will not leave the valley until every house has been searched and every family has been told,”"

STRAIGHT_QUOTE = QUOTE.replace("“", '"').replace("”", '"')


def article(text: str, seed: str = "seeds/a.txt", **facts: str) -> Article:
    return read_article(Clipping(seed, "", "text", text, SourceFacts(**facts)), Problems())


def infer_all(articles: tuple[Article, ...], problems: Problems) -> tuple[Article, ...]:
    dated = {each.seed: each for each in date_undated(articles, [find_clues(each) for each in articles], problems)}
    return tuple(dated.get(each.seed, each) for each in articles)


def infer(*articles: Article) -> tuple[Article, list[str]]:
    """The first article as it was dated, and what was said of it."""
    problems = Problems()
    dated = infer_all(articles, problems)[0]
    return dated, [str(problem) for problem in problems if problem.path == dated.seed]


def page(lede: str, caption: str = "", rest: str = "") -> str:
    return f"Fire crews search the valley\n\n{caption}\n\n{lede}\n\n{rest}\n"


CAPTION = "Crews search the valley, on May 15, 2018. (Jo Roe/Reuters)"  # a Tuesday


@pytest.mark.parametrize(
    ("lede", "exact"),
    [
        ("Crews on Tuesday searched the valley for a second day.", True),
        ("Crews have two days, their chief said a day before ministers meet in Marrow on Wednesday.", False),
    ],
)
def test_a_caption_that_agrees_with_the_weekday_of_the_lede_dates_the_article(lede: str, exact: bool) -> None:
    dated, _ = infer(article(page(lede, CAPTION)))
    assert (dated.published, dated.published_exact) == ("2018-05-15", exact)
    assert str(dated.published_basis).startswith("inferred: the caption in line 3 is of 15 May 2018")


@pytest.mark.parametrize(
    ("lede", "rest"),
    [
        ("Crews on Friday searched the valley for a second day.", ""),
        ("Crews searched the valley for a second day.", ""),
        ("Crews searched the valley last Tuesday.", ""),
        ("Crews on Tuesday searched the valley for a second day.", "The law was changed on May 2, 2021, they said."),
    ],
    ids=["another weekday", "no weekday", "another week", "a later date"],
)
def test_a_caption_alone_dates_nothing(lede: str, rest: str) -> None:
    dated, problems = infer(article(page(lede, CAPTION, rest)))
    assert (dated.published, dated.published_basis, len(problems)) == (None, None, 1)


def test_contradicting_evidence_is_told() -> None:
    assert infer(article(page("Crews on Friday searched the valley.", CAPTION)))[1] == [
        "seeds/a.txt: warning: has no publication day, and what could tell it disagrees: the caption in line 3 is of "
        "15 May 2018, but the text tells its news “Friday”; "
        "write `published` in seeds/sources.yaml where you know better"
    ]


def test_an_inferred_day_is_listed_for_review() -> None:
    _, problems = infer(article(page("Crews on Tuesday searched the valley.", CAPTION)))
    assert len(problems) == 1
    assert problems[0].startswith("seeds/a.txt: warning: has no publication day; 2018-05-15 was inferred: ")


def test_a_dateline_takes_its_year_from_the_nearest_date_told() -> None:
    dated, _ = infer(
        article(page("MARROW, May 15 (AP) — Crews searched the valley.", rest="It burned on May 13, 2018."))
    )
    assert (dated.published, dated.published_exact) == ("2018-05-15", True)
    assert dated.published_basis == "inferred: the dateline says “May 15”, and “May 13, 2018” gives the year"


def test_a_dateline_takes_no_year_before_what_the_text_tells_as_past() -> None:
    lede = "LONDON, Oct. 24 - Ministers met on Tuesday. The last case dates from October 1973."
    told = "In 2011 the works had 40 cases. Repairs are due to finish by December 2022."
    dated, _ = infer(article(page(lede, rest=told)))
    assert dated.published == "2022-10-24"


def test_a_dateline_without_any_year_told_dates_nothing() -> None:
    assert infer(article(page("MARROW, May 15 (AP) — Crews searched the valley.")))[0].published is None


def told(lede: str, rest: str = "") -> Article:
    return article(page(lede, rest=rest))


def source(published: str = "2018-05-15", seed: str = "seeds/b.txt") -> Article:
    text = page(f"{QUOTE} the chief said on Tuesday.", rest="The fire was started on May 20, 2017, in Marrow.")
    return article(text, seed, outlet="The Valley Post", published=published)


def test_a_shared_quote_dates_an_article_whose_weekday_agrees() -> None:
    dated, _ = infer(told(STRAIGHT_QUOTE + " he said on Tuesday."), source())
    assert (dated.published, dated.published_exact) == ("2018-05-15", True)
    assert dated.published_basis == (
        "inferred: it quotes the words “We will not leave the valley until …” like The Valley Post of 15 May 2018, "
        "and “Tuesday” is 15 May 2018"
    )


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        (
            "The fire in Marrow reaches its first anniversary this week.",
            "; “first anniversary this week” fits 20 May 2017",
        ),
        ("The fire in Marrow reaches its one-year mark next week.", "and “Tuesday” is 15 May 2018"),
        ("A school reaches its first anniversary this week.", "and “Tuesday” is 15 May 2018"),
    ],
    ids=["fits", "of another week", "of something else"],
)
def test_an_anniversary_is_evidence_where_it_fits_a_beginning_told(sentence: str, evidence: str) -> None:
    dated, _ = infer(told(f"{QUOTE} he said on Tuesday.", sentence), source())
    assert str(dated.published_basis).endswith(evidence)


@pytest.mark.parametrize(
    "lede",
    [
        f"{QUOTE} he said on Saturday.",
        f"{QUOTE} he said.",
        "“We will not leave the valley until June,” he said on Tuesday.",
    ],
    ids=["another weekday", "no weekday", "a short quote"],
)
def test_a_shared_quote_that_nothing_confirms_dates_nothing(lede: str) -> None:
    assert infer(told(lede), source())[0].published is None


def test_words_quoted_on_days_far_apart_date_nothing() -> None:
    dated, _ = infer(told(f"{QUOTE} he said on Tuesday."), source(), source("2018-06-19", "seeds/c.txt"))
    assert dated.published is None


def test_two_quotes_of_different_days_cancel_out() -> None:
    other = "“The bridge will stay shut for as long as the engineers need to look at every single cable of it,”"
    second = article(page(f"{other} she said on Tuesday."), "seeds/c.txt", published="2018-06-19")
    dated, problems = infer(told(f"{QUOTE} he said on Tuesday. {other} she said."), source(), second)
    assert dated.published is None
    assert "quotes it shares put it on 15 May 2018 and on 19 June 2018" in problems[0]


def test_dated_articles_pass_through_unchanged() -> None:
    articles = (source(), source("2018-06-19", "seeds/c.txt"))
    assert infer_all(articles, Problems()) == articles


def test_the_order_of_the_articles_changes_no_day() -> None:
    articles = (
        told(f"{QUOTE} he said on Tuesday."),
        source(),
        article(page("Crews on Tuesday met.", CAPTION), "seeds/c.txt"),
    )
    days = {one.seed: one.published for one in infer_all(articles, Problems())}
    assert {one.seed: one.published for one in infer_all(articles[::-1], Problems())} == days


def test_hundreds_of_undated_articles_with_one_quote_take_no_quadratic_time() -> None:
    articles = tuple(article(page(f"{QUOTE} he said."), f"seeds/{number:04}.txt") for number in range(300))
    start = time.perf_counter()
    infer_all(articles, Problems())
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("lede", "published"),
    [
        ("The toll of Tuesday's fire rose to nine, crews told the county on Wednesday.", "2018-05-16"),
        ("Crews on Thursday searched the valley for a third day.", "2018-05-17"),
        ("Crews on Tuesday searched the valley. They will meet on Wednesday.", "2018-05-15"),
        ("Crews had two days, their chief said a day before ministers met in Marrow on Wednesday.", "2018-05-15"),
    ],
)
def test_a_picture_that_tells_its_weekday_may_be_older_than_its_news_by_two_days(lede: str, published: str) -> None:
    caption = CAPTION.replace("on May", "on Tuesday, May")
    assert infer(article(page(lede, caption)))[0].published == published


def test_a_picture_without_its_weekday_may_be_of_any_year() -> None:
    assert infer(article(page("Crews on Thursday searched the valley.", CAPTION)))[0].published is None


@pytest.mark.parametrize(
    ("further", "published"),
    [
        ("The bridge fell on Tuesday, May 15, 2018, after a flood.", "2018-05-15"),
        ("The bridge fell on May 15, 2018, after a flood.", None),
        ("The picture was taken on Tuesday, May 15, 2018.", None),
        ("", None),
    ],
)
def test_of_an_archives_picture_only_news_told_with_its_weekday_dates_anything(
    further: str, published: str | None
) -> None:
    caption = f"In this May 8, 2012, file photo, cars cross the bridge in Marrow. {further}"
    assert infer(article(page("The bridge fell on Tuesday, crews said.", caption)))[0].published == published
