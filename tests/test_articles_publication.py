"""Which of several days on a page is the one its article appeared on."""

from __future__ import annotations

import pytest

from generator.articles.metadata import read_article
from generator.articles.stamps import find_address_date
from generator.model import Article, Clipping, SourceFacts
from generator.problems import Problems

TEXT = "The dam above the valley held on Wednesday night, the engineers said.\n\nNobody was hurt."
HEADLINE = "Dam holds after the flood"


def read(*lines: str) -> tuple[Article, list[str]]:
    problems = Problems()
    text = "\n\n".join(lines)
    article = read_article(Clipping("seeds/page.txt", "", "text", text, SourceFacts()), problems)
    return article, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "line",
    [
        "Last Updated: Friday, 4 May 2018, 13:05 GMT 14:05 UK",
        "May 4, 2018 / 10:19 AM / a year ago",
        "Published on 5/31/2018 in the Valley Post Daily.",
        "Other Bridges 4 May 2018 22:00 (UTC +04:00)",
        "By: AP | Marrow | Published: May 4, 2018 12:16:28 pm",
        "2018-05-04 07:12:22",
        "Valley News | @valleynews | 04 May 2018, 07:03 am Print",
        "Xinhua,May 04, 2018 Adjust font size:",
        "By Ann Roe - May 4, 2018 0 192",
        "Ann Roe | May 4, 2018 at 12:00am 2",
        "Published: 04 May 2018 Image credit: Reuters",
        "Fri, May 4 2018 » Main Page, Media",
        "Fri, 4 May 2018 Source: www.example.org",
        "This is an archive article published on May 4, 2018",
        "Published in the Valley Post, May 4th, 2018",
    ],
)
def test_a_line_of_dates_and_little_else_is_a_date_line(line: str) -> None:
    article, problems = read(HEADLINE, line, TEXT)
    assert str(article.published).startswith("2018-05")
    assert (article.title, article.body, problems) == (HEADLINE, TEXT, [])


@pytest.mark.parametrize(
    "line",
    [
        "date 2018-05-04 " + HEADLINE,
        "2018-05-04 " + HEADLINE,
        "Published: 2018-05-04T10:15:00Z " + HEADLINE,
        HEADLINE + " By Ann Roe | May 4, 2018 at 12:00am",
    ],
)
def test_a_day_on_the_line_of_the_headline_is_a_date_line(line: str) -> None:
    article, _ = read(line, TEXT)
    assert (article.title, article.published, article.body) == (HEADLINE, "2018-05-04", TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Marrow, Elbeland  Est. May 19, 1883",
        "The Valley Post, founded 19 May 1883",
        "The new rules of the county were published on May 19, 2017",
    ],
)
def test_a_day_of_something_else_is_no_date_line(line: str) -> None:
    assert read(line, HEADLINE, TEXT)[0].published is None


@pytest.mark.parametrize(
    ("sentence", "published"),
    [
        ("MARROW, Elb. – May 4, 2018 – The dam held, the engineers said.", "2018-05-04"),
        ("MARROW, Elbeland and NEW IRONBY, Elbeland, May 4, 2018, May 4, 2018 (PRWIRE) -- The dam held.", "2018-05-04"),
        ("The boy was last seen about 5pm today (Friday 4 May 2018).", "2018-05-04"),
        ("The county thanked the crews today, May 4, 2018, for their work.", "2018-05-04"),
        ("The dam held yesterday (Thursday, May 3, 2018), the engineers said.", "2018-05-04"),
        ("The boy was last seen about 5pm today (Friday 4 May).", None),
        ("“The dam was opened today, May 4, 1938,” the diary says.", None),
        ("The dam held today (Friday 4 May 2018). It held yesterday (Friday 4 May 2018).", None),
        ("The dam was opened on Friday 4 May 2018.", None),
    ],
)
def test_a_dateline_or_a_today_told_in_full_is_the_day(sentence: str, published: str | None) -> None:
    assert read(HEADLINE, sentence)[0].published == published


def test_a_day_in_front_of_the_first_sentence_is_no_part_of_it() -> None:
    assert read("date 2018-05-04 " + TEXT)[0].body == TEXT


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (["17 Jul 2024", "Friday 4 May 2018 - 14:41", HEADLINE], "2018-05-04"),
        (["17 Jul 2024", HEADLINE, "4 May 2018"], "2018-05-04"),
        (["Monday, 25 May 2020 10:12 AM", HEADLINE, "May 4, 2018"], "2018-05-04"),
        (["https://e.org/2018/05/04/dam", "Monday, May 25, 2020", HEADLINE], "2018-05-04"),
        (["https://e.org/2012/01/01/dam", HEADLINE, "Published Fri 4 May 2018 10:15"], "2018-05-04"),
    ],
)
def test_of_days_far_apart_the_one_with_more_signs_is_taken_and_listed_for_review(
    lines: list[str], published: str
) -> None:
    article, problems = read(*lines, TEXT)
    assert article.published == published
    assert [problem.startswith(f"seeds/page.txt: warning: is dated {published} by ") for problem in problems] == [True]


def test_the_review_names_both_days() -> None:
    assert read("17 Jul 2024", HEADLINE, "4 May 2018", TEXT)[1] == [
        "seeds/page.txt: warning: is dated 2018-05-04 by line 5, but line 1 says “17 Jul 2024”; "
        "write `published` in seeds/sources.yaml"
    ]


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (["2018-05-05", HEADLINE, "May 4, 2018 / 10:19 AM"], "2018-05-04"),
        (["https://e.org/2018/05/05/dam", HEADLINE, "4 May 2018"], "2018-05-04"),
        (["4 May 2018", HEADLINE, "10:15 am on 4 May 2018"], "2018-05-04"),
        (["May 2018", HEADLINE, "4 May 2018"], "2018-05"),
        ([HEADLINE, "4 May 2018", "Last updated 9 May 2019"], "2018-05-04"),
    ],
)
def test_days_of_one_moment_and_a_later_update_need_no_review(lines: list[str], published: str) -> None:
    article, problems = read(*lines, TEXT)
    assert (article.published, problems) == (published, [])


def test_a_day_after_the_last_update_is_that_of_a_reader() -> None:
    assert read("17 Jul 2024", HEADLINE, "Last updated: 4 May 2018", TEXT)[0].published == "2018-05-04"


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (["(Xinhua News Agency May 4, 2018)"], "2018-05-04"),
        (["Published: May 4, 2018"], "2018-05-04"),
        (["Apr 9, 2020 11:47:12 PM"], None),
        (["More stories", "Bridge opens", "May 4, 2018", "Mill burns", "May 9, 2018"], None),
    ],
)
def test_below_the_text_a_day_must_be_of_the_article(lines: list[str], published: str | None) -> None:
    text = [TEXT, *(f"The flood took bridge number {number} of the county." for number in range(9))]
    assert read(HEADLINE, *text, *lines)[0].published == published


def test_a_date_at_the_end_of_a_broken_sentence_is_no_date_line() -> None:
    assert read(HEADLINE, "Engineers walk to the dam in", "Marrow, May 2, 2018.", TEXT)[0].published is None


@pytest.mark.parametrize(
    ("address", "when"),
    [
        ("https://e.org/2018-05/04/content_1.htm", "2018-05-04"),
        ("https://e.org/2018/news/valley/05/04/dam-holds/", "2018-05-04"),
        ("https://e.org/2018/news/valley/05/44/dam-holds/", None),
        ("https://e.org/2018-05/dam-holds/", None),
    ],
)
def test_the_day_in_an_address_is_found_in_whatever_order_outlets_have(address: str, when: str | None) -> None:
    found = find_address_date(address)
    assert (found and found[0]) == when
