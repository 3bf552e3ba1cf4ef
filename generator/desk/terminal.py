"""How a command speaks: lines for people, JSON for machines, problems on standard error."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from generator.compiled import regex
from generator.problems import Problem, Problems
from generator.streams import is_painted
from generator.text import squeeze
from generator.workers.crew import Crew, Task

DONE, WRONG_INPUT, UNUSABLE = 0, 1, 2
LONG = 40  # items from which work is long enough for a progress bar
_BOLD, _RED, _YELLOW, _CYAN, _PLAIN = (f"\x1b[{code}m" for code in ("1", "31", "33", "36", "0"))
# what a stranger's text could do to a terminal: controls and bidirectional overrides
_CONTROLS = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
T = TypeVar("T")
R = TypeVar("R")


class Terminal(NamedTuple):
    """Where the lines of a command go. json: one JSON value instead of lines; quiet: problems only."""

    json: bool = False
    quiet: bool = False

    def say(self, line: str = "") -> None:
        """Print a line for people."""
        if not (self.quiet or self.json):
            print(harmless(line))

    def hand_over(self, value: object) -> None:
        """Print a value for machines, where they asked for it."""
        if self.json:
            print(as_json(value))

    def report(self, problems: Problems) -> None:
        """Print every problem, one line each, coloured where a person looks at it."""
        show = paint_problem if is_painted() else plain
        for problem in problems:
            print(show(problem), file=sys.stderr)

    def refuse(self, what: str) -> int:
        """Say why nothing was done; gives the exit status."""
        print(harmless(f"build.py: {what}"), file=sys.stderr)
        return UNUSABLE

    @property
    def can_ask(self) -> bool:
        """Whether a person sits there to answer."""
        return not (self.json or self.quiet) and sys.stdin.isatty()

    def ask(self, question: str, find_fault: Callable[[str], str]) -> str:
        """The answer on one line, asked for again while there is a fault in it; "" for none."""
        while True:
            try:
                answer = squeeze(input(harmless(f"{question}: ")))
            except EOFError:
                return ""
            fault = find_fault(answer) if answer else ""
            if not fault:
                return answer
            self.say(fault)

    def watch(self, crew: Crew) -> Crew:
        """The same crew, with a progress bar on standard error where the work is long and a person looks at it."""
        return crew if self.quiet or self.json or not sys.stderr.isatty() else _Watched(crew)


def status(problems: Problems) -> int:
    """The exit status of a run that did what it could."""
    return WRONG_INPUT if problems.errors else DONE


def as_fields(problems: Problems) -> list[Mapping[str, object]]:
    """The problems for machines."""
    return [problem._asdict() for problem in problems]


def as_json(value: object) -> str:
    """A value for machines."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def harmless(line: str) -> str:
    """A line without anything that steers a terminal."""
    return _CONTROLS.sub("\ufffd", line)


def plain(problem: Problem) -> str:
    """A problem's line, without anything that steers a terminal."""
    return harmless(str(problem))


def paint_problem(problem: Problem) -> str:
    """The same line in colour: where in bold, what by its weight, the remedy apart."""
    where, _, rest = plain(problem).partition(": ")
    mend = f"; {problem.mend}" if problem.mend else ""
    what = rest.removesuffix(mend) if mend else rest
    weight = _YELLOW if problem.warning else _RED
    return f"{_BOLD}{where}{_PLAIN}: {weight}{what}{_PLAIN}{_CYAN}{mend}{_PLAIN}"


class _Watched(NamedTuple):
    """A crew whose results are counted on the terminal."""

    crew: Crew

    def map(self, task: Task[T, R], items: Iterable[T], count: int = 0) -> Iterator[R]:
        """The results in the order of the items."""
        results = self.crew.map(task, items, count)
        return _with_progress_bar(task.name, results, count) if count >= LONG else results


def _with_progress_bar(stage: str, items: Iterable[T], count: int) -> Iterator[T]:
    # rich is heavy, and wanted only where a person waits
    from rich.console import Console
    from rich.progress import track

    return iter(track(items, description=stage, total=count, console=Console(stderr=True), transient=True))
