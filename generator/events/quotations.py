"""What a text quotes: where its quotations stand, and the reporter's own words without them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compiled import regex
from generator.text import Span

UNCLOSED_LIMIT = 600  # characters a quotation without its closing mark may reach before it counts as a stray mark
_QUOTE_MARK = regex(r"[“”«»„\"]")
_GLUED = regex(r"(?<=[a-z]{3}[.,!?])(?=[A-Za-z][^.“”\"]{2,60}\.?\s*$)")


def has_quotes(text: str) -> bool:
    """Whether there is any quotation mark."""
    return bool(_QUOTE_MARK.search(text))


def quoted_spans(text: str) -> tuple[Span, ...]:
    """What stands in double quotation marks, marks included.

    A mark that opens while one is open closes the first; the last may stay open to the end, as it does where a
    speech goes on in the next paragraph, but not further than UNCLOSED_LIMIT.
    """
    spans: list[Span] = []
    opened: int | None = None
    for match in _QUOTE_MARK.finditer(text):
        opens = match[0] in "“«„" or (match[0] == '"' and _can_open(text, match.start(), opened is not None))
        if opens:
            if opened is not None:
                spans.append(Span(opened, opened + len(text[opened : match.start()].rstrip())))
            opened = match.start()
        elif opened is not None:
            spans.append(Span(opened, match.end()))
            opened = None
    if opened is not None and len(text) - opened <= UNCLOSED_LIMIT:
        spans.append(Span(opened, len(text)))
    return tuple(Span(start, _before_glued_attribution(text, start, end)) for start, end in spans)


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


def _before_glued_attribution(text: str, start: int, end: int) -> int:
    """Where an unclosed quotation ends: machine translation drops the mark and glues on "he added"."""
    if text[end - 1] in '”»"':
        return end
    glued = _GLUED.search(text[start:end])
    return start + glued.start() if glued else end


def _can_open(text: str, at: int, is_open: bool) -> bool:
    before = text[at - 1] if at else " "
    return not is_open and (before.isspace() or before in "([—–-")
