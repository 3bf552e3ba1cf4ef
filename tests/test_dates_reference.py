"""docs/dates.md is what the tables say."""

from __future__ import annotations

from pathlib import Path

from generator.dates.grammar import RULES
from generator.dates.reference import describe_dates

PAGE = Path(__file__).parent.parent / "docs" / "dates.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == describe_dates(), (
        "run: python -m generator.dates.reference > docs/dates.md"
    )


def test_the_page_names_every_rule() -> None:
    assert [row.name for row in RULES if f"| `{row.name}` |" not in describe_dates()] == []
