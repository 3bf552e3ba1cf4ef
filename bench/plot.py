"""Lines over powers of ten, both ways, as an SVG that reads on light and on dark paper."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 64, 150, 40, 44
# told apart by dashes and marks too, not by colour alone
LOOKS = (("#1f6fb4", ""), ("#0a8f5b", "7 4"), ("#c2571a", "2 3"), ("#8a4fb0", "9 3 2 3"))


@dataclass(frozen=True)
class Line:
    """A name and its values, all above zero."""

    name: str
    values: Mapping[int, float]


@dataclass(frozen=True)
class Axis:
    """Powers of ten laid out between two places of the drawing."""

    low: int
    high: int
    start: float
    end: float

    @staticmethod
    def over(values: Sequence[float], start: float, end: float) -> Axis:
        """The axis that holds all values, at least one power long."""
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        return Axis(low, max(high, low + 1), start, end)

    def at(self, value: float) -> float:
        """Where a value stands."""
        return self.start + (math.log10(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> Iterator[float]:
        """The powers of ten."""
        return (10.0**power for power in range(self.low, self.high + 1))


def draw(title: str, lines: Sequence[Line]) -> str:
    """The drawing; the number of articles runs to the right."""
    across = Axis.over([number for line in lines for number in line.values], LEFT, WIDTH - RIGHT)
    up = Axis.over([value for line in lines for value in line.values.values()], HEIGHT - BOTTOM, TOP)
    parts = [*_grid(across, up), *_curves(lines, across, up)]
    style = "text{font:13px sans-serif;fill:#667}.grid{stroke:#8888;stroke-width:.5}.curve{fill:none;stroke-width:2}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)} by number of articles">\n<style>{style}</style>\n'
        f'<text x="{LEFT}" y="20">{escape(title)}</text>\n'
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end">articles</text>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _grid(across: Axis, up: Axis) -> Iterator[str]:
    for value in across.ticks:
        x = across.at(value)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{value:,.0f}</text>'
    for value in up.ticks:
        y = up.at(value)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:,g}</text>'


def _curves(lines: Sequence[Line], across: Axis, up: Axis) -> Iterator[str]:
    ends = _apart([up.at(line.values[max(line.values)]) for line in lines])
    for line, end, (colour, dashes) in zip(lines, ends, LOOKS, strict=False):
        points = [(across.at(number), up.at(value)) for number, value in sorted(line.values.items())]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        yield f'<path class="curve" stroke="{colour}" stroke-dasharray="{dashes or "none"}" d="M{path}"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
        yield f'<text x="{points[-1][0] + 8:.1f}" y="{end + 4:.1f}" style="fill:{colour}">{escape(line.name)}</text>'


def _apart(places: Sequence[float], room: float = 16) -> list[float]:
    """The places of labels, moved down where one would lie on another."""
    moved = list(places)
    order = sorted(range(len(moved)), key=moved.__getitem__)
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + room)
    return moved
