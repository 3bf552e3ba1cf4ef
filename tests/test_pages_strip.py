"""The overview strip: its unit, its columns, its breaks; and a long timeline in parts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import RECORDS, TIMELINE

from generator import edtf
from generator.model import Chapter, Event, Settings, Source, Status, Timeline
from generator.pages.edition import Edition, make_edition
from generator.pages.parts import MOST_EVENTS, by_year, make_parts
from generator.pages.strip import MOST_DOTS_WIDE, Column, Strip, make_strip
from generator.pages.timeline_views import make_chapters

MODEL = TIMELINE.events[0]


def event(number: int, when: str | None, status: Status = "happened") -> Event:
    mention = MODEL.sources[0].mention._replace(id=f"e-{number:08x}", date=when)
    sources = (Source(MODEL.sources[0].article, mention),)
    return MODEL._replace(id=mention.id, date=when, status=status, sources=sources)


def edition(*dates: str | None, status: Status = "happened") -> Edition:
    events = tuple(event(number, when, status) for number, when in enumerate(dates))
    chapter = Chapter("all", "All", None, tuple(e.id for e in events))
    return make_edition(Timeline("T", None, None, tuple(RECORDS.values()), (chapter,), events), Settings(), {})


def strip(*dates: str) -> Strip:
    made = make_strip(edition(*dates))
    assert made
    return made


def labels(made: Strip) -> list[str]:
    """Columns by their label, what repeats left out; voids by their words or their slots."""
    return [
        " ".join(cell.label[: 1 if cell.repeats else 2]).strip()
        if isinstance(cell, Column)
        else cell.words or "-" * cell.slots
        for cell in made.cells
    ]


AXES = [
    (("2023-02-14", "2023-06-14"), ["Feb 2023", "---", "Jun"]),
    (("2008", "2022-02-24", "2023-02", "2023-02-14"), ["2008", "13 years", "Feb 2022", "11 months", "Feb 2023"]),
    (("2023-02-13", "2023-02-14", "2023-02-17"), ["13 Feb 2023", "14", "--", "17"]),
    (("2023-02-03", "2023-02-14"), ["3 Feb 2023", "10 days", "14"]),
    (("2023-02-27", "2023-03-01"), ["27 Feb 2023", "-", "1 Mar 2023"]),
    (("2022-12-30/2023-01-02", "2023-04"), ["Dec 2022", "---", "Apr 2023"]),
    (("../2023-06-14", "2023-09-01"), ["Jun 2023", "--", "Sept"]),
    (("2023", "2023-06-14", "2024-01"), ["2023", "Jun 2023", "6 months", "Jan 2024"]),
    (tuple(f"{year}-05-01" for year in range(1960, 2000)), None),
    (("1914", "199X"), ["1914", "75 years", "1990"]),
]


@pytest.mark.parametrize(("dates", "axis"), [case for case in AXES if case[1]])
def test_the_axis_is_to_scale_or_broken_visibly(dates: tuple[str, ...], axis: list[str]) -> None:
    assert labels(strip(*dates)) == axis


UNITS = [
    ([f"2023-02-{day:02}" for day in range(1, 29)], 28),
    ([f"{year}-{month:02}-01" for year in (2021, 2022, 2023) for month in range(1, 13)], 36),
    ([f"{year}-{month:02}-01" for year in range(2010, 2024) for month in range(1, 13)], 14),
    ([f"{year}" for year in range(1800, 2000)], 20),
    ([f"{year}-05" for year in (1936, 1953, 1964, 1979, 2012, 2022, 2023)], 7),
    ([f"{year}-05" for year in range(1900, 2000, 5)], 10),
]


@pytest.mark.parametrize(("dates", "columns"), UNITS)
def test_the_unit_grows_with_the_span(dates: list[str], columns: int) -> None:
    assert sum(isinstance(cell, Column) for cell in strip(*dates).cells) == columns


def test_a_crowded_column_turns_all_into_bars() -> None:
    cells = strip(*["2023-02-14"] * 61, "2023-06-14").cells
    assert [(len(cell.dots), len(cell.bars)) for cell in cells if isinstance(cell, Column)] == [(0, 1), (0, 1)]


def test_a_meeting_stands_at_its_column() -> None:
    made = make_strip(make_edition(TIMELINE, Settings(), {}))
    assert made
    meetings = {cell.label[0]: cell.meeting for cell in made.cells if isinstance(cell, Column) and cell.meeting}
    assert meetings == {"Feb": "14–15 Feb", "Jun": "15–16 Jun"}


@pytest.mark.parametrize("dates", [(), ("2023-02-14",), (None, None), ("2023-02-14", "2023-02-14")])
def test_with_less_than_two_dates_there_is_no_strip(dates: tuple[str | None, ...]) -> None:
    assert make_strip(edition(*dates)) is None


DAYS = st.dates(min_value=date(1, 1, 1)).map(str)
DATES = st.one_of(DAYS, DAYS.map(lambda d: d[:7]), DAYS.map(lambda d: d[:4]), DAYS.map(lambda d: f"../{d}"))


@given(st.lists(DATES, min_size=1, max_size=80))
@settings(max_examples=60)
def test_every_dated_event_is_one_dot_in_one_column(dates: list[str]) -> None:
    made = make_strip(edition(*sorted(dates, key=edtf.parse)))
    columns = [cell for cell in made.cells if isinstance(cell, Column)] if made else []
    assert not made or sum(len(c.dots) for c in columns) == len(dates) or any(c.bars for c in columns)
    assert all(0 <= dot.x <= c.width and 0 <= dot.y <= made.height for c in columns for dot in c.dots if made)


def days(count: int, step: int) -> list[str]:
    return [(date(2021, 1, 1) + timedelta(days=number * step)).isoformat() for number in range(count)]


DRAWN = [
    (["2021-01-01"] * 60 + ["2021-03-01"], False),
    (["2021-01-01"] * 61 + ["2021-03-01"], True),
    (days(MOST_DOTS_WIDE * 3, 4), False),
    (days(MOST_DOTS_WIDE * 30, 1), True),
]


@pytest.mark.parametrize(("dates", "as_bars"), DRAWN)
def test_many_events_are_drawn_as_bars_that_stay_inside_the_drawing(dates: list[str], as_bars: bool) -> None:
    made = make_strip(edition(*dates))
    assert made
    columns = [cell for cell in made.cells if isinstance(cell, Column)]
    assert all(bool(column.bars) is as_bars for column in columns)
    assert all(bar.y > 0 and bar.y + bar.height <= made.height for column in columns for bar in column.bars)


@pytest.mark.parametrize(("years", "width"), [(2, 64), (4, 64), (10, 26), (30, 20)])
def test_the_fewer_bars_there_are_the_wider_they_are(years: int, width: int) -> None:
    made = strip(*(f"{1990 + number}" for number in range(years) for _ in range(61)))
    assert {cell.width for cell in made.cells if isinstance(cell, Column)} == {width}


def test_a_part_says_how_many_of_its_chapters_events_stand_on_it() -> None:
    made = edition(*days(MOST_EVENTS + 1, 4))
    counts = [chapter.tally for part in make_parts(made) for chapter in make_chapters(made, part)]
    assert counts == ["92 of 151 events", "59 of 151 events"]


def test_the_front_page_lists_the_parts_by_year() -> None:
    parts = make_parts(edition(*days(400, 1), None))
    assert [(year.title, len(year.parts)) for year in by_year(parts)] == [("2021", 12), ("2022", 1), ("Undated", 1)]


def test_under_its_year_a_month_is_listed_without_it() -> None:
    parts = make_parts(edition(*days(MOST_EVENTS + 20, 1), *["2021-12-01"] * (MOST_EVENTS + 1)))
    assert [part.label for part in parts][-2:] == ["December (1/2)", "December (2/2)"]
    assert parts[0].label == "January"


PARTS = [
    (days(MOST_EVENTS, 1), ["index.html"]),
    (days(MOST_EVENTS + 1, 4), ["timeline/2021.html", "timeline/2022.html"]),
    (days(MOST_EVENTS * 2, 1)[: MOST_EVENTS + 40], [f"timeline/2021-{month:02}.html" for month in range(1, 8)]),
    (["2021-05-01"] * (MOST_EVENTS + 1), ["timeline/2021-05.html", "timeline/2021-05-part-2.html"]),
    (["2021-05-01"] * MOST_EVENTS + [None], ["timeline/2021.html", "timeline/undated.html"]),
]


@pytest.mark.parametrize(("dates", "paths"), PARTS)
def test_a_long_timeline_is_parted_by_year_then_month(dates: list[str | None], paths: list[str]) -> None:
    assert [part.path for part in make_parts(edition(*dates))] == paths


@pytest.mark.parametrize("dates", [dates for dates, _ in PARTS])
def test_every_event_stands_in_one_part_and_no_part_is_too_long(dates: list[str | None]) -> None:
    made = edition(*dates)
    parts = make_parts(made)
    shown = [card.id for part in parts for chapter in make_chapters(made, part) for card in chapter.cards]
    assert shown == [event.id for event in made.timeline.events]
    assert max(len(part.names) for part in parts) <= MOST_EVENTS
