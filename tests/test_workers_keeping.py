"""What was worked out before is not worked out again, and a wrong file of results never shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Correction, EventMention, Record
from generator.problems import Problems
from generator.workers.crew import ALONE, Task
from generator.workers.keeping import MARKED, SAVED, UNUSED, Remembering, Store
from generator.workers.packing import UnpackError, pack, packed, unpack

DONE: list[int] = []  # what was really worked out


def double(number: int) -> int:
    DONE.append(number)
    return 2 * number


DOUBLE = Task("doubling", double, few=0, keeping=packed(int))


@contextmanager
def remembered(folder: Path, problems: Problems | None = None, code: str = "a") -> Iterator[Callable[..., list[int]]]:
    """One run: what it is asked to double, doubled."""
    DONE.clear()
    store = Store(folder / "results.sqlite", Problems() if problems is None else problems)
    crew = Remembering(ALONE, store, code)
    try:
        yield lambda *numbers: list(crew.map(DOUBLE, numbers))
    finally:
        store.close()


def run(folder: Path, *numbers: int, code: str = "a") -> list[int]:
    """The numbers that one run had to work out."""
    with remembered(folder, code=code) as double_all:
        assert double_all(*numbers) == [2 * number for number in numbers]
    return list(DONE)


def test_a_second_run_works_out_only_what_is_new(tmp_path: Path) -> None:
    assert run(tmp_path, 1, 2, 3) == [1, 2, 3]
    assert run(tmp_path, 3, 4, 2) == [4]


def test_what_other_code_made_counts_for_nothing(tmp_path: Path) -> None:
    run(tmp_path, 1, 2)
    assert run(tmp_path, 1, 2, code="b") == [1, 2]
    assert run(tmp_path, 1, 2) == []


def test_what_a_killed_run_had_written_is_not_worked_out_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "results.sqlite", Problems())
    list(Remembering(ALONE, store, "a").map(DOUBLE, range(SAVED + 10)))
    del store  # and never closed
    assert run(tmp_path, *range(SAVED + 10)) == list(range(SAVED, SAVED + 10))


def test_many_items_keep_their_order(tmp_path: Path) -> None:
    run(tmp_path, *range(0, 3000, 7))
    assert len(run(tmp_path, *range(3000))) == 3000 - len(range(0, 3000, 7))


def test_only_what_has_to_be_worked_out_is_made_ready(tmp_path: Path) -> None:
    run(tmp_path, 1, 2)
    store = Store(tmp_path / "results.sqlite", Problems())
    task: Task[int, int] = DOUBLE._replace(ready=lambda number: number + 10)
    assert list(Remembering(ALONE, store, "a").map(task, [1, 2, 3])) == [2, 4, 26]


def test_on_this_machine_what_is_not_known_is_worked_out_the_near_way(tmp_path: Path) -> None:
    run(tmp_path, 1, 2)
    store = Store(tmp_path / "results.sqlite", Problems())
    task: Task[int, int] = DOUBLE._replace(near=lambda number: -number)
    assert list(Remembering(ALONE, store, "a").map(task, [1, 2, 3])) == [2, 4, -3]


def test_many_new_items_come_to_the_crew_together(tmp_path: Path) -> None:
    """So that it can tell whether they are worth being shared out."""
    counted: list[int] = []

    class Counting:
        def map(self, task: Task[Any, Any], items: Iterable[Any], count: int = 0) -> Iterator[Any]:
            several = list(items)
            counted.append(len(several))
            return map(task.function, several)

    store = Store(tmp_path / "results.sqlite", Problems())
    assert len(list(Remembering(Counting(), store, "a").map(DOUBLE, range(5000)))) == 5000
    assert counted == [5000]


def spoil_data(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE results SET data = '5'")


def spoil_keys(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE results SET key = key + 1")


@pytest.mark.parametrize("spoil", [spoil_data, spoil_keys], ids=["other data", "other keys"])
def test_an_entry_that_does_not_fit_its_digest_is_worked_out_anew(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    run(tmp_path, 1, 2)
    spoil(tmp_path / "results.sqlite")
    assert run(tmp_path, 1, 2) == [1, 2]


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + bytes(4096)], ids=["text", "a cut file"])
def test_a_damaged_file_is_told_in_one_line_and_begun_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "results.sqlite").write_bytes(content)
    problems = Problems()
    with remembered(tmp_path, problems) as double_all:
        assert double_all(1, 2) == [2, 4]
    assert [problem.what for problem in problems] == ["was damaged; everything is worked out anew"]
    assert (run(tmp_path, 1), run(tmp_path, 1)) == ([1], [])


def test_a_file_that_lost_its_middle_gives_no_wrong_result(tmp_path: Path) -> None:
    run(tmp_path, *range(5000))
    file = tmp_path / "results.sqlite"
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 3] + bytes(8192) + content[len(content) // 3 + 8192 :])
    run(tmp_path, *range(5000))


def test_two_runs_at_once_both_get_their_results(tmp_path: Path) -> None:
    with remembered(tmp_path) as one, remembered(tmp_path) as other:
        assert (one(1, 2), other(2, 3), one(3)) == ([2, 4], [4, 6], [6])


def test_a_place_that_cannot_be_written_costs_no_result(tmp_path: Path) -> None:
    with remembered(tmp_path / "nowhere") as double_all:
        assert double_all(1) == [2]


def test_what_nobody_asks_for_is_thrown_away_after_some_runs(tmp_path: Path) -> None:
    run(tmp_path, 1, 2)
    for _ in range(UNUSED + MARKED):
        run(tmp_path, 1)
    assert run(tmp_path, 1, 2) == [2]


# ---------------------------------------------------------------- packing


class Pair(NamedTuple):
    """A named tuple with an optional value inside."""

    day: date | None
    words: tuple[str, ...]


class Nest(NamedTuple):
    """A value of values."""

    pairs: tuple[Pair, ...]
    one: Pair | None
    both: tuple[int, str]


@given(st.builds(Nest, pairs=st.lists(st.builds(Pair, words=st.lists(st.text()).map(tuple))).map(tuple)))
def test_unpacking_undoes_packing(nest: Nest) -> None:
    assert unpack(Nest, pack(nest)) == nest


def test_a_record_with_all_it_can_have_comes_back_the_same() -> None:
    correction = Correction("2023-06-15", "date", "misread \ud800")
    event = EventMention("e-1", "2023-06", "H", "Q", 0, 1, 1, "claim", None, corrections=(correction,))
    made = Record("s", "T", None, None, None, None, None, None, None, "en", None, None, None, (event,), "Q")
    assert unpack(Record, pack(made)) == made


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"[[],null]", b"[1,2,3]", b"\xff", b"null", b"[" * 100_000])
def test_bytes_of_another_value_are_refused(data: bytes) -> None:
    with pytest.raises(UnpackError):
        unpack(Nest, data)
