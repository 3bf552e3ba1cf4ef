"""Dated sentences no event was made of, each with its reason: an editor sees what was passed over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from string import ascii_lowercase
from typing import TypeAlias

from generator.events.drafts import Draft
from generator.events.sentences import Sentence
from generator.model import LeftOut, Timex

NO_DAY = "the text gives no day for it"
NO_OCCASION = "the date belongs to a detail, not to what the sentence tells"
_INSIDE = frozenset(f"{ascii_lowercase},")  # what stands in front of a word inside a sentence
IN_PASSING = "the date is named in passing"
Judged: TypeAlias = tuple[Draft, "str | None"]  # why it is left out, None where it is kept


def find_left_out(
    sentences: Iterable[tuple[Sentence, Sequence[Timex]]], judged: Sequence[Judged], named: Collection[str], body: str
) -> Iterator[LeftOut]:
    """The sentences of which no draft was kept, though they name a date or tell what somebody with a name said.

    sentences: each with its expressions; named: the people of the article.
    """
    speakers = {draft.speaker for draft, reason in judged if reason == NO_DAY and draft.is_statement}
    with_name = {name for name in speakers if name and (name in named or _stands_inside(name, body))}
    of_sentence: dict[int, list[Judged]] = {}
    for draft, reason in judged:
        of_sentence.setdefault(draft.sentence.start, []).append((draft, reason))
    kept = {draft.sentence.start for draft, reason in judged if reason is None}
    for sentence, timexes in sentences:
        own = of_sentence.get(sentence.start, ())
        if (own or timexes) and sentence.start not in kept:
            yield from _left_out(sentence, timexes, own, with_name)


def _stands_inside(name: str, body: str) -> bool:
    """Whether it keeps its capital inside a sentence, as "Moscow" does and "Opponents" does not."""
    at = body.find(f" {name}") if name[:1].isupper() else -1
    while at >= 0 and body[max(at - 1, 0)] not in _INSIDE:
        at = body.find(f" {name}", at + 1)
    return at >= 0


def _left_out(
    sentence: Sentence, timexes: Sequence[Timex], own: Sequence[Judged], with_name: Collection[str]
) -> Iterator[LeftOut]:
    told = next((timex for timex in timexes if timex.when and timex.type != "SET"), None)
    said = [(draft.date, reason) for draft, reason in own if draft.date and draft.speaker in with_name]
    if told:
        words = sentence.text[told.start - sentence.start : told.end - sentence.start]
        yield LeftOut(*_place(sentence), told.when, _why_not(own), words)
    elif said:
        day, reason = said[0]
        yield LeftOut(*_place(sentence), day, str(reason))


def _place(sentence: Sentence) -> tuple[str, int, int, int]:
    """The sentence's words without white space around them, where they stand, and their paragraph."""
    quote = sentence.text.strip()
    start = sentence.start + sentence.text.index(quote)
    return quote, start, start + len(quote), sentence.paragraph


def _why_not(own: Sequence[Judged]) -> str:
    """The reason of a sentence that names a date: the first draft's that has to do with it."""
    return next((reason for _, reason in own if reason and reason != NO_DAY), NO_OCCASION if own else IN_PASSING)
