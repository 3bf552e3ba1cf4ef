"""White space evened out, so that a line's end or a doubled space within an expression makes no difference."""

from __future__ import annotations

from bisect import bisect_right

from generator.compiled import regex
from generator.timex import Timex

# what stands in front is looked at behind the first character: a pattern that begins with one is looked for fast
_LINE_END = regex(r"\n(?<=\S\n)(?=\S)")  # of a wrapped line; an empty line ends a paragraph and stays
_DOUBLES = ("  ", " \n", "\n ")
_DOUBLED = regex(rf"(?<=\S)(?:{'|'.join(_DOUBLES)})(?=\S)")  # more spaces than two part columns and stay


def even_out(text: str) -> tuple[str, list[int]]:
    """The text with single spaces for line ends and doubled ones, and where it lost a character each time, in order."""
    if not any(double in text for double in _DOUBLES):
        return _LINE_END.sub(" ", text), []
    lost = [match.start() + 1 for match in _DOUBLED.finditer(text)]
    return _LINE_END.sub(" ", _DOUBLED.sub(" ", text)), lost


def put_back(timexes: tuple[Timex, ...], lost: list[int]) -> tuple[Timex, ...]:
    """What was found in the evened text, at its places in the text as it was."""
    shifted = [place - count for count, place in enumerate(lost)]
    return tuple(
        timex._replace(start=_place(timex.start, shifted), end=_place(timex.end - 1, shifted) + 1) for timex in timexes
    )


def _place(evened: int, shifted: list[int]) -> int:
    return evened + bisect_right(shifted, evened)
