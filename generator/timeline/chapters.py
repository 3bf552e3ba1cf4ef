"""Chapters: background, the meetings the articles tell of, what lies between, what is announced for later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import count, groupby

from generator import edtf
from generator.compiled import regex
from generator.lexicon import names_meeting
from generator.model import Chapter, ChapterSetting, Event, Settings
from generator.text import slugify

MADE_HERE = frozenset({"background", "undated", "before", "between", "later"})
AROUND = timedelta(days=10)  # what lies this close to a meeting belongs to its chapter
FEWEST = 3  # events that a chapter made of time alone should hold
LONGEST = timedelta(days=10)  # days a meeting may last
_MONTH = regex(r"\d{4}-(?:0[1-9]|1[0-2])")  # not the numbers beyond, which are seasons, quarters and halves
_PLACE = regex(r"\bin\s+(?P<place>[A-Z][\w’'-]+)")


def make_chapters(settings: Settings, events: Sequence[Event]) -> tuple[Chapter, ...]:
    """Every event in exactly one chapter, chapters in time order, none of them empty. events: in timeline order."""
    starts = edtf.parse(settings.starts) if settings.starts else None
    background = [event for event in events if starts and _is_older(event, starts)]
    undated = [event for event in events if event.when is None]
    apart = {event.id for event in (*background, *undated)}
    rest = [event for event in events if event.id not in apart]
    frames = _with_own_ids(frame for setting in settings.chapters for frame in _frames(setting, rest))
    middle = _by_frames(sorted(frames, key=_first), rest) if frames else _by_time(rest)
    named = [
        _chapter("background", "Background", None, background),
        *middle,
        _chapter("undated", "Undated", None, undated),
    ]
    return tuple(chapter for chapter in named if chapter.events)


def _with_own_ids(frames: Iterable[Chapter]) -> list[Chapter]:
    """The chapters, a number behind the id of one whose title another has too, or a chapter made here."""
    taken = set(MADE_HERE)
    named = []
    for frame in frames:
        stem = frame.id or "chapter"  # a title without Latin letters
        ids = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
        named.append(frame._replace(id=next(each for each in ids if each not in taken)))
        taken.add(named[-1].id)
    return named


def _is_older(event: Event, starts: edtf.Edtf) -> bool:
    """Whether it began before the timeline does; "on or before" counts as that day."""
    day = (event.when.first or event.when.last) if event.when else None
    return bool(day and starts.first and day < starts.first)


def _frames(setting: ChapterSetting, events: Sequence[Event]) -> Iterable[Chapter]:
    """A chapter as configured, still without events: its own date, or the days of the meeting it names."""
    if setting.meeting:
        found = _meeting_days(edtf.parse(setting.meeting), events)
        if found:
            day, place = found
            yield Chapter(slugify(setting.title), setting.title, day, (), setting.standfirst, place, meeting=True)
    elif setting.date:
        yield Chapter(slugify(setting.title), setting.title, setting.date, (), setting.standfirst)


def _first(frame: Chapter) -> tuple[tuple[int, int, int], tuple[int, int, int], str]:
    return edtf.parse(str(frame.date)).key


def _meeting_days(within: edtf.Edtf, events: Sequence[Event]) -> tuple[str, str | None] | None:
    """The days, as EDTF, of the meeting most articles tell of in that time, sessions on following days included."""
    meetings = [e for e in events if is_meeting(e) and e.when and within.overlaps(e.when) and _is_short(e.when)]
    if not meetings:
        return None
    main = max(meetings, key=lambda e: (e.witnesses, e.status == "happened", e.id))
    first, last = _days(main)
    sessions = [e for e in events if e.when and _is_short(e.when) and _tells_of_a_meeting(e)]
    for session in sorted(sessions, key=_days):
        session_first, session_last = _days(session)
        if session_first == last + timedelta(days=1) and session_last - first <= LONGEST:
            last = session_last
    return str(edtf.interval(first, last)), _place(main)


def is_meeting(event: Event) -> bool:
    """Whether the entry is a meeting itself, not what is said about one."""
    return event.speaker is None and names_meeting(event.heading)


def _tells_of_a_meeting(event: Event) -> bool:
    return any(
        regex(r"\b(?:meeting|session|summit|talks)\s+on\b").search(source.mention.quote) for source in event.sources
    )


def _is_short(when: edtf.Edtf) -> bool:
    return bool(when.first_day and when.last_day and when.last_day - when.first_day <= LONGEST)


def _days(event: Event) -> tuple[date, date]:
    when = event.when
    first, last = (when.first_day, when.last_day) if when else (None, None)
    return first or date.min, last or date.max


def _place(event: Event) -> str | None:
    """The place most of its sources name, the first such on a tie."""
    named = [match["place"] for source in event.sources for match in _PLACE.finditer(source.mention.quote)]
    return max(named, key=named.count) if named else None


def _by_frames(frames: Sequence[Chapter], events: Sequence[Event]) -> list[Chapter]:
    """Each event to the nearest frame within reach, else to the stretch between, before or after them."""
    held: dict[str, list[Event]] = {frame.id: [] for frame in frames}
    gaps: list[list[Event]] = [[] for _ in range(len(frames) + 1)]
    for event in events:
        near = min(frames, key=lambda frame: _distance(frame, event))
        if _distance(near, event) <= (AROUND if near.meeting else timedelta()):
            held[near.id].append(event)
        else:
            gaps[sum(_day(event) > (edtf.parse(str(f.date)).last_day or date.max) for f in frames)].append(event)
    chapters = [_gap_chapter(0, gaps[0], frames)]
    for number, frame in enumerate(frames, 1):
        chapters.append(_chapter(frame.id, frame.title, frame, held[frame.id]))
        chapters.append(_gap_chapter(number, gaps[number], frames))
    return chapters


def _gap_chapter(number: int, events: Sequence[Event], frames: Sequence[Chapter]) -> Chapter:
    if number == len(frames):
        later = all(event.status == "expected" for event in events)
        return _chapter("later", "Announced for later" if later else "Afterwards", None, events)
    return (
        _chapter("before", "Before", None, events)
        if number == 0
        else _chapter(f"between-{number}", "Between", None, events)
    )


def _day(event: Event) -> date:
    """The day an event is sorted by."""
    when = event.when
    return (when.first_day or when.last_day or date.min) if when else date.max


def _distance(frame: Chapter, event: Event) -> timedelta:
    when = edtf.parse(str(frame.date))
    first, last, day = when.first_day or date.min, when.last_day or date.max, _day(event)
    return first - day if day < first else max(day - last, timedelta())


def _chapter(id_: str, title: str, frame: Chapter | None, events: Sequence[Event]) -> Chapter:
    ids = tuple(event.id for event in events)
    if frame is None:
        return Chapter(id_, title, None, ids)
    return Chapter(id_, title, frame.date, ids, frame.standfirst, frame.place, frame.meeting)


def _by_time(events: Sequence[Event]) -> list[Chapter]:
    """Without configured chapters one a month, or a year where its months hold few; years of few stand together."""
    months: dict[str, list[str]] = {}
    for event in events:
        months.setdefault(_month(event), []).append(event.id)
    stretches: list[list[str]] = []
    for _, group in groupby(sorted(months), key=_year):
        in_year = list(group)
        full = _count(in_year, months) >= FEWEST * len(in_year)
        stretches += [[month] for month in in_year] if full else [in_year]
    return [_stretch(joined, months) for joined in _joined(stretches, months)]


def _joined(stretches: Iterable[list[str]], months: Mapping[str, list[str]]) -> list[list[str]]:
    """The stretches, neighbours that each hold few events in one."""
    joined: list[list[str]] = []
    for stretch in stretches:
        if joined and _count(joined[-1], months) < FEWEST and _count(stretch, months) < FEWEST:
            joined[-1] = joined[-1] + stretch
        else:
            joined.append(stretch)
    return joined


def _count(stretch: Iterable[str], months: Mapping[str, list[str]]) -> int:
    return sum(len(months[month]) for month in stretch)


def _stretch(stretch: Sequence[str], months: Mapping[str, list[str]]) -> Chapter:
    """The chapter of some months, titled with its date: the month, the year, or from year to year."""
    ends = dict.fromkeys((_year(stretch[0]), _year(stretch[-1])))
    date = stretch[0] if len(stretch) == 1 else "/".join(ends)
    return Chapter(f"m-{date.replace('/', '-')}", date, date, tuple(id_ for month in stretch for id_ in months[month]))


def _year(month: str) -> str:
    return month[:4]


def _month(event: Event) -> str:
    """The month, as EDTF, in which an event begins or, where only that is told, ends; its year where no month is."""
    bound = next((part for part in str(event.date).split("/") if part not in ("", "..")), "")
    month = _MONTH.match(bound)
    return month[0] if month else _day(event).isoformat()[:4]
