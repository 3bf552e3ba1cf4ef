"""Measure the temporal tagger: documents a second, against dateparser's search, its import, and how its time grows.

    python bench/bench_dates.py [FOLDER]

FOLDER holds TimeML (.tml) files; without one the project's own articles in seeds/ are read. Times are processor time of
one process, so that other work on the machine matters little.
"""

from __future__ import annotations

import argparse
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.dates.tagger import find_timexes  # noqa: E402 - after the path is set, as this is run as a script

DCT = "2023-06-14"
SAMPLE = 12  # documents that dateparser's search reads: it takes about a second for each dozen
REPEATS = 5
ROUNDS = 3
IMPORTS = 20  # fresh processes measured
SIZES = (250_000, 1_000_000)  # characters of adversarial text
ADVERSARIAL = {
    "digits": "1",
    "march": "march ",
    "and the": "and the ",
    "spaces": " ",
    "weekdays": "friday ",
    "years": "1999 ",
}
LIMITS = {"ratio": 12.0, "exponent": 1.2}  # ratios only: absolute times depend on the machine and its load


def read_documents(folder: Path | None) -> list[str]:
    """The texts of a folder of TimeML files, or of seeds/."""
    if folder is None:
        return [path.read_text(encoding="utf-8", errors="replace") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    bodies = (path.read_text(encoding="utf-8").partition("<TEXT>")[2] for path in sorted(folder.glob("*.tml")))
    return [unescape(re.sub(r"<[^>]{1,300}>", "", body.partition("</TEXT>")[0])) for body in bodies]


def processor_time(work: Callable[[], object]) -> float:
    """Seconds of processor time that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def tag_all(documents: Iterable[str]) -> None:
    """Read every document."""
    for text in documents:
        find_timexes(text, DCT)


def search_all(documents: Iterable[str]) -> None:
    """Let dateparser search every document; here only to be measured against."""
    from dateparser.search import search_dates

    for text in documents:
        search_dates(text, languages=["en"])


def import_milliseconds() -> float:
    """The processor time that importing the tagger adds to a fresh process: medians of runs with and without it."""
    with tempfile.TemporaryDirectory() as cache:  # compiled modules are kept, as they are where a program is used
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | {"PYTHONPYCACHEPREFIX": cache}
        process_milliseconds("import generator.dates.tagger", environment)  # compiles them
        with_tagger, without = (
            median(process_milliseconds(code, environment) for _ in range(IMPORTS))
            for code in ("import generator.dates.tagger", "pass")
        )
    return with_tagger - without


def process_milliseconds(code: str, environment: Mapping[str, str]) -> float:
    """The processor time of a fresh interpreter that runs the code."""
    measured = f"{code}\nimport time; print(time.process_time())"
    run = subprocess.run(
        [sys.executable, "-c", measured], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return 1000 * float(run.stdout)


def growth_exponent(unit: str) -> float:
    """The power of the length that the time for a text of nothing but this grows with."""
    rounds = [  # the sizes in turn, so that other work on the machine slows both
        [processor_time(lambda size=size: find_timexes(unit * (size // len(unit)), DCT)) for size in SIZES]
        for _ in range(ROUNDS)
    ]
    times = [min(of_size) for of_size in zip(*rounds, strict=True)]
    return math.log(max(times[1], 1e-4) / max(times[0], 1e-4)) / math.log(SIZES[1] / SIZES[0])


def main() -> int:
    """Print the figures; 1 where one misses its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="folder of TimeML files")
    documents = read_documents(parser.parse_args().folder)
    tag_all(documents)  # compiles what these texts need
    ours = min(processor_time(lambda: tag_all(documents)) for _ in range(REPEATS)) / len(documents)
    sample = documents[:: max(1, len(documents) // SAMPLE)][:SAMPLE]
    search_all(sample[:1])
    ours_on_sample = min(processor_time(lambda: tag_all(sample)) for _ in range(REPEATS))
    ratio = processor_time(lambda: search_all(sample)) / ours_on_sample
    imported = import_milliseconds()
    exponents = {name: growth_exponent(unit) for name, unit in ADVERSARIAL.items()}
    print(f"{len(documents)} documents: {1 / ours:.0f} a second")
    print(f"dateparser's search on {len(sample)} of them: {ratio:.0f} times slower (at least {LIMITS['ratio']:.0f})")
    print(f"import of the tagger: {imported:.0f} ms of processor time")
    for name, exponent in exponents.items():
        print(f"time grows with the power {exponent:.2f} of 1 MB of {name!r} (at most {LIMITS['exponent']})")
    return 0 if ratio >= LIMITS["ratio"] and max(exponents.values()) <= LIMITS["exponent"] else 1


if __name__ == "__main__":
    sys.exit(main())
