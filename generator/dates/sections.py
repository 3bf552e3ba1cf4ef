"""The subheadings of a text that are a date: what stands under "## Tuesday 10 September" is told of that day."""

from __future__ import annotations

from generator.compiled import regex
from generator.text import Span

_MARK = "## "
_HEADING = regex(r"(?m)^## [^\n]+")
_LABEL_ENDS = regex(r"\s*(?:$|[:|]|-{1,2}\s)")


def find_headings(text: str) -> list[Span]:
    """The subheadings of a body, in order, each without its mark."""
    if _MARK not in text:
        return []
    return [Span(found.start() + len(_MARK), found.end()) for found in _HEADING.finditer(text)]


def heads_section(text: str, heading: Span, date: Span) -> bool:
    """Whether a date is the subheading or the label in front of it: "Sept. 12: The walkout begins"."""
    inside = heading.start <= date.start and date.end <= heading.end
    starts = inside and not text[heading.start : date.start].strip()
    return starts and bool(_LABEL_ENDS.match(text, date.end, heading.end))
