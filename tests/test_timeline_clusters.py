"""Which mentions are one event, which are not, and what stands for them."""

import pytest
from articles_made import mention, record

from generator.edtf import parse
from generator.model import Event, EventMention, Settings
from generator.timeline.assemble import make_timeline
from generator.timeline.likeness import compatible


def events(*articles: tuple[EventMention, ...], published: str | None = "2023-06-14") -> tuple[Event, ...]:
    """The events of articles with these mentions."""
    records = [
        record(f"{name}-paper", *held, published=published) for name, held in zip("abcdef", articles, strict=False)
    ]
    return make_timeline(records, Settings()).events


COMPATIBLE = [
    ("2022-02", "2022-02-24", True),
    ("2022-02-23", "2022-02-24", False),
    ("2023-02-14/2023-02-15", "2023-02-14", True),
    ("2022-02/2023-06-14", "2022-02", False),  # years of deliveries are no month's event
    ("../2023-06-14", "2023-06-13", True),
    ("../2023-06-14", "2023-05-01", False),
    ("2023-06-14/..", "2023-07", True),
    ("2023-06-14/..", "2024-07", False),
]


@pytest.mark.parametrize(("one", "other", "fits"), COMPATIBLE)
def test_dates_can_or_cannot_be_one_events(one: str, other: str, fits: bool) -> None:
    assert compatible(parse(one), parse(other)) is compatible(parse(other), parse(one)) is fits


SAME = [
    (
        "Moscow launched its war in February 2022",
        "Russia’s invasion was launched on Feb. 24, 2022",
        "2022-02",
        "2022-02-24",
    ),
    (
        "The Orbis launch was scrubbed.",
        "Bad weather postponed the liftoff.",
        "2023-06-14",
        "2023-06-14",
    ),
    (
        "Talks with sailors collapsed.",
        "The sailors’ talks broke down.",
        "2023-06-13",
        "2023-06-13",
    ),
    (
        "A fire broke out at the Halcyon mill in Ashford, forcing 120 people from their homes.",
        "Some 120 neighbours fled when the Halcyon mill in Ashford caught fire.",
        "2023-06-14",
        "2023-06-14",
    ),
]


@pytest.mark.parametrize(("a", "b", "day", "other_day"), SAME)
def test_one_happening_in_other_words_is_one_event(a: str, b: str, day: str, other_day: str) -> None:
    (event,) = events((mention(a, day),), (mention(b, other_day),))
    assert event.date == other_day
    assert event.disagreement == ()
    assert event.merged_because


OTHER = [
    ("A fire broke out at the mill in Ashford.", "The river burst its banks at Wellford."),
    ("Police arrested Ann Lee in Ashford.", "Police arrested Bo Diaz in Wellford."),
    ("The council of Ashford approved the wind farm.", "The council of Wellford rejected the port."),
]


RUNNING_STORY = [
    (
        ("Crews of nine towns dug in Hull for a week after a quake of magnitude 7.2.", "Crews dug for a week"),
        (
            "A village in the far north buried a child lost in the 7.2 quake.",
            "A village in the far north buried a child",
        ),
    ),
    (
        ("A survivor of the quake that killed 239 people left hospital.", "A survivor of the quake that killed 239"),
        ("Minister Ann Lee said 239 people had died in Hull.", "Minister Ann Lee said 239 people had died in Hull"),
    ),
]


@pytest.mark.parametrize(("one", "other"), RUNNING_STORY)
def test_what_is_told_for_days_of_a_disaster_is_not_one_event(one: tuple[str, str], other: tuple[str, str]) -> None:
    a, b = (mention(quote, heading=heading) for quote, heading in (one, other))
    assert len(events((a,), (b,))) == 2


def test_the_office_of_a_speaker_is_no_part_of_what_is_said() -> None:
    homes = "Prime Minister Ann Lee said 55 homes of Hull collapsed."
    villages = "Prime Minister Ann Lee called the villages of Hull the worst problem."
    told = [mention(text, status="statement", speaker="Ann Lee") for text in (homes, villages)]
    assert len(events((told[0],), (told[1],))) == 2


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_different_happenings_of_one_day_stay_apart(a: str, b: str) -> None:
    assert len(events((mention(a),), (mention(b),))) == 2


def test_a_shared_quotation_is_one_statement_though_translated() -> None:
    one = mention(
        "“Make sure they have the weapons and supplies to go on,” he said.", status="statement", speaker="J S"
    )
    two = mention("“Ensure they have the weapons, the supplies to go on,” he said.", status="statement", speaker="J S")
    assert len(events((one,), (two,))) == 1


def test_two_statements_of_one_speech_are_two() -> None:
    one = mention("“We see no signs that he is preparing for peace,” he said.", status="statement", speaker="J S")
    two = mention("“The issue of aircraft is not the most urgent,” he said.", status="statement", speaker="J S")
    assert len(events((one,), (two,))) == 2


PARAPHRASES = [
    (
        "Lee cautioned that Ukraine’s offensive was making progress but the outcome of the war remained uncertain.",
        "“Ukrainian forces are in an offensive and move forward, but nobody knows where the war will lead,” he said.",
        1,
    ),
    (  # figures of its own: another point of the speech
        "Lee revealed that the countries of the alliance have ordered shells worth $120 million.",
        "Lee cautioned that the alliance and its countries must sign targets for shells, timetables and deals.",
        2,
    ),
]


@pytest.mark.parametrize(("told", "quoted", "entries"), PARAPHRASES)
def test_how_it_is_said_is_no_part_of_what_is_said(told: str, quoted: str, entries: int) -> None:
    one, two = (mention(text, status="statement", speaker="Ann Lee") for text in (told, quoted))
    assert len(events((one,), (two,))) == entries


def test_an_announcement_that_goes_on_about_something_else_is_the_same_announcement() -> None:
    short = "New long-term guidelines for planning and funding of harbours are also on the agenda to help fishermen"
    long_ = (
        "They’ll also decide on “new long-term guidelines” for harbours planning, which Lee called decisive for Europe"
    )
    one, two = (mention(text, status="expected", speaker="Ann Lee") for text in (short, long_))
    assert len(events((one,), (two,))) == 1


def test_another_speaker_makes_it_another_statement() -> None:
    words = "The bridge over the river will be safe for traffic again"
    one, two = (mention(f"{name} said: {words}", status="statement", speaker=name) for name in ("Ann Lee", "Bo Diaz"))
    assert len(events((one,), (two,))) == 2


def test_a_meeting_told_and_announced_is_one_that_happened() -> None:
    past = mention("Ministers gathered in Brussels to discuss the war")
    ahead = mention("The ministers will convene in Brussels", status="expected")
    (event,) = events((past,), (ahead,))
    assert event.status == "happened"
    assert event.heading == past.heading


def test_meetings_in_two_towns_are_two() -> None:
    one, two = mention("Ministers met in Brussels on arms"), mention("Ministers met in Ramstein on arms")
    assert len(events((one,), (two,))) == 2


def test_sources_that_differ_on_the_day_are_shown_and_the_surer_one_dates_the_entry() -> None:
    sure = mention("Arms are to be agreed at a summit in Vilnius", "2023-07", "expected")
    loose = mention("a summit in Vilnius", "2023-06-15", "expected", review="the day may belong to the sentence")
    (event,) = events((sure,), (loose,))
    assert event.date == "2023-07"
    assert [(v.article, v.value) for v in event.disagreement] == [("a-paper", "2023-07"), ("b-paper", "2023-06-15")]


def test_an_editors_word_joins_and_parts() -> None:
    a, b = mention("A fire broke out at the mill."), mention("A dog was found.")
    assert len(events((a,), (mention(b.quote, same_as=a.id),))) == 1
    twin = mention("A fire broke out at the mill in town.")
    assert len(events((a,), (twin,))) == 1
    assert len(events((a,), (mention(twin.quote, distinct_from=(a.id,)),))) == 2


def test_hidden_events_and_articles_are_not_shown() -> None:
    shown, hidden = mention("A fire broke out."), mention("A dog was found.", hide=True)
    assert [event.heading for event in events((shown, hidden))] == ["A fire broke out."]


def test_the_order_of_articles_changes_nothing() -> None:
    records = [
        record(name, mention(f"A fire broke out at the mill in {name}.")) for name in ("Ashford", "Wells", "Bury")
    ]
    assert make_timeline(records, Settings()) == make_timeline(records[::-1], Settings())


def test_a_statement_behind_the_lede_backs_it() -> None:
    lede = mention("NATO chief J S urged allies to send arms.", status="statement", speaker="J S")
    backs = mention("“We must not wait a day longer,” he said.", status="statement", speaker="J S", paragraph=2)
    (event,) = events((lede, backs))
    assert [source.mention.id for source in event.sources] == [lede.id, backs.id]
