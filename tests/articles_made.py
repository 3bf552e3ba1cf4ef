"""Articles and records made for tests: only what a test is about has to be said."""

import zlib
from pathlib import Path

from generator.articles.seeds import clip, list_seeds, load_seeds
from generator.dates.tagger import find_timexes
from generator.events.mentions import find_events
from generator.model import Article, Basis, Clipping, EventMention, Record, Status
from generator.problems import Problems

DAY = "2023-06-14"  # a Wednesday


def read_seeds(root: Path, problems: Problems) -> tuple[Clipping, ...]:
    """The clippings of root/seeds, in order of their names."""
    loaded = load_seeds(root, list_seeds(root, problems), problems)
    return tuple(clipping for seed in loaded if (clipping := clip(seed, problems)))


def article(*paragraphs: str, published: str | None = DAY, title: str | None = None, exact: bool = True) -> Article:
    """An article of these paragraphs."""
    body = "\n\n".join(paragraphs)
    return Article(
        "seeds/a.txt", "0" * 64, title, "Paper", None, None, None, None, published, "test", exact, "en", body, ()
    )


def mentions(*paragraphs: str, published: str | None = DAY, title: str | None = None) -> tuple[EventMention, ...]:
    """What is read from an article of these paragraphs."""
    made = article(*paragraphs, published=published, title=title)
    return find_events(made, find_timexes(made.body, made.published)).mentions


def mention(
    quote: str, date: str | None = DAY, status: Status = "happened", speaker: str | None = None, **changes: object
) -> EventMention:
    """A mention with this quotation, which is also its heading."""
    rule = str(changes.pop("rule", "weekday"))
    paragraph = int(str(changes.pop("paragraph", 1)))
    made = EventMention(
        id=f"e-{zlib.crc32(quote.encode()):08x}",
        date=date,
        heading=quote[:90],
        quote=quote,
        start=0,
        end=len(quote),
        paragraph=paragraph,
        status=status,
        basis=Basis("words", rule, date),
        speaker=speaker,
    )
    return made._replace(**changes)  # type: ignore[arg-type]


def record(slug: str, *events: EventMention, published: str | None = DAY, outlet: str | None = None) -> Record:
    """A record with these events."""
    body = "\n\n".join(event.quote for event in events)
    return Record(
        slug, slug, outlet or slug, None, None, None, None, published, None, "en", f"seeds/{slug}.txt", None, None,
        tuple(events), body,
    )  # fmt: skip
