"""Tagged documents as others read them: JSON lines in and out, and TimeML with TIMEX3 elements."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from generator import edtf
from generator.text import escape_xml, quote_xml
from generator.timex import Timex


@dataclass(frozen=True, slots=True)
class TaggingJob:
    """One line of input: a document's name, its creation time (EDTF, None when unknown) and its text."""

    doc: str
    dct: str | None
    text: str


class BadLineError(ValueError):
    """A line of input that is no document; the message says why and what to write."""


def parse_line(line: str) -> TaggingJob:
    """Read one JSON line {"doc", "dct", "text"}; raises BadLineError."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError(f'not JSON ({error}); write {{"doc": …, "dct": "2023-06-14", "text": …}}') from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise BadLineError('no "text"; write {"doc": …, "dct": "2023-06-14", "text": …}')
    dct = fields.get("dct")
    if dct is not None and not (isinstance(dct, str) and edtf.is_valid(dct)):
        raise BadLineError(f'"dct" {dct!r} is no date; write "2023-06-14" or null')
    return TaggingJob(str(fields.get("doc", "")), dct, fields["text"])


def to_json_line(doc: str, timexes: Iterable[Timex]) -> str:
    """One line of output: {"doc", "timexes": [{"start", "end", "type", "value"}]}."""
    found = [{"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value} for timex in timexes]
    return json.dumps({"doc": doc, "timexes": found}, ensure_ascii=False)


def to_timeml(doc: str, dct: str | None, text: str, timexes: Iterable[Timex]) -> str:
    """A TimeML document: the text with its TIMEX3 elements, t1 on, and the creation time as t0."""
    pieces, position = [], 0
    for number, timex in enumerate(timexes, 1):
        words = _escape(text[timex.start : timex.end])
        tag = f'<TIMEX3 tid="t{number}" type="{timex.type}" value={quote_xml(timex.value)}>{words}</TIMEX3>'
        pieces += [_escape(text[position : timex.start]), tag]
        position = timex.end
    body = "".join([*pieces, _escape(text[position:])])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{_escape(doc)}</DOCID>\n{_creation_time(dct)}<TEXT>{body}</TEXT>\n</TimeML>\n"
    )


def _creation_time(dct: str | None) -> str:
    if dct is None:
        return ""
    value = quote_xml(dct)
    attributes = f'tid="t0" type="DATE" value={value} functionInDocument="CREATION_TIME"'
    return f"<DCT><TIMEX3 {attributes}>{_escape(dct)}</TIMEX3></DCT>\n"


def _escape(text: str) -> str:
    """Text for XML 1.0: markup escaped, characters it cannot hold replaced one for one, so that offsets stay."""
    return escape_xml(
        "".join(
            c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd"
            for c in text
        )
    )
