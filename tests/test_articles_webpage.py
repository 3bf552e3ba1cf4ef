"""What is read from saved web pages; without the optional reader one problem says how to get it."""

from __future__ import annotations

import importlib.util

import pytest

from generator.articles.metadata import read_article
from generator.model import Article, Caption, Clipping, SourceFacts
from generator.problems import Problems

HAS_READER = importlib.util.find_spec("trafilatura") is not None
needs_reader = pytest.mark.skipif(not HAS_READER, reason="the extra [html] is not installed")

PARAGRAPHS = """
<p>The harbour bridge was closed to all traffic on Wednesday after inspectors found cracks in cables, the city said.</p>
<p>“We could not take the risk,” the mayor, Ida Roe, told reporters. “The bridge will open again when it is safe.”</p>
<h2>Second closure in a year</h2>
<p>It is the second closure within a year. In April last year a lorry struck the northern tower of the bridge.</p>
<p>Sign up for our daily newsletter.</p>
"""
JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Other"},
{"@type": "NewsArticle", "headline": "Bridge closes", "datePublished": "2022-03-09T18:20:00+01:00",
"author": [{"name": "Ann Roe"}, {"name": "Bo Poe"}], "publisher": {"name": "The Example"}}]}</script>"""


def read(head: str, before: str = "") -> tuple[Article, list[str]]:
    page = f"<html lang='en-GB'><head>{head}</head>\n<body><article>{before}{PARAGRAPHS}</article></body></html>"
    problems = Problems()
    article = read_article(Clipping("seeds/page.html", "", "html", page, SourceFacts()), problems)
    return article, [str(problem) for problem in problems]


@pytest.mark.skipif(HAS_READER, reason="the extra [html] is installed")
def test_without_the_reader_one_problem_names_the_command_that_installs_it() -> None:
    article, problems = read("")
    assert article.body == ""
    assert problems == [
        "seeds/page.html: is a web page, and what reads those isn't installed; "
        'run: python -m pip install "trafilatura>=2" lxml_html_clean'
    ]


@needs_reader
def test_the_main_text_is_read_with_its_subheadings_and_without_furniture() -> None:
    paragraphs = read("")[0].body.split("\n\n")
    assert len(paragraphs) == 4
    assert paragraphs[2] == "## Second closure in a year"


@needs_reader
def test_json_ld_tells_title_day_authors_and_outlet() -> None:
    article, _ = read(JSON_LD)
    assert (article.title, article.byline, article.outlet) == ("Bridge closes", "Ann Roe and Bo Poe", "The Example")
    assert (article.published, article.published_basis) == ("2022-03-09", "page metadata: JSON-LD datePublished")


@needs_reader
@pytest.mark.parametrize(
    ("head", "published", "basis"),
    [
        (
            '<meta property="article:published_time" content="2022-03-09T18:20Z">',
            "2022-03-09",
            "article:published_time",
        ),
        ('<meta itemprop="datePublished" content="March 9, 2022">', "2022-03-09", "datepublished"),
        ('<meta name="date" content="soon">', None, None),
        ('<script type="application/ld+json">{broken</script>', None, None),
    ],
)
def test_meta_elements_tell_the_day(head: str, published: str | None, basis: str | None) -> None:
    article, _ = read(head)
    assert article.published == published
    assert article.published_basis == (f"page metadata: {basis}" if basis else None)


@needs_reader
def test_a_canonical_address_tells_address_and_day() -> None:
    article, _ = read('<link rel="canonical" href="https://example.org/2022/03/10/bridge">')
    assert (article.url, article.published) == ("https://example.org/2022/03/10/bridge", "2022-03-10")


@needs_reader
def test_an_address_that_is_no_web_address_is_left_out() -> None:
    assert read('<link rel="canonical" href="javascript:alert(1)">')[0].url is None


@needs_reader
def test_captions_are_kept_apart_with_their_line() -> None:
    article, _ = read("", "<figure><img src='a.jpg'><figcaption>The bridge on March 8, 2022</figcaption></figure>")
    assert article.captions == (Caption("The bridge on March 8, 2022", 2),)
    assert "March 8" not in article.body


@needs_reader
@pytest.mark.parametrize("page", ["<", "<html><body>", "<div>" * 20_000, "plain words", "<p>&#0;&#x110000;</p>"])
def test_broken_pages_are_survived(page: str) -> None:
    article = read_article(Clipping("seeds/page.html", "", "html", page, SourceFacts()), Problems())
    assert isinstance(article.body, str)
