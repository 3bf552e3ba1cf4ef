"""Phrases that look like dates and are none: where one matches, nothing inside it is read.

Same templates as the grammar's. A row with capitals counts only where the text writes its first letter large.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Negative:
    """One row: a template, an example that a test runs, and whether the phrase is a name."""

    template: str
    example: str
    capitals: bool = False


NEGATIVES: tuple[Negative, ...] = (
    # ages
    Negative("<n> -year|years|month|months|week|weeks|day|days -old|olds", "the 6-year-old boy"),
    Negative("<n> years of age", "at 12 years of age"),
    Negative("<n> -something", "a thirty-something"),
    # names
    Negative("60 minutes", 'told CBS\'s "60 Minutes"', capitals=True),
    Negative("saturday night live", "on Saturday Night Live", capitals=True),
    Negative("good friday accord|agreement|accords|deal", "the Good Friday Agreement"),
    Negative("bloody|ruby|happy|manic sunday|tuesday|monday", "since Bloody Sunday"),
    Negative("daily|sunday|weekly times|mail|mirror|telegraph|express|news|star|standard|post|herald|record|beast|show|worker"
             "|mirror|sun|tribune|chronicle|independent", "told the Daily Mail", capitals=True),
    Negative("evening standard|news|post|herald", "in the Evening Standard", capitals=True),
    Negative("day care", "a day care centre"),
    Negative("man friday", "his man Friday"),
    # numbers that count, name or measure
    Negative("flight|route|highway|interstate|channel|room|page|article|section|chapter|resolution|level|windows|office|boeing"
             "|airbus|sr|no.|number|psalm|verse|volume|act|game <digits>", "Flight 1998"),
    Negative("<digits> -meter|metre|mile|foot|kilometer|kilometre|yard|metres|meters|miles|feet|pounds|tons|troops|soldiers|jobs"
             "|points|shares|votes|seats|homes|houses|words|horsepower|rpm|calories|degrees|employees|workers|students|members"
             "|dollars|euros|francs|marks|yen|rubles|people|men|women|children|copies|cars|units", "the 2000 metres"),
    Negative("24 +/ +7", "open 24/7"),
    Negative("50 +/ +50", "a 50/50 chance"),
    Negative("20 +/ +20", "on 20/20"),
    Negative("7 =eleven", "a 7-Eleven"),
    Negative("second -half lead|goal|goals|time", "a second-half goal"),
    Negative("day by|to|in|after day", "from day to day"),
    Negative("day -to =day", "day-to-day life"),
    Negative("year -round", "open year-round"),
    Negative("at the same time", "at the same time"),
    Negative("first -half|quarter goal|lead|touchdown", "a first-half goal"),
    Negative("now =defunct|famous|infamous|former|closed|deceased", "the now-defunct firm"),
    Negative("now that", "now that he left"),
    # page furniture
    Negative("<n> min|mins|minute|minutes read", "3 minute read"),
    Negative("reading|read time <n> minutes", "Reading time 3 minutes"),
)  # fmt: skip
