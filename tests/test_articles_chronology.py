"""A chronology's date headings are no date lines of the page; a greeting that names the day is one."""

import pytest

from generator.articles.metadata import read_article
from generator.model import Article, Clipping, SourceFacts
from generator.problems import Problems

HEAD = "How the water crisis unfolded"
FIRST = "Residents of Elm Street reported brown water."
SECOND = "Tests found lead at six times the limit."


def read(*lines: str) -> Article:
    """The article of a clipping with these paragraphs below its headline."""
    text = "\n\n".join((HEAD, *lines))
    article = read_article(Clipping("seeds/a.txt", "0" * 64, "text", text, SourceFacts()), Problems())
    assert article
    return article


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2 September 2024", "5 September 2024"),
        ("Monday, September 2, 2024", "Thursday, September 5, 2024"),
        ("Sept. 2, 2024:", "Sept. 5, 2024:"),
    ],
)
def test_dates_in_their_order_are_headings(first: str, second: str) -> None:
    article = read(first, FIRST, second, SECOND)
    assert article.body.split("\n\n") == [f"## {first}", FIRST, f"## {second}", SECOND]
    assert article.published is None


def test_a_date_line_above_them_is_the_pages() -> None:
    article = read("Published 14 September 2024", "2 September 2024", FIRST, "5 September 2024", SECOND)
    assert (article.published, article.body[:19]) == ("2024-09-14", "## 2 September 2024")


@pytest.mark.parametrize("second", ["2 September 2024", "1 September 2024"])
def test_a_first_date_that_none_comes_after_can_be_the_pages(second: str) -> None:
    assert read("2 September 2024", FIRST, second, SECOND).published == "2024-09-02"


def test_one_date_is_the_pages() -> None:
    assert read("2 September 2024", FIRST, SECOND).published == "2024-09-02"


@pytest.mark.parametrize(
    "greeting",
    [
        "Good morning. It's Thursday, 6 February 2025.",
        "Hello, and welcome back! Today is February 6, 2025.",
        "It is Thursday 6 February 2025.",
    ],
)
def test_a_greeting_that_names_the_day_dates_the_page(greeting: str) -> None:
    article = read(greeting, FIRST, SECOND)
    assert article.published == "2025-02-06"
    assert (article.published_basis or "").startswith("greeting: '")


@pytest.mark.parametrize(
    "line", ["It is 2025.", "It's Thursday.", "It was Thursday, 6 February 2025.", "It's now or never."]
)
def test_other_openings_date_nothing(line: str) -> None:
    assert read(line, FIRST, SECOND).published is None
