"""Text fragments opened in Chromium on the five articles: the right words light up, and no others.

The page opened with a fragment is compared, picture by picture, with the page on which the same words are coloured
through the CSS Custom Highlight API.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import serve
from newsroom import BLADE, EPOCH, HILL, PRESS, RECORDS, ROOT, WE

from generator.content.reading import read_records
from generator.model import Record
from generator.pages.permalinks import sentence_address
from generator.passages import find_surroundings
from generator.problems import Problems
from generator.text import Span, paragraphs

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# what is quoted: first and last words, and where the first words stand more than once, which of them (from 0)
QUOTED = [
    pytest.param(HILL, "“We see no signs", "defense ministers.", 0, id="curly quotes"),
    pytest.param(EPOCH, "on two bigger cities in Donetsk—Kramatorsk", "in its invasion.", 0, id="a dash inside"),
    pytest.param(PRESS, "So far this year, NATO countries", "he said.", 0, id="commas and a hyphen"),
    pytest.param(PRESS, "Stoltenberg further said", "with NATO.”", 0, id="brackets"),
    pytest.param(EPOCH, "The issue of aircraft", "Stoltenberg said.", 0, id="across two paragraphs"),
    pytest.param(
        PRESS, '"There will be casualties', "fierce fighting.", 0, id="across paragraphs with straight quotes"
    ),
    pytest.param(WE, "Stoltenberg stated", "Western defense industries.", 0, id="two sentences"),
    pytest.param(EPOCH, "new Russian offensive", "new Russian offensive", 0, id="a short phrase"),
    pytest.param(EPOCH, "on Tuesday", "on Tuesday", 1, id="a phrase said before"),
    pytest.param(BLADE, "NATO Secretary General", "NATO Secretary General", 1, id="a name said before"),
    pytest.param(BLADE, "“Our stock is going down.", "he said.warned that", 0, id="broken punctuation"),
    pytest.param(HILL, "Stoltenberg said", "Stoltenberg said", 2, id="words at a paragraph's end said twice before"),
]
STYLE = "body{font:16px/1.5 serif;width:40em} ::target-text{background:#f00} ::highlight(wanted){background:#f00}"
HIGHLIGHT = """([first, last]) => {
  const nodes = [...document.querySelectorAll("p")].map(p => p.firstChild);
  const range = new Range();
  range.setStart(nodes[first[0]], first[1]);
  range.setEnd(nodes[last[0]], last[1]);
  CSS.highlights.set("wanted", new Highlight(range));
}"""


def copies(folder: Path, records: Iterable[Record]) -> Iterator[str]:
    """Pages with the articles' texts, served."""
    for record in records:
        text = "".join(f"<p>{escape(paragraph.text, quote=False)}</p>\n" for paragraph in paragraphs(record.body))
        page = f"<!doctype html><meta charset=utf-8><title>{record.slug}</title><style>{STYLE}</style>{text}"
        (folder / f"{record.slug}.html").write_text(page, encoding="utf-8")
    yield from serve(folder)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from copies(tmp_path_factory.mktemp("articles"), RECORDS.values())


def nth(text: str, words: str, number: int) -> int:
    """Where the words stand for the time `number` + 1."""
    at = -1
    for _ in range(number + 1):
        at = text.index(words, at + 1)
    return at


def place(body: str, offset: int, *, end: bool) -> tuple[int, int]:
    """Paragraph, counted from 0, and character in it."""
    found = next(p for p in paragraphs(body) if p.start <= offset < p.end or (end and offset == p.end))
    return found.number - 1, offset - found.start


def picture(browser: Browser, url: str, target: Path, wanted: object = None) -> bytes:
    page = browser.new_page(viewport={"width": 700, "height": 3600})
    page.goto(url)
    if wanted:
        page.evaluate(HIGHLIGHT, wanted)
    page.wait_for_timeout(50)
    shot = page.screenshot(path=target)
    page.close()
    return shot


@pytest.fixture(scope="module")
def plain(chromium: Browser, articles: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each article's picture with nothing lit."""
    folder = tmp_path_factory.mktemp("plain")
    return {slug: picture(chromium, f"{articles}/{slug}.html", folder / "plain.png") for slug in RECORDS}


@pytest.mark.parametrize(("slug", "first", "last", "number"), QUOTED)
def test_the_quoted_words_light_up_and_no_others(
    chromium: Browser,
    articles: str,
    plain: dict[str, bytes],
    tmp_path: Path,
    slug: str,
    first: str,
    last: str,
    number: int,
) -> None:
    body, url = RECORDS[slug].body, f"{articles}/{slug}.html"
    start = nth(body, first, number)
    lit, wanted = pictures(chromium, url, body, Span(start, body.index(last, start) + len(last)), tmp_path)
    assert lit == wanted
    assert lit != plain[slug]


def pictures(browser: Browser, url: str, body: str, quoted: Span, folder: Path) -> tuple[bytes, bytes]:
    """What our link to body[start:end] lights, and what it should."""
    start, end = quoted
    in_front = find_surroundings(body, quoted, addressed=True).in_front
    address = sentence_address(url, body[start:end], in_front)
    start, end = start + trimmed(body[start:end], 1), end - trimmed(body[start:end], -1)
    wanted = json.loads(json.dumps([place(body, start, end=False), place(body, end, end=True)]))
    return picture(browser, address, folder / "fragment.png"), picture(browser, url, folder / "wanted.png", wanted)


def trimmed(quote: str, step: int) -> int:
    """How many signs at one end are no letters or digits: a fragment leaves them out."""
    return next(i for i, character in enumerate(quote[::step]) if character.isalnum())


PUBLISHED = {record.slug: record for record in read_records(ROOT, Problems())}


@pytest.fixture(scope="module")
def published_articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from copies(tmp_path_factory.mktemp("published"), PUBLISHED.values())


@pytest.mark.torture
@pytest.mark.parametrize("slug", PUBLISHED)
def test_every_quotation_of_the_published_timeline_lights_up(
    chromium: Browser, published_articles: str, tmp_path: Path, slug: str
) -> None:
    body, url, wrong = PUBLISHED[slug].body, f"{published_articles}/{slug}.html", []
    for mention in PUBLISHED[slug].events:
        lit, wanted = pictures(chromium, url, body, Span(mention.start, mention.end), tmp_path)
        wrong += [mention.quote] if lit != wanted else []
    assert wrong == []
