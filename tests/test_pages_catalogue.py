"""The interface's words: every language says everything, and says it with the same values."""

from __future__ import annotations

import re

import pytest
from lxml import html
from newsroom import READINGS, TEMPLATES, TIMELINE

from generator.model import Settings
from generator.pages.catalogue import CATALOGUES, direction, words_for
from generator.pages.datewords import date_words
from generator.pages.english import ENGLISH
from generator.pages.render import render_pages


def placeholders(text: str) -> list[set[str]]:
    """The values named, for singular and plural alike."""
    return [set(re.findall(r"\{(\w+)\}", part)) for part in text.split("|")]


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_language_has_the_same_keys_with_the_same_values(language: str) -> None:
    table = CATALOGUES[language]
    assert list(table) == list(ENGLISH)
    assert {key: placeholders(text) for key, text in table.items()} == {k: placeholders(t) for k, t in ENGLISH.items()}


COUNTS = [
    ("en", 0, "0 events"),
    ("en", 1, "1 event"),
    ("en", 2, "2 events"),
    ("en", 1234, "1,234 events"),
    ("en", 1234567, "1,234,567 events"),
    ("de", 1234, "1.234 Ereignisse"),
]


@pytest.mark.parametrize(("language", "number", "text"), COUNTS)
def test_counts_know_singular_and_plural_and_large_numbers(language: str, number: int, text: str) -> None:
    assert words_for(language)("count-events", n=number) == text


GERMAN_DATES = [
    ("2023-02-14", "Di 14. Feb 2023"),
    ("2023-07", "Juli 2023"),
    ("2023-02-06/2023-02-12", "Woche vom 6. Feb 2023"),
    ("../2023-06-14", "bis 14. Juni 2023"),
]


@pytest.mark.parametrize(("value", "text"), GERMAN_DATES)
def test_dates_are_written_the_languages_way(value: str, text: str) -> None:
    assert date_words(value, words_for("de")).full.replace(".", "") == text.replace(".", "")


def test_a_site_in_german_quotes_english_as_english() -> None:
    site = {page.path: page.content for page in render_pages(TIMELINE, Settings(language="de"), READINGS, TEMPLATES)}
    page = html.fromstring(site["index.html"])
    assert page.get("lang") == "de"
    assert {quote.get("lang") for quote in page.iter("blockquote")} == {"en"}
    assert {heading.get("lang") for heading in page.iter("h3")} == {"en"}
    assert "Warum dieses Datum?" in page.text_content()


LANGUAGES = [("en", "en"), ("EN-us", "en"), ("de-AT", "de"), ("xx", "en")]


@pytest.mark.parametrize(("asked", "given"), LANGUAGES)
def test_a_language_without_words_is_answered_in_english(asked: str, given: str) -> None:
    assert words_for(asked).language == given


@pytest.mark.parametrize(("language", "expected"), [("en", "ltr"), ("fa", "rtl"), ("ar-EG", "rtl")])
def test_quotations_run_the_way_their_language_does(language: str, expected: str) -> None:
    assert direction(language) == expected
