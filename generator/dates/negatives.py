"""Phrases that look like dates and are none: where one matches, nothing inside it is read.

Same templates as the grammar's. A row with capitals counts only where the text writes its first letter large.
"""

from typing import NamedTuple


class Negative(NamedTuple):
    """One row: a template, an example that a test runs, and whether the phrase is a name."""

    template: str
    example: str
    capitals: bool = False


# after a number these are what it counts or measures
_COUNTED = (
    "meter|metre|mile|foot|kilometer|kilometre|yard|metres|meters|miles|feet|pounds|tons|tonnes|troops|soldiers|jobs"
    "|points|shares|votes|seats|homes|houses|words|horsepower|rpm|calories|degrees|employees|workers|students|members"
    "|dollars|euros|francs|marks|yen|rubles|people|men|women|children|copies|cars|units|civilians|refugees|migrants"
)
# before a number these are what it numbers
_NUMBERED = (
    "flight|route|highway|interstate|channel|room|page|article|section|chapter|resolution|level|windows|office|boeing"
    "|airbus|number|psalm|verse|volume|act|game|gate|line|lot|unit|bus|train"
)
_NEWSPAPERS = (
    "times|mail|mirror|telegraph|express|news|star|standard|post|herald|record|beast|show|worker|sun|tribune|chronicle"
    "|independent|nation|journal|review|magazine"
)

NEGATIVES: tuple[Negative, ...] = (
    # ages
    Negative("<n> -year|years|month|months|week|weeks|day|days -old|olds", "the 6-year-old boy"),
    Negative("<n> years of age", "at 12 years of age"),
    # names
    Negative("60 minutes", 'told CBS\'s "60 Minutes"', capitals=True),
    Negative("saturday night live", "on Saturday Night Live", capitals=True),
    Negative("good friday accord|agreement|accords|deal", "the Good Friday Agreement"),
    Negative("bloody|ruby|happy|manic|super|cyber|giving|fat|casual|throwback <weekday>", "since Bloody Sunday"),
    Negative("black monday|tuesday|wednesday|thursday|saturday|sunday", "since Black Monday"),
    Negative(
        "the? october|february|july|august|velvet revolution|coup|monarchy", "the October Revolution", capitals=True
    ),
    Negative("the? prague|arab spring", "in the Arab Spring", capitals=True),
    Negative("the? winter|summer olympics|olympic|paralympics|games|palace", "at the Winter Olympics", capitals=True),
    Negative("march madness", "during March Madness", capitals=True),
    Negative(f"the? daily|sunday|weekly|today {_NEWSPAPERS}", "told the Daily Mail", capitals=True),
    Negative(
        "the? morning|evening|financial standard|news|post|herald|times|star", "in the Evening Standard", capitals=True
    ),
    Negative("usa today", "told USA Today", capitals=True),
    Negative("a? day care", "a day care centre"),
    Negative("man friday", "his man Friday"),
    Negative("high noon", "saw High Noon"),
    # numbers that count, name or measure
    Negative(f"{_NUMBERED} <digits>", "Flight 1998"),
    Negative(f"<digits> -{_COUNTED}", "the 2000 metres"),
    Negative("24 +/ +7", "open 24/7"),
    Negative("50 +/ +50", "a 50/50 chance"),
    Negative("20 +/ +20", "on 20/20"),
    Negative("7 =eleven", "a 7-Eleven"),
    Negative("second to none", "second to none"),
    Negative("the? first|second -half|quarter goal|goals|lead|touchdown|substitute|marathon", "a second-half goal"),
    Negative("next|second -to -last <period>|<units>|<weekday>", "the next to last week"),
    Negative("as many|few <units>", "the third fire in as many weeks"),
    Negative("day by|to|in|after day", "from day to day"),
    Negative("year -round", "open year-round"),
    Negative("now =defunct|famous|infamous|former|closed|deceased", "the now-defunct firm"),
    Negative("as recently as", "as recently as that"),
    Negative("now that", "now that he left"),
    # page furniture
    Negative("<n> min|mins|minute|minutes read", "3 minute read"),
    Negative("reading|read time <n> minutes", "Reading time 3 minutes"),
)
