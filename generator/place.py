"""Where a timeline lives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a timeline lives: its root, the folder the site goes to, the templates in order of search."""

    root: Path
    out: Path
    templates: tuple[Path, ...]
