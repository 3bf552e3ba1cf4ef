"""The overview strip: a column a day, month, year or decade, every dot an event, long voids broken visibly."""

from itertools import groupby, pairwise
from typing import NamedTuple

from generator import edtf
from generator.edtf import Edtf
from generator.model import STATUSES, Chapter, Event
from generator.pages.edition import Edition

DAY_SPAN = 60  # under this many days a column is a day
MOST_COLUMNS = 36  # above this the unit grows, so that the strip stays an overview
MOST_BREAKS = 5  # above this the unit grows too: an axis of little but breaks shows no order of size
MOST_DOTS = 60  # a column with more is drawn as a bar, and all others with it
MOST_DOTS_WIDE = 40  # dots side by side in the whole strip; with more, bars keep it an overview, on a phone too
ROWS, PITCH, RADIUS = 6, 14, 5
HEIGHT = ROWS * PITCH  # of the tallest column of dots, and of the drawing of bars
BAR_HEIGHT = HEIGHT - 4  # of the tallest bar: its outline and what rounding adds stay inside the drawing
BAR_WIDTH, WIDEST_BAR = 20, 64
BARS_ACROSS = 260  # what the bars share while they are few: a phone shows them side by side
# empty slots up to this many are drawn to scale, longer voids as a break
SHORT_VOID = 3
UNITS = ("day", "month", "year", "decade")

# A column's key: year, month or 0, day or 0; 0 holds what is coarser than the unit and sorts before its parts.
Key = tuple[int, int, int]


class Dot(NamedTuple):
    """One event, as a circle of the column's drawing."""

    x: int
    y: int
    status: str


class Bar(NamedTuple):
    """The events of one status in a column, as a rectangle of its drawing."""

    y: int
    height: int
    status: str


class Column(NamedTuple):
    """The events of one unit of time.

    label: two short lines. repeats: the second, month or year, is that of the column before, and only screen readers
    need it again. tally: how many events, in words. meeting: the label of a tick.
    """

    label: tuple[str, str]
    tally: str
    event: str  # id of the first event, where its link leads
    width: int
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    meeting: str
    repeats: bool = False
    void: bool = False


class Void(NamedTuple):
    """Time without events before the next column: `slots` to scale, or a break in the axis with its length in words."""

    slots: int
    words: str
    void: bool = True


class Scale(NamedTuple):
    """How columns are drawn: the most events in one, whether they are bars or dots, and how many there are."""

    tallest: int
    as_bars: bool
    columns: int

    @property
    def height(self) -> int:
        """The drawing's height."""
        return HEIGHT if self.as_bars or self.tallest > ROWS else self.tallest * PITCH

    @property
    def bar_width(self) -> int:
        """The width of a bar: the fewer, the wider."""
        return max(BAR_WIDTH, min(WIDEST_BAR, BARS_ACROSS // self.columns))


class Strip(NamedTuple):
    """The drawing's cells from left to right."""

    cells: tuple[Column | Void, ...]
    legend: str
    height: int
    radius: int = RADIUS


def make_strip(edition: Edition) -> Strip | None:
    """The strip of a timeline; None where fewer than two dates leave nothing to overlook."""
    dated = [event for event in edition.timeline.events if event.date]
    unit = _unit([_point(event) for event in dated])
    ordered = sorted(((_key(_point(event), unit), event) for event in dated), key=lambda pair: pair[0])
    groups = [(key, [event for _, event in pairs]) for key, pairs in groupby(ordered, key=lambda pair: pair[0])]
    if len(groups) < 2:
        return None
    tallest = max(len(events) for _, events in groups)
    as_bars = tallest > MOST_DOTS or sum(_dots_wide(events) for _, events in groups) > MOST_DOTS_WIDE
    scale, meetings = Scale(tallest, as_bars, len(groups)), _meetings(edition, unit)
    columns = _with_repeats([_column(edition, key, events, scale, meetings.get(key, "")) for key, events in groups])
    cells: list[Column | Void] = [columns[0]]
    for (left, right), column in zip(pairwise(key for key, _ in groups), columns[1:], strict=True):
        void = _void(edition, left, right, unit)
        cells += [void, column] if void else [column]
    legend = edition.words("strip-legend-bars" if as_bars else "strip-legend")
    return Strip(tuple(cells), legend, scale.height)


def _with_repeats(columns: list[Column]) -> list[Column]:
    """The same columns, each knowing whether its second line is that of the column before."""
    seconds = [column.label[1] for column in columns]
    return [
        column._replace(repeats=column.label[1] == before)
        for before, column in zip([None, *seconds], columns, strict=False)
    ]


def _point(event: Event) -> Edtf:
    """The date that places an event: an interval stands at its start, or at its end where that alone is known."""
    start, _, end = (event.date or "").partition("/")
    return edtf.parse(end if start in ("", edtf.OPEN) else start)


def _unit(points: list[Edtf]) -> str:
    if not points or max(_days(point) for point in points) - min(_days(point) for point in points) < DAY_SPAN:
        return "day"
    return next((unit for unit in UNITS[1:] if _fits({_key(point, unit) for point in points}, unit)), "decade")


def _fits(keys: set[Key], unit: str) -> bool:
    """Whether columns of these keys leave an overview: not too many, nor too many breaks between them."""
    breaks = sum(_missing(left, right, unit) > SHORT_VOID for left, right in pairwise(sorted(keys)))
    return len(keys) <= MOST_COLUMNS and breaks <= MOST_BREAKS


def _days(point: Edtf) -> int:
    year, month, day = point.first or (1, 1, 1)
    return year * 372 + month * 31 + day


def _key(point: Edtf, unit: str) -> Key:
    year, month, day = point.first or (1, 1, 1)
    if unit == "decade":
        return year // 10 * 10, 0, 0
    if unit == "year" or point.precision in ("year", "decade", "century", "season"):
        return year, 0, 0
    return (year, month, 0) if unit == "month" or point.precision == "month" else (year, month, day)


def _column(edition: Edition, key: Key, events: list[Event], scale: Scale, meeting: str) -> Column:
    return Column(
        label=_label(edition, key),
        tally=edition.words("count-events", n=len(events)),
        event=events[0].id,
        width=scale.bar_width if scale.as_bars else PITCH * _dots_wide(events),
        dots=() if scale.as_bars else _dots(events, scale.height),
        bars=_bars(events, scale.tallest) if scale.as_bars else (),
        meeting=meeting,
    )


def _dots_wide(events: list[Event]) -> int:
    return -(-len(events) // ROWS)


def _dots(events: list[Event], height: int) -> tuple[Dot, ...]:
    """From the bottom up, columns of ROWS, told things below expected ones."""
    half = PITCH // 2
    statuses = sorted((event.status for event in events), key=STATUSES.index)
    return tuple(
        Dot(half + PITCH * (i // ROWS), height - half - PITCH * (i % ROWS), status) for i, status in enumerate(statuses)
    )


def _bars(events: list[Event], tallest: int) -> tuple[Bar, ...]:
    """Stacked from the bottom up; every status that occurs can be seen."""
    bars, top = [], HEIGHT
    for status in STATUSES:
        count = sum(event.status == status for event in events)
        height = max(2, round(BAR_HEIGHT * count / tallest)) if count else 0
        if height:
            top -= height
            bars.append(Bar(top, height, status))
    return tuple(bars)


def _label(edition: Edition, key: Key) -> tuple[str, str]:
    """A day over its month and year, a month over its year; a year or decade stands alone."""
    year, month, day = key
    above = edition.date(_value((year, 0, 0))).main
    if not month:
        return above, ""
    name = edition.words.names["months-abbreviated"][str(month)]
    return (str(day), edition.words("date-my", m=name, y=above)) if day else (name, above)


def _value(key: Key) -> str:
    """The column as EDTF."""
    year, month, day = key
    text = f"{year:05}" if year < 0 else f"{year:04}"
    return text + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _meetings(edition: Edition, unit: str) -> dict[Key, str]:
    """Labels of the meetings' ticks by column."""
    return {
        _key(_start(chapter), unit): edition.date(chapter.date or "").main
        for chapter in edition.timeline.chapters
        if chapter.meeting and chapter.date and chapter.events
    }


def _start(chapter: Chapter) -> Edtf:
    return edtf.parse((chapter.date or "").partition("/")[0])


def _void(edition: Edition, left: Key, right: Key, unit: str) -> Void | None:
    missing = _missing(left, right, unit)
    if missing <= 0:
        return None
    if missing <= SHORT_VOID:
        return Void(missing, "")
    return Void(0, _void_words(edition, missing, unit))


def _missing(left: Key, right: Key, unit: str) -> int:
    """How many days, months or years without events lie between two columns."""
    if unit == "day":
        first, last = edtf.parse(_value(left)).last_day, edtf.parse(_value(right)).first_day
        return (last - first).days - 1 if first and last else 0
    months = right[0] * 12 + (right[1] or 1) - left[0] * 12 - (left[1] or 12) - 1
    if unit in ("year", "decade"):
        return months // 12 - (9 if unit == "decade" else 0)
    return months


def _void_words(edition: Edition, missing: int, unit: str) -> str:
    if unit == "day":
        return edition.words("strip-break-days", n=missing)
    if unit == "month" and missing < 24:
        return edition.words("strip-break", n=missing)
    return edition.words("strip-break-years", n=missing // 12 if unit == "month" else missing)
