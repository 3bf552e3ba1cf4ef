"""Clauses: the parts of one sentence that each report a happening on a date of their own."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compiled import regex
from generator.events.details import dating
from generator.events.headings import TRAILING_ATTRIBUTION
from generator.events.sentences import Clause, Sentence
from generator.events.sharing import RELATIVE_WORDS, find_relatives, has_joint, share_participle, split_joined
from generator.events.shortening import MEASURE
from generator.events.subordination import find_subordinate
from generator.events.vocabulary import COORDINATE, MEETING_SPAN, NUMBER_WORDS, SAYING_PARTICIPLE
from generator.model import Timex
from generator.text import plain_words

# after these the main clause can be quoted without the rest
SEPARABLE = frozenset({"after", "before", "ahead of", "where", "when", "followed by", "in the wake of", "and", "but"})


def split_clauses(sentence: Sentence, timexes: Sequence[Timex]) -> tuple[Clause, ...]:
    """The main clause first, then each further one that is an event with its own date.

    timexes: those of the body that stand in the sentence and can date something.
    """
    masked = sentence.masked
    coordinate = _first_coordinate(masked)
    spans = _meeting_spans(sentence, masked) if "-day" in masked else []
    if not timexes and SAYING_PARTICIPLE.isdisjoint([cue.word for cue in sentence.cues]):
        whole = Clause(sentence.start, sentence.end, sentence.text, masked, "", (), sentence.start)
        return (whole if coordinate is None else _main_clause(sentence, (), (), coordinate), *spans)
    words = frozenset(plain_words(masked.lower()))
    local = [timex for timex in timexes if masked[timex.start - sentence.start] != "¤"]
    subordinate = find_subordinate(sentence, masked, words, local)
    free = tuple(t for t in local if not any(c.start <= t.start and t.end <= c.end for c in subordinate))
    relatives = [] if RELATIVE_WORDS.isdisjoint(words) else find_relatives(sentence, masked, free)
    unrelated = tuple(t for t in free if not any(t in clause.timexes for clause in relatives))
    own = dating(unrelated, masked, sentence.start, words)
    main = _with_attribution(_main_clause(sentence, own, subordinate, coordinate), sentence, masked)
    if not local and not subordinate:
        return (main, *spans)
    told = [main, *(clause for clause in relatives if clause.text)]
    if local and has_joint(words, masked):
        told = [part for clause in told for part in split_joined(clause, sentence)]
    shared = filter(None, (share_participle(clause, main) for clause in subordinate))
    return (*told, *shared, *spans)


def _first_coordinate(masked: str) -> int | None:
    """Where ", and Moscow has …" begins a clause of another subject."""
    found = COORDINATE.search(masked)
    return found.start("clause") if found else None


def _main_clause(
    sentence: Sentence, own: tuple[Timex, ...], subordinate: Sequence[Clause], coordinate: int | None
) -> Clause:
    """What is left: cut to its own words where the subordinate clause can be told apart at either end."""
    start, end = sentence.start, sentence.end
    if len(subordinate) >= 1:
        first = subordinate[0]
        offset = first.start - sentence.start
        if first.marker in SEPARABLE and offset > len(first.marker) + 1:
            before = sentence.text[: offset - len(first.marker) - 1].rstrip(" ,")
            end = sentence.start + len(MEASURE.sub("", before) if first.marker in ("after", "before") else before)
            own = tuple(timex for timex in own if not _is_of_another(sentence, first, timex))
        elif first.marker in SEPARABLE:
            start = (
                first.end
                + len(sentence.text[first.end - sentence.start :])
                - len(sentence.text[first.end - sentence.start :].lstrip(" ,"))
            )
    if coordinate is not None and start == sentence.start:
        end = min(end, sentence.start + len(sentence.text[:coordinate].rstrip(" ,")))
        own = tuple(timex for timex in own if timex.end <= end)
    inside = slice(start - sentence.start, end - sentence.start)
    return Clause(start, end, sentence.text[inside], sentence.masked[inside], "", own, start)


def _is_of_another(sentence: Sentence, first: Clause, timex: Timex) -> bool:
    """Whether a date behind a subordinate clause is of what "and" begins: "when it hit ice, and Lee quit on Monday"."""
    between = sentence.masked[max(0, first.end - sentence.start) : max(0, timex.start - sentence.start)]
    return ", and " in between or ", but " in between


def _with_attribution(main: Clause, sentence: Sentence, masked: str) -> Clause:
    """The clause together with "…, police said" where that stands behind the clause cut from it."""
    if main.end >= sentence.end or main.start != sentence.start:
        return main
    attribution = TRAILING_ATTRIBUTION.search(masked, main.end - sentence.start)
    if not attribution:
        return main
    at = attribution.start()
    return main._replace(end=sentence.end, text=main.text + sentence.text[at:], masked=main.masked + masked[at:])


def _meeting_spans(sentence: Sentence, masked: str) -> list[Clause]:
    """ "at the start of a two-day meeting of NATO ministers": the meeting is an event, as long as it lasts."""
    clauses = []
    for match in MEETING_SPAN.finditer(masked):
        start, end = match.span("np")
        end = start + len(masked[start:end].rstrip())
        days = NUMBER_WORDS.get(match["days"].lower()) or int(match["days"])
        edge = "end" if regex(r"end|close|concl|last|final").match(match["edge"].lower()) else "start"
        if match["edge"].lower().startswith("second"):
            edge = "second"
        if 2 <= days <= 31:
            text, at = sentence.text[start:end], sentence.start + start
            span = Clause(at, sentence.start + end, text, masked[start:end], "meeting-span", (), at)
            clauses.append(span._replace(span_days=(edge, days)))
    return clauses
