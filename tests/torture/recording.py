"""A plugin of pytest that keeps what a run of these tests found, and writes the table of docs/promises.md from it."""

from __future__ import annotations

import subprocess
from collections import Counter
from datetime import UTC, datetime

import pytest
from builds import PROJECT
from promises import PAGE, RESULTS, Result, read_results, write_results

WRITTEN = tuple(path.relative_to(PROJECT).as_posix() for path in (PAGE, RESULTS))
COUNTS: Counter[tuple[str, str]] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count the cases of a test that ended; it tells how many it tried by the property "cases"."""
    if report.when == "call" and not report.skipped:
        test = report.nodeid.partition("[")[0].rpartition("/")[2]
        COUNTS[test, report.outcome] += int(str(dict(report.user_properties).get("cases", 1)))


def pytest_sessionfinish(exitstatus: int) -> None:
    """Keep what a run found that went to its end, with the day and the commit."""
    if exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        return
    day, commit = datetime.now(UTC).date().isoformat(), _commit()
    found = {test: Result(COUNTS[test, "passed"], COUNTS[test, "failed"], day, commit) for test, _ in COUNTS}
    write_results({**read_results(), **found})


def _commit() -> str:
    """The commit that was measured; a plus where files differ from it, other than those written here."""
    commit = _git("describe", "--always", "--exclude=*").stdout.strip()
    changed = _git(
        "status", "--porcelain", "--untracked-files=no", "--", ".", *(f":!{path}" for path in WRITTEN)
    ).stdout
    return f"{commit}+" if changed else commit


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=PROJECT, capture_output=True, text=True, check=True)
