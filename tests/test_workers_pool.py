"""A pool of processes: the results of one process, in its order, whoever did the work and whoever died of it."""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.workers.crew import Alone, Crew, Task, chunked
from generator.workers.pool import CYCLES, hire

PROJECT = Path(__file__).resolve().parent.parent
MANY = range(83)  # no whole number of chunks


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def half(number: int) -> int:
    return 8 // number


def die_once(item: tuple[int, Path]) -> int:
    """The number; the first process that is asked for number 40 is killed."""
    number, note = item
    if number == 40 and not note.exists():
        note.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def threshold(_: int) -> tuple[int, int, int]:
    return gc.get_threshold()


def mark(item: tuple[int, Path]) -> int:
    """The number, after a moment, and a file that says so."""
    number, folder = item
    time.sleep(0.02)
    (folder / str(number)).touch()
    return number


@pytest.fixture(scope="module")
def pool() -> Iterator[Crew]:
    with hire(2) as crew:
        yield crew


def test_results_come_in_the_order_of_the_items_from_other_processes(pool: Crew) -> None:
    results = list(pool.map(Task("telling", where, few=0), MANY))
    assert [number for number, _ in results] == list(MANY)
    assert os.getpid() not in {process for _, process in results}


@pytest.mark.parametrize("few", [0, 1000], ids=["by other processes", "here"])
def test_items_are_made_ready_before_they_are_worked_on(pool: Crew, few: int) -> None:
    task: Task[int, int] = Task("halving", half, few=few, ready=abs)
    assert list(pool.map(task, range(-8, 0))) == [8 // number for number in range(8, 0, -1)]


def test_nothing_to_do_is_done(pool: Crew) -> None:
    assert list(pool.map(Task("telling", where, few=0), ())) == []


def test_what_the_work_raises_is_raised_here(pool: Crew) -> None:
    with pytest.raises(ZeroDivisionError):
        list(pool.map(Task("halving", half, few=0), (2, 1, 0)))


def test_a_process_that_is_killed_costs_no_result(tmp_path: Path) -> None:
    items = [(number, tmp_path / "killed") for number in MANY]
    with hire(2) as crew:
        assert list(crew.map(Task("dying", die_once, few=0), items)) == list(MANY)
    assert (tmp_path / "killed").exists()


def test_items_are_drawn_as_they_are_needed(pool: Crew) -> None:
    drawn: list[int] = []
    endless = (drawn.append(number) or number for number in range(10_000))  # type: ignore[func-returns-value]
    assert next(pool.map(Task("telling", where, few=0), endless))[0] == 0
    assert len(drawn) < 1_000


@pytest.mark.parametrize("few", [0, 1000], ids=["by other processes", "here"])
def test_a_process_of_this_machine_works_the_near_way(pool: Crew, few: int) -> None:
    task: Task[int, int] = Task("halving", half, few=few, near=abs)
    assert list(pool.map(task, range(-3, 0))) == [3, 2, 1]


def test_other_processes_look_for_cycles_as_seldom_as_this_one(pool: Crew) -> None:
    task: Task[int, tuple[int, int, int]] = Task("looking", threshold, few=0)
    assert {looked[0] for looked in pool.map(task, MANY)} == {CYCLES}
    assert f"gc.set_threshold({CYCLES:_})" in (PROJECT / "build.py").read_text(encoding="utf-8")


def test_when_nobody_asks_any_more_nothing_is_under_way(pool: Crew, tmp_path: Path) -> None:
    results = pool.map(Task("marking", mark, few=0, chunk=1), ((number, tmp_path) for number in MANY))
    next(results)
    del results
    marks = set(tmp_path.iterdir())
    time.sleep(0.2)
    assert set(tmp_path.iterdir()) == marks


def test_one_job_is_this_process() -> None:
    with hire(1) as crew:
        assert isinstance(crew, Alone)
        assert list(crew.map(Task("telling", where, few=0), (7,))) == [(7, os.getpid())]


def test_where_nobody_asks_for_processes_little_work_stays_here() -> None:
    with hire() as crew:
        assert {process for _, process in crew.map(Task("telling", where, few=10), range(9))} == {os.getpid()}


def test_chunks_hold_every_item_once_in_order() -> None:
    assert list(chunked(range(5), 2)) == [[0, 1], [2, 3], [4]]
