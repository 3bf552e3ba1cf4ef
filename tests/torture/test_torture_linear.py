"""No input is slow on purpose: ten times the text costs about ten times the time, whatever it repeats."""

from __future__ import annotations

import math
import time

import pytest
from load import shared

from generator.articles.metadata import read_article
from generator.articles.seeds import clean
from generator.dates.tagger import find_timexes
from generator.events.mentions import find_events
from generator.model import Clipping, SourceFacts
from generator.pages.markdown import safe_html
from generator.problems import Problems

HEAD = "A Headline About The Bridge\nJune 14, 2023\nThe minister said on Tuesday that the work had ended.\n"
LARGEST_EXPONENT = 1.2
REPEATED = {
    "lines of two letters": "ab\n",
    "one sentence": "He said on Wednesday that it ends.\n\n",
    "sentences of one paragraph": "“We will,” he said on Monday. ",
    "one word": "a",
    "square brackets": "[",
    "round brackets": "(",
    "angle brackets": "<",
    "comments": "<!--",
    "backticks": "`",
    "stars": "*a ",
    "underscores": "_a ",
    "links": "[a](b ",
    "images": "![a",
    "quotation marks": '"',
    "opening quotation marks": "“",
    "spaces and letters": " \n x",
    "digits": "1",
    "dates in figures": "1/",
    "months": "June ",
    "weekdays": "Wednesday, ",
    "days": "on Tuesday and ",
    "ranges of days": "from 2 to 3 June ",
    "lengths": "12 hours ago ",
    "years": "2023 ",
    "reporting verbs": "he said ",
    "names": "Minister John Smith ",
    "capitals": "A",
    "capitalised words": "Al Bo ",
    "addresses": "http://a.b/",
    "mail addresses": "a@b.c ",
    "clock times": "12:",
    "bylines": "By John Smith\nJune 14, 2023\n",
    "share buttons": "share this ",
    "names of networks": "Facebook and ",
    "ellipses": ". ",
    "apostrophes": "'s ",
    "combining marks": "a\u0301",
    "quoted lines": "> ",
    "hash signs": "# ",
    "table rows": "| a ",
}


def read_whole(text: str) -> None:
    """Every stage that reads one article's text, up to its events."""
    facts = SourceFacts(published="2023-06-14")
    article = read_article(Clipping("seeds/a.txt", "0" * 64, "text", clean(text), facts), Problems())
    find_events(article, find_timexes(article.body, article.published))


def seconds(run: object, text: str) -> float:
    """The best of three runs of a function on a text; a machine with other work is forgiven a hiccup."""
    assert callable(run)
    best = math.inf
    for _ in range(3):
        begun = time.process_time()
        run(text)
        best = min(best, time.process_time() - begun)
    return best


def exponent(run: object, repeated: str, sizes: tuple[int, int]) -> float:
    """By which power of the text's length the time grows; the least of three tries where other work slows the machine
    between a small text and a large one: what grows too fast does so in each."""
    found = math.inf
    for _ in range(3):
        found = min(found, _exponent(run, repeated, sizes))
        if found <= LARGEST_EXPONENT:
            break
    return found


def _exponent(run: object, repeated: str, sizes: tuple[int, int]) -> float:
    """The same by one try, fixed costs of 50 ms aside."""
    small, large = (seconds(run, HEAD + repeated * (size // len(repeated))) for size in sizes)
    return math.log(max(large, 0.05) / max(small, 0.05)) / math.log(sizes[1] / sizes[0])


SHARE, WHOLE = (10_000, 100_000), (100_000, 1_000_000)


@pytest.mark.parametrize("repeated", shared(REPEATED.items(), 4))
def test_reading_an_article_takes_time_linear_in_its_length(repeated: str) -> None:
    assert exponent(read_whole, repeated, SHARE) <= LARGEST_EXPONENT


@pytest.mark.parametrize("repeated", shared(REPEATED.items(), 4))
def test_a_body_becomes_html_in_time_linear_in_its_length(repeated: str) -> None:
    assert exponent(safe_html, repeated, SHARE) <= LARGEST_EXPONENT


@pytest.mark.torture
@pytest.mark.parametrize("repeated", REPEATED.values(), ids=REPEATED)
@pytest.mark.parametrize("run", [read_whole, safe_html])
def test_a_text_of_a_million_characters_takes_time_linear_in_its_length(run: object, repeated: str) -> None:
    assert exponent(run, repeated, WHOLE) <= LARGEST_EXPONENT
