"""Where a timeline lives."""

from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """Where a timeline lives: its root, the folder the site goes to, the templates in order of search."""

    root: Path
    out: Path
    templates: tuple[Path, ...]
