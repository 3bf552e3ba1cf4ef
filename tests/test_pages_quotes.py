"""Quotations: exact words, shortened at word ends, the date words marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.quotes import Piece, in_its_sentence, in_quotation_marks, quotation
from generator.passages import find_surroundings
from generator.text import Span

SENTENCE = (
    "Kyiv last week reported that more than 1,000 soldiers were killed in a day, and others on Monday in Bakhmut."
)
WORDS = st.lists(st.text("abcé’,.“”-", min_size=1, max_size=8), min_size=1, max_size=60)
MARKS = [
    ("last week", ["last week"]),
    ("on Monday", ["on Monday"]),
    ("last week … on Monday", ["last week", "on Monday"]),
    ("last week · on Monday", ["last week", "on Monday"]),
    ("on Mon", []),  # no half words
    ("on Tuesday", []),
    (None, []),
]
CUTS = [
    (100, SENTENCE),
    (4, "Kyiv last week reported …"),
    (2, "Kyiv last …"),
]


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(("words", "marked"), MARKS)
def test_the_words_a_date_was_read_from_are_marked(words: str | None, marked: list[str]) -> None:
    assert [piece.text for piece in quotation(SENTENCE, words, 100) if piece.marked] == marked


@pytest.mark.parametrize(("limit", "expected"), CUTS)
def test_a_long_quotation_ends_at_a_word_with_an_ellipsis(limit: int, expected: str) -> None:
    assert shown(quotation(SENTENCE, None, limit)) == expected


def test_date_words_beyond_the_limit_are_kept_and_what_stands_before_them_left_out() -> None:
    pieces = quotation(SENTENCE, "on Monday", 12)
    assert shown(pieces) == "Kyiv last week reported that … in a day, and others on Monday …"
    assert Piece("on Monday", marked=True) in pieces


QUOTED = [
    ("Kyiv asks for jets", "“Kyiv asks for jets”"),
    ("“Our stock is going down”", "“‘Our stock is going down’”"),
    ('Kyiv calls it "a start", and waits', "“Kyiv calls it ‘a start’, and waits”"),
    ('A 5" shell', '“A 5" shell”'),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotation_marks_inside_a_quotation_are_single(text: str, expected: str) -> None:
    assert in_quotation_marks(text) == expected


BODY = "Ahead of it, Kyiv asked for jets. “We need jets,” he said, and left.\n\nNobody answered."
CLAUSES = [
    ("Ahead of it, Kyiv asked for jets.", "Ahead of it, Kyiv asked for jets."),
    ("Kyiv asked for jets.", "… Kyiv asked for jets."),
    ("“We need jets,”", "“We need jets,”"),
    ("he said", "he said …"),
    ("Kyiv asked", "… Kyiv asked …"),
    ("Nobody answered.", "Nobody answered."),
    ("Nobody answered", "Nobody answered"),
]


@pytest.mark.parametrize(("quote", "expected"), CLAUSES)
def test_a_clause_shows_that_its_sentence_begins_before_it_or_goes_on(quote: str, expected: str) -> None:
    start = BODY.index(quote)
    pieces = in_its_sentence((Piece(quote),), find_surroundings(BODY, Span(start, start + len(quote)), addressed=False))
    assert shown(pieces) == expected


@given(WORDS, st.integers(1, 50), st.integers(0, 59), st.integers(1, 4))
def test_no_word_is_altered_added_or_moved(words: list[str], limit: int, first: int, length: int) -> None:
    quote = " ".join(words)
    kept = shown(quotation(quote, " ".join(words[first : first + length]), limit)).replace("…", " ").split()
    rest = iter(quote.split())
    assert all(word in rest for word in kept)


@given(WORDS, st.integers(1, 50))
def test_never_more_words_than_allowed(words: list[str], limit: int) -> None:
    kept = shown(quotation(" ".join(words), words[-1], limit)).replace("…", " ").split()
    assert len(kept) <= max(limit, 1)


@given(st.text(max_size=300), st.text(max_size=30), st.integers(1, 50))
def test_any_text_survives(quote: str, words: str, limit: int) -> None:
    assert shown(quotation(quote, words, limit)).strip(" …") in quote or limit < len(quote.split())
