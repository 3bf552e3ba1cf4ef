"""What is wrong with the input: one clear line each, collected over a whole run and printed together."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.compiled import regex

LONGEST = 600  # characters of what is wrong; the middle of a longer text is left out
# controls, marks of direction, line separators and surrogates steer a terminal or break a line
_STEERING = regex("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Problem(NamedTuple):
    """One thing a person should know or mend.

    path: the file, relative to the timeline's root, with forward slashes; line: 1-based, 0 for the whole file.
    what: what is wrong, quoting the text; mend: what to do. A warning leaves the exit status at 0.
    """

    path: str
    line: int
    what: str
    mend: str = ""
    warning: bool = False

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        kind = "warning: " if self.warning else ""
        what = self.what if len(self.what) <= LONGEST else f"{self.what[: LONGEST // 2]} … {self.what[-LONGEST // 2 :]}"
        line = f"{where}: {kind}{what}" + (f"; {self.mend}" if self.mend else "")
        return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


class Problems:
    """The problems of one run, in the order of their files and lines, each once."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self._found: set[Problem] = set(found)

    def add(self, path: str, line: int, what: str, mend: str = "", *, warning: bool = False) -> None:
        """Note one problem; the same one twice counts once."""
        self._found.add(Problem(path, line, what, mend, warning))

    def extend(self, found: Iterable[Problem]) -> None:
        """Note several."""
        self._found.update(found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> int:
        """How many are not mere warnings: above zero the exit status is 1."""
        return sum(not problem.warning for problem in self._found)
