"""What an article reports: dated happenings, statements, claims and expectations, each with its evidence."""

import pytest
from articles_made import article, mentions
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.tagger import find_timexes
from generator.events.mentions import find_events

# one sentence of an article of Wednesday 14 June 2023 → date, status, speaker
SENTENCES = [
    ("A fire broke out at the plant on Tuesday.", "2023-06-13", "happened", None),
    ("Mayor Ann Lee said on Monday that the bridge is safe.", "2023-06-12", "statement", "Ann Lee"),
    ("Police said a man was killed on Tuesday.", "2023-06-13", "claim", "Police"),
    ("Kyiv last week reported that a village was taken.", "2023-06-05/2023-06-11", "claim", "Kyiv"),
    ("The council of Leeds will vote on the plan on Friday.", "2023-06-16", "expected", None),
    ("Ann Lee said she expected the council to agree on Friday.", "2023-06-16", "expected", "Ann Lee"),
    ("Parliament passed the law in 2008.", "2008", "happened", None),
    ("The war began in February last year.", "2022-02", "happened", None),
    ("The Senate on Tuesday passed a bill and sent it to the House, which is to vote.", "2023-06-13", "happened", None),
    ("Trains of Northern Rail will not run after 6pm on Christmas Eve.", "2023-12-24", "expected", None),
    ("The board of Leeds was due to vote on June 2.", "2023-06-02", "expected", None),
    ("The weather agency of Spain issued a warning today and said winds would rise.", "2023-06-14", "happened", None),
    ("The board of Leeds today scrapped a tunnel that would have saved an hour.", "2023-06-14", "happened", None),
    ("Results from Leeds are expected by Thursday night.", "2023-06-15", "expected", None),
    ("The truce is to be followed by talks in Oslo later this month.", "2023-06", "expected", None),
    ("The ferry left at 9 a.m. on Sunday, said Oslo's Coast Agency.", "2023-06-11", "claim", "Oslo's Coast Agency"),
    ("The ministers met on June 1–2.", "2023-06-01/2023-06-02", "happened", None),
    ("The ministers met in Oslo on Monday and Tuesday.", "2023-06-12/2023-06-13", "happened", None),
    (
        "Northern Rail said earlier this year, on May 29, that it would cut jobs.",
        "2023-05-29",
        "statement",
        "Northern Rail",
    ),
    (
        "Factories have made 5 million masks since the plague began in March 2020.",
        "2020-03/2023-06-14",
        "happened",
        None,
    ),
]


@pytest.mark.parametrize(("text", "date", "status", "speaker"), SENTENCES, ids=lambda value: str(value)[:36])
def test_a_sentence_reports_this(text: str, date: str, status: str, speaker: str | None) -> None:
    first = mentions(text)[0]
    assert (first.date, first.status, first.speaker) == (date, status, speaker)


CONTEXT = [
    "The army expends thousands of shells each day.",
    "The country considers itself a partner.",
    "The president has repeatedly railed against the neighbours.",
    "Moscow has said that the deliveries prolong the war.",
    "The plant, which is the largest of the region, makes steel.",
    "She has a broad background in journalism.",
    "The company was founded in 1957 by two brothers from Leeds.",
    "In 2006, 52 percent of households had no car, census figures show.",
    "The last comparable case in Leeds dates from October 1998.",
    "A public meeting is planned for Friday.",
    "The storm is the strongest to hit the region since Leslie in October 2018.",
    "The state has not recorded a death from measles since 1994.",
    "Varga served as minister from 2014 to 2020.",
]


@pytest.mark.parametrize("text", CONTEXT)
def test_context_is_no_event(text: str) -> None:
    assert mentions("A fire broke out on Tuesday.", text)[1:] == ()


def test_one_sentence_can_hold_events_of_three_dates() -> None:
    found = mentions(
        "The union on Monday called for a strike after saying a day earlier that talks had failed, "
        "which were opened before ministers met on June 2."
    )
    assert [event.date for event in found][:2] == ["2023-06-12", "2023-06-11"]


def test_a_saying_participle_keeps_the_speaker() -> None:
    lede = "NATO chief Jens Stoltenberg on Wednesday urged allies to act after saying a day prior that war had begun."
    main, aside = mentions(lede)
    assert (main.date, aside.date) == ("2023-06-14", "2023-06-13")
    assert main.speaker == aside.speaker == "Jens Stoltenberg"


def test_a_meeting_as_long_as_it_is_said_to_last() -> None:
    found = mentions("“It is time,” Mayor Ann Lee said on Tuesday at the start of a two-day meeting of mayors.")
    assert [(event.date, event.basis.rule if event.basis else "") for event in found][1] == (
        "2023-06-13/2023-06-14",
        "meeting-span",
    )


def test_an_undated_remark_takes_the_day_its_speaker_last_spoke() -> None:
    found = mentions("Mayor Ann Lee spoke to reporters on Monday.", "“The bridge is safe for all of us,” Lee said.")
    assert found[1].date == "2023-06-12"
    assert found[1].basis is not None
    assert found[1].basis.rule == "same-occasion"


def test_the_day_of_what_somebody_recalls_is_not_that_of_the_remark() -> None:
    (remark,) = mentions("Health minister Paolo Ricci recalled the 8,000 deaths of last winter.")
    assert remark.date == "../2023-06-14"


def test_an_undated_remark_has_no_day_of_another_occasion_told_behind_it() -> None:
    told = mentions("Mayor Ann Lee said the bridge is safe.", "On May 18, Lee reaffirmed her plan for a tunnel.")
    assert [remark.date for remark in told] == ["../2023-06-14", "2023-05-18"]


def test_a_day_to_come_behind_a_remark_is_not_when_it_was_made() -> None:
    (remark,) = mentions("“Enough is enough,” mayor Ann Lee said, adding that her party would vote on Friday.")
    assert (remark.date, remark.status) == ("../2023-06-14", "statement")


def test_another_speaker_does_not_inherit_the_day() -> None:
    found = mentions("Mayor Ann Lee spoke to reporters on Monday.", "Governor Bo Diaz said that the bridge is safe.")
    assert (found[1].date, found[1].review) == ("../2023-06-14", "the text gives no day for this")


def test_what_ministers_are_to_discuss_is_expected_for_their_meeting() -> None:
    found = mentions(
        "Defence ministers are meeting in Brussels on June 14–15.",
        "The ministers are set to discuss new guidelines, secretary Ann Lee said.",
    )
    assert (found[1].date, found[1].status) == ("2023-06-14/2023-06-15", "expected")
    assert found[1].basis is not None
    assert found[1].basis.words is None  # "the ministers" tell no date


def test_what_was_said_ahead_of_a_meeting_was_said_up_to_its_first_day() -> None:
    found = mentions(
        "Defence ministers are meeting in Brussels on June 14–15.",
        "Ahead of the ministers’ meeting, Ukraine renewed its appeal for jets.",
    )
    assert found[1].date == "../2023-06-14"


def test_a_day_behind_a_meeting_without_a_verb_is_unsure() -> None:
    found = mentions("Arms are central to talks between ministers ahead of a summit in Vilnius on Thursday.")
    assert [event.review for event in found if event.date == "2023-06-15"] == [
        "the day may belong to the sentence and not to this meeting"
    ]


def test_without_a_day_of_publication_nothing_relative_is_dated() -> None:
    assert mentions("A fire broke out on Tuesday.", published=None) == ()


def test_a_dateline_is_no_part_of_the_quotation() -> None:
    assert mentions("BRUSSELS: The talks ended on Tuesday.")[0].quote == "The talks ended on Tuesday."


def test_the_headline_stands_for_the_lede_it_sums_up() -> None:
    lede = "A fire destroyed the old market hall of Leeds on Tuesday, leaving nobody hurt."
    assert mentions(lede, title="Fire destroys Leeds market hall")[0].heading == "Fire destroys Leeds market hall"


def test_an_id_stays_when_other_paragraphs_change() -> None:
    sentence = "A fire broke out at the plant on Tuesday."
    assert mentions(sentence)[0].id == mentions("The town is small.", sentence)[0].id


@given(
    st.lists(st.sampled_from("on Tuesday he said “we will” the ministers met Ann Lee after in 2008 . , since".split()))
)
def test_every_mention_quotes_the_body_exactly(words: list[str]) -> None:
    made = article(" ".join(words).replace(" .", ".\n\n"))
    for event in find_events(made, find_timexes(made.body, made.published)).mentions:
        assert made.body[event.start : event.end] == event.quote != ""
