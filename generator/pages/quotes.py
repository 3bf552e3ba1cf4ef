"""Exact words, shortened without altering a word, with the words that date them marked."""

from __future__ import annotations

from typing import NamedTuple

from generator.compiled import regex
from generator.model import Surroundings
from generator.text import Span

ELLIPSIS = "…"
# what joins date words that stand apart in the sentence
_JOINT = regex(r"\s*(?:…|\.\.\.|·)\s*")
_INNER_MARKS = str.maketrans("“”", "‘’")
# how many words before the date words stay with them when the middle of a long sentence is left out
LEAD_IN = 5


class Piece(NamedTuple):
    """A stretch of a quotation; marked: it holds the words the date was read from."""

    text: str
    marked: bool = False


def quotation(quote: str, date_words: str | None, limit: int) -> tuple[Piece, ...]:
    """The quotation in pieces, at most `limit` words of it; what is left out is shown by an ellipsis.

    Words are never altered or moved. Date words beyond the limit are kept by leaving out what stands before them.
    """
    marks = _find_marks(quote, date_words)
    kept = _kept(quote, marks, limit)
    pieces: list[Piece] = []
    for index, stretch in enumerate(kept):
        if index:
            pieces.append(Piece(f" {ELLIPSIS} "))
        pieces.extend(_split(quote, stretch, marks))
    if pieces and kept[-1].end < len(quote.rstrip()):
        pieces.append(Piece(f" {ELLIPSIS}"))
    return tuple(pieces)


def in_quotation_marks(text: str) -> str:
    """The text as a quotation, the quotation marks in it as those of a quotation inside one."""
    inside = regex(r'"([^"]*)"').sub(r"‘\1’", text).translate(_INNER_MARKS)
    return f"“{inside}”"


def in_its_sentence(pieces: tuple[Piece, ...], around: Surroundings) -> tuple[Piece, ...]:
    """The quotation with an ellipsis where its sentence begins before it or goes on behind it."""
    last = pieces[-1].text if pieces else ELLIPSIS
    return (
        *((Piece(f"{ELLIPSIS} "),) if around.begins_before else ()),
        *pieces,
        *((Piece(f" {ELLIPSIS}"),) if around.goes_on and not last.endswith(ELLIPSIS) else ()),
    )


def _find_marks(quote: str, date_words: str | None) -> tuple[Span, ...]:
    """Where the date words stand; parts of them joined by an ellipsis or "·" are found one after the other."""
    marks: list[Span] = []
    for part in _JOINT.split(date_words or ""):
        found = _find_words(quote, part, marks[-1].end if marks else 0) if part else None
        if found:
            marks.append(found)
    return tuple(marks)


def _find_words(quote: str, words: str, position: int) -> Span | None:
    """The first place from a position on where the words stand and are no part of longer ones."""
    start = quote.find(words, position)
    while start >= 0:
        end = start + len(words)
        if not (_joins(quote[max(position, start - 1) : start]) or _joins(quote[end : end + 1])):
            return Span(start, end)
        start = quote.find(words, start + 1)
    return None


def _joins(character: str) -> bool:
    """Whether a character, if there is one, makes a word longer."""
    return character.isalnum() or character == "_"


def _kept(quote: str, marks: tuple[Span, ...], limit: int) -> tuple[Span, ...]:
    """The one or two stretches that are shown."""
    if len(quote.split()) <= limit:
        return (Span(0, len(quote)),)
    words = [Span(*m.span()) for m in regex(r"\S+").finditer(quote)]
    if not marks or marks[0].end <= words[limit - 1].end:
        return (Span(0, words[limit - 1].end),)
    first = next(i for i, word in enumerate(words) if word.end > marks[0].start)
    last = next(i for i, word in enumerate(words) if word.end >= marks[0].end)
    tail_start = max(first - LEAD_IN, last + 1 - limit)
    head = limit - (last + 1 - tail_start)
    tail = Span(words[tail_start].start, words[last].end)
    return (Span(0, words[head - 1].end), tail) if head > 0 else (tail,)


def _split(quote: str, kept: Span, marks: tuple[Span, ...]) -> list[Piece]:
    """One stretch in pieces, cut at the marks inside it."""
    pieces, position = [], kept.start
    for mark in marks:
        if mark.start < position or mark.end > kept.end:
            continue
        pieces += [Piece(quote[position : mark.start]), Piece(quote[mark.start : mark.end], marked=True)]
        position = mark.end
    pieces.append(Piece(quote[position : kept.end]))
    return [piece for piece in pieces if piece.text]
