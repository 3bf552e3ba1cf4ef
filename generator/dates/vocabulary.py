"""The words of the grammar, each written once: months, weekdays, units, numbers, parts, holidays, references.

All are lower case, with straight quotes and hyphens, as the tagger folds its text. A table maps a word to what it
means; the grammar's templates name the tables.
"""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    # as they are mistyped most
    "janurary": 1, "janaury": 1, "feburary": 2, "febuary": 2, "febraury": 2, "septemeber": 9, "setpember": 9,
    "septmber": 9, "ocotber": 10, "octobor": 10, "novemeber": 11, "novmber": 11, "decemeber": 12, "decmber": 12,
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
# names of months that are also verbs or people: alone they count only after an opener, or a link to a date just told
ALSO_NAMES = frozenset({"may", "march", "april", "june", "august", "jan", "jun", "jul", "aug", "mar", "dec"})
MONTH_OPENERS = frozenset(
    """
    in of by since until till through throughout during from early late mid this last next past previous following
    between every each ended ending end
    """.split()
)
MONTH_LINKS = frozenset({"and", "or", "to"})

# "Thursday's" with one of these may be a day to come; with another word it has happened
PLANNED_EVENTS = frozenset(
    """
    meeting meetings summit vote votes voting election elections poll polls referendum runoff primary primaries talks
    game match final race fight debate conference hearing ceremony session deadline gathering rally protest march
    concert funeral launch opening flight visit speech address inauguration trial release auction kickoff
    tie clash fixture qualifier replay
    """.split()
)

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}

# a unit's singular name: "T" where TIMEX3 wants it, its TIMEX3 letter, and how many of these it is
UNITS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1),
    "day": ("", "D", 1), "night": ("", "D", 1), "weekend": ("", "W", 1),
    "week": ("", "W", 1), "fortnight": ("", "W", 2),
    "month": ("", "M", 1), "quarter": ("", "Q", 1), "year": ("", "Y", 1),
    "decade": ("", "Y", 10), "century": ("", "Y", 100), "millennium": ("", "Y", 1000),
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
# days of a month in words: "the twenty-third of May"
DAY_ORDINALS = (
    *(word for word, number in ORDINALS.items() if number <= 30),
    *(f"{tens}-{word}" for tens in ("twenty", "thirty") for word, number in ORDINALS.items() if number < 10),
)
VAGUE = (
    "several", "some", "a few", "few", "many", "a number of", "numerous", "countless", "a couple of", "a couple",
    "couple of",
    "dozens of", "scores of", "hundreds of", "thousands of", "multiple", "various",
)  # fmt: skip

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "arvo": "AF", "evening": "EV", "night": "NI", "noon": "12:00",
    "midnight": "24:00", "midday": "12:00", "lunchtime": "12:00", "daybreak": "MO", "dawn": "MO", "dusk": "EV",
}  # fmt: skip

# before "past" and an hour
MINUTES_PAST = {
    "half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25,
}  # fmt: skip

# how a moment's name without a number is read, by reference
REFERENCES = {
    "PRESENT_REF": (
        "now", "currently", "presently", "at present", "at the moment", "nowadays", "these days", "current",
        "the present", "the present time",
    ),
    "PAST_REF": (
        "recently", "lately", "once upon a time", "long ago", "the past", "the distant past", "the recent past",
        "more recently", "most recently", "recent", "recent times", "years past",
        "years ago", "months ago", "weeks ago", "days ago", "decades ago", "centuries ago", "hours ago", "minutes ago",
        "some time ago", "not long ago", "a while ago", "a long time ago", "ages ago",
        "the other day", "the other night", "those days", "the old days",
    ),
    "FUTURE_REF": (
        "the future", "the near future", "the not too distant future", "sooner or later", "a later date",
        "as soon as possible", "someday", "some day", "the short term", "the long term",
    ),
}  # fmt: skip

# words that turn a name of the calendar to the one before, of, or after the document's day
TURNS = {
    "last": -1, "this past": -1,
    "this": 0, "the current": 0, "this current": 0,
    "next": 1, "coming": 1, "this coming": 1, "the coming": 1, "upcoming": 1,
    "the upcoming": 1,
}  # fmt: skip
PARTS = (
    "early",
    "late",
    "mid",
    "middle",
    "earlier",
    "later",
    "sometime",
    "some time",
    "early to mid",
    "early-to-mid",
    "mid to late",
    "mid-to-late",
    "early in",
    "late in",
    "earlier in",
    "later in",
    "one day",
    "one day in",
)
EDGES = (
    "the beginning of", "the start of", "the end of", "the middle of", "the close of", "the first half of",
    "the second half of", "the last half of", "the latter half of", "the first part of", "the latter part of",
    "the rest of", "the remainder of", "the first days of", "the last days of", "the final days of",
    "the first week of", "the second week of", "the third week of", "the fourth week of", "the last week of",
    "the final week of", "the first week in", "the second week in", "the third week in", "the last week in",
    "the final weeks of", "the last weeks of", "the first weeks of", "the early days of", "the early part of",
    "the balance of", "the eve of", "the end of the", "beginning of", "end of", "start of",
)  # fmt: skip

APPROXIMATELY = (
    "nearly", "almost", "more than", "less than", "at least", "at most", "over", "up to", "as many as", "as much as",
    "fewer than", "well over", "no more than", "no less than", "not more than", "close to", "as little as",
    "as long as", "under",
)  # fmt: skip
# those that can stand before "the": "at least the past two years", but "over" is a preposition there
MINIMUM = ("nearly", "almost", "more than", "less than", "at least", "at most", "up to", "well over")
ABOUT = (*APPROXIMATELY, "about", "around", "roughly", "approximately", "some", "just over", "just under")

ZONES = (
    "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "msk", "ist", "jst",
    "hkt", "aest", "aedt", "acst", "acdt", "awst", "nzst", "nzdt", "sgt", "pkt", "sast", "eet", "eest", "et", "pt",
    "ct", "mt", "eastern", "local time", "greenwich mean time", "british summer time", "central european time",
    "indian standard time",
    *(f"{zone} {kind}time" for zone in ("eastern", "central", "mountain", "pacific")
      for kind in ("", "standard ", "daylight ")),
    *(f"{city} time" for city in ("beijing", "moscow", "london", "new york", "tokyo", "paris", "berlin", "kyiv")),
)  # fmt: skip
FULLNESS = ("trading", "business", "working", "consecutive", "straight", "full", "more", "additional", "extra", "long",
            "calendar", "solid", "successive", "whole")  # fmt: skip

# lengths in one word
LONGS = {"daylong": "day", "nightlong": "night", "weeklong": "week", "monthlong": "month", "yearlong": "year",
         "hourlong": "hour", "decadelong": "decade", "centurylong": "century"}  # fmt: skip

# how often: the adverb or adjective, and its TIMEX3 value
OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "bimonthly": "P2M", "yearly": "P1Y", "annually": "P1Y", "round the clock": "PT24H",
}  # fmt: skip

# named days: the month and day they fall on; or a rule of holidays.py: (month, weekday, which one, from the end if
# negative) or the days after Easter Sunday
HOLIDAYS: dict[str, tuple[int, ...]] = {
    "new year's day": (1, 1), "new year's": (1, 1), "new year's eve": (12, 31), "epiphany": (1, 6),
    "valentine's day": (2, 14), "st. valentine's day": (2, 14), "international women's day": (3, 8),
    "st. patrick's day": (3, 17), "april fool's day": (4, 1), "april fools' day": (4, 1), "earth day": (4, 22),
    "anzac day": (4, 25), "may day": (5, 1), "juneteenth": (6, 19), "canada day": (7, 1), "independence day": (7, 4),
    "fourth of july": (7, 4), "the fourth of july": (7, 4), "july fourth": (7, 4), "bastille day": (7, 14),
    "halloween": (10, 31), "all saints' day": (11, 1), "guy fawkes day": (11, 5), "veterans day": (11, 11),
    "veterans' day": (11, 11), "armistice day": (11, 11), "remembrance day": (11, 11), "christmas eve": (12, 24),
    "christmas": (12, 25), "christmas day": (12, 25), "boxing day": (12, 26),
    "holocaust remembrance day": (1, 27), "groundhog day": (2, 2),
    "martin luther king day": (1, 0, 3), "martin luther king jr. day": (1, 0, 3), "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3), "mother's day": (5, 6, 2), "memorial day": (5, 0, -1), "father's day": (6, 6, 3),
    "labor day": (9, 0, 1), "columbus day": (10, 0, 2), "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4),
    "black friday": (11, 4, -1), "election day": (11, 1, 0),
    "ash wednesday": (-46,), "palm sunday": (-7,), "maundy thursday": (-3,), "good friday": (-2,), "easter": (0,),
    "easter sunday": (0,), "easter monday": (1,), "ascension day": (39,), "pentecost": (49,), "whit monday": (50,),
    "mardi gras": (-47,), "shrove tuesday": (-47,),
}  # fmt: skip

# days that news calls by what was done on them, with its year: "the Sept. 11 attacks"
DAYS_OF_DEEDS = {(9, 11): 2001, (1, 6): 2021, (10, 7): 2023}
DEEDS = (
    "attack", "attacks", "terror attack", "terror attacks", "terrorist attack", "terrorist attacks", "hijackings",
    "assault", "massacre", "riot", "riots", "insurrection", "storming",
)  # fmt: skip

# what was done or befell: a date beside one of these is its own
MISDEEDS = (
    "murder killing slaying death attack bombing shooting stabbing robbery burglary theft rape assault crash "
    "kidnapping massacre riot fire blast explosion".split()
)

# before a number, these say that it counts something
QUANTITY_WORDS = frozenset(
    """
    about around roughly approximately nearly almost some than least most over under only just another additional
    total number no flight route highway interstate room channel page article section chapter resolution paragraph
    level windows office model boeing airbus bus unit lot case bill act apartment suite box
    """.split()
)
