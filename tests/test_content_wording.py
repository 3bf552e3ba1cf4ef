"""What the build wrote is told apart from what it would write by two digests, without either text."""

from __future__ import annotations

import pytest
from content_samples import a_record

from generator.content.edits import format_record, read_wording, rename_events

TEXT = format_record(a_record())
IDS = tuple(event.id for event in a_record().events)
OTHERS = tuple(f"e-0000000{number}" for number in range(len(IDS)))


def test_a_wording_is_the_same_whatever_the_events_are_called() -> None:
    one, other = read_wording(TEXT), read_wording(rename_events(TEXT, OTHERS))
    assert one
    assert other
    assert (one.ids, other.ids) == (IDS, OTHERS)
    assert one.rest == other.rest


@pytest.mark.parametrize(
    "change", [{"title": "Another"}, {"body": a_record().body + "\n\nMore."}, {"seed": "seeds/b.txt"}]
)
def test_it_is_another_for_other_words(change: dict[str, str]) -> None:
    one, other = read_wording(TEXT), read_wording(format_record(a_record(**change)))
    assert one
    assert other
    assert one.rest != other.rest


def test_a_text_whose_digests_are_of_other_ids_has_none() -> None:
    assert read_wording(TEXT.replace(f"id: {IDS[0]}", f"id: {OTHERS[0]}")) is None
