"""A document's own habits: the order of day and month in its figures, and whether it is news or tells history."""

from __future__ import annotations

from functools import cached_property

from generator.compiled import regex
from generator.dates.vocabulary import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS

# patterns as text: re compiles and keeps them when a document first needs one, not at import
_MONTH = "|".join([*MONTHS, *MONTH_ABBREVIATIONS])
_DAY_FIRST = rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})\b"
_MONTH_FIRST = rf"\b(?:{_MONTH})\.?\s\d{{1,2}}(?!\d)"
_SLASHED = r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])"
_YEAR = r"\b(?:1[0-9]|20)\d\d\b(?![.,]\d)"
_DEICTIC = rf"\b(?:{'|'.join(WEEKDAYS)}|today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year)|ago)\b"

_REPORTED = r"\b(?:said|says|told|added|argued|warned|announced|according to)\b"


class Habits:
    """What the whole text, folded, shows of how it writes dates; looked for only when a rule asks.

    date_line: the line that says when it appeared, folded, "" for none: it is written as the text is.
    """

    def __init__(self, text: str, date_line: str = "") -> None:
        self._text = text
        self._date_line = date_line

    @cached_property
    def day_first(self) -> bool:
        """3/4/2023 is a day in April: figures that can only be read so, else "14 June" rather than "June 14"."""
        text = f"{self._date_line}\n{self._text}"
        pairs = [(int(first), int(second)) for first, second in regex(_SLASHED).findall(text)]
        votes = sum(first > 12 for first, _ in pairs) - sum(second > 12 for _, second in pairs)
        if votes:
            return votes > 0
        return len(regex(_DAY_FIRST).findall(text)) > len(regex(_MONTH_FIRST).findall(text))

    @cached_property
    def narrative(self) -> bool:
        """It tells history: years by number far outweigh weekdays, "today", "last week" and what somebody said."""
        years = len(regex(_YEAR).findall(self._text))
        return years >= 4 and years >= 8 * len(regex(f"{_DEICTIC}|{_REPORTED}").findall(self._text))
