"""Several pieces of work at a time: the results keep their order, and few are drawn ahead."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from itertools import count, islice

import pytest

from generator.workers import threads
from generator.workers.threads import at_once


def slow_for_even(number: int) -> int:
    time.sleep(0.002 if number % 2 == 0 else 0)
    return number * number


@pytest.mark.parametrize("number", [0, 1, threads.FEW, 4 * threads.FEW])
def test_the_results_come_in_the_order_of_the_items(number: int) -> None:
    assert list(at_once(slow_for_even, range(number))) == [each * each for each in range(number)]


def test_only_much_work_goes_to_threads() -> None:
    def who(_: int) -> bool:
        return threading.current_thread() is threading.main_thread()

    assert all(at_once(who, range(threads.FEW - 1)))
    assert not any(at_once(who, range(threads.FEW)))


def test_no_more_items_are_drawn_than_are_under_way() -> None:
    drawn: list[int] = []

    def items() -> Iterator[int]:
        for number in count():
            drawn.append(number)
            yield number

    assert list(islice(at_once(slow_for_even, items()), 3)) == [0, 1, 4]
    assert len(drawn) <= threads.FEW + threads.THREADS * threads.AHEAD + 3


def test_what_goes_wrong_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(at_once(lambda number: 1 // (number - 60), range(100)))
