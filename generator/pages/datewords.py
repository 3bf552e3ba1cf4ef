"""EDTF as people write dates: "Tue 14 Feb 2023", "14–15 Feb 2023", "week of 6 Feb 2023", "by 14 June 2023"."""

from functools import lru_cache
from typing import NamedTuple

from generator import edtf
from generator.edtf import Edtf
from generator.pages.catalogue import Words

Point = tuple[int, int, int]
_MARKS = {"~": "date-about", "?": "date-unsure", "%": "date-about-unsure"}


class DateWords(NamedTuple):
    """A date in words, in the parts a page sets apart.

    lead: the small words before it ("Tue", "week of"), main: day and month, or all of a coarser date; year: what
    completes main, "" where main has it. precision: words for what is no day, "" for days. machine: value for
    <time datetime>, None where HTML has no such value. edtf: the value itself. full: everything, as one reads it.
    """

    lead: str
    main: str
    year: str
    precision: str
    machine: str | None
    edtf: str

    @property
    def full(self) -> str:
        """The whole date, for running text and screen readers."""
        return " ".join(part for part in (self.lead, self.main, self.year) if part)

    @property
    def plain(self) -> str:
        """The whole date without its weekday."""
        keep_lead = self.lead if self.precision else ""
        return " ".join(part for part in (keep_lead, self.main, self.year) if part)


@lru_cache(maxsize=8192)
def date_words(value: str, words: Words, width: str = "abbreviated") -> DateWords:
    """The words for an EDTF value; width is Babel's "abbreviated" or "wide" for month names."""
    writer = _Writer(words, width)
    when = edtf.parse(value)
    return writer.interval(when) if "/" in value else writer.point(when)


class _Writer(NamedTuple):
    """Puts dates into the words of one language."""

    words: Words
    width: str

    def interval(self, when: Edtf) -> DateWords:
        start_text, _, end_text = when.text.partition("/")
        if start_text in ("", edtf.OPEN):
            return self._half_open(when, "by", edtf.parse(end_text))
        if end_text in ("", edtf.OPEN):
            return self._half_open(when, "from", edtf.parse(start_text))
        if when.is_week and len(start_text) == len(end_text) == 10:
            return self._week(when)
        return self._span(when, edtf.parse(start_text), edtf.parse(end_text))

    def _half_open(self, when: Edtf, word: str, end: Edtf) -> DateWords:
        """What has one end: "by 14 June 2023"; there is no HTML value for it."""
        point = self.point(end)
        return DateWords(
            self.words(f"date-{word}"), point.main, point.year, self.words(f"precision-{word}"), None, when.text
        )

    def _week(self, when: Edtf) -> DateWords:
        monday = when.first_day
        assert monday, "a week has a Monday"
        year, week, _ = monday.isocalendar()
        main, text = self._day_month((monday.year, monday.month, monday.day)), f"{year:04}-W{week:02}"
        return DateWords(
            self.words("date-week"), main, self._year(monday.year), self.words("precision-week"), text, when.text
        )

    def _span(self, when: Edtf, start: Edtf, end: Edtf) -> DateWords:
        if not (start.is_day and end.is_day and start.first and end.first) or start.text[-1] in _MARKS:
            ends = self._end(start), self._end(end)
            kind = "date-range" if any(" " in end for end in ends) else "date-range-tight"
            return DateWords("", self.words(kind, a=ends[0], b=ends[1]), "", "", None, when.text)
        a, b = start.first, end.first
        lead = self._weekdays(start, end)
        if a[:2] == b[:2]:
            days = self.words("date-range-tight", a=str(a[2]), b=str(b[2]))
            return DateWords(lead, self._month_of(days, b[1]), self._year(b[0]), "", None, when.text)
        left = self._day_month(a) if a[0] == b[0] else f"{self._day_month(a)} {self._year(a[0])}"
        main = self.words("date-range", a=left, b=self._day_month(b))
        return DateWords(lead, main, self._year(b[0]), "", None, when.text)

    def _end(self, when: Edtf) -> str:
        """One end of a span in short: two of them stand in the gutter."""
        if when.precision == "month" and when.first and when.text[-1] not in _MARKS:
            return self.words("date-my", m=self._month(when.first[1]), y=self._year(when.first[0]))
        return self.point(when).plain

    def _weekdays(self, start: Edtf, end: Edtf) -> str:
        first, last = start.first_day, end.last_day
        if not first or not last or (last - first).days > 6:
            return ""
        return self.words("date-range-tight", a=self._weekday(first.weekday()), b=self._weekday(last.weekday()))

    def point(self, when: Edtf) -> DateWords:
        plain = self._unmarked(when)
        mark = _MARKS.get(when.text[-1])
        if not mark:
            return plain
        # the mark's words go round the date as a whole, so the year cannot stand apart
        main = self.words(mark, a=" ".join(part for part in (plain.main, plain.year) if part))
        return DateWords("", main, "", plain.precision, plain.machine, when.text)

    def _unmarked(self, when: Edtf) -> DateWords:
        assert when.first, "a point has a first day"
        if when.precision == "day":
            return self._day(when, when.first)
        main = self._coarse(when, when.first)
        precision = self.words(f"precision-{_coarseness(when)}")
        machine = when.text.rstrip("~?%") if when.precision in ("month", "year") and when.first[0] > 0 else None
        return DateWords("", main, "", precision, machine, when.text)

    def _day(self, when: Edtf, day: Point) -> DateWords:
        date, year = when.first_day, self._year(day[0])
        lead = self._weekday(date.weekday()) if date else ""
        machine = f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if date else None
        clock = when.text.partition("T")[2].rstrip("~?%")[:5]
        if len(clock) == 5:
            year = self.words("date-time", a=year, time=clock)
            machine = machine and f"{machine}T{clock}"
        return DateWords(lead, self._day_month(day), year, "", machine, when.text)

    def _coarse(self, when: Edtf, first: Point) -> str:
        year = self._year(first[0])
        if when.precision == "month":
            return self.words("date-my", m=self._month(first[1], wide=True), y=year)
        if when.precision == "season":
            return self.words(f"season-{when.text[5:7]}", y=year)
        if when.precision == "decade":
            return self.words("date-decade", y=year)
        if when.precision == "century":
            return self.words("date-range-tight", a=year, b=str(first[0] + 99))
        return year

    def _day_month(self, day: Point) -> str:
        return self._month_of(str(day[2]), day[1])

    def _month_of(self, days: str, month: int) -> str:
        return self.words("date-dm", d=days, m=self._month(month))

    def _month(self, month: int, *, wide: bool = False) -> str:
        # a month that stands alone is short enough to be spelled out
        kind = "months" if wide or self.width == "wide" else "months-abbreviated"
        return self.words.names[kind][str(month)]

    def _weekday(self, weekday: int) -> str:
        return self.words.names["weekdays-abbreviated"][str(weekday)]

    def _year(self, year: int) -> str:
        """EDTF counts the year before 1 as 0: -0043 is 44 BC."""
        return str(year) if year > 0 else self.words("date-bc", y=str(1 - year))


def _coarseness(when: Edtf) -> str:
    """Key of the words that say how coarse a date is."""
    if when.precision != "season":
        return when.precision
    grouping = int(when.text[5:7])
    return "season" if grouping < 33 else "quarter" if grouping < 37 else "half"
