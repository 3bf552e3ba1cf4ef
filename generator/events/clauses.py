"""Clauses: the parts of one sentence that each report a happening on a date of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.events.sentences import Sentence, mask_quotes, vocabulary
from generator.events.vocabulary import (
    CLAUSE_MARKERS,
    COORDINATE,
    MEETING_SPAN,
    NUMBER_WORDS,
    SAYING_PARTICIPLE,
    is_finite,
)
from generator.lexicon import MEETING
from generator.model import Timex

# with these the main clause has the same date when it has none of its own
SIMULTANEOUS = frozenset({"when", "while", "until", "because", "although", "though", "during which"})
# after these the main clause can be quoted without the rest
SEPARABLE = frozenset({"after", "before", "ahead of", "where", "when", "followed by", "in the wake of", "and", "but"})
_PARTICIPLES = frozenset(SAYING_PARTICIPLE)
_COORDINATORS = frozenset({"and", "but"})
# one of these is in every marker
_MARKER_WORDS = _COORDINATORS | frozenset(
    "after before since when where while until because although though ahead followed wake during".split()
)


class Clause(NamedTuple):
    """Characters [start, end) of the body; marker: the word that opens it, "" for the main clause; timexes: its own.

    span_days: for "a two-day meeting" as such, (edge, days): ("start", 2).
    """

    start: int
    end: int
    text: str
    marker: str
    timexes: tuple[Timex, ...]
    span_days: tuple[str, int] | None = None


def split_clauses(sentence: Sentence, timexes: Sequence[Timex]) -> tuple[Clause, ...]:
    """The main clause first, then each subordinate one that is an event with its own date.

    timexes: those of the body that stand in the sentence and can date something.
    """
    masked = mask_quotes(sentence.text)
    words = vocabulary(masked)
    local = [timex for timex in timexes if masked[timex.start - sentence.start] != "¤"]
    subordinate: list[Clause] = []
    if (local or not _PARTICIPLES.isdisjoint(words)) and not _MARKER_WORDS.isdisjoint(words):
        found = (_clause(marker, masked, sentence, local) for marker in _markers(masked, sentence, local))
        subordinate = _without_nested([clause for clause in found if clause])
    coordinate = None if _COORDINATORS.isdisjoint(words) else _first_coordinate(masked)
    main = _main_clause(sentence, local, subordinate, coordinate)
    return (main, *subordinate, *(_meeting_spans(sentence, masked) if "-day" in masked else ()))


class _Marker(NamedTuple):
    word: str
    at: int
    body: int  # where its clause starts


def _markers(masked: str, sentence: Sentence, timexes: Sequence[Timex]) -> list[_Marker]:
    found = [
        _Marker(" ".join(m["marker"].lower().split()), m.start(), m.end()) for m in CLAUSE_MARKERS.finditer(masked)
    ]
    inside = [(t.start - sentence.start, t.end - sentence.start) for t in timexes]
    markers = []
    for marker in found:
        holder = next((span for span in inside if span[0] <= marker.at < span[1]), None)
        if holder is None:
            markers.append(marker)
        elif holder[1] >= marker.body - 1:  # "a day before …": the expression ends in the marker
            markers.append(_Marker(f"timex {marker.word}", marker.at, marker.body))
    return markers


def _clause(marker: _Marker, masked: str, sentence: Sentence, timexes: Sequence[Timex]) -> Clause | None:
    """The marker's clause when it is an event with its own date and the sentence has something else to say."""
    end = _clause_end(masked, marker, sentence, timexes)
    start = sentence.start + marker.body
    own = tuple(t for t in timexes if start <= t.start and t.end <= sentence.start + end)
    text = sentence.text[marker.body : end]
    first = re.match(r"\w+", text)
    says = bool(first and first[0].lower() in _PARTICIPLES)
    if not (own or says) or not (says or _is_event(text)):
        return None
    if marker.at == 0 and end >= len(masked.rstrip(". ")):
        return None
    others = [t for t in timexes if t not in own]
    if marker.word in SIMULTANEOUS and not others and marker.at > 0:
        return None
    return Clause(start, sentence.start + end, text, marker.word, own)


def _clause_end(masked: str, marker: _Marker, sentence: Sentence, timexes: Sequence[Timex]) -> int:
    """Up to the next comma outside a date, the next marker of a dated clause, or the sentence's end."""
    inside = [(t.start - sentence.start, t.end - sentence.start) for t in timexes]
    end = len(masked.rstrip().rstrip('.!?”"’'))
    for stop in re.finditer(r"[,;¤—]", masked[marker.body : end]):
        at = marker.body + stop.start()
        if not any(start <= at < stop_end for start, stop_end in inside) and not masked[at + 1 : at + 2].isdigit():
            end = at
            break
    following = CLAUSE_MARKERS.search(masked, marker.body, end)
    return following.start() - 1 if following and following.start() > marker.body + 8 else end


def _is_event(text: str) -> bool:
    return any(is_finite(word) for word in re.findall(r"[\w’'-]+", text)) or bool(MEETING.search(text))


def _without_nested(clauses: Sequence[Clause]) -> list[Clause]:
    return [c for c in clauses if not any(o is not c and o.start <= c.start and c.end <= o.end for o in clauses)]


def _first_coordinate(masked: str) -> int | None:
    """Where ", and Moscow has …" begins a clause of another subject."""
    found = COORDINATE.search(masked)
    return found.start() if found else None


def _main_clause(
    sentence: Sentence, timexes: Sequence[Timex], subordinate: Sequence[Clause], coordinate: int | None
) -> Clause:
    """What is left: cut to its own words where the subordinate clause can be told apart at either end."""
    own = tuple(t for t in timexes if not any(c.start <= t.start and t.end <= c.end for c in subordinate))
    start, end = sentence.start, sentence.end
    if len(subordinate) >= 1:
        first = subordinate[0]
        offset = first.start - sentence.start
        if first.marker in SEPARABLE and offset > len(first.marker) + 1:
            end = sentence.start + len(sentence.text[: offset - len(first.marker) - 1].rstrip(" ,"))
        elif first.marker in SEPARABLE:
            start = (
                first.end
                + len(sentence.text[first.end - sentence.start :])
                - len(sentence.text[first.end - sentence.start :].lstrip(" ,"))
            )
    if coordinate is not None and start == sentence.start:
        end = min(end, sentence.start + len(sentence.text[:coordinate].rstrip(" ,")))
        own = tuple(timex for timex in own if timex.end <= end)
    return Clause(start, end, sentence.text[start - sentence.start : end - sentence.start], "", own)


def _meeting_spans(sentence: Sentence, masked: str) -> list[Clause]:
    """ "at the start of a two-day meeting of NATO ministers": the meeting is an event, as long as it lasts."""
    clauses = []
    for match in MEETING_SPAN.finditer(masked):
        start, end = match.span("np")
        end = start + len(masked[start:end].rstrip())
        days = NUMBER_WORDS.get(match["days"].lower()) or int(match["days"])
        edge = "end" if re.match(r"end|close|concl|last|final", match["edge"].lower()) else "start"
        if match["edge"].lower().startswith("second"):
            edge = "second"
        if 2 <= days <= 31:
            text = sentence.text[start:end]
            clauses.append(Clause(sentence.start + start, sentence.start + end, text, "meeting-span", (), (edge, days)))
    return clauses
