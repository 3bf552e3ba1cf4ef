"""Sentences keep a quotation with the words that say who spoke."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events.quotations import mask_quotes, quoted_spans
from generator.events.sentences import split_sentences

SPLITS = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("- On Monday he left.\n\n• 14:05 She stayed.", ["On Monday he left.", "She stayed."]),
    ("The U.S. Senate met on Feb. 14 in Washington.", ["The U.S. Senate met on Feb. 14 in Washington."]),
    ("They flew to the U.S. The talks failed.", ["They flew to the U.S.", "The talks failed."]),
    ("Gen. J. R. Smith spoke. Nobody heard.", ["Gen. J. R. Smith spoke.", "Nobody heard."]),
    ("“We wait. We hope,” she said. “That is all.”", ["“We wait. We hope,” she said.", "“That is all.”"]),
    ("He said: “Go. Now.” They went.", ["He said: “Go. Now.”", "They went."]),
    ("Shares rose 2.5 percent at 3 p.m. Traders cheered.", ["Shares rose 2.5 percent at 3 p.m. Traders cheered."]),
    ("It opened at 3 p.m. The crowd cheered.", ["It opened at 3 p.m.", "The crowd cheered."]),
    ('"Stop," he said. "Now!" Nobody did.', ['"Stop," he said.', '"Now!"', "Nobody did."]),
    # machine translation: the closing mark is lost, and the next quotation opens
    (
        "“They move on.The chief underlined. “Nobody knows.he added.",
        ["“They move on.The chief underlined.", "“Nobody knows.he added."],
    ),
    ("Officials said.The minister left.", ["Officials said.", "The minister left."]),
    ("It began in 2023.Troops entered the town.", ["It began in 2023.", "Troops entered the town."]),
    ("“We will win.”The minister left.", ["“We will win.”", "The minister left."]),
    ("He said.“We go.” They went.", ["He said.", "“We go.”", "They went."]),
    ("It is over!The crowd cheered. Why?Nobody knows.", ["It is over!", "The crowd cheered.", "Why?", "Nobody knows."]),
    ("They left Kyiv.The army stayed.", ["They left Kyiv.", "The army stayed."]),
    ("Prices rose 5.5%.It’s a record.", ["Prices rose 5.5%.", "It’s a record."]),
    ("He said: “We go.They stay.” She left.", ["He said: “We go.They stay.”", "She left."]),
    ("Oct 21 (Reuters) - Helvora grew. It fell.", ["Helvora grew.", "It fell."]),
    ("HULL, Md. (WNW) — A bus fell. It burned.", ["A bus fell.", "It burned."]),
    ("(HULL, Fla.) -- A bus fell. It burned.", ["A bus fell.", "It burned."]),
    ("They met on April 21st. Nobody came.", ["They met on April 21st.", "Nobody came."]),
    ("“It goes down,” he said.warned that", ["“It goes down,” he said.", "warned that"]),
    ("He warned.de readers of it.", ["He warned.de readers of it."]),
]


ONE_SENTENCE = [
    "He works at Booking.com with Node.js.",
    "The U.S.Navy came with Ph.D.students.",
    "J.K.Rowling wrote it.",
    "Open Report.Final.pdf or System.Out.println(x) now.",
    "She called fmt.Println(x) and os.Exit too.",
    "St.Petersburg, Mr.Smith and Gen.Lee are names.",
    "See www.Example.Com or write to john.Smith@example.org.",
    "Yahoo!Japan and Jeopardy!Host are names, too.",
    "1.The first of all.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_stop_inside_a_name_ends_no_sentence(text: str) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == [text]


@pytest.mark.parametrize(("text", "sentences"), SPLITS, ids=lambda value: str(value)[:30])
def test_a_paragraph_falls_into_these_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == sentences


def test_a_subheading_is_no_sentence() -> None:
    assert [s.text for s in split_sentences("## What he said\n\nHe spoke.")] == ["He spoke."]


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("\\#MeToo changed that. It went on.", ["#MeToo changed that.", "It went on."]),
        ("\\# 1 in sales, he said.", ["# 1 in sales, he said."]),
        ("It is called \\#1. Nobody knows why.", ["It is called \\#1.", "Nobody knows why."]),
        ("\\ is a sign.", ["\\ is a sign."]),
    ],
)
def test_the_backslash_before_a_hash_sign_is_none_of_the_articles_words(body: str, sentences: list[str]) -> None:
    found = split_sentences(body)
    assert [sentence.text for sentence in found] == sentences == [body[s.start : s.end] for s in found]


def test_paragraphs_are_counted_from_one_and_headings_count() -> None:
    assert [s.paragraph for s in split_sentences("One.\n\n## Two\n\nThree. Still three.")] == [1, 3, 3]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('the "plan" failed', ['"plan"']),
        ('a 5" pipe and no quotation', []),
        ("“Left open, as a speech that goes on is", ["“Left open, as a speech that goes on is"]),
        ("“They advance to liberate territories.he added.", ["“They advance to liberate territories."]),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


def test_a_stray_mark_does_not_swallow_a_long_paragraph() -> None:
    assert quoted_spans("“" + "word " * 200) == ()


@given(st.text(max_size=300))
def test_every_sentence_stands_in_the_body_where_it_says(body: str) -> None:
    for sentence in split_sentences(body):
        assert body[sentence.start : sentence.end] == sentence.text


@given(st.text(alphabet="ab. “”\"'", max_size=80))
def test_masking_changes_no_length(text: str) -> None:
    assert len(mask_quotes(text)) == len(text)
