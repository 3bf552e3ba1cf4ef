"""What a text quotes: where its quotations stand, and the reporter's own words without them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compiled import regex
from generator.text import Span

UNCLOSED_LIMIT = 600  # characters a quotation without its closing mark may reach before it counts as a stray mark
_QUOTE_MARK = regex(r"[“”«»„\"]")
_GLUED = regex(r"(?<=[a-z]{3}[.,!?])(?=[A-Za-z][^.“”\"]{2,60}\.?\s*$)")


def quoted_spans(text: str) -> tuple[Span, ...]:
    """What stands in double quotation marks, marks included.

    A mark that opens while one is open closes the first; the last may stay open to the end, as it does where a
    speech goes on in the next paragraph, but not further than UNCLOSED_LIMIT.
    """
    spans: list[Span] = []
    opened: int | None = None
    for match in _QUOTE_MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in "“«„" or (mark == '"' and opened is None and _can_open(text, at)):
            if opened is not None:
                spans.append(_unclosed(text, opened, at))
            opened = at
        elif opened is not None:
            spans.append(Span(opened, at + 1))
            opened = None
    if opened is not None and len(text) - opened <= UNCLOSED_LIMIT:
        spans.append(_unclosed(text, opened, len(text)))
    return tuple(spans)


def mask_quotes(text: str) -> str:
    """Same length, with the words inside quotation marks blotted out: what is left is the reporter's own."""
    return mask_spans(text, quoted_spans(text))


def mask_spans(text: str, spans: Sequence[Span]) -> str:
    """Same length, with these stretches blotted out."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], "¤" * (end - start)]
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _unclosed(text: str, opened: int, limit: int) -> Span:
    """A quotation without its closing mark: machine translation drops it and glues on "he added"."""
    quote = text[opened:limit].rstrip()
    glued = _GLUED.search(quote)
    return Span(opened, opened + (glued.start() if glued else len(quote)))


def _can_open(text: str, at: int) -> bool:
    """Whether a straight mark may begin a quotation."""
    before = text[at - 1] if at else " "
    return before.isspace() or before in "([—–-"
