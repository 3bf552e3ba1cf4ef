"""The timex, which the tagger gives: apart from the other values (see model.py), so that a tagger alone starts fast.

What the tagger works with are named tuples too: `dataclasses` alone would take a third of the time that its import
takes.
"""

from typing import Literal, NamedTuple

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(NamedTuple):
    """A temporal expression: where it stands, its TIMEX3 type and value, and how the value was found.

    start, end: characters of the tagged text. value: TIMEX3 ("2023-02-14", "2023-W07", "P2D", "PRESENT_REF").
    when: the same as EDTF, None for what has none (durations, sets, references, no anchor). rule: name of the row in
    dates/grammar.py. anchor: the date it counted from, EDTF; None where it stands by itself. also: other readings
    that were possible, EDTF. unsure: why a person should look, None when the reading is safe.
    """

    start: int
    end: int
    type: TimexType
    value: str
    when: str | None
    rule: str
    anchor: str | None = None
    also: tuple[str, ...] = ()
    unsure: str | None = None
