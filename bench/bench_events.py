"""Measure the event stage: milliseconds an article of 4 kB for reading it, its dates and its events; seconds and memory
for merging.

    python bench/bench_events.py [FOLDER]

FOLDER holds articles as .txt; without one the project's own are read. Times are processor time of one process, the
least of several runs, beside the time it takes to find the words of the same text: machines differ, ratios less.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator import tasks  # noqa: E402 - after the path is set, as this is run as a script
from generator.articles.metadata import read_article  # noqa: E402
from generator.events.mentions import find_events  # noqa: E402
from generator.model import Article, Clipping, Record, SourceFacts  # noqa: E402
from generator.problems import Problems  # noqa: E402
from generator.text import words  # noqa: E402
from generator.timeline.clusters import cluster_mentions  # noqa: E402

T = TypeVar("T")
KB = 1024
MENTIONS = 26_000
ARTICLES = 300
RUNS = 5


def main() -> None:
    """Print the figures, one a line."""
    folders = [Path(sys.argv[1])] if len(sys.argv) > 1 else [ROOT / "seeds", ROOT / "tests/styles"]
    clippings = clip(sorted(file for folder in folders for file in folder.glob("*.txt"))[:ARTICLES])
    articles, read_time = timed(lambda: read(clippings))
    size = sum(len(article.body) for article in articles) / KB
    _, word_time = timed(lambda: [words(article.body) for article in articles])
    tagged, tag_time = timed(lambda: [tasks.tag(article) for article in articles])
    _, event_time = timed(lambda: [find_events(a, t) for a, t in zip(articles, tagged, strict=True)])
    print(f"{len(articles)} articles, {size / len(articles):.1f} kB each; an article of 4 kB costs:")
    costs = (("words", word_time), ("reading", read_time), ("dates", tag_time), ("events", event_time))
    for what, seconds in costs:
        print(f"  {what:7} {seconds * 4 * 1000 / size:6.2f} ms, {seconds / word_time:5.1f} times its words")
    records = grown([tasks.make_record(article) for article in articles])
    count = sum(len(record.events) for record in records)
    _, word_time = timed(lambda: [words(event.quote) for record in records for event in record.events])
    clusters, merge_time = timed(lambda: cluster_mentions(records, {}), runs=2)
    print(f"merging {count} mentions of {len(records)} articles into {len(clusters)}: {merge_time:.1f} s, ", end="")
    print(f"{merge_time / word_time:.1f} times their words")
    tracemalloc.start()
    cluster_mentions(records, {})
    print(f"  at its peak {tracemalloc.get_traced_memory()[1] / KB / len(records):.1f} kB an article")


def clip(files: list[Path]) -> list[Clipping]:
    """The files as clippings."""
    return [Clipping(f"seeds/{f.name}", "0", "text", f.read_text("utf-8"), SourceFacts()) for f in files]


def read(clippings: list[Clipping]) -> list[Article]:
    """The articles of these clippings, each with a day."""
    articles = [read_article(clipping, Problems()) for clipping in clippings]
    return [article._replace(published=article.published or "2023-06-14") for article in articles]


def grown(records: list[Record]) -> list[Record]:
    """The records repeated over the years until they hold MENTIONS mentions."""
    many: list[Record] = []
    held = 0
    for round_ in range(10_000):
        for record in records:
            if held >= MENTIONS:
                return many
            many.append(_in_year(record, round_))
            held += len(record.events)
    return many


def _in_year(record: Record, round_: int) -> Record:
    """The record moved by so many years, so that copies are other events."""
    events = tuple(
        e._replace(id=f"{e.id}-{round_}", date=_moved(e.date, round_) if e.date else None) for e in record.events
    )
    return record._replace(
        slug=f"{record.seed}-{round_}", events=events, published=_moved(str(record.published), round_)
    )


def _moved(value: str, years: int) -> str:
    """The EDTF value so many years later, the 29th of February left out."""
    parts = value.replace("02-29", "02-28").split("/")
    return "/".join(f"{int(p[:4]) + years % 900:04}{p[4:]}" if p[:4].isdigit() else p for p in parts)


def timed(work: Callable[[], T], runs: int = RUNS) -> tuple[T, float]:
    """What the work returns, and its processor time in seconds, the least of so many runs."""
    least = float("inf")
    for _ in range(runs):
        started = time.process_time()
        result = work()
        least = min(least, time.process_time() - started)
    return result, least


if __name__ == "__main__":
    main()
