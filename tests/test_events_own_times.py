"""Each event with the time of its own words: what another part of the sentence tells stays in that part's heading."""

import pytest
from articles_made import mentions

# a sentence of an article of Wednesday 14 June 2023 → the dates and headings of its events
SENTENCES = [
    (
        "The board of Halden rejected an offer of 13 crowns on 6 June and a second, of 14 crowns, two weeks later.",
        [("2023-06-06", "The board of Halden rejected an offer of 13 crowns")],
    ),
    (
        "Norvik first approached Halden in January, according to papers sent to investors on 5 June.",
        [("2023-01", "Norvik first approached Halden")],
    ),
    (
        "Sales at Norvik fell in January, according to figures released on 5 June.",
        [("2023-06-05", "Sales at Norvik fell in January")],
    ),
    (
        "Adam Roe scored 19 goals last season and made his debut in March 2022.",
        [("2022-03", "Adam Roe made his debut")],
    ),
    (
        "The novel sold 2,000 copies in its first year, but a BBC series in 1974 made her famous.",
        [("1974", "A BBC series made her famous")],
    ),
    (
        "The Bank of Leeds cut its rate on Wednesday and signaled two more cuts this year.",
        [
            ("2023-06-14", "The Bank of Leeds cut its rate"),
            ("2023-06-14", "The Bank of Leeds signaled two more cuts"),
        ],
    ),
    (
        "KETEMBA, June 14, 2023 (World Wire) -- At least 12 people were killed in Leeds, officials said Tuesday.",
        [("2023-06-13", "At least 12 people were killed in Leeds")],
    ),
]


@pytest.mark.parametrize(("text", "events"), SENTENCES, ids=lambda value: value[:30])
def test_an_event_has_the_time_of_its_own_words(text: str, events: list[tuple[str, str]]) -> None:
    assert [(event.date, event.heading) for event in mentions(text)] == events


def test_a_search_that_goes_on_is_not_of_the_day_of_the_escape() -> None:
    assert mentions("Police in Leeds are still looking for a bear that escaped on Sunday.") == ()


def test_a_dateline_is_no_part_of_who_speaks() -> None:
    (event,) = mentions("LEEDS, England, 14 June 2023 – Helix plc today announced that it had bought Norvik.")
    assert (event.speaker, event.date) == ("Helix plc", "2023-06-14")
