"""Order and chapters: each event in one place, by its earliest possible day."""

from itertools import pairwise

import pytest
from articles_made import mention, record
from hypothesis import given
from hypothesis import strategies as st

from generator.model import ChapterSetting, EventMention, Settings, Status, Timeline
from generator.timeline.assemble import make_timeline
from generator.timeline.order import sort_key

MEETINGS = Settings(
    starts="2023-02",
    chapters=(ChapterSetting("The first", meeting="2023-02"), ChapterSetting("The second", meeting="2023-06")),
)


def timeline(settings: Settings, *mentions: EventMention) -> Timeline:
    """One article's events as a timeline."""
    return make_timeline([record("paper", *mentions)], settings)


def placed(settings: Settings, *mentions: EventMention) -> dict[str, str]:
    """Heading → chapter."""
    made = timeline(settings, *mentions)
    names = {event.id: event.heading for event in made.events}
    return {names[id_]: chapter.title for chapter in made.chapters for id_ in chapter.events}


FIRST = mention("Ministers met in Brussels", "2023-02-14/2023-02-15")
SECOND = mention("Leaders gathered in Oslo", "2023-06-15")


@pytest.mark.parametrize(
    ("date", "chapter"),
    [
        ("2008", "Background"),
        ("2022-02/2023-06-14", "Background"),
        ("2023-02-06/2023-02-12", "The first"),
        ("2023-02-24", "The first"),
        ("2023-04-04", "Between"),
        ("../2023-06-14", "The second"),
        ("2023-06-16", "The second"),
        ("2023-07", "Announced for later"),
        (None, "Undated"),
    ],
)
def test_an_event_of_this_date_goes_to_this_chapter(date: str | None, chapter: str) -> None:
    status: Status = "expected" if date == "2023-07" else "happened"
    assert placed(MEETINGS, FIRST, SECOND, mention("Something", date, status))["Something"] == chapter


def test_a_meetings_days_are_found_in_the_articles_and_sessions_join() -> None:
    session = mention("They are to agree at a meeting on Friday", "2023-06-16", "expected", "Ann Lee")
    chapters = timeline(MEETINGS, FIRST, SECOND, session).chapters
    assert [(c.date, c.place) for c in chapters] == [
        ("2023-02-14/2023-02-15", "Brussels"),
        ("2023-06-15/2023-06-16", "Oslo"),
    ]


BY_TIME = [
    (["2023-02-14"] * 3 + ["2023-06-15"] * 3, ["2023-02", "2023-06"]),
    (["2023-02-14"] * 5 + ["2023-06-15"], ["2023-02", "2023-06"]),
    (["2023-02-14", "2023-06-15"], ["2023"]),
    (["1936-03-03", "1953", "1964", *["2024-11-04"] * 3], ["1936/1964", "2024-11"]),
    (["1936", "1953", "1964", "1979", "2012-05"], ["1936/1964", "1979/2012"]),
    (["2022-12-30", *["2023-01-02"] * 3], ["2022-12", "2023-01"]),
]


@pytest.mark.parametrize(("dates", "chapters"), BY_TIME)
def test_without_settings_months_are_chapters_or_years_where_months_hold_few(
    dates: list[str], chapters: list[str]
) -> None:
    told = [mention(f"{number} {'word ' * number}", date) for number, date in enumerate(dates)]
    assert [c.title for c in timeline(Settings(), *told).chapters] == chapters


@pytest.mark.parametrize(
    ("date", "chapter"),
    [("2010", "2010"), ("2010-08", "2010-08"), ("2010-22", "2010"), ("2010-34", "2010"), ("../2010-08-09", "2010-08")],
)
def test_what_is_told_of_a_year_only_is_in_no_month(date: str, chapter: str) -> None:
    assert [c.title for c in timeline(Settings(), mention("Floods killed many", date)).chapters] == [chapter]


def test_a_configured_meeting_nobody_tells_of_makes_no_chapter() -> None:
    assert [c.title for c in timeline(MEETINGS, SECOND).chapters] == ["The second"]


def test_no_articles_make_an_empty_timeline() -> None:
    assert make_timeline([], Settings()).events == ()


DATES = st.sampled_from(
    ["2023", "2023-02", "2023-02-14", "2023-02-14/2023-02-15", "../2023-02-14", "2023-02-14/..", None]
)


@given(st.lists(DATES, max_size=12))
def test_every_event_is_in_one_chapter_and_in_order(dates: list[str | None]) -> None:
    mentions = [mention(f"{number} {'word ' * number}", date) for number, date in enumerate(dates)]
    made = timeline(MEETINGS, *mentions)
    assert [id_ for chapter in made.chapters for id_ in chapter.events] == [event.id for event in made.events]
    for chapter in made.chapters:
        keys = [sort_key(event) for event in made.events if event.id in chapter.events]
        assert all(one <= other for one, other in pairwise(keys))
