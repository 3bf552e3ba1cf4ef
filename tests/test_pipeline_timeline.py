"""The timeline of the five real articles, read with a person's eye: what must be on it, and what must not."""

from __future__ import annotations

import re
from typing import Any

import pytest
from builds import Built

# date, status, words that one of its quotations holds
ENTRIES = (
    ("2008", "happened", "Ukraine would join the military organization one day"),
    ("2022-02-24", "happened", "began in February last year"),
    ("2023-02-06/2023-02-12", "happened", "pushed hard for combat planes last week"),
    ("2023-02-06/2023-02-12", "claim", "Kyiv last week reported that more than 1,000"),
    ("2023-02-13", "statement", "saying a day prior that Russia had already launched"),
    ("2023-02-13", "statement", "an organisation which is hostile to us"),
    ("2023-02-13", "statement", "The U.S. on Monday told its citizens in Russia to leave"),
    ("2023-02-14", "statement", "We see no signs that President Putin is preparing for peace"),
    ("2023-02-14", "happened", "Russian forces bombarded Ukrainian troops"),
    ("2023-02-14", "statement", "That shared resolve will sustain Ukraine’s momentum"),
    ("2023-02-14/2023-02-15", "happened", "are meeting on Feb. 14–15"),
    ("2023-02-20/2023-02-26", "expected", "will hit its one-year mark next week"),
    ("2023-06-14", "statement", "Stoltenberg said a day before NATO defense ministers"),
    ("2023-06-15", "happened", "NATO defense ministers gathered in Brussels on Thursday"),
    ("2023-06-16", "expected", "at a subsequent meeting on Friday"),
    ("2023-07", "expected", "at a summit next month in Lithuania's capital Vilnius"),
)
# two quotations that one event holds: told by two articles, or twice by one
TOGETHER = (
    ("new attacks,” Stoltenberg said at the start", "new attacks,” he told reporters in Brussels"),
    ("launched on Feb. 24, 2022", "Moscow launched its war in February 2022"),
    ("jointly ordered 155-millimeter shells", "collectively ordered 155-millimeter shells"),
    ("a subsequent meeting on Friday to agree", "during a subsequent meeting on Friday"),
    ("are meeting on Feb. 14–15", "a two-day meeting of NATO defense ministers"),
    ("saying a day prior that Russia", "we have seen the start already"),
)  # fmt: skip
# two quotations that no event may hold together
APART = (
    ("We see no signs that President Putin", "The most obvious thing is"),
    ("Kremlin spokesman Dmitry Peskov told", "Stoltenberg"),
    ("are meeting on Feb. 14–15", "gathered in Brussels on Thursday"),
    ("at a subsequent meeting on Friday", "gathered in Brussels on Thursday"),
    ("at a summit next month", "gathered in Brussels on Thursday"),
)
# words of captions and furniture, which report no event
NO_EVENTS = (
    "gives a press conference", "speaks at a NATO defence ministers", "doorstep statement", "stands on the road",
    "attends a joint news conference", "drive along a street", "min read", "0:00", "SHARE THIS", "senior reporter",
    "contributed to this report", "shells each day", "repeatedly railed", "alternate addresses",
)  # fmt: skip
# an expression that dates nothing, or not on that day: words of the quotation, dates it must not have
WRONG_DATES = (
    ("alliance summit in Vilnius", {"2023-06-14", "2023-06-15", "2023-06-16"}),
    ("a summit next month", {"2023-06-15", "2023-07-01", "2023-07-15"}),
    ("Russian offensive had already started", {"2023-02-14"}),
    ("we have seen the start already", {"2023-02-14"}),
    ("saying a day prior", {"2023-02-14"}),
    ("Stoltenberg said a day before", {"2023-06-13", "2023-06-15"}),
    ("began in February last year", {"2023-02", "2022"}),
    ("combat planes last week", {"2023-02-07", "2022-02-24"}),
    ("which proves this hostility every day", {"2023-02-14"}),
    ("155-millimeter shells", {"2023", "2023-01-01"}),
)
CAPTION_DAYS = {"2022-02-18", "2023-02-09", "2023-02-11"}


def quotations(event: Any) -> list[str]:
    return [source["quote"] for source in event["sources"]]


def holding(built: Built, words: str) -> list[Any]:
    """The events one of whose quotations holds the words."""
    return [event for event in built.events if any(words in quote for quote in quotations(event))]


def ids_holding(built: Built, words: str) -> set[str]:
    """The ids of the events one of whose quotations holds the words; there is one."""
    ids = {event["id"] for event in holding(built, words)}
    assert ids, f"no event quotes “{words}”"
    return ids


@pytest.mark.parametrize(("date", "status", "words"), ENTRIES, ids=[words for _, _, words in ENTRIES])
def test_the_timeline_holds_what_a_reader_finds(five: Built, date: str, status: str, words: str) -> None:
    assert (date, status) in [(event["date"], event["status"]) for event in holding(five, words)]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_one_happening_told_twice_is_one_event(five: Built, one: str, other: str) -> None:
    assert ids_holding(five, one) & ids_holding(five, other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_happenings_are_two_events(five: Built, one: str, other: str) -> None:
    assert not ids_holding(five, one) & ids_holding(five, other)


@pytest.mark.parametrize("words", NO_EVENTS)
def test_captions_furniture_and_habits_are_no_events(five: Built, words: str) -> None:
    assert any(words in seed.read_text(encoding="utf-8") for seed in (five.root / "seeds").glob("*.txt"))
    assert holding(five, words) == []


@pytest.mark.parametrize(("words", "wrong"), WRONG_DATES, ids=[words for words, _ in WRONG_DATES])
def test_no_event_has_the_date_a_hasty_reader_would_give_it(five: Built, words: str, wrong: set[str]) -> None:
    assert {event["date"] for event in holding(five, words)} - wrong
    assert {event["date"] for event in holding(five, words)} & wrong == set()


def test_a_captions_day_dates_no_event(five: Built) -> None:
    assert {event["date"] for event in five.events} & CAPTION_DAYS == set()


def test_no_event_brings_two_months_together_unless_it_lies_before_both(five: Built) -> None:
    for event in five.events:
        months = {source["article"][:7] for source in event["sources"]}
        assert len(months) == 1 or event["date"] < "2023", event["heading"]


# ---------------------------------------------------------------- the export's contract


def test_every_quotation_stands_in_its_articles_text_at_the_offsets_given(five: Built) -> None:
    bodies = {a["id"]: body_of(five, a["id"]) for a in five.timeline["articles"]}
    sources = [source for event in five.events for source in event["sources"]]
    assert len(sources) > 30
    assert [s["quote"] for s in sources if bodies[s["article"]][s["start"] : s["end"]] != s["quote"]] == []


def body_of(built: Built, slug: str) -> str:
    text = (built.root / f"content/{slug}.md").read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1].strip("\n")


def test_the_number_of_a_paragraph_is_that_of_the_quotations_paragraph(five: Built) -> None:
    for source in (source for event in five.events for source in event["sources"]):
        before = body_of(five, source["article"])[: source["start"]]
        assert source["paragraph"] == len(re.findall(r"\n\n", before)) + 1


def test_the_date_words_of_a_source_stand_in_its_article(five: Built) -> None:
    for source in (source for event in five.events for source in event["sources"] if source["basis"]):
        words = source["basis"]["words"]
        assert words is None or words in body_of(five, source["article"])


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ("articles", "id seed title outlet byline url archived_url published published_basis language page"),
        ("chapters", "id title date events"),
        ("events", "id date heading text status speaker page chapter checked sources disagreement outcome_of outcome"),
    ],
)
def test_the_export_has_the_promised_keys_and_no_others(five: Built, where: str, keys: str) -> None:
    assert {tuple(sorted(row)) for row in five.timeline[where]} == {tuple(sorted(keys.split()))}


def test_the_sources_of_the_export_have_the_promised_keys_and_no_others(five: Built) -> None:
    sources = [source for event in five.events for source in event["sources"]]
    keys = "article quote paragraph start end date status basis"
    assert {tuple(sorted(source)) for source in sources} == {tuple(sorted(keys.split()))}
    assert {tuple(s["basis"]) for s in sources if s["basis"]} == {("words", "rule", "from", "also")}


def test_every_event_is_in_one_chapter_in_the_timelines_order(five: Built) -> None:
    told = [id_ for chapter in five.timeline["chapters"] for id_ in chapter["events"]]
    assert told == [event["id"] for event in five.events]
    assert len(set(told)) == len(told)


def test_every_page_the_export_names_is_there(five: Built) -> None:
    pages = [row["page"] for row in (*five.timeline["articles"], *five.events)]
    assert [page for page in pages if not (five.root / "site" / page).is_file()] == []


def test_the_chapters_are_the_two_meetings_with_their_days_and_what_lies_around_them(five: Built) -> None:
    chapters = [(chapter["title"], chapter["date"]) for chapter in five.timeline["chapters"]]
    assert chapters[0][0] == "Background"
    assert ("The February meeting", "2023-02-14/2023-02-15") in chapters
    assert ("The June meeting", "2023-06-15/2023-06-16") in chapters


def test_a_heading_is_cut_from_the_words_of_its_sources_or_a_headline(five: Built) -> None:
    titles = [article["title"] or "" for article in five.timeline["articles"]]
    for event in five.events:
        told = words_of(" ".join([*quotations(event), *titles]))
        assert words_of(event["heading"]) <= told, event["heading"]


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
