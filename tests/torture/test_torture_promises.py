"""docs/promises.md says what recorded runs found, and nothing else."""

from __future__ import annotations

import re

import pytest
from builds import PROJECT
from promises import BEGIN, END, PAGE, PROMISES, Promise, read_results, table


def test_the_table_is_made_from_the_recorded_results() -> None:
    shown = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    assert shown == table(read_results()), "run make torture"


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.text[:40])
def test_every_promise_is_held_by_tests_that_are_there(promise: Promise) -> None:
    for test in promise.tests:
        file, _, function = test.partition("::")
        assert re.search(rf"^def {function}\(", (PROJECT / "tests/torture" / file).read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.text[:40])
def test_no_promise_is_recorded_as_broken_or_with_too_few_cases(promise: Promise) -> None:
    found = [result for test, result in read_results().items() if test in promise.tests]
    assert sum(result.broken for result in found) == 0
    assert not found or sum(result.held for result in found) >= promise.fewest
