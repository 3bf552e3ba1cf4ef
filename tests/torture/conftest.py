"""`--record` keeps what a run of these tests found, and writes the table of docs/promises.md from it."""

from __future__ import annotations

import subprocess
from collections import Counter
from datetime import UTC, datetime

import pytest
from builds import PROJECT
from promises import Result, read_results, write_results

COUNTS = pytest.StashKey[Counter[tuple[str, str]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option."""
    parser.addoption("--record", action="store_true", help="write what is found into docs/promises.md")


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is counted yet."""
    config.stash[COUNTS] = Counter()
    config.pluginmanager.register(_Recorder(config))


class _Recorder:
    """Counts cases by test; a test tells how many it tried by the property "cases"."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One test ended."""
        if report.when == "call" and not report.skipped:
            cases = int(dict(report.user_properties).get("cases", 1))
            self.config.stash[COUNTS][report.nodeid.partition("[")[0].rpartition("/")[2], report.outcome] += cases

    def pytest_sessionfinish(self) -> None:
        """All ended."""
        counts = self.config.stash[COUNTS]
        if self.config.getoption("--record") and counts:
            day, commit = datetime.now(UTC).date().isoformat(), _commit()
            found = {
                test: Result(counts[test, "passed"], counts[test, "failed"], day, commit) for test, _ in sorted(counts)
            }
            write_results({**read_results(), **found})


def _commit() -> str:
    """The commit that is measured; a plus where files differ from it."""
    run = ["git", "-C", str(PROJECT), "describe", "--always", "--dirty=+", "--exclude=*"]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()
