"""What every command is given: the timeline's place, the address its site will have, and how to speak."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.desk.terminal import Terminal
from generator.lock import BusyError, hold
from generator.place import Place
from generator.problems import Problems

if TYPE_CHECKING:
    from generator.model import Settings

T = TypeVar("T")
PROJECT = Path(__file__).resolve().parent.parent.parent


class Session(NamedTuple):
    """One call of the program. base_url: instead of the one in timeline.toml."""

    place: Place
    terminal: Terminal
    base_url: str | None = None

    def settings(self, problems: Problems) -> Settings:
        """timeline.toml, with the address that was given instead."""
        # not every command has a timeline
        from generator.settings import read_settings

        settings = read_settings(self.place.root, problems)
        return settings._replace(base_url=self.base_url) if self.base_url else settings

    def hint(self, command: str = "") -> str:
        """A command of this program as a person types it for this timeline; a build where none is named."""
        root = () if self.place.root == PROJECT else ("--root", shlex.quote(str(self.place.root)))
        return " ".join(("python build.py", *command.split(), *root))

    def alone(self, work: Callable[[], T]) -> T | None:
        """What the work gives, done while no other command writes into the timeline; None, told, where one does."""
        try:
            with hold(self.place.root):
                return work()
        except BusyError:
            self.terminal.refuse(f"another build is at work in {self.place.root}; wait for it to end, then try again")
            return None


def make_place(root: Path, out: Path | None = None) -> Place:
    """A timeline's place: its own templates go before the project's."""
    folders = dict.fromkeys((root / "templates", PROJECT / "templates"))
    return Place(root, out or root / "site", tuple(folder for folder in folders if folder.is_dir()))
