"""What is told by evidence or was decided: its date is not the day it was heard, shown or ruled."""

import pytest
from articles_made import mentions

# a sentence of an article of Wednesday 14 June 2023 → the date and heading of its event
TOLD = [
    ("The trial heard that Adam Roe signed the deal in May 2017.", "2017-05", "Adam Roe signed the deal"),
    ("It emerges that a firm had warned Leeds of rust in 2021.", "2021", "A firm had warned Leeds of rust"),
    ("Papers show that Helix paid Leeds on May 3.", "2023-05-03", "Papers show that Helix paid Leeds"),
    ("Papers showed that Helix paid Leeds on May 3.", "2023-05-03", "Helix paid Leeds"),
]


@pytest.mark.parametrize(("text", "date", "heading"), TOLD, ids=lambda value: value[:30])
def test_what_evidence_tells_has_its_own_date(text: str, date: str, heading: str) -> None:
    assert [(event.date, event.heading) for event in mentions(text)] == [(date, heading)]


def test_what_a_court_heard_is_a_claim() -> None:
    (event,) = mentions("The trial heard that Adam Roe signed the deal in May 2017.")
    assert (event.status, event.speaker, event.quote[:9]) == ("claim", None, "The trial")


@pytest.mark.parametrize(
    "text",
    [
        "Judge Ann Lee ruled that Leeds broke the law when it issued a permit in November 2022.",
        "Papers showed that he paid Helix in May 2017.",
        "The ministers of Leeds agreed that the law of May 2017 was void.",
    ],
)
def test_the_date_of_what_was_decided_or_of_nobody_named_dates_nothing(text: str) -> None:
    assert [event.date for event in mentions(text) if event.date != "../2023-06-14"] == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The court in Leeds heard on Tuesday that Adam Roe signed the deal in May 2017.", "2023-06-13"),
        ("The ministers of Leeds agreed that talks will resume on Friday.", "2023-06-16"),
    ],
)
def test_a_day_of_the_hearing_or_to_come_stays(text: str, date: str) -> None:
    assert [event.date for event in mentions(text)] == [date]
