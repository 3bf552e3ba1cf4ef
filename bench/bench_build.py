"""Measure whole builds beside Python's own start, dateparser's search, Pelican and Hugo, and how they grow.

    python bench/bench_build.py PROGRAMS [--small 1000] [--large 10000] [--largest 0] [--rounds 3] [--write]

PROGRAMS is the folder with the peers' commands. Every figure is processor time of whole processes, or their memory, and
every gate a ratio to something run in turn with it. A gate holds at the sizes it is meant for and is only shown at
others. --write puts the figures and drawings into docs/.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.make_articles import write_seeds  # noqa: E402 - after the path is set, as this is run as a script
from bench.measure import Run, Spread, in_turn, put_aside, ratios, run  # noqa: E402
from bench.peers import hugo, pelican, read_posts  # noqa: E402
from bench.report import Row, Series, print_rows, write_report  # noqa: E402

SMALL, LARGE = 1000, 10_000  # the sizes the gates are meant for
STARTS = 9  # rounds of what takes less than a second
SEARCHED = 100
BUILT = ("content", "site", ".dateline-cache")  # what a build makes
KB = 1000


@dataclass(frozen=True)
class Sizes:
    """How many articles and rounds."""

    small: int
    large: int
    largest: int
    rounds: int


@dataclass(frozen=True)
class Bench:
    """Where the work is done, and the runs a drawing shows: seconds and memory by series and number of articles."""

    work: Path
    programs: Path
    sizes: Sizes
    series: dict[str, dict[int, Run]] = field(default_factory=dict)

    def root(self, number: int) -> Path:
        """A timeline of so many articles, made once."""
        folder = self.work / f"articles-{number}"
        if not folder.exists():
            write_seeds(folder / "seeds", number)
        return folder

    def note(self, number: int, runs: Mapping[str, list[Run]]) -> None:
        """Keep the quickest run of each series for the drawing."""
        for name, made in runs.items():
            self.series.setdefault(name, {})[number] = min(made, key=lambda each: each.cpu)


def build(root: Path, *options: str) -> Run:
    """One build of a timeline, as a person starts it."""
    return run([sys.executable, ROOT / "build.py", "build", "--root", root, "--quiet", *options])


def from_nothing(root: Path, *options: str) -> Callable[[], Run]:
    """A function that builds a timeline with nothing made before."""

    def full() -> Run:
        for name in BUILT:
            put_aside(root / name)
        return build(root, *options)

    return full


def from_content(root: Path) -> Callable[[], Run]:
    """A function that publishes a built timeline's content files, alone in a folder of their own."""
    alone = root.with_name(f"{root.name}-content")
    shutil.rmtree(alone, ignore_errors=True)
    shutil.copytree(root / "content", alone / "content")

    def publish() -> Run:
        for name in BUILT[1:]:
            put_aside(alone / name)
        return build(alone)

    return publish


def python(*arguments: str | Path) -> Callable[[], Run]:
    """A function that runs Python."""
    return lambda: run([sys.executable, *arguments], ROOT)


# ---------------------------------------------------------------- the rows


def starts(bench: Bench) -> list[Row]:
    """The five articles of the project."""
    fresh, kept = bench.work / "five-fresh", bench.work / "five-kept"
    for root in (fresh, kept):
        shutil.copytree(ROOT / "seeds", root / "seeds")
        shutil.copy(ROOT / "timeline.toml", root)
    build(kept)
    nothing, full, same = in_turn((python("-c", "pass"), from_nothing(fresh), lambda: build(kept)), STARTS)
    against = "the five articles, {}, against `python -c pass`"
    return [
        Row(against.format("nothing changed"), ratios(same, nothing), must=4, aim=2.5),
        Row(against.format("full build"), ratios(full, nothing), must=14, aim=10),
    ]


def dates(bench: Bench) -> list[Row]:
    """Everything read from articles, against only their dates found by dateparser."""
    root, stages = bench.root(SEARCHED), ROOT / "bench/stages.py"
    ours, theirs = in_turn((python(stages, "extract", root), python(stages, "search", root)), bench.sizes.rounds)
    what = f"extraction of {SEARCHED} articles, against dateparser's `search_dates` on them"
    return [Row(what, ratios(ours, theirs), must=0.10, aim=0.04)]


def beside_peers(bench: Bench, number: int, rounds: int) -> dict[str, list[Run]]:
    """Full builds, builds from content and both peers' builds of so many articles, in turn."""
    root = bench.root(number)
    full = from_nothing(root)
    full()
    posts, folder = read_posts(root / "content"), bench.work / f"posts-{number}"
    works = {
        "full build": full,
        "content to site": from_content(root),
        "Pelican": pelican(bench.programs, posts, folder / "pelican"),
        "Hugo": hugo(bench.programs, posts, folder / "hugo"),
    }
    runs = dict(zip(works, in_turn(tuple(works.values()), rounds), strict=True))
    bench.note(number, runs)
    return runs


def small(bench: Bench, runs: Mapping[str, list[Run]]) -> list[Row]:
    """Against Pelican."""
    number, content, full = bench.sizes.small, runs["content to site"], runs["full build"]
    meant = number == SMALL
    return [
        Row(
            f"content to site, {number:,} articles, against Pelican", ratios(content, runs["Pelican"]), 0.8, 0.3, meant
        ),
        Row(f"full build, {number:,} articles, against Pelican", ratios(full, runs["Pelican"]), 1.25, 0.7, meant),
    ]


def large(bench: Bench, less: Mapping[str, list[Run]], more: Mapping[str, list[Run]]) -> list[Row]:
    """Against Hugo, against the smaller build, and one article touched."""
    number, smaller = bench.sizes.large, bench.sizes.small
    meant = number == LARGE and smaller == SMALL
    content, full = more["content to site"], more["full build"]
    touched = [touch(bench.root(number), round_) for round_ in range(bench.sizes.rounds)]
    kept = [(b.peak - a.peak) / KB / (number - smaller) for a, b in zip(less["full build"], full, strict=False)]
    growth = ratios(full, less["full build"][: len(full)])
    return [
        Row(f"content to site, {number:,} articles, against Hugo", ratios(content, more["Hugo"]), 3.5, 1.0, meant),
        Row(f"one article touched among {number:,}, against a full build", against(touched, full), 0.05, 0.02, meant),
        Row(f"full build, {number:,} articles, against {smaller:,}", growth, 12, 10.5, meant),
        Row(f"memory an article more, {smaller:,} to {number:,}, kB", Spread.of(kept), 10, 3, meant),
    ]


def touch(root: Path, round_: int) -> Run:
    """A build after a sentence was added to one article."""
    seed = sorted((root / "seeds").iterdir())[round_]
    with seed.open("a", encoding="utf-8") as file:
        file.write("\nThe inquiry was closed on Monday.\n")
    return build(root)


def against(ours: list[Run], theirs: list[Run]) -> Spread:
    """Against the least of the others, where the two did not run in turn."""
    least = min(each.cpu for each in theirs)
    return Spread.of([each.cpu / least for each in ours])


def two_processes(bench: Bench) -> list[Row]:
    """By the clock, so it tells something only on a machine with two idle cores."""
    number, root = bench.sizes.large, bench.root(bench.sizes.large)
    one, two = in_turn((from_nothing(root, "--jobs", "1"), from_nothing(root, "--jobs", "2")), 1)
    faster = Spread.of([a.wall / b.wall for a, b in zip(one, two, strict=True)])
    what = f"one process against two, {number:,} articles, by the clock"
    return [Row(what, faster, must=1.6, aim=1.8, meant=number == LARGE, at_least=True)]


def largest(bench: Bench) -> list[Row]:
    """One build of very many, if asked for."""
    number = bench.sizes.largest
    if not number:
        return []
    made = from_nothing(bench.root(number))()
    bench.note(number, {"full build": [made]})
    what = f"full build, {number:,} articles, memory of the largest process, GB"
    return [Row(what, Spread.of([made.peak / KB**3]), must=3, aim=1.5, meant=number >= 100_000)]


def main() -> int:
    """Print the figures; 1 where one misses its gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", type=Path)
    for name, default in (("small", SMALL), ("large", LARGE), ("largest", 0), ("rounds", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    sizes = Sizes(given.small, given.large, given.largest, given.rounds)
    with tempfile.TemporaryDirectory() as work:
        rows, series = measure(Bench(Path(work), given.programs.resolve(), sizes))
    print_rows(rows)
    if given.write:
        write_report(ROOT / "docs", rows, series)
    return 1 if any(row.missed for row in rows) else 0


def measure(bench: Bench) -> tuple[list[Row], Series]:
    """All rows, the quick ones first."""
    sizes = bench.sizes
    rows = starts(bench) + dates(bench)
    for number in (1, 10, 100):
        if number < sizes.small:
            beside_peers(bench, number, 1)
    less = beside_peers(bench, sizes.small, sizes.rounds)
    rows += small(bench, less)
    rows += large(bench, less, beside_peers(bench, sizes.large, 1))
    return rows + two_processes(bench) + largest(bench), bench.series


if __name__ == "__main__":
    sys.exit(main())
