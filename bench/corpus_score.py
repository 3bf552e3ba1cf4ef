"""corpus_score.py DIR: how well the events of a made corpus are found, dated and merged.

DIR/seeds holds the articles, DIR/gold.json their labels: {"events": {id: {"date", "mentions": [{"article", "sentence",
"precision"}]}}, "articles": {file: {"date_line"}}, "distractors": [{"article", "sentence"}]}. A mention counts as found
where an entry quotes its sentence.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator import pipeline, tasks  # noqa: E402 - after the path is set, as this is run as a script
from generator.articles.seeds import list_seeds  # noqa: E402
from generator.model import EventMention, Settings, Timeline  # noqa: E402
from generator.pipeline import Place  # noqa: E402
from generator.problems import Problems  # noqa: E402
from generator.text import squeeze  # noqa: E402
from generator.timeline.assemble import make_timeline  # noqa: E402


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention of the built timeline: its words, squeezed, and the entry it stands in."""

    words: str
    entry: str
    mention: EventMention


@dataclass(frozen=True, slots=True)
class Score:
    """Counts as (right, asked), and pairwise figures over the gold mentions found and over all of them."""

    found: tuple[int, int]
    days: tuple[int, int]
    distractors: tuple[int, int]
    precision: float
    recall: float
    f1: float
    recall_of_all: float


def build(folder: Path) -> Timeline:
    """The timeline of the corpus; nothing is written."""
    place = Place(folder, folder / "site", ())
    listed = list_seeds(folder, Problems())
    records = [tasks.make_record(article) for article in pipeline.read_articles(place, listed, Problems())]
    return make_timeline([record._replace(slug=Path(str(record.seed)).name) for record in records], Settings())


def score(folder: Path) -> Score:
    """Build the corpus and compare it with its labels."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    placed: dict[str, list[Placed]] = defaultdict(list)
    for event in build(folder).events:
        for source in event.sources:
            placed[source.article].append(Placed(squeeze(source.mention.quote), event.id, source.mention))
    held: list[tuple[str, str]] = []  # gold event, entry
    days: Counter[bool] = Counter()
    for name, event in gold["events"].items():
        for mention in event["mentions"]:
            hit = _find(placed, mention)
            if hit is None:
                continue
            held.append((name, hit.entry))
            if mention["precision"] == "day" and gold["articles"][mention["article"]]["date_line"]:
                days[hit.mention.date == event["date"]] += 1
    total = sum(len(event["mentions"]) for event in gold["events"].values())
    made = sum(_find(placed, distractor) is not None for distractor in gold["distractors"])
    together = _pairs(Counter(held).values())
    precision = together / max(1, _pairs(Counter(entry for _, entry in held).values()))
    recall = together / max(1, _pairs(Counter(name for name, _ in held).values()))
    of_all = together / max(1, _pairs(len(event["mentions"]) for event in gold["events"].values()))
    return Score(
        (len(held), total),
        (days[True], days.total()),
        (made, len(gold["distractors"])),
        precision,
        recall,
        2 * precision * recall / max(1e-9, precision + recall),
        of_all,
    )


def _find(placed: Mapping[str, list[Placed]], label: Mapping[str, Any]) -> Placed | None:
    sentence = squeeze(label["sentence"])
    return next((p for p in placed[label["article"]] if p.words in sentence or sentence in p.words), None)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


if __name__ == "__main__":
    print(score(Path(sys.argv[1])))
