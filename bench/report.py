"""What a bench found: printed, and written into docs/performance.md with its drawings."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.measure import Run, Spread
from bench.plot import Line, draw

Series = Mapping[str, Mapping[int, Run]]
BEGIN, END = "<!-- measured: from here on written by make bench -->\n", "<!-- measured: end -->\n"
MB = 1_000_000


@dataclass(frozen=True)
class Row:
    """One figure and its gates. meant: at this size the gate counts; at_least: more is better."""

    what: str
    found: Spread
    must: float
    aim: float
    meant: bool = True
    at_least: bool = False

    @property
    def missed(self) -> bool:
        """Whether the gate counts and the median is on its wrong side."""
        return self.meant and not self._within(self.must)

    @property
    def verdict(self) -> str:
        """In a word or two."""
        if not self.meant:
            return "other size"
        return "aim reached" if self._within(self.aim) else "reached" if self._within(self.must) else "missed"

    def _within(self, gate: float) -> bool:
        return self.found.middle >= gate if self.at_least else self.found.middle <= gate


def print_rows(rows: list[Row]) -> None:
    """A line for each figure: median, spread, gate."""
    for row in rows:
        found = row.found
        spread = f"{found.middle:8.3f}  ({found.low:.3f} to {found.high:.3f})"
        print(f"{spread:32} {'≥' if row.at_least else '≤'} {row.must:<5} {row.verdict:12} {row.what}")


def write_report(folder: Path, rows: list[Row], series: Series) -> None:
    """The measured part of performance.md, between its two marks, and the two drawings."""
    page = folder / "performance.md"
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(
        f"{before}{BEGIN}\n{_machine()}\n\n{_gates(rows)}\n{_growth(series)}\n{END}{after}", encoding="utf-8"
    )
    seconds = [Line(name, {n: run.cpu for n, run in runs.items()}) for name, runs in series.items()]
    memory = [Line(name, {n: run.peak / MB for n, run in runs.items()}) for name, runs in series.items()]
    (folder / "performance-time.svg").write_text(draw("Processor time, seconds", seconds), encoding="utf-8")
    (folder / "performance-memory.svg").write_text(draw("Memory of the largest process, MB", memory), encoding="utf-8")


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    hardware = f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"Measured on {date.today()}: {hardware}, {platform.system()}, {python}."


def _gates(rows: list[Row]) -> str:
    lines = ["| what | median | least to greatest | must | aim | |", "|---|---|---|---|---|---|"]
    for row in rows:
        sign, found = "≥" if row.at_least else "≤", row.found
        spread = f"{found.middle:.3g} | {found.low:.3g} to {found.high:.3g}"
        lines.append(f"| {row.what} | {spread} | {sign} {row.must:g} | {sign} {row.aim:g} | {row.verdict} |")
    return "\n".join(lines) + "\n"


def _growth(series: Series) -> str:
    """Seconds and megabytes by number of articles."""
    numbers = sorted({number for runs in series.values() for number in runs})
    lines = [f"| articles | {' | '.join(series)} |", f"|---|{'---|' * len(series)}"]
    for number in numbers:
        cells = (_cell(runs[number]) if number in runs else "" for runs in series.values())
        lines.append(f"| {number:,} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cell(run: Run) -> str:
    return f"{run.cpu:.2f} s, {run.peak / MB:.0f} MB"
