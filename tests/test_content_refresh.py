from pathlib import Path
from typing import Any

import pytest
from content_samples import BACK, BODY, LEFT, UNUSED, a_record, an_event
from hypothesis import given
from hypothesis import strategies as st

from generator.content import frontmatter
from generator.content.edits import format_record, is_edited
from generator.content.folder import refresh_record, write_records
from generator.content.plans import draw_up
from generator.content.reading import read_records
from generator.content.refresh import Refreshed, find_edited, merge_refresh
from generator.model import STATUSES, Basis, Record
from generator.problems import Problems

LATER = an_event("Nobody was hurt.", id="e-00000003", date=None, heading="Nobody hurt", basis=None)
WRITTEN = format_record(a_record())


def refresh(text: str, fresh: Record) -> Refreshed:
    return merge_refresh(frontmatter.parse(text, "content/a.md"), fresh)


def edited(*changes: tuple[str, str]) -> str:
    """The file as the build wrote it, with a person's changes."""
    text = WRITTEN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


FRESH = [
    a_record(),
    a_record(title="Fleet gone: no farewell", byline="A. Writer", published=None, published_basis=None),
    a_record(url=None, archived_url="https://example.net/a", archived_at="2021-04-01"),
    a_record(events=(LEFT,)),
    a_record(events=(BACK,)),
    a_record(events=()),
    a_record(events=(LEFT, BACK, LATER)),
    a_record(events=(LATER, LEFT, BACK)),
    a_record(events=(LEFT, LATER, BACK)),
    a_record(events=(LATER,)),
    a_record(events=(LEFT._replace(date="2021-03", basis=None, speaker="a, b"), BACK._replace(review=None))),
    a_record(body="Before.\n\n" + BODY, events=(LEFT, BACK, LATER), seed_sha256="0" * 64),
    a_record(body="All new.", events=()),
    a_record(left_out=(UNUSED,)),
    a_record(events=(LEFT, BACK, LATER), left_out=(UNUSED, UNUSED._replace(date="2021", words="hurt"))),
]  # fmt: skip


@pytest.mark.parametrize("fresh", FRESH)
@pytest.mark.parametrize("was", [a_record(), a_record(events=()), a_record(events=(LEFT, BACK, LATER))])
def test_a_file_nobody_edited_becomes_what_a_build_would_write(was: Record, fresh: Record) -> None:
    assert refresh(format_record(was), fresh).text == format_record(fresh)


def test_what_nothing_changed_tells_nothing() -> None:
    assert refresh(WRITTEN, a_record()) == Refreshed(WRITTEN, ())


variants = st.builds(
    lambda event, facts: event._replace(**facts),
    st.sampled_from([LEFT, BACK, LATER]),
    st.fixed_dictionaries(
        {},
        optional={
            "date": st.sampled_from([None, "2021", "2021-03-22"]),
            "heading": st.sampled_from(["a: b", "- c", "No"]),
            "speaker": st.sampled_from([None, "x, y", "'z'"]),
            "review": st.sampled_from([None, "because # so"]),
            "basis": st.sampled_from([None, Basis("a, b", "c"), Basis("on", "d", "2021", ("2021-03",))]),
            "status": st.sampled_from(STATUSES),
        },
    ),
)
records = st.builds(
    lambda events, facts: a_record(events=tuple(events), **facts),
    st.lists(variants, unique_by=lambda event: event.id),
    st.fixed_dictionaries(
        {},
        optional={
            "title": st.sampled_from([None, "A", "b: c"]),
            "archived_url": st.sampled_from([None, "https://example.net/"]),
            "body": st.sampled_from([BODY, f"Above.\n\n{BODY}", f"{BODY}\n\n---"]),
        },
    ),
)


def _by_id(text: str) -> dict[str, Any]:
    fields: dict[str, Any] = dict(frontmatter.parse(text, "a.md").fields)
    return {**fields, "events": {event["id"]: event for event in fields["events"] or ()}, "generated": None}


@given(records, records)
def test_with_a_comment_alone_all_values_follow_the_new_reading_and_the_comment_stays(
    was: Record, fresh: Record
) -> None:
    text = format_record(was).replace("---\n", "---\n# mine\n", 1)
    result = refresh(text, fresh).text
    assert result.startswith("---\n# mine\n")
    assert _by_id(result) == _by_id(format_record(fresh))
    assert frontmatter.parse(result, "a.md").body == fresh.body


@given(records, st.sampled_from(["outlet", "byline", "url", "language"]), records)
def test_an_edited_fact_of_the_article_stays_and_the_others_follow(was: Record, key: str, fresh: Record) -> None:
    by_hand = {**frontmatter.parse(format_record(was), "a.md").fields, key: "https://example.org/mine"}
    result = refresh(frontmatter.format(by_hand, was.body), fresh).text
    assert _by_id(result) == {**_by_id(format_record(fresh)), key: "https://example.org/mine"}


EDITS = [
    ("outlet: The Harbour", "outlet: Harbour"),
    ("byline: null", "byline: B. Writer"),
    ("url: https://example.org/fleet", "url: null"),
    ("language: en", "language: en\nhide: true"),
    ("language: en", "language: en  # asked"),
    ("date: 2021-03-23", "date: 2021-03-22  # by the log"),
    ("heading: Fleet leaves", "heading: The fleet leaves"),
    ("status: happened", "status: happened\n    hide: true"),
    ("status: happened", "status: happened\n    checked: 2026-11-20 AB"),
    ("status: happened", "status: happened\n    same_as: e-1"),
    ("status: happened", "status: happened\n    # a comment inside"),
    ("    review: a month without a year\n", ""),
    ("from: 2021-03-26", "from: 2021-03-25"),
    ("events:\n", "events:\n  - {date: null, heading: Unhurt, quote: Nobody was hurt., status: happened}\n"),
    ("events:\n", "# a comment\nevents:\n\n"),
    ("Nobody was hurt.", "No one was hurt."),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
@pytest.mark.parametrize("fresh", [FRESH[0], FRESH[1], FRESH[6]])
def test_every_edit_survives_a_refresh_and_the_next(old: str, new: str, fresh: Record) -> None:
    once = refresh(edited((old, new)), fresh).text
    assert new in once
    assert refresh(once, fresh).text == once
    assert is_edited(frontmatter.parse(once, "content/a.md"))


def test_only_the_field_a_person_changed_stays_and_the_rest_follows() -> None:
    text = edited(("heading: Fleet leaves", "heading: The fleet leaves"))
    new = LEFT._replace(date="2021-03", basis=None, status="claim")
    result = refresh(text, a_record(events=(new, BACK)))
    assert "heading: The fleet leaves" in result.text
    assert "    date: 2021-03\n" in result.text
    assert "    status: claim\n" in result.text
    assert len(result.changes) == 4


def test_a_field_that_both_changed_stays_a_persons() -> None:
    text = edited(("heading: Fleet leaves", "heading: The fleet leaves"))
    result = refresh(text, a_record(events=(LEFT._replace(heading="Fleet off", date="2021"), BACK)))
    assert "heading: The fleet leaves" in result.text
    assert "date: 2021-03-23" in result.text
    assert result.changes[0] == 'e-00000001: your date is kept; the new reading has "2021"'


def test_an_edited_date_keeps_what_it_rests_on() -> None:
    text = edited(("date: 2021-03-23", "date: 2021-03-22"))
    fresh = LEFT._replace(basis=LEFT.basis._replace(rule="weekday-past") if LEFT.basis else None)
    assert "rule: weekday," in refresh(text, a_record(events=(fresh, BACK))).text


def test_a_checked_event_stays_as_it_is() -> None:
    text = edited(("status: happened", "status: happened\n    checked: 2026-11-20 AB"))
    assert "date: 2021-03-23" in refresh(text, a_record(events=(LEFT._replace(date="2021"), BACK))).text


def test_a_key_is_added_even_where_all_others_come_after_it() -> None:
    text = (
        "---\nevents:\n  - {id: e-9, date: null, heading: Mine, quote: Nobody was hurt., status: claim}\n---\n\n" + BODY
    )
    document = frontmatter.parse(refresh(text, a_record()).text, "a.md")
    assert document.fields["seed"] == "seeds/fleet.txt"
    assert document.line("seed") < document.line("events")


@pytest.mark.parametrize("mark", ["hide: true", "same_as: e-1", "distinct_from: [e-1]", "checked: 2026-11-20", "# why"])
def test_a_marked_event_stays_when_the_new_reading_has_it_no_more(mark: str) -> None:
    text = edited(("status: happened", f"status: happened\n    {mark}"))
    result = refresh(text, a_record(events=(BACK,)))
    assert "e-00000001" in result.text
    assert result.changes == ('e-00000001: no longer found, kept for your edit: "Fleet leaves"',)


def test_an_event_a_person_deleted_stays_deleted() -> None:
    start, end = WRITTEN.index("  - id: e-00000001"), WRITTEN.index("  - id: e-00000002")
    once = refresh(WRITTEN[:start] + WRITTEN[end:], a_record(events=(LEFT, BACK, LATER)))
    assert "e-00000001: stays deleted" in once.changes[0]
    twice = refresh(once.text, a_record(events=(LEFT._replace(date="2021"), BACK, LATER)))
    assert "e-00000001" not in twice.text.replace("e-00000003", "")


def test_the_old_text_stays_while_a_persons_event_quotes_it() -> None:
    text = edited(("status: happened", "status: happened\n    hide: true"))
    result = refresh(text, a_record(body="All new. Nobody was hurt.", events=(LATER,)))
    assert BODY in result.text
    assert "the old text is kept, for e-00000001" in result.changes[0]


def test_events_that_quote_what_the_edited_text_lacks_are_left_out() -> None:
    text = edited(("Nobody was hurt.\n\nNobody was hurt.", "No one was."))
    result = refresh(text, a_record(events=(LEFT, BACK, LATER)))
    assert "e-00000003: left out" in result.changes[-1]
    assert (
        frontmatter.parse(result.text, "a.md").fields["events"] == frontmatter.parse(WRITTEN, "a.md").fields["events"]
    )


def test_a_file_that_was_never_the_builds_gains_events_and_loses_nothing() -> None:
    text = "---\ntitle: Mine\noutlet: null\npublished: null\n---\n\n" + BODY + "\n"
    document = frontmatter.parse(refresh(text, a_record()).text, "a.md")
    assert (document.fields["title"], document.fields["seed"]) == ("Mine", "seeds/fleet.txt")
    assert isinstance(document.fields["events"], tuple)
    assert len(document.fields["events"]) == 2


def test_sentences_left_out_follow_the_new_reading_behind_the_events() -> None:
    edit = ("heading: Fleet leaves", "heading: The fleet leaves")
    text = edited(edit)
    for fresh in (a_record(events=(LEFT, BACK, LATER), left_out=(UNUSED,)), a_record(events=(LEFT, BACK, LATER))):
        text = refresh(text, fresh).text
        assert text.partition("events:")[2] == format_record(fresh).replace(*edit).partition("events:")[2]


def test_sentences_left_out_that_a_person_changed_stay() -> None:
    text = format_record(a_record(left_out=(UNUSED,))).replace("why: the text", "why: our text")
    result = refresh(text, a_record(left_out=(UNUSED._replace(date="2021"),)))
    assert "why: our text" in result.text
    assert result.changes == ("article: your left_out is kept; the new reading has another list",)


def test_a_sentence_left_out_that_the_edited_text_lacks_does_not_come_back() -> None:
    text = edited(("Nobody was hurt.\n\nNobody was hurt.", "No one was."))
    assert "left_out" not in refresh(text, a_record(left_out=(UNUSED,))).text


LAYOUTS = [
    ("date: 2021-03-23\n", "date:\n      2021-03-23\n"),
    ("date: 2021-03-23\n", "date: >-\n      2021-03-23\n"),
    ("date: 2021-03-23\n", "date: '2021-03-23'   # so\n"),
    ("  - id: e-00000001\n    date: 2021-03-23\n", "  - date: 2021-03-23\n    id: e-00000001\n"),
    ("  - id: e-00000001\n", "  -\n    id: e-00000001\n"),
    ("  - id: e-00000001\n", "  - # note - one\n    id: e-00000001\n"),
]


@pytest.mark.parametrize(("old", "new"), LAYOUTS)
def test_a_value_is_replaced_in_whatever_layout_it_stands(old: str, new: str) -> None:
    fresh = a_record(events=(LEFT._replace(date="2021-03/2021-04", speaker="a: b"), LATER, BACK))
    document = frontmatter.parse(refresh(edited((old, new)), fresh).text, "a.md")
    expected = frontmatter.parse(format_record(fresh), "a.md")
    assert document.fields == expected.fields
    assert "#" not in new or new[new.index("#") :].strip().split("\n")[0] in document.text


def test_an_event_in_brackets_is_refreshed_in_brackets() -> None:
    quote = '"The fleet left Harwich on Tuesday."'
    entry = f"- {{id: e-00000001, date: 2021, heading: Old, quote: {quote}, status: happened}}"
    text = format_record(a_record(events=(LEFT._replace(date="2021", heading="Old", basis=None),)))
    start = text.index("- id:")
    text = f"{text[:start]}{entry}\n{text[text.index('---', start) :]}"
    fresh = a_record(events=(LEFT._replace(heading="a, b", speaker="c: d"),))
    document = frontmatter.parse(refresh(text, fresh).text, "a.md")
    assert document.fields["events"] == frontmatter.parse(format_record(fresh), "a.md").fields["events"]


facts = st.fixed_dictionaries({key: st.sampled_from("abc") for key in "uvwxyz"})


@given(facts, st.sets(st.sampled_from("uvwxyz")), st.sets(st.sampled_from("uvwxyz")))
def test_edits_of_different_fields_are_told_apart_from_the_digest_alone(
    old: Any, by_person: Any, by_build: Any
) -> None:
    yours = {key: "person" if key in by_person else value for key, value in old.items()}
    fresh = {key: "build" if key in by_build - by_person else value for key, value in old.items()}
    assert find_edited(yours, fresh, lambda mixture: mixture == old) == by_person


def test_a_refresh_writes_the_file_and_a_build_then_keeps_it(tmp_path: Path) -> None:
    problems = Problems()
    (slug,) = write_records(tmp_path, [draw_up(a_record())], problems).written
    path = tmp_path / "content" / f"{slug}.md"
    path.write_text(edited(("heading: Fleet leaves", "heading: The fleet leaves")), encoding="utf-8")
    fresh = a_record(title="Fleet gone")
    refreshed = refresh_record(tmp_path, slug, fresh, problems)
    assert refreshed is not None
    assert path.read_text(encoding="utf-8") == refreshed.text
    assert write_records(tmp_path, [draw_up(fresh)], problems).kept == (slug,)
    (record,) = read_records(tmp_path, problems)
    assert (record.title, record.events[0].heading, len(problems)) == ("Fleet gone", "The fleet leaves", 0)


UNFIT = [
    "---\ntitle: 'A\n---\n",
    "---\ntitle: A\nevents: [{id: e-1}]\n---\n",
    "---\nevents: text\n---\n",
    "---\n{title: A, outlet: B}\n---\n",
    "---\n  title: A\n  outlet: B\n---\n",
]


@pytest.mark.parametrize("text", UNFIT)
def test_a_file_that_cannot_be_refreshed_is_one_problem_and_stays(tmp_path: Path, text: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text(text, encoding="utf-8")
    problems = Problems()
    assert refresh_record(tmp_path, "a", a_record(), problems) is None
    assert len(problems) == 1
    assert (tmp_path / "content" / "a.md").read_text(encoding="utf-8") == text
