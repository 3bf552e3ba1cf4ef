"""The picture shown where a link to the timeline is shared: its overview strip, drawn large."""

from __future__ import annotations

from math import hypot

from generator.pages.png import Colour, png
from generator.pages.strip import PITCH, RADIUS, Bar, Column, Dot, Strip, Void

WIDTH, HEIGHT = 1200, 630
MARGIN, ROOM = 90, 380
LARGEST = 4.0  # how many times the size on the page
GAP, BREAK = 18, 34  # between columns, and where the axis is broken; in units of the page's drawing
# the light theme's paper, accent, half and edge, as in static/style.css
PAPER, ACCENT, HALF, EDGE = (251, 250, 246), (20, 80, 124), (143, 171, 193), (138, 133, 120)
SHADES = 5  # steps from paper to full colour, for smooth edges
Canvas = list[bytearray]


def share_image(strip: Strip) -> bytes:
    """A PNG of 1200 by 630."""
    canvas: Canvas = [bytearray(WIDTH) for _ in range(HEIGHT)]
    across = sum(_across(cell) for cell in strip.cells) - GAP
    scale = min((WIDTH - 2 * MARGIN) / across, ROOM / strip.height, LARGEST)
    left, top = (WIDTH - across * scale) / 2, (HEIGHT - strip.height * scale) / 2
    for cell in strip.cells:
        right = left + (_across(cell) - (GAP if cell is strip.cells[-1] else 0)) * scale
        if isinstance(cell, Column):
            _draw_column(canvas, cell, left, top, scale)
        _draw_axis(canvas, left, right, round(HEIGHT - top) + 14, broken=isinstance(cell, Void) and bool(cell.words))
        left = right
    return png([bytes(row) for row in canvas], _palette())


def _across(cell: Column | Void) -> int:
    """Width of a cell in units of the page's drawing, with the gap after it."""
    if isinstance(cell, Column):
        return cell.width + GAP
    return cell.slots * PITCH or BREAK


def _palette() -> tuple[Colour, ...]:
    """Number 0 is paper; then the shades of accent, of half and of edge."""
    return (PAPER, *(_blend(colour, shade) for colour in (ACCENT, HALF, EDGE) for shade in range(1, SHADES + 1)))


def _blend(colour: Colour, shade: int) -> Colour:
    red, green, blue = (p + (c - p) * shade // SHADES for p, c in zip(PAPER, colour, strict=True))
    return red, green, blue


def _draw_column(canvas: Canvas, column: Column, left: float, top: float, scale: float) -> None:
    for dot in column.dots:
        _draw_dot(canvas, dot, left + dot.x * scale, top + dot.y * scale, RADIUS * scale)
    for bar in column.bars:
        _draw_bar(canvas, bar, left, left + column.width * scale, (top + bar.y * scale, scale))


def _draw_dot(canvas: Canvas, dot: Dot, x: float, y: float, radius: float) -> None:
    """A filled circle, or a ring for what is expected."""
    inner = radius * 0.72 if dot.status == "expected" else 0.0
    first = 1 + SHADES * (dot.status in ("statement", "claim"))
    for row in range(int(y - radius) - 1, int(y + radius) + 2):
        for column in range(int(x - radius) - 1, int(x + radius) + 2):
            away = hypot(column + 0.5 - x, row + 0.5 - y)
            cover = min(1.0, max(0.0, radius + 0.5 - away)) - (min(1.0, max(0.0, inner + 0.5 - away)) if inner else 0)
            shade = round(cover * SHADES)
            if shade:
                canvas[row][column] = first + shade - 1


def _draw_bar(canvas: Canvas, bar: Bar, left: float, right: float, place: tuple[float, float]) -> None:
    """A filled rectangle; what is expected is paler."""
    top, scale = place
    colour = {"happened": SHADES, "expected": 2}.get(bar.status, 2 * SHADES)
    for row in range(round(top), round(top + bar.height * scale)):
        canvas[row][round(left) : round(right)] = bytes([colour]) * (round(right) - round(left))


def _draw_axis(canvas: Canvas, left: float, right: float, top: int, *, broken: bool) -> None:
    """A line under the columns, dotted where time is left out."""
    for row in range(top, top + 4):
        for column in range(round(left), min(round(right), WIDTH)):
            if not broken or column // 8 % 2:
                canvas[row][column] = 3 * SHADES
