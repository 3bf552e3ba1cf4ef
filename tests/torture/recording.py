"""A plugin of pytest that keeps what a run of these tests found, and writes the table of docs/promises.md from it."""

from __future__ import annotations

import subprocess
from collections import Counter
from datetime import UTC, datetime

import pytest
from builds import PROJECT
from promises import Result, read_results, write_results

COUNTS: Counter[tuple[str, str]] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count the cases of a test that ended; it tells how many it tried by the property "cases"."""
    if report.when == "call" and not report.skipped:
        test = report.nodeid.partition("[")[0].rpartition("/")[2]
        COUNTS[test, report.outcome] += int(str(dict(report.user_properties).get("cases", 1)))


def pytest_sessionfinish() -> None:
    """Keep what was found, with the day and the commit."""
    day, commit = datetime.now(UTC).date().isoformat(), _commit()
    found = {test: Result(COUNTS[test, "passed"], COUNTS[test, "failed"], day, commit) for test, _ in COUNTS}
    write_results({**read_results(), **found})


def _commit() -> str:
    """The commit that was measured; a plus where files differ from it."""
    run = ["git", "-C", str(PROJECT), "describe", "--always", "--dirty=+", "--exclude=*"]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()
