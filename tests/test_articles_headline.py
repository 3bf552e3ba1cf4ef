"""Which line above the text is the headline, with what pages put around it."""

from __future__ import annotations

import pytest

from generator.articles.metadata import read_article
from generator.model import Article, Clipping, SourceFacts
from generator.problems import Problems

TEXT = "The dam above the valley held on Wednesday night, the engineers said.\n\nNobody was hurt."
HEADLINE = "Dam holds after the flood"


def read(*lines: str) -> Article:
    text = "\n\n".join((*lines, TEXT))
    return read_article(Clipping("seeds/page.txt", "", "text", text, SourceFacts()), Problems())


@pytest.mark.parametrize(
    "lines",
    [
        ["[an error occurred while processing this directive]", HEADLINE],
        ["Serving the people of the valley since 1871", HEADLINE, "May 4, 2018"],
        ["Go to the Valley Post and Mail homepage", "Jump to main navigationJump to main content", HEADLINE],
        ["News siteWorld newsUK and IrelandSport todayBusiness pageFilm reviews", HEADLINE],
        [f"HomeNews{HEADLINE}", HEADLINE],
        [f"VALLEY NEWS: {HEADLINE}", HEADLINE],
        ["Dam holds after th...", HEADLINE],
        [f"• {HEADLINE}", HEADLINE],
        [f"{HEADLINE} Add to ..."],
        ["Share", HEADLINE],
        ["In partnership with", HEADLINE],
        ["Mail us: desk@example.org", HEADLINE],
    ],
)
def test_what_stands_around_a_headline_is_no_part_of_the_article(lines: list[str]) -> None:
    article = read(*lines)
    assert (article.title, article.body, article.captions) == (HEADLINE, TEXT, ())


@pytest.mark.parametrize(
    "headline", ["Snow closes schools across a large part of the U.S.", "Will the old dam above Marrow hold for good?!"]
)
def test_a_first_line_that_ends_like_a_sentence_may_be_the_headline(headline: str) -> None:
    article = read(headline)
    assert (article.title, article.body) == (headline, TEXT)


def test_a_long_first_line_that_nothing_ends_is_the_headline() -> None:
    headline = (
        "Dam above the valley holds after the flood of the century"
        + " that the crews had feared for days and nights" * 2
    )
    assert read(headline, "Ann Roe | May 4, 2018").title == headline


OPEN = "MARROW, May 4 (Reuters) - The old dam above the valley held" + " for one more day and night" * 2


@pytest.mark.parametrize("line", ["The dam held, they said.", OPEN])
def test_a_first_sentence_is_no_headline(line: str) -> None:
    assert read(line).title is None


def test_below_a_day_with_nothing_above_two_words_are_a_headline() -> None:
    assert read("Friday, May 4, 2018", "Dam holds", "What the crews of the valley did all night").title == "Dam holds"


def test_a_headline_below_its_date_is_found_though_what_a_picture_shows_is_longer() -> None:
    article = read("Valley News", "4 May 2018", "Dam holds, they say", "The dam is the oldest one of the county")
    assert article.title == "Dam holds, they say"


def test_a_headline_that_ends_like_another_line_stays() -> None:
    article = read("Minister: I never said the dam was safe", "I said the dam was old")
    assert article.title == "Minister: I never said the dam was safe"


@pytest.mark.parametrize(
    "line",
    ["Health Minister Ann Roe", "NEW MARROW", "Front Page", "Ann Roe's Bridge", "Valley Police", "Breaking News"],
)
def test_what_only_looks_like_a_name_below_the_headline_is_no_author(line: str) -> None:
    article = read(HEADLINE, line, "May 4, 2018")
    assert (article.byline, article.outlet) == (None, None)


def test_the_outlet_of_a_copied_feed_is_the_one_its_post_appeared_in() -> None:
    text = f"{HEADLINE}\n\n{TEXT}\n\nThe post {HEADLINE} appeared first on The Valley Post.\nfrom Valley http://e.org/1"
    article = read_article(Clipping("seeds/page.txt", "", "text", text, SourceFacts()), Problems())
    assert (article.outlet, article.body) == ("The Valley Post", TEXT)


@pytest.mark.parametrize("site", [" - Channel 9 Marrow", " | The Valley Post and Mail of Old Marrow"])
def test_a_headline_that_stands_again_without_its_site_is_told_from_it(site: str) -> None:
    article = read(HEADLINE + site, HEADLINE)
    assert (article.title, article.outlet, article.body) == (HEADLINE, site.lstrip(" -|"), TEXT)
