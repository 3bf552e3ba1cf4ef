"""The words of the grammar, each written once: months, weekdays, units, numbers, parts, holidays, references.

All are lower case, with straight quotes and hyphens, as the tagger folds its text. A table maps a word to what it
means; the grammar's templates name the tables.
"""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
WEEKDAY_ABBREVIATIONS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
# names of months and weekdays that are also common words: they count only with a capital letter
ALSO_COMMON_WORDS = frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed", "jan", "dec", "august"})
# names of months that are also verbs or people: alone they count only after one of MONTH_OPENERS
ALSO_NAMES = frozenset({"may", "march", "april", "june", "august", "jan"})
MONTH_OPENERS = frozenset(
    """
    in of by since until till through throughout during for from to between and or before after around about
    early late mid this last next past previous following the each every beginning starting ending ended
    effective on every-other or both
    """.split()  # noqa: SIM905 - a table of words
)

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}

# a unit's singular name: its name in periods.py (or the same), its TIMEX3 letter, and how many of these it is
UNITS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "min": ("T", "M", 1), "hour": ("T", "H", 1),
    "day": ("", "D", 1), "night": ("", "D", 1), "week": ("", "W", 1), "fortnight": ("", "W", 2),
    "month": ("", "M", 1), "quarter": ("", "Q", 1), "year": ("", "Y", 1), "yr": ("", "Y", 1),
    "decade": ("", "Y", 10), "century": ("", "Y", 100), "millennium": ("", "Y", 1000), "generation": ("", "Y", 0),
}  # fmt: skip
IRREGULAR_PLURALS = {"centuries": "century", "millennia": "millennium"}

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
VAGUE = (
    "several", "some", "a few", "few", "many", "a number of", "numerous", "countless", "a couple of", "a couple",
    "dozens of", "scores of", "hundreds of", "thousands of", "multiple", "various",
)  # fmt: skip

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00", "midnight": "24:00",
    "midday": "12:00", "lunchtime": "12:00", "daybreak": "MO", "dawn": "MO", "dusk": "EV",
}  # fmt: skip

# how a moment's name without a number is read, by reference
REFERENCES = {
    "PRESENT_REF": (
        "now", "right now", "currently", "presently", "at present", "at the moment", "at this moment", "nowadays",
        "these days", "at this time", "at this point", "today and now", "the present", "the present time",
    ),
    "PAST_REF": (
        "recently", "lately", "previously", "formerly", "in the past", "once upon a time", "long ago", "not long ago",
        "the past", "the distant past", "the recent past", "more recently", "most recently",
    ),
    "FUTURE_REF": (
        "soon", "shortly", "in the future", "the future", "the near future", "the foreseeable future",
        "sooner or later", "in due course", "eventually", "a later date", "as soon as possible", "before long",
        "someday", "some day",
    ),
}  # fmt: skip

# words that turn a name of the calendar to the one before, of, or after the document's day
TURNS = {"last": -1, "past": -1, "previous": -1, "this past": -1, "this": 0, "next": 1, "coming": 1, "this coming": 1}

APPROXIMATELY = (
    "about", "around", "roughly", "nearly", "almost", "approximately", "some", "more than", "less than", "at least",
    "at most", "over", "under", "up to", "as many as", "fewer than", "well over", "just over", "just under",
    "no more than", "no less than", "not more than", "close to", "barely",
)  # fmt: skip

ZONES = (
    "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "msk", "ist", "jst",
    "hkt", "et", "pt", "ct", "mt",
)  # fmt: skip
