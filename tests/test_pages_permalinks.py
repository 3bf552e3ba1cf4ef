"""Addresses of pages, and of sentences in other people's pages."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.permalinks import host, sentence_address, way_up, web_address
from generator.passages import find_surroundings
from generator.text import Span

URL = "https://news.example/a"
SHORT = [
    ("Talks failed.", "Talks failed."),
    ("Talks — again — failed.", "Talks — again — failed"),
    ("“We see no signs,” he said.", "We see no signs,” he said"),
    ("A well-known, costly plan", "A well-known, costly plan"),
    ("He paid $5 (or 5%)", "He paid $5 (or 5%"),
]
ADDRESSES = [
    ("https://news.example/a", "https://news.example/a"),
    (" https://news.example/a ", "https://news.example/a"),
    ("http://news.example", "http://news.example"),
    ("javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("//news.example/a", None),
    ("news.example/a", None),
    ("https://", None),
    ("http://[", None),
    ("", None),
    (None, None),
]


def directive(body: str, quote: str, start: int | None = None) -> str:
    at = body.index(quote) if start is None else start
    return address(URL, body, at, at + len(quote)).partition(":~:text=")[2]


def address(url: str, body: str, start: int, end: int) -> str:
    around = find_surroundings(body, Span(start, end), addressed=True)
    return sentence_address(url, body[start:end], around.in_front)


@pytest.mark.parametrize(("quote", "expected"), SHORT)
def test_a_short_sentence_is_addressed_by_all_its_words(quote: str, expected: str) -> None:
    assert unquote(directive(quote, quote)) == expected.rstrip(".")


def test_a_long_sentence_is_addressed_by_its_first_and_last_words() -> None:
    quote = "One two three four five six, " + "and so it went on " * 6 + "to the end of the long day."
    assert directive(quote, quote) == "One%20two%20three%20four%20five,end%20of%20the%20long%20day"


def test_a_sentence_across_paragraphs_goes_from_the_first_to_the_last() -> None:
    body = "“We met.\n\nWe talked,” she said."
    assert unquote(directive(body, body)) == "We met,We talked,” she said"


def test_words_that_stand_earlier_too_are_told_apart_by_what_precedes_them() -> None:
    body = "He said so. Then it rained.\n\nLater, in Paris, he said so."
    assert directive(body, "he said so", body.rindex("he said so")) == "Later%2C%20in%20Paris%2C-,he%20said%20so"


def test_a_hyphen_is_encoded_because_it_means_something_there() -> None:
    assert directive("long-range", "long-range") == "long%2Drange"


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert sentence_address(f"{URL}#part", "Yes", "") == f"{URL}#part:~:text=Yes"


def test_a_quotation_without_words_leads_to_the_page_itself() -> None:
    assert sentence_address(URL, "…", "") == URL


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_only_web_addresses_are_linked(text: str | None, expected: str | None) -> None:
    assert web_address(text) == expected


def test_a_host_is_named_without_www() -> None:
    assert host("https://www.News.example:8080/a") == "news.example"


@pytest.mark.parametrize(("path", "up"), [("index.html", ""), ("events/e.html", "../"), ("a/b/c.html", "../../")])
def test_every_page_knows_its_way_to_the_root(path: str, up: str) -> None:
    assert way_up(path) == up


@given(st.text(max_size=200), st.data())
def test_a_directive_holds_nothing_but_its_own_grammar(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    text = address(URL, body, start, end).removeprefix(URL).removeprefix("#:~:text=")
    assert all(c.isascii() and (c.isalnum() or c in "%_.~,-") for c in text)
    assert text.count(",") <= 2
