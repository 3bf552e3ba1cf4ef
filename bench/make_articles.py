"""Make a folder of news-like articles, to measure with and to test on: the same number and seed give the same bytes.

    python bench/make_articles.py NUMBER FOLDER [--seed 1] [--days 1200] [--formats txt,md]

A story is a place, its people and two to four happenings; several outlets report each, in other words and with the date
told in other ways, and look back at the earlier ones. The rest of an article is talk, plans and page furniture.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import count, islice
from pathlib import Path
from random import Random

FIRST_DAY = date(2020, 1, 6)
FORMATS = ("txt", "md", "html")
OUTLETS = (
    "Coast Mercury",
    "The Morning Register",
    "Inland News",
    "Capital Bulletin",
    "Northern Dispatch",
    "The Signal",
)
# combined at random, so that a hundred thousand articles have thousands of places, firms and people
TOWNS = (
    "Alder Brack Cor Dun Easter Fallo Garn Hex Inver Jar Kestle Low Mil Nor Oxen Pen Quarn Raven Sel Tarn".split(),
    "bank borough cliffe dale foot gill harbour holt leigh mere mouth ness port ridge side thorpe ton wick".split(),
)
GIVEN = """Ada Boris Carla Dilip Erin Farah Goran Hanna Ivo June Karim Lena Mateo Nora Oskar Pilar Quentin Ruth Sami
Tilda Umar Vera Wesley Ximena Yara Zoltan""".split()
FAMILY = """Abbot Bakshi Corrigan Dahl Everett Fontaine Gruber Holm Iqbal Jansen Kovacs Lowell Moreau Nolan Ostrow
Pavel Quist Rahimi Sorel Tengku Ulrich Varga Winslow Yates Zeman""".split()
FIRMS = """Arden Basalt Cinder Delta Ember Fathom Gantry Helix Isobar Junction Kiln Lantern Marlin Nimbus Orbit Pylon
Quarto Rampart Spindle Trellis""".split()
TRADES = "Shipping Power Dairies Rail Chemicals Paper Stores Airways Cement Optics Textiles Bank".split()
ROLES = ("mayor", "union leader", "chief executive", "police commissioner", "harbour master", "transport secretary")
# headline, then the same happening in several wordings; {W} is where the date stands
HAPPENINGS = (
    ("Explosion injures {n} at {firm} works in {town}",
     "An explosion at the {firm} works in {town} injured {n} people {W}.",
     "{n} workers were hurt {W} when a boiler exploded at the {firm} works in {town}."),
    ("{firm} shuts {town} plant with {n} jobs",
     "{firm} closed its plant in {town} {W} with the loss of {n} jobs.",
     "The {firm} plant in {town} shut its gates {W}, and {n} people lost their jobs."),
    ("{town} elects {person}",
     "{person} was elected mayor of {town} {W} with {n}0 votes more than the runner-up.",
     "Voters in {town} chose {person} as their mayor {W}."),
    ("Ferry runs aground off {town}",
     "A ferry of {firm} ran aground off {town} {W} with {n} passengers on board.",
     "Lifeboats brought {n} passengers ashore {W} after a ferry ran aground near {town}."),
    ("Court fines {firm} {n} million",
     "A court in {town} fined {firm} ${n} million {W} for polluting the river.",
     "{firm} was ordered {W} to pay ${n} million over the polluted river at {town}."),
    ("Strike stops {town} port",
     "Dockers in {town} walked out {W} in a dispute over {n} redundancies.",
     "Work at the port of {town} stopped {W} as dockers went on strike against {firm}."),
    ("{firm} and {other} sign {n} million deal",
     "{firm} signed a contract worth ${n} million with {other} {W} in {town}.",
     "{other} and {firm} agreed {W} on a ${n} million contract."),
    ("Storm cuts power to {n}00 homes in {town}",
     "A storm cut the power to {n}00 homes in {town} {W}.",
     "Some {n}00 homes in {town} were without electricity {W} after a storm brought down lines."),
)  # fmt: skip
PLANS = (
    "The council of {town} will vote on the report on {later}.",
    "{firm} plans to publish its own findings next month.",
    "A hearing is due to begin in {town} on {later}.",
    "The minister is expected to visit {town} next week.",
)
QUOTES = (
    ("We have waited", "I have asked", "My family has hoped", "Everyone here has worked", "The board has argued"),
    ("for years", "for months", "since the spring", "since the first warning", "longer than anyone should"),
    ("for an answer from {firm}", "for {n} new jobs", "for a plain word from {town}", "for the truth about that night",
     "for somebody to take the blame", "for {n} signatures", "for a better road to {town}", "for the money to arrive"),
)  # fmt: skip
TALK = (
    "The town of {town} lies where the old railway meets the river, and many of its families came with the mills.",
    "{firm} employs more people than any other firm in the district, and its managers rarely talk to the press.",
    "Local shops say that trade has been slow, although the market still fills the square.",
    "Engineers have long argued about the state of the bridge, which carries most of the heavy traffic.",
    "The department keeps the figures under review and points to its published guidance.",
    "According to people who know the plans, the costs are higher than the first estimate by a third.",
    "Neighbours describe a quiet street where children play and little else disturbs the peace.",
    "Lawyers for both sides declined to comment on documents that the court has not released.",
    "Critics say that the rules are too complicated, and supporters answer that they are at least the same for all.",
    "A survey by the university found that opinion is divided almost evenly between young and old.",
    "The regional railway has asked for patience while it looks for drivers who know the line.",
    "What happens to the land afterwards is a question that no office seems eager to answer.",
)
FURNITURE = ("Share this article", "Advertisement", "Read more: What we know so far", "Sign up for our newsletter")


@dataclass(frozen=True)
class Happening:
    """Something that took place: its day, and the words that fill every report of it."""

    kind: tuple[str, ...]
    day: date
    words: dict[str, str]


@dataclass(frozen=True)
class Article:
    """One article before it is laid out in a format."""

    outlet: str
    byline: str
    published: date
    headline: str
    paragraphs: tuple[str, ...]


def make_seeds(seed: int, days: int = 1200, formats: tuple[str, ...] = ("txt",)) -> Iterator[tuple[str, str]]:
    """File names and texts without end, story after story; a name tells nothing of the day."""
    number = 0
    for story in count():
        rng = Random(f"{seed}/{story}")  # a story is the same however many follow it
        for article in make_story(rng, days):
            form = rng.choice(formats)
            yield f"{number:06}.{form}", LAYOUTS[form](rng, article)
            number += 1


def make_story(rng: Random, days: int) -> Iterator[Article]:
    """Two to four happenings in one place, each reported by several outlets."""
    firm, other = (f"{rng.choice(FIRMS)} {rng.choice(TRADES)}" for _ in range(2))
    words = {"town": "".join(map(rng.choice, TOWNS)), "firm": firm, "other": other, "person": _person(rng)}
    day = FIRST_DAY + timedelta(days=rng.randrange(days))
    told: list[Happening] = []
    for kind in rng.sample(HAPPENINGS, rng.choice((2, 3, 3, 4))):
        told.append(Happening(kind, day, {**words, "n": str(rng.randrange(11, 99))}))
        for outlet in rng.sample(OUTLETS, rng.choice((1, 1, 2, 3, 5))):
            yield _report(rng, tuple(told), outlet)
        day += timedelta(days=rng.choice((2, 5, 13, 40, 120)))


def _report(rng: Random, told: tuple[Happening, ...], outlet: str) -> Article:
    """An outlet's article on the last of the happenings, which looks back at an earlier one."""
    news, published = told[-1], told[-1].day + timedelta(days=rng.choice((0, 0, 1, 1, 2)))
    later = _in_full(rng, published + timedelta(days=rng.randrange(10, 60)))
    rest = [_talk(rng, news, later) for _ in range(rng.randrange(9, 20))]
    if len(told) > 1:
        rest.insert(rng.randrange(2, 6), _sentence(rng, rng.choice(told[:-1]), published))
    return Article(
        outlet=outlet,
        byline=_person(rng),
        published=published,
        headline=news.kind[0].format(**news.words),
        paragraphs=(f"{_sentence(rng, news, published)} {_quote(rng, news)}", *rest),
    )


def _sentence(rng: Random, happening: Happening, published: date) -> str:
    words = _when(rng, happening.day, published)
    return rng.choice(happening.kind[1:]).format(W=words, **happening.words)


def _when(rng: Random, day: date, published: date) -> str:
    """The words of an article of one day for another day, the closer the vaguer."""
    ago = (published - day).days
    if ago < 6:
        close = ("today", "yesterday")[ago : ago + 1] if rng.random() < 0.3 else ()
        return close[0] if close else f"on {day:%A}"
    return f"in {day:%B %Y}" if ago > 100 and rng.random() < 0.3 else f"on {_in_full(rng, day)}"


def _in_full(rng: Random, day: date) -> str:
    return f"{day.day} {day:%B} {day.year}" if rng.random() < 0.5 else f"{day:%B} {day.day}, {day.year}"


def _talk(rng: Random, news: Happening, later: str) -> str:
    """A paragraph without news."""
    sentences = [line.format(**news.words) for line in rng.sample(TALK, rng.choice((1, 2, 3)))]
    if rng.random() < 0.35:
        sentences.append(_quote(rng, news))
    if rng.random() < 0.08:
        sentences.append(rng.choice(PLANS).format(later=later, **news.words))
    return " ".join(sentences)


def _quote(rng: Random, news: Happening) -> str:
    words, speaker = " ".join(map(rng.choice, QUOTES)).format(**news.words), f"{_person(rng)}, the {rng.choice(ROLES)}"
    return f"“{words},” said {speaker}." if rng.random() < 0.6 else f"{speaker}, said: “{words}.”"


def _person(rng: Random) -> str:
    return f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"


def _as_text(rng: Random, article: Article) -> str:
    """A clipping: headline, byline and a date line in one of several forms, with what stood around it on the page."""
    day = article.published
    line = rng.choice((_in_full(rng, day), f"{day:%a} {day.day} {day:%b} {day.year}", f"Published: {day.isoformat()}"))
    head = f"{article.headline} | {article.outlet}\nBy {article.byline}\n{line}\n{rng.choice(FURNITURE)}"
    return "\n\n".join((head, *article.paragraphs, rng.choice(FURNITURE))) + "\n"


def _as_markdown(rng: Random, article: Article) -> str:
    front = f'---\ntitle: "{article.headline}"\noutlet: {article.outlet}\npublished: {article.published}\n---\n'
    return front + "\n" + "\n\n".join(article.paragraphs) + "\n"


def _as_web_page(rng: Random, article: Article) -> str:
    """A saved page with its metadata."""
    meta = f'<meta property="article:published_time" content="{article.published}">'
    site = f'<meta property="og:site_name" content="{escape(article.outlet)}">'
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
    title = escape(article.headline)
    return (
        f"<!doctype html>\n<html lang=en><head><title>{title}</title>{meta}{site}</head>\n<body><nav>Home</nav>\n"
        f"<article><h1>{title}</h1>\n<p>By {article.byline}</p>\n{body}\n</article></body></html>\n"
    )


LAYOUTS = {"txt": _as_text, "md": _as_markdown, "html": _as_web_page}


def write_seeds(
    folder: Path, number: int, seed: int = 1, days: int = 1200, formats: tuple[str, ...] = ("txt",)
) -> None:
    """Write so many articles into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in islice(make_seeds(seed, days, formats), number):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write the articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, default=1200, help="over which the stories begin (default %(default)s)")
    parser.add_argument("--formats", default="txt", help=f"of {','.join(FORMATS)} (default %(default)s)")
    given = parser.parse_args()
    write_seeds(given.folder, given.number, given.seed, given.days, tuple(given.formats.split(",")))


if __name__ == "__main__":
    main()
