"""Articles that are one text are one source, whoever printed it; two reports of one speech are two."""

from __future__ import annotations

from typing import Any

import pytest
from articles_made import article, mention, record
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Event, EventMention, Record, Settings
from generator.timeline.assemble import make_timeline
from generator.timeline.copies import find_copies, find_copies_of

AGENCY = (
    "The old bridge over the harbour was closed to all traffic on Monday after engineers found deep cracks.",
    "Divers had gone down to the two middle pillars on the weekend and came back with pictures of the damage.",
    "Some 40,000 people cross the bridge on a working day, most of them on their way to the shipyards.",
    "Ferries carry them for free until the end of the month, and the railway runs longer trains.",
    "A new bridge had been planned for years, but three councils in a row put off the decision.",
    "Shops along the northern ramp reported that they had hardly a customer in the first days.",
)
SPEECH = (
    "“We will not wait until somebody is hurt, and we will not ask anybody to pay for what was neglected in forty "
    "years by those who knew better, who had every report on their desks and who chose to look away, year after year.”",
    "“I have given the order tonight, and I will give it again tomorrow if I must, because a bridge is a promise that "
    "a city makes to those who cross it, and this city keeps its promises to the last rivet and the last penny.”",
)
HERS = "Mayor Jane Hill spoke to a packed hall on Tuesday evening and was interrupted by applause more than once."
HIS = "At the end of a long day the mayor, visibly tired, defended the sudden closure before angry shopkeepers."

OWN = "Our readers can write to the newspaper about how they get to work now that the harbour bridge is closed."
LONG = tuple(f"{number} days before, {HERS.lower()}" for number in range(12))


def paper(slug: str, *paragraphs: str, **facts: str | None) -> Record:
    return record(slug)._replace(body="\n\n".join(paragraphs), **facts)  # type: ignore[arg-type]


def dressed(*paragraphs: str) -> tuple[str, ...]:
    """As another outlet prints it: a dateline, straight quotes, other line breaks."""
    first, *rest = (text.replace("“", '"').replace("”", '"') for text in paragraphs)
    return (f"HARWICH — {first} {rest[0]}", *rest[1:])


def is_one_text(one: Record, other: Record) -> bool:
    """Whether a new article is found to be one on record."""
    new = article(published=one.published)._replace(body=one.body, url=one.url)
    return list(find_copies_of(new, [other])) == [other]


ONE_TEXT = {
    "to the letter": (AGENCY, AGENCY),
    "two sentences filed twice": (AGENCY[:2], AGENCY[:2]),
    "cut at the end": (AGENCY, AGENCY[:4]),
    "cut to a third": (AGENCY, AGENCY[:3]),
    "a new opening": (AGENCY, ("Nothing moves in the harbour any more this week.", *AGENCY[1:])),
    "dressed anew": (AGENCY, dressed(*AGENCY)),
    "a paragraph of their own": (AGENCY, (*AGENCY[:5], OWN)),
    "with a speech in it": ((*AGENCY, *SPEECH), (AGENCY[0], *SPEECH, *AGENCY[1:4])),
}  # fmt: skip
TWO_TEXTS = {
    "the same speech": ((HERS, *SPEECH), (HIS, *SPEECH)),
    "the same speech and the same background": ((HERS, *SPEECH, AGENCY[4]), (HIS, *SPEECH, AGENCY[4])),
    "background of a third": (AGENCY, (HERS, HIS, OWN, *AGENCY[4:])),
    "no text at all": ((), ()),
    "a notice that everybody prints": ((HERS, AGENCY[0]), (HIS, AGENCY[0])),
    "nothing but short phrases": (("He did not say.", "She left.", "Why?"), ("He did not say.", "She left.")),
    "a brief taken into a long report": (AGENCY[:2], (*AGENCY[:2], *LONG)),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE_TEXT.values(), ids=ONE_TEXT.keys())
def test_an_agencys_text_is_one_however_it_is_cut_and_dressed(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    records = [paper("a-post", *one), paper("b-radio", *other)]
    assert is_one_text(*records)
    assert find_copies(records) == (("a-post", "b-radio"),)


@pytest.mark.parametrize(("one", "other"), TWO_TEXTS.values(), ids=TWO_TEXTS.keys())
def test_reports_of_their_own_are_two_whatever_they_quote(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    records = [paper("a-post", *one), paper("b-radio", *other)]
    assert not is_one_text(*records)
    assert find_copies(records) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.org/x", "http://www.a.org/x/", True),
        ("https://a.org/x?utm_source=feed&id=1", "https://a.org/x?id=1#top", True),
        ("https://a.org/x?id=1", "https://a.org/x?id=2", False),
        ("https://a.org/x", "https://b.org/x", False),
        ("https://a.org/", "https://a.org", False),
        (None, None, False),
    ],
)
def test_one_address_is_one_article_and_that_of_a_whole_site_is_none(
    one: str | None, other: str | None, same: bool
) -> None:
    assert is_one_text(paper("a", HERS, url=one), paper("b", HIS, url=other)) is same


@pytest.mark.parametrize(("printed", "same"), [("2024-03-26", True), ("2024-03", True), ("2024-09-05", False)])
def test_like_texts_of_different_seasons_are_two(printed: str, same: bool) -> None:
    records = [
        paper("a-post", *AGENCY, published="2024-03-05"), paper("b-radio", *AGENCY[:5], published=printed)
    ]  # fmt: skip
    assert is_one_text(*records) is same


def test_the_earliest_comes_first_though_a_later_one_has_more_of_the_text() -> None:
    cut, whole, end = AGENCY[:4], AGENCY, AGENCY[2:]
    records = [paper("c", *end, published="2023-06-16"), paper("b", *whole), paper("a", *cut, published="2023-06-13")]
    assert find_copies(records) == (("a", "b", "c"),)


def test_two_briefs_in_one_roundup_are_not_one_text() -> None:
    assert find_copies([paper("a", *AGENCY[:3]), paper("b", *AGENCY[3:]), paper("roundup", *AGENCY, *LONG)]) == ()


STOCK = (*AGENCY[2:], OWN)  # what a newsroom prints with every story about the bridge


def stories(months: int) -> list[Record]:
    """One outlet's stories, a month apart, each with some news of its own and the same background."""
    days = [f"2023-{month:02}-05" for month in range(1, months + 1)]
    return [paper(day, f"{HERS} It was her speech of {day}.", *STOCK, published=day) for day in days]


def test_background_that_comes_back_for_months_does_not_make_two_stories_one() -> None:
    lately = paper("lately", HIS, *STOCK, published="2023-04-08")
    assert find_copies([*stories(4), lately]) == ()
    assert not list(find_copies_of(article(published="2023-04-08")._replace(body=lately.body), stories(4)))


def test_background_of_a_few_weeks_may_be_an_agencys_text() -> None:
    assert find_copies([*stories(1), paper("lately", HIS, *STOCK, published="2023-01-08")]) == (
        ("2023-01-05", "lately"),
    )


def test_a_text_printed_again_a_year_later_leaves_the_first_prints_one() -> None:
    days = {"a": "2023-06-13", "b": "2023-06-14", "again": "2024-06-13"}
    assert find_copies([paper(slug, *AGENCY, OWN + slug, published=day) for slug, day in days.items()]) == (("a", "b"),)


@given(st.permutations(range(6)))
def test_the_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    bodies = [AGENCY, AGENCY[:4], AGENCY[2:], (HERS, *SPEECH), (HIS, *SPEECH), (HIS, *SPEECH)]
    records = [paper(f"p{number}", *body) for number, body in enumerate(bodies)]
    assert find_copies([records[number] for number in order]) == (("p0", "p1", "p2"), ("p4", "p5"))


# ---------------------------------------------------------------- in the timeline


def told(slug: str, number: int, published: str, date: str, **changes: Any) -> Record:
    """An article of the agency's text with one event."""
    made = mention(AGENCY[0], date, id=f"e-{number}", **changes)
    return record(slug, made, published=published)._replace(body="\n\n".join(AGENCY))


FIRST = told("a-post", 1, "2023-06-13", "2023-06-12")


def the_event(*records: Record) -> Event:
    (event,) = make_timeline(records, Settings()).events
    return event


def test_a_sentence_of_one_text_is_one_event_with_one_witness() -> None:
    event = the_event(FIRST, told("b-radio", 2, "2023-06-13", "2023-06-12"))
    assert [(source.article, source.copy_of) for source in event.sources] == [("a-post", None), ("b-radio", "a-post")]
    assert (event.id, event.witnesses) == ("e-1", 1)


def test_a_copy_printed_a_week_later_does_not_move_the_event_nor_differ() -> None:
    event = the_event(
        FIRST, told("b-radio", 2, "2023-06-20", "2023-06-19"), told("c-news", 3, "2023-06-20", "2023-06-19")
    )
    assert (event.date, event.disagreement, event.witnesses) == ("2023-06-12", (), 1)


def test_an_editors_word_on_a_copy_wins() -> None:
    event = the_event(FIRST, told("b-radio", 2, "2023-06-20", "2023-06-10", checked="2026-11-20 AB"))
    assert (event.date, event.checked) == ("2023-06-10", "2026-11-20 AB")


def test_an_editor_keeps_two_sentences_of_one_text_apart() -> None:
    apart = told("b-radio", 2, "2023-06-13", "2023-06-12", distinct_from=("e-1",))
    assert len(make_timeline([FIRST, apart], Settings()).events) == 2


def test_a_report_of_its_own_is_a_second_witness() -> None:
    other: EventMention = mention(
        "The harbour bridge was closed on Monday after cracks were found.", "2023-06-12", id="e-3"
    )
    event = the_event(FIRST, told("b-radio", 2, "2023-06-13", "2023-06-12", same_as="e-3"), record("c-news", other))
    assert (len(event.sources), event.witnesses) == (3, 2)


def test_hidden_articles_are_nobodys_copies() -> None:
    hidden = told("b-radio", 2, "2023-06-13", "2023-06-12")._replace(hide=True)
    assert make_timeline([FIRST, hidden], Settings()).copies == ()
