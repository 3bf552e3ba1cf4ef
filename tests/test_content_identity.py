"""An event's id is its address: it stays whatever its seed is called and however it is read, and nobody shares it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from content_samples import BACK, BODY, LEFT, a_record, an_event
from hypothesis import given
from hypothesis import strategies as st

from generator.content.edits import format_record, rename_events
from generator.content.folder import name_as_filed, refresh_record, write_records
from generator.content.identity import Claim, ids_in, keep_ids, make_distinct
from generator.content.plans import draw_up
from generator.content.reading import read_records
from generator.model import Record
from generator.problems import Problems

SLUG = "2021-03-26-the-harbour-fleet-leaves-a-farewell"
WRITTEN = format_record(a_record())
LATER = BACK._replace(id="e-00000003", quote="The sea was calm.")
ANEW = {"seed": "seeds/other.txt", "seed_sha256": "0" * 64}  # of a file nobody has seen


def ids(record: Record) -> list[str]:
    return [event.id for event in record.events]


def build(root: Path, *fresh: Record) -> dict[str, list[str]]:
    """The ids of each content file after a build, by its slug."""
    problems = Problems()
    write_records(root, map(draw_up, fresh), problems)
    records = read_records(root, problems)
    assert list(problems) == []
    return {record.slug: ids(record) for record in records}


def renamed(*events: str) -> Record:
    """The record as another version of the program would name its events."""
    return a_record(events=tuple(e._replace(id=id_) for e, id_ in zip((LEFT, BACK), events, strict=True)))


# ---------------------------------------------------------------- what a file has


def kept(fresh: Record, text: str = WRITTEN) -> list[str]:
    """The ids of a fresh record's events when its file has this text."""
    return list(keep_ids(tuple(ids(fresh)), format_record(fresh), text))


def test_the_same_words_keep_the_id_their_file_has() -> None:
    assert kept(renamed("e-aaaaaaaa", "e-bbbbbbbb")) == [LEFT.id, BACK.id]


@pytest.mark.parametrize("quote", ["The fleet left Harwich", BODY.partition("\n")[0] + "\n\n## Next"])
def test_words_that_are_cut_otherwise_keep_it_too(quote: str) -> None:
    fresh = a_record(events=(an_event(quote, id="e-aaaaaaaa"),))
    assert kept(fresh) == [LEFT.id]


def test_other_words_get_no_id_of_the_file() -> None:
    fresh = a_record(events=(an_event("Nobody was hurt.", id="e-aaaaaaaa"),))
    assert kept(fresh) == ["e-aaaaaaaa"]


def test_of_two_events_of_the_same_words_one_keeps_the_id() -> None:
    fresh = a_record(events=(LEFT._replace(id="e-aaaaaaaa"), LEFT._replace(id="e-bbbbbbbb")))
    assert kept(fresh) == [LEFT.id, "e-bbbbbbbb"]


@pytest.mark.parametrize("text", ["", "no front matter", "---\nevents: [\n---\n", WRITTEN.replace("quote:", "qoute:")])
def test_a_file_without_events_that_can_be_read_changes_nothing(text: str) -> None:
    assert kept(renamed("e-aaaaaaaa", "e-bbbbbbbb"), text) == ["e-aaaaaaaa", "e-bbbbbbbb"]


@pytest.mark.parametrize("line", ["  - id: e-1", "id: e-1", "    id: 'e-1'", '  -  id: "e-1"', "    id:   e-1 # mine"])
def test_the_ids_of_a_text_are_found_however_they_are_written(line: str) -> None:
    assert ids_in(f"---\nevents:\n{line}\n---\n") == ("e-1",)


MISLEADING = "  - id: e-00000001\n\n---\nevents:\n  - id: e-00000002\ngenerated: abc\n---\n"
NAMES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True)


@given(NAMES, NAMES, st.text() | st.just(MISLEADING), st.booleans())
def test_a_text_whose_events_are_renamed_is_that_of_the_record_with_these_ids(
    first: str, second: str, body: str, has_title: bool
) -> None:
    told: dict[str, Any] = {"body": body, "title": MISLEADING if has_title else None}
    fresh = renamed("e-aaaaaaaa", "e-bbbbbbbb")._replace(**told)
    expected = renamed(first, second)._replace(**told)
    assert rename_events(format_record(fresh), [first, second]) == format_record(expected)


# ---------------------------------------------------------------- what others have


@given(st.lists(st.lists(st.sampled_from(["e-1", "e-2", "e-3"]), unique=True), max_size=5))
def test_no_two_events_share_an_id_and_no_event_takes_one_of_another_file(many: list[list[str]]) -> None:
    claims = [Claim(tuple(some), frozenset(), ("9999", "", str(number))) for number, some in enumerate(many)]
    given = make_distinct(claims, {"e-3"})
    found = [new.get(id_, id_) for claim, new in zip(claims, given, strict=True) for id_ in claim.ids]
    assert len({*found, "e-3"}) == len(found) + 1


def test_of_two_copies_the_earlier_has_the_id_whatever_their_files_are_called(tmp_path: Path) -> None:
    first, second = a_record(), a_record(**ANEW, outlet="Coast Radio", published="2021-03-27")
    there = build(tmp_path / "one", first, second)
    assert there == build(tmp_path / "two", second._replace(seed="seeds/a.txt"), first._replace(seed="seeds/b.txt"))
    assert there[SLUG] == [LEFT.id, BACK.id]
    assert not set(there["2021-03-27-coast-radio-fleet-leaves-a-farewell"]) & set(there[SLUG])


def test_an_earlier_copy_that_comes_later_takes_no_id_away(tmp_path: Path) -> None:
    build(tmp_path, a_record())
    both = build(tmp_path, a_record(), a_record(**ANEW, outlet="Coast Radio", published="2021-03-25"))
    assert both[SLUG] == [LEFT.id, BACK.id]


def test_two_copies_keep_their_ids_from_build_to_build(tmp_path: Path) -> None:
    copies = a_record(), a_record(**ANEW, outlet="Coast Radio")
    assert build(tmp_path, *copies) == build(tmp_path, *copies)
    assert write_records(tmp_path, map(draw_up, copies), Problems()).written == ()


# ---------------------------------------------------------------- which file is whose


@pytest.mark.parametrize(
    "changes",
    [{"body": BODY + "\n\nMore."}, {"body": f"Update.\n\n{BODY}"}, {"title": "Fleet gone", "published": None}],
    ids=["another end", "another opening", "another headline and day"],
)
def test_a_seed_with_another_name_and_other_bytes_is_known_by_what_it_tells(
    tmp_path: Path, changes: dict[str, str | None]
) -> None:
    build(tmp_path, a_record())
    assert build(tmp_path, a_record(**ANEW, **changes)) == {SLUG: [LEFT.id, BACK.id]}


FOG = f"Fog over Harwich.\n\n{BODY}"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another", "body": FOG},
        {"published": "2021-03-27", "body": FOG},
        {"title": None, "body": FOG},
        {"outlet": "Coast Radio"},
        {"events": (LATER, LATER._replace(id="e-4"), LEFT)},
        {"events": ()},
    ],
    ids=["headline and opening", "day and opening", "no headline", "outlet", "most words", "no words"],
)
def test_an_article_that_tells_otherwise_gets_a_file_of_its_own(tmp_path: Path, changes: dict[str, Any]) -> None:
    build(tmp_path, a_record(body=BODY.removesuffix("Nobody was hurt.")))
    assert len(build(tmp_path, a_record(**{**ANEW, "body": f"{BODY}\n\nThe sea was calm.", **changes}))) == 2


# ---------------------------------------------------------------- the commands


def test_a_refresh_knows_the_events_by_their_words(tmp_path: Path) -> None:
    build(tmp_path, a_record())
    path = tmp_path / f"content/{SLUG}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Fleet leaves\n", "The fleet leaves\n"), encoding="utf-8")
    refreshed = refresh_record(tmp_path, SLUG, renamed("e-aaaaaaaa", "e-bbbbbbbb"), Problems())
    assert refreshed
    assert refreshed.changes == ('e-00000001: your heading is kept; the new reading has "Fleet leaves"',)


def test_a_fresh_reading_is_shown_with_the_ids_of_the_file(tmp_path: Path) -> None:
    build(tmp_path, a_record())
    assert ids(name_as_filed(tmp_path, renamed("e-aaaaaaaa", "e-bbbbbbbb"))) == [LEFT.id, BACK.id]
