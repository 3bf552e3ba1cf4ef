"""One stage alone, as a process to be measured: stages.py extract|search ROOT."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))


def extract(root: Path) -> None:
    """Seeds to content files, which are not written."""
    from generator import pipeline
    from generator.problems import Problems

    for _ in pipeline.plan(pipeline.Place(root, root / "site", (PROJECT / "templates",)), Problems()):
        pass  # each is worked out when its turn comes


def search(root: Path) -> None:
    """The same texts, only their dates, by dateparser."""
    from dateparser.search import search_dates

    for path in sorted((root / "seeds").iterdir()):
        search_dates(path.read_text(encoding="utf-8"), languages=["en"])


if __name__ == "__main__":
    {"extract": extract, "search": search}[sys.argv[1]](Path(sys.argv[2]))
