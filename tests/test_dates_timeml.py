"""Tagged documents as JSON lines and as TimeML."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.tagger import find_timexes
from generator.dates.timeml import BadLineError, parse_line, to_json_line, to_timeml

TEXT = 'He said on Tuesday: "Profit & loss < last year."'


def test_a_json_line_is_read_and_answered() -> None:
    job = parse_line('{"doc": "a", "dct": "2023-06-14", "text": "It rained today."}')
    answer = json.loads(to_json_line(job.doc, find_timexes(job.text, job.dct)))
    assert answer == {"doc": "a", "timexes": [{"start": 10, "end": 15, "type": "DATE", "value": "2023-06-14"}]}


def test_a_document_without_a_day_is_read() -> None:
    assert parse_line('{"doc": "a", "dct": null, "text": ""}').dct is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not JSON"),
        ("[]", '"text"'),
        ('{"doc": "a"}', '"text"'),
        ('{"text": "", "dct": "June"}', "'June' is no date"),
    ],
)
def test_a_bad_line_says_what_to_write(line: str, told: str) -> None:
    with pytest.raises(BadLineError, match="write") as raised:
        parse_line(line)
    assert told in str(raised.value)


def test_timeml_holds_the_text_and_its_timexes() -> None:
    root = ElementTree.fromstring(to_timeml("a", "2023-06-14", TEXT, find_timexes(TEXT, "2023-06-14")))
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == TEXT
    assert [(timex.text, timex.get("value")) for timex in body] == [("Tuesday", "2023-06-13"), ("last year", "2022")]
    assert root.findtext("DCT/TIMEX3") == "2023-06-14"


@given(st.text(alphabet=st.characters(exclude_characters="\r"), max_size=60))
def test_any_text_makes_timeml_of_the_same_length(text: str) -> None:
    root = ElementTree.fromstring(to_timeml("a", None, text, find_timexes(text, None)))
    body = root.find("TEXT")
    assert body is not None
    assert len("".join(body.itertext())) == len(text)
