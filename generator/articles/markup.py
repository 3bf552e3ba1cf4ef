"""A clipping's text as numbered lines, each a paragraph, a heading or a line of furniture."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from generator.compiled import regex
from generator.model import Caption
from generator.text import fold, squeeze

ENDS_SENTENCE = regex(r"[.!?…]['\")\]]{0,3}(?: ?[(\[][^()\[\]]{2,40}[)\]])?$")
_WRAPPED_WIDTHS = range(50, 111)  # characters of a line in mail, wire copy and plain-text archives
_FEWEST_WRAPPED = 4
_ADDRESS = regex(r"https?://\S+$")
_IMAGE = regex(r"!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")
_FENCE = "---"  # the line above front matter and the line below it
_MOST_FRONT_ROWS = 200
_FIELD = regex(r"[A-Za-z_]{2,30}:(?: |$)")
_BLOCK = regex(r"#{1,6} |[-*+] |\d{1,3}[.)] |>|\|")


class Line(NamedTuple):
    """A line with something on it.

    number: 1-based, in the clipping. text: white space squeezed. folded: the same characters, with plain quotes and
    dashes.
    """

    number: int
    text: str
    folded: str


def parse_lines(text: str) -> tuple[Line, ...]:
    """The lines of plain text; those that were wrapped at a fixed width are joined to paragraphs again."""
    rows = [squeeze(row) for row in text.split("\n")]
    width = _wrap_width(rows)
    return number_lines(_join(rows, _wrapped_at(width, "" in rows)) if width else rows)


def parse_markdown(text: str) -> tuple[str, tuple[Line, ...], tuple[Caption, ...]]:
    """The front matter, empty where there is none, the lines, one a paragraph, and the images' descriptions."""
    source = text.split("\n")
    front = _front_matter(source)
    captions = (Caption(squeeze(m[1]), n) for n, row in enumerate(source, 1) for m in _IMAGE.finditer(row))
    rows = [squeeze(_IMAGE.sub("", row)) for row in source]
    rows[: len(front)] = [""] * len(front)
    return "\n".join(front[1:-1]), number_lines(_join(rows, _is_one_block)), tuple(c for c in captions if c.text)


def has_open_front_matter(text: str) -> bool:
    """Whether a Markdown text begins with fields that no second fence ends."""
    rows = text.split("\n")
    begun = rows[0].rstrip() == _FENCE and any(_FIELD.match(row) for row in rows[1:2])
    return begun and not _front_matter(rows)


def _front_matter(rows: list[str]) -> list[str]:
    """The rows from the opening to the closing fence."""
    fences = [index for index, row in enumerate(rows[:_MOST_FRONT_ROWS]) if row.rstrip() == _FENCE]
    return rows[: fences[1] + 1] if len(fences) > 1 and fences[0] == 0 else []


def _is_one_block(row: str, following: str) -> bool:
    return not _BLOCK.match(row) and not _BLOCK.match(following)


def _wrap_width(rows: list[str]) -> int:
    """The width that most lines break off at in mid-sentence; 0 where lines are as long as their paragraphs."""
    rows = ["" if _ADDRESS.match(row) else row for row in rows]
    followed = [row for row, following in pairwise(rows) if row and following]
    broken = [len(row) for row in followed if len(row) < _WRAPPED_WIDTHS.stop and not ENDS_SENTENCE.search(fold(row))]
    width = max(broken, default=0)
    full = [length for length in broken if length > 0.75 * width]
    is_wrapped = len(full) >= max(_FEWEST_WRAPPED, len(followed) / 2) and width in _WRAPPED_WIDTHS
    return width if is_wrapped and (max(map(len, rows)) in _WRAPPED_WIDTHS or _breaks_sentences(rows)) else 0


def _breaks_sentences(rows: list[str]) -> bool:
    """Whether of the lines that end in mid-sentence most go on in the next one, as a list of headlines does not."""
    goes_on = [following[0].islower() for row, following in pairwise(rows) if row and following and row[-1].isalnum()]
    return sum(goes_on) * 2 >= len(goes_on)


def _wrapped_at(width: int, has_gaps: bool) -> Callable[[str, str], bool]:
    """Whether a line goes on in the next one: the next one's first word had no room left."""

    def goes_on(row: str, following: str) -> bool:
        is_full = len(row) + 1 + len(following.split(" ", 1)[0]) > width
        is_open = not ENDS_SENTENCE.search(fold(row))
        if len(row) > width or _ADDRESS.match(row) or _ADDRESS.match(following):
            return False
        return (is_full and (has_gaps or is_open)) or (is_open and len(row) > width / 2 and following[0].islower())

    return goes_on


def _join(rows: list[str], goes_on: Callable[[str, str], bool]) -> list[str]:
    """The rows with each paragraph on its first one, the others empty, so that line numbers stay."""
    parts: list[list[str]] = []
    start = 0
    for index, row in enumerate(rows):
        if index and rows[index - 1] and row and goes_on(rows[index - 1], row):
            parts[start].append(row)
            parts.append([])
        else:
            start = index
            parts.append([row])
    return [" ".join(part) for part in parts]


def number_lines(rows: list[str]) -> tuple[Line, ...]:
    """The rows with something on them, numbered from 1."""
    return tuple(Line(number, row, _fold(row)) for number, row in enumerate(rows, 1) if row)


def _fold(row: str) -> str:
    """Plain typography; a "»" that closes no quotation points on: "Home » World"."""
    return fold(row.replace("»", ">") if "»" in row and "«" not in row else row)
