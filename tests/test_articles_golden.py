"""Whole pages in many styles beside what is read from them, and what holds for every page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.metadata import read_article
from generator.articles.seeds import FORMATS, clean, decode
from generator.model import Article, Clipping, SourceFacts
from generator.problems import Problems
from generator.text import squeeze

PAGES = sorted(path for path in (Path(__file__).parent / "seeds").iterdir() if path.suffix in FORMATS)
FIELDS = ("title", "outlet", "byline", "url", "published", "published_basis", "language")


def read(text: str, *, kind: str = "text", facts: SourceFacts | None = None) -> tuple[Article, list[str]]:
    problems = Problems()
    article = read_article(Clipping("seeds/page.txt", "0" * 64, kind, text, facts or SourceFacts()), problems)
    return article, [str(problem) for problem in problems]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_page_is_read_as_its_golden_file_says(page: Path) -> None:
    problems = Problems()
    text, expected = clean(decode(page.read_bytes())), json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    article = read_article(Clipping(f"seeds/{page.name}", "", FORMATS[page.suffix], text, SourceFacts()), problems)
    assert {field: getattr(article, field) for field in FIELDS} == {field: expected[field] for field in FIELDS}
    assert article.body.split("\n\n") == expected["paragraphs"]
    assert [[caption.line, caption.text] for caption in article.captions] == expected["captions"]
    assert [str(problem) for problem in problems] == expected["problems"]


@pytest.mark.parametrize("page", [page for page in PAGES if page.suffix == ".txt"], ids=lambda page: page.stem)
def test_every_paragraph_is_in_the_seed_word_for_word(page: Path) -> None:
    text = clean(decode(page.read_bytes()))
    article, _ = read(text)
    for paragraph in article.body.split("\n\n"):
        assert paragraph.removeprefix("## ").removeprefix("\\") in squeeze(text)


def test_what_a_person_wrote_wins_over_the_page() -> None:
    facts = SourceFacts(title="T", outlet="O", byline="B", published="2001-02-03", language="de", url="https://e.org/a")
    article, _ = read(
        "A headline of five words\n\nBy Ann Roe\n\nMay 4, 2018\n\nThe dam held, they said.\n", facts=facts
    )
    told = (article.title, article.outlet, article.byline, article.published, article.language, article.url)
    assert told == ("T", "O", "B", "2001-02-03", "de", "https://e.org/a")
    assert article.published_basis == "sources.yaml"


@pytest.mark.parametrize(
    ("text", "published", "basis"),
    [
        ("Dam holds after the flood\n\nMay 4, 2018\n\nThe dam held.", "2018-05-04", "line 3: 'May 4, 2018'"),
        ("Dam holds after the flood\nBy Ann Roe | 4 May 2018\n\nThe dam held.", "2018-05-04", "line 2: '4 May 2018'"),
        ("Dam holds after the flood\nPosted: 4:30 pm, May 4, 2018\n\nIt held.", "2018-05-04",
         "line 2: 'Posted: May 4, 2018'"),
        ("Dam holds after the flood\nUpdated 5 May 2018 | Published 4 May 2018\n\nIt held.", "2018-05-04",
         "line 2: 'Published 4 May 2018'"),
        ("Dam holds after the flood\nLast updated 5 May 2018\n\nIt held.", "2018-05-05",
         "line 2: 'Last updated 5 May 2018'"),
        ("Dam holds after flood\nhttps://e.org/2018/may/04/dam\n\nIt held.", "2018-05-04", "address: /2018/may/04/"),
        ("Dam holds after the flood\n\nMARROW, May 4, 2018 (AP) — The dam held.", "2018-05-04",
         "dateline: 'MARROW, May 4, 2018 (AP) —'"),
        ("Dam holds after the flood\nFri 04/05/2018\n\nIt held.", "2018-05-04", "line 2: 'Fri 04/05/2018'"),
        ("Dam holds after the flood\n04/05/2018\n\nIt held.", None, None),
        ("Dam holds after the flood\n\nThe dam held on May 4, 2018, they said.", None, None),
        ("Dam holds after the flood\n\nIt held.\n\nThis article was amended on 4 May 2018.", None, None),
    ],
)  # fmt: skip
def test_the_publication_day_and_where_it_was_found(text: str, published: str | None, basis: str | None) -> None:
    article, _ = read(text)
    assert (article.published, article.published_basis) == (published, basis)


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Dam holds after the flood | The Valley Post", "The Valley Post"),
        ("Dam holds after the flood - BBC News", "BBC News"),
    ],
)
def test_the_outlet_behind_a_headline_is_no_part_of_it(title: str, outlet: str) -> None:
    article, _ = read(f"{title}\n\nThe dam above the valley held on Wednesday night, engineers said.\n")
    assert (article.title, article.outlet) == ("Dam holds after the flood", outlet)


@pytest.mark.parametrize(
    ("byline", "names", "outlet"),
    [
        ("By Ann Roe, Northern Wire", "Ann Roe", "Northern Wire"),
        ("By Ann Roe and Bo Poe, The Valley Post", "Ann Roe and Bo Poe", "The Valley Post"),
        ("The Valley Post", None, "The Valley Post"),
        ("By Ann Roe, Emily Post", "Ann Roe, Emily Post", None),
        ("The Morning Courier", None, "The Morning Courier"),
        ("Emily Post", "Emily Post", None),
        ("Sept 16, 2018 | Reuters", None, "Reuters"),
        ("The Valley Post, 4 May 2018", None, "The Valley Post"),
        ("Local News | 4 May 2018", None, None),
        ("By ANN ROE, Associated Press Writer", "ANN ROE", "Associated Press"),
        ("By Ann Roe, Evening Post Political Editor", "Ann Roe", "Evening Post"),
        ("By Ann Roe, Gazette staff", "Ann Roe", "Gazette"),
        ("Ann Roe | Press Association", "Ann Roe", "Press Association"),
        ("By Ann Roe Global News", "Ann Roe", "Global News"),
        ("By Ann Roe, Bo Poe and The Associated Press", "Ann Roe, Bo Poe", "The Associated Press"),
        ("By By Ann Roe / Marrow Press", "Ann Roe", "Marrow Press"),
        ("By Ann Roe for MailOnline", "Ann Roe", "MailOnline"),
        ("By Ann Roe • Senior Journalist", "Ann Roe", None),
        ("By Ann Roe, Marrow", "Ann Roe", None),
        ("BBC Scotland", None, "BBC Scotland"),
        ("By WXYZ Staff", None, "WXYZ"),
        ("By Our Reporters", None, None),
        ("By Staff Writer", None, None),
        ("WXYZ Crest Logo", None, None),
        ("Marrow Valley Governors' Forum", None, None),
    ],
)
def test_an_outlet_in_a_byline_or_date_line_is_no_author(byline: str, names: str | None, outlet: str | None) -> None:
    article, _ = read(f"Dam holds after the flood\n\n{byline}\n\nThe dam above the valley held on Wednesday night.\n")
    assert (article.byline, article.outlet) == (names, outlet)


def test_a_dash_inside_a_headline_stays() -> None:
    article, _ = read("Dam holds - Engineers relieved\n\nThe dam above the valley held on Wednesday night.\n")
    assert article.title == "Dam holds - Engineers relieved"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The minister said that the treaty will be signed in the autumn."),
        ("de", "Der Minister hat gesagt, dass der Vertrag im Herbst von den Staaten unterzeichnet wird."),
        ("es", "El ministro dijo que el tratado será firmado por los países en el otoño."),
        ("uk", "Міністр сказав, що договір буде підписано восени, але не всі країни до цього готові."),
        ("und", "12345"),
    ],
)
def test_the_language_is_the_one_of_most_little_words(language: str, sentence: str) -> None:
    assert read(sentence)[0].language == language


def test_a_page_without_a_sentence_is_a_problem() -> None:
    assert read("Tweet\nShare\n")[1] == [
        "seeds/page.txt: holds no sentence of an article; put the article's text in it, or remove it"
    ]


@given(st.text(max_size=600), st.sampled_from(["text", "markdown"]))
def test_any_text_is_survived_and_read_the_same_twice(text: str, kind: str) -> None:
    cleaned = clean(text)
    assert read(cleaned, kind=kind) == read(cleaned, kind=kind)


@given(st.lists(st.sampled_from(PAGES), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_shuffled_lines_of_pages_are_survived(pages: list[Path], random: object) -> None:
    lines = [line for page in pages for line in decode(page.read_bytes()).split("\n")]
    random.shuffle(lines)  # type: ignore[attr-defined]
    article, _ = read("\n".join(lines))
    assert all(paragraph == squeeze(paragraph) for paragraph in article.body.split("\n\n"))
