"""A timeline made by hand from the five articles in seeds/, with every kind of date, status and note the pages show."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.model import (
    Basis,
    Chapter,
    Correction,
    Event,
    EventMention,
    Record,
    Settings,
    Source,
    Status,
    Timeline,
    Version,
)
from generator.text import paragraphs, squeeze

ROOT = Path(__file__).parent.parent
TEMPLATES = (ROOT / "templates",)
SETTINGS = Settings(
    title="Arming Ukraine: NATO’s defence ministers in 2023",
    standfirst="From the February to the June meeting in Brussels and on to Vilnius: "
    "what was said, decided and promised, "
    "each line with the article that reports it.",
    base_url="https://example.org/repo/",
    repository="https://example.org/code",
    licence="CC BY 4.0 for the arrangement",
)
READINGS = {
    "weekday-last": "a weekday: the last one up to the article’s day",
    "weekday-today": "a weekday: the article’s own day",
    "weekday-next": "a weekday still to come: the next one after the article’s day",
    "day-range": "two days of a month; the year is the article’s",
    "last-week": "the calendar week before the article’s day",
    "next-month": "the month after the article’s",
    "this-year": "the article’s own year",
    "year": "a year",
    "month-of-last-year": "that month of the year before the article’s",
    "past-hours": "the day before the day of saying, up to it",
    "date": "a date, written out",
    "day-before": "the day before the day named after it",
}
# slug: seed, title, outlet, url, published
ARTICLES = {
    "2023-06-15-press-tv": (
        "000_0053992dff4b7156.txt",
        "Stoltenberg urges NATO allies to arm Ukraine for offensive, as ministers discuss ties with Kiev",
        "Press TV",
        "https://presstv.example/Detail/2023/06/15/705319",
        "2023-06-15",
    ),
    "2023-06-14-we-news": (
        "001_129ffe6fc2b45284.txt",
        "Stoltenberg Urges NATO Allies to Arm Ukraine for Offensive Against Russia",
        "WE News English",
        "https://wenews.example/stoltenberg-urges",
        "2023-06-14",
    ),
    "2023-06-14-iron-blade": (
        "002_292c28d37e64451b.txt",
        "NATO Secretary General pleads for increased military support to Kiev in the framework of a counter-offensive",
        "Iron Blade",
        None,
        "2023-06-14",
    ),
    "2023-02-14-the-hill": (
        "003_3dd2ae40c6c0741b.txt",
        "NATO chief calls on members to ramp up ammunition production for Ukraine",
        "The Hill",
        "https://thehill.example/policy/3857259",
        "2023-02-14",
    ),
    "2023-02-14-epoch-times": (
        "004_d51376cf106bc642.txt",
        "NATO Musters More Arms for Ukraine, Says New Russian Offensive Has Started",
        "The Epoch Times",
        "https://epoch.example/world/5056194",
        "2023-02-14",
    ),
}
PRESS, WE, BLADE, HILL, EPOCH = ARTICLES


@dataclass(frozen=True, slots=True)
class Told:
    """How one article tells an event: the first and the last words of the sentence, date words, rule, anchor."""

    article: str
    first: str
    last: str
    words: str | None = None
    rule: str = "date"
    anchor: str | None = None
    also: tuple[str, ...] = ()
    date: str | None = None


def make_records() -> dict[str, Record]:
    """The five articles as content files hold them, without events."""
    return {slug: _record(slug, *facts) for slug, facts in ARTICLES.items()}


def _record(slug: str, seed: str, title: str, outlet: str, url: str | None, published: str) -> Record:
    text = (ROOT / "seeds" / seed).read_text(encoding="utf-8")
    body = "\n\n".join(squeeze(line) for line in text.splitlines() if len(line.split()) > 12) + "\n"
    return Record(
        slug=slug,
        title=title,
        outlet=outlet,
        byline="Tom Ozimek" if slug == EPOCH else None,
        url=url,
        archived_url="https://archive.example/2023/epoch" if slug == EPOCH else None,
        archived_at="2023-02-15" if slug == EPOCH else None,
        published=published,
        published_basis="line 3: the date line",
        language="en",
        seed=f"seeds/{seed}",
        seed_sha256="0" * 64,
        generated=None,
        events=(),
        body=body,
    )


RECORDS = make_records()


def mention(told: Told, date: str | None, heading: str, status: Status, speaker: str | None) -> EventMention:
    """The mention of an event in one article, its quotation cut from the body."""
    body = RECORDS[told.article].body
    start = body.index(told.first)
    end = body.index(told.last, start) + len(told.last)
    number = next(p.number for p in paragraphs(body) if p.start <= start < p.end)
    basis = Basis(told.words, told.rule, told.anchor, told.also) if told.words else None
    digest = hashlib.sha256(f"{told.article} {start} {heading}".encode()).hexdigest()[:8]
    return EventMention(
        id=f"e-{digest}",
        date=told.date or date,
        heading=heading,
        quote=body[start:end],
        start=start,
        end=end,
        paragraph=number,
        status=status,
        basis=basis,
        speaker=speaker,
    )


def event(
    date: str | None, status: Status, heading: str, *told: Told, speaker: str | None = None, checked: str | None = None
) -> Event:
    """An event told by one article or more; the first speaks for it."""
    sources = tuple(Source(t.article, mention(t, date, heading, status, speaker)) for t in told)
    lead = sources[0].mention
    because = tuple(f"{ARTICLES[s.article][2]} quotes the same words" for s in sources[1:])
    return Event(lead.id, date, heading, lead.quote, status, speaker, sources, because, checked=checked)


S = "Jens Stoltenberg"
BACKGROUND = (
    event(
        "2008",
        "happened",
        "NATO agrees that Ukraine will join one day",
        Told(PRESS, "NATO agreed in 2008", "membership talks.", "in 2008", "year"),
    ),
    event(
        "2022-02",
        "happened",
        "The war between Russia and Ukraine begins",
        Told(
            PRESS, "The war between Russia", "blamed for it.", "February last year", "month-of-last-year", "2023-06-15"
        ),
        Told(WE, "NATO allies, led by the United States", "February 2022.", "in February 2022"),
    ),
    event(
        "2022-02-24",
        "happened",
        "Russia’s invasion is launched",
        Told(EPOCH, "Ukrainian President Volodymyr Zelenskyy pushed", "Feb. 24, 2022.", "on Feb. 24, 2022"),
    ),
)
FEBRUARY = (
    event(
        "2023-02-06/2023-02-12",
        "happened",
        "Zelenskyy pushes hard for combat planes in several European capitals",
        Told(
            EPOCH,
            "Ukrainian President Volodymyr Zelenskyy pushed",
            "Feb. 24, 2022.",
            "last week",
            "last-week",
            "2023-02-14",
        ),
    ),
    event(
        "2023-02-06/2023-02-12",
        "claim",
        "Kyiv reports more than 1,000 Russian soldiers killed in a single day",
        Told(HILL, "Kyiv last week reported", "city of Bakhmut.", "last week", "last-week", "2023-02-14"),
        speaker="Kyiv",
    ),
    event(
        "2023-02-13",
        "statement",
        "The U.S. tells its citizens in Russia to leave immediately",
        Told(HILL, "The U.S. on Monday told", "wages on.", "on Monday", "weekday-last", "2023-02-14", ("2023-02-20",)),
    ),
    event(
        "2023-02-13",
        "claim",
        "The Kremlin accuses NATO of harboring animosity towards Russia",
        Told(EPOCH, "On Monday, the Kremlin accused", "in the conflict.", "On Monday", "weekday-last", "2023-02-14"),
        speaker="Dmitry Peskov",
    ),
    event(
        "2023-02-13",
        "statement",
        "The Russian offensive had already started",
        Told(
            EPOCH,
            "“I think the reality is that we have seen the start already,”",
            "Stoltenberg said.",
            "Also on Monday",
            "weekday-last",
            "2023-02-14",
            ("2023-02-20",),
        ),
        speaker=S,
    ),
    event(
        "2023-02-13/2023-02-14",
        "claim",
        "Ukraine’s forces repel attacks in five settlements in Luhansk and six in Donetsk",
        Told(
            EPOCH,
            "Ukraine’s military said Tuesday",
            "Russian forces.",
            "Tuesday … over the past 24 hours",
            "past-hours",
            "2023-02-14",
        ),
        speaker="Ukraine’s military",
    ),
    event(
        "2023-02-14",
        "statement",
        "Stoltenberg urges allies to ramp up ammunition production",
        Told(
            HILL,
            "NATO Secretary General Jens Stoltenberg on Tuesday urged",
            "its invasion.",
            "on Tuesday",
            "weekday-today",
            "2023-02-14",
        ),
        Told(EPOCH, "NATO’s top official on Tuesday", "in Ukraine.", "on Tuesday", "weekday-today", "2023-02-14"),
        speaker=S,
        checked="2026-11-20 AB",
    ),
    event(
        "2023-02-14",
        "statement",
        "“We see no signs that President Putin is preparing for peace”",
        Told(HILL, "“We see no signs", "defense ministers.", "a two-day meeting", "weekday-today", "2023-02-14"),
        Told(EPOCH, "“We see no signs", "Feb. 14–15.", "Feb. 14–15", "day-range", "2023-02-14"),
        speaker=S,
    ),
    event(
        "2023-02-14",
        "statement",
        "NATO is not a party to the conflict, Stoltenberg underscores",
        Told(
            HILL,
            "Stoltenberg on Tuesday underscored",
            "into the conflict.",
            "on Tuesday",
            "weekday-today",
            "2023-02-14",
        ),
        speaker=S,
    ),
    event(
        "2023-02-14",
        "happened",
        "Russian forces bombard troops and towns in Donetsk",
        Told(EPOCH, "Russian forces bombarded", "new offensive.", "on Tuesday", "weekday-today", "2023-02-14"),
    ),
    event(
        "2023-02-14",
        "statement",
        "Austin reaffirms support over the long haul",
        Told(EPOCH, "“That shared resolve", "in Brussels."),
        speaker="Lloyd Austin",
    ),
    event(
        "2023-02-14/2023-02-15",
        "happened",
        "NATO defence ministers meet in Brussels",
        Told(EPOCH, "“We see no signs", "Feb. 14–15.", "Feb. 14–15", "day-range", "2023-02-14"),
        Told(HILL, "“We see no signs", "defense ministers.", "two-day meeting", "day-range", "2023-02-14"),
    ),
    event(
        "2023-02-20/2023-02-26",
        "expected",
        "Russia’s war on Ukraine hits its one-year mark",
        Told(HILL, "Russia’s war on Ukraine will hit", "the anniversary.", "next week", "last-week", "2023-02-14"),
    ),
    event(
        "2023-02-15",
        "expected",
        "Ministers are to decide on new long-term guidelines",
        Told(HILL, "They’ll also decide", "in Europe.”"),
        speaker=S,
    ),
)
JUNE = (
    event(
        "2023-06-14",
        "statement",
        "Stoltenberg urges NATO allies to arm Ukraine for its offensive",
        Told(
            WE, "BRUSSELS: NATO Secretary General", "long-awaited push.", "on Wednesday", "weekday-today", "2023-06-14"
        ),
        Told(
            PRESS,
            "“The most obvious thing",
            "with Ukraine.",
            "a day before NATO defense ministers gathered in Brussels on Thursday",
            "day-before",
            "2023-06-15",
        ),
        Told(
            BLADE,
            "NATO Secretary General Jens Stoltenberg on Wednesday appealed",
            "against Russia.",
            "on Wednesday",
            "weekday-today",
            "2023-06-14",
        ),
        speaker=S,
    ),
    event(
        "2023-06-14",
        "statement",
        "“There will be casualties, also, when it comes to modern NATO equipment”",
        Told(PRESS, '"There will be casualties', "he said."),
        Told(WE, "Stoltenberg added, “There will be casualties", "NATO equipment."),
        speaker=S,
    ),
    event(
        "2023-01-01/2023-06-15",
        "happened",
        "NATO countries jointly order 155-millimeter shells worth $1 billion",
        Told(PRESS, "So far this year", "he said.", "So far this year", "this-year", "2023-06-15"),
        Told(WE, "The NATO chief revealed", "$1 billion.", "this year", "this-year", "2023-06-14", date="2023"),
        speaker=S,
    ),
    event(
        "2023-06-15",
        "happened",
        "NATO defence ministers gather to discuss future relations with Ukraine",
        Told(PRESS, "“The most obvious thing", "with Ukraine.", "on Thursday", "weekday-last", "2023-06-15"),
        Told(WE, "The Western backers of Kyiv", "ongoing assaults.", "on Thursday", "weekday-next", "2023-06-14"),
    ),
    event(
        "2023-06-16",
        "expected",
        "Ministers to raise the targets for ammunition in stock",
        Told(PRESS, "The NATO chief said he expected", "have in stock.", "on Friday", "weekday-next", "2023-06-15"),
        Told(WE, "Stoltenberg stated that he expected", "have in stock.", "on Friday", "weekday-next", "2023-06-14"),
        speaker=S,
    ),
)
LATER = (
    event(
        "2023-07",
        "expected",
        "A summit in Vilnius is to approve a defense production action plan",
        Told(PRESS, "In addition, the military bloc", "ratchet up output.", "next month", "next-month", "2023-06-15"),
        Told(
            BLADE,
            "Arms deliveries and replenishment",
            "on Thursday.",
            "on Thursday",
            "weekday-next",
            "2023-06-14",
            (),
            "2023-06-15",
        ),
    ),
    event(
        "2023-07",
        "expected",
        "Biden and his counterparts are to gather in Vilnius",
        Told(PRESS, "US President Joe Biden", "in Vilnius.", "next month", "next-month", "2023-06-15"),
    ),
    event(
        "../2023-12-31",
        "expected",
        "A multi-year program towards NATO standards is to be agreed",
        Told(PRESS, "Stoltenberg further said", "with NATO.”"),
        speaker=S,
    ),
)
UNDATED = (
    event(
        None,
        "claim",
        "Moscow says weapons supplies are prolonging the conflict",
        Told(EPOCH, "Moscow has said", "further escalation."),
        speaker="Moscow",
    ),
    event(
        None,
        "statement",
        "“Our stock is going down”",
        Told(BLADE, "Jens Stoltenberg expects", "warned that"),
        speaker=S,
    ),
)


def _linked(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The expectation of the June meeting and its report linked, and the one disagreement told."""
    report = next(e for e in events if e.heading.startswith("NATO defence ministers gather"))
    expected = next(e for e in events if e.heading.startswith("Ministers to raise"))
    summit = next(e for e in events if e.heading.startswith("A summit in Vilnius"))
    versions = (Version("date", PRESS, "2023-07"), Version("date", BLADE, "2023-06-15"))
    changes = {
        report.id: report._replace(outcome_of=expected.id),
        expected.id: expected._replace(outcome=report.id),
        summit.id: summit._replace(disagreement=versions),
    }
    return tuple(changes.get(e.id, e) for e in events)


CORRECTIONS = (Correction("2023-06-20", "date: 2023-06-15 → 2023-06-14", "the article was read a day late"),)


def _with_events(record: Record, events: tuple[Event, ...]) -> Record:
    mentions = {s.mention.id: s.mention for e in events for s in e.sources if s.article == record.slug}
    return record._replace(events=tuple(sorted(mentions.values(), key=lambda m: (m.start, m.id))))


def _corrected(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The opening of the June chapter carries a correction."""

    def fix(old: Event) -> Event:
        if not old.heading.startswith("Stoltenberg urges NATO allies to arm"):
            return old
        first = old.sources[0]._replace(mention=old.sources[0].mention._replace(corrections=CORRECTIONS))
        return old._replace(sources=(first, *old.sources[1:]))

    return tuple(fix(e) for e in events)


def make_timeline() -> Timeline:
    """The whole timeline, in order, in the chapters a reader expects."""
    chapters = (
        ("background", "Background", None, "What the articles look back on.", BACKGROUND, False),
        (
            "february",
            "The February meeting",
            "2023-02-14/2023-02-15",
            "NATO’s defence ministers meet as a new Russian offensive begins.",
            FEBRUARY,
            True,
        ),
        (
            "june",
            "The June meeting",
            "2023-06-15/2023-06-16",
            "Arms for the counteroffensive, and the way to Vilnius.",
            JUNE,
            True,
        ),
        ("later", "Announced for later", "2023-07", "What the articles say will come.", LATER, False),
        ("undated", "Undated", None, "Told without a day, and none could be read.", UNDATED, False),
    )
    events = _corrected(_linked(tuple(e for chapter in chapters for e in chapter[4])))
    return Timeline(
        title=SETTINGS.title,
        standfirst=SETTINGS.standfirst,
        starts="2023-02",
        articles=tuple(_with_events(record, events) for record in RECORDS.values()),
        chapters=tuple(
            Chapter(ident, title, date, tuple(e.id for e in told), line, "Brussels" if meeting else None, meeting)
            for ident, title, date, line, told, meeting in chapters
        ),
        events=events,
    )


TIMELINE = make_timeline()
