"""Processes measured from outside: processor time and the largest process's memory, as the system counts them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# one hash seed and no colour: what a run does must not differ from the next
QUIET: Mapping[str, str] = {"PYTHONHASHSEED": "0", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": ""}
# the unit of ru_maxrss: kilobytes on Linux, bytes on macOS
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class FailedError(Exception):
    """A measured command that did not end well; the message holds what it said."""


@dataclass(frozen=True)
class Run:
    """One finished process with all that it started: seconds of processor time and of the clock, bytes of memory."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True)
class Spread:
    """Some measurements of one thing."""

    low: float
    middle: float
    high: float

    @staticmethod
    def of(values: Sequence[float]) -> Spread:
        """The least, the median and the greatest."""
        return Spread(min(values), median(values), max(values))


def run(command: Sequence[str | Path], folder: Path | None = None) -> Run:
    """Run a command to its end; exit status 1 is a build with problems in its input, above that it failed."""
    started = time.monotonic()
    process = subprocess.Popen(
        list(map(str, command)),
        cwd=folder,
        env={**os.environ, **QUIET},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout, "it was asked for"
    said = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise FailedError(f"{' '.join(map(str, command))}: {said[-2000:]}")
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss * _RSS_UNIT)


def put_aside(made: Path) -> None:
    """Give what an earlier run made another name. Deleting it would slow down the next run: without a journal ext4 does
    not use a deleted file's number again for minutes, and passes over each such number for every file it makes."""
    if made.exists():
        made.rename(made.with_name(f"{made.name}-{time.monotonic_ns()}"))


def in_turn(works: Sequence[Callable[[], Run]], rounds: int) -> list[list[Run]]:
    """The runs of each, made A B A B …, so that a slow minute of the machine is every one's."""
    made: list[list[Run]] = [[] for _ in works]
    for _ in range(rounds):
        for runs, work in zip(made, works, strict=True):
            runs.append(work())
    return made


def ratios(ours: Sequence[Run], theirs: Sequence[Run]) -> Spread:
    """Processor time against another's, pair by pair."""
    return Spread.of([a.cpu / b.cpu for a, b in zip(ours, theirs, strict=True)])
