"""What a bench says of its figures: which gate holds, which one only shows, and the drawing of them."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree

import pytest

from bench.measure import FailedError, Run, Spread, in_turn, ratios, run
from bench.plot import Axis, Line, draw
from bench.report import Row


def made(cpu: float) -> Run:
    return Run(cpu, cpu, 1)


ROWS = [
    (Row("a", Spread.of([0.2, 0.3, 9.0]), must=0.8, aim=0.3), "aim reached", False),
    (Row("a", Spread.of([0.5]), must=0.8, aim=0.3), "reached", False),
    (Row("a", Spread.of([0.9]), must=0.8, aim=0.3), "missed", True),
    (Row("a", Spread.of([0.9]), must=0.8, aim=0.3, meant=False), "other size", False),
    (Row("a", Spread.of([1.7]), must=1.6, aim=1.8, at_least=True), "reached", False),
    (Row("a", Spread.of([1.5]), must=1.6, aim=1.8, at_least=True), "missed", True),
]


@pytest.mark.parametrize(("row", "verdict", "missed"), ROWS)
def test_the_median_is_held_to_the_gate_at_the_size_it_is_meant_for(row: Row, verdict: str, missed: bool) -> None:
    assert (row.verdict, row.missed) == (verdict, missed)


def test_two_works_take_turns() -> None:
    times = iter((1.0, 2.0, 3.0, 4.0))
    assert in_turn([lambda: made(next(times)), lambda: made(next(times))], 2) == [
        [made(1), made(3)],
        [made(2), made(4)],
    ]


def test_ratios_are_of_pairs() -> None:
    assert ratios([made(1), made(6)], [made(2), made(2)]) == Spread(0.5, 1.75, 3.0)


def test_a_process_is_measured_with_what_it_starts() -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(10**7))'])"
    assert run([sys.executable, "-c", code]).cpu > run([sys.executable, "-c", "pass"]).cpu


def test_a_command_that_fails_says_what_it_said() -> None:
    with pytest.raises(FailedError, match="no such luck"):
        run([sys.executable, "-c", "print('no such luck'); raise SystemExit(2)"])


def test_an_axis_runs_over_whole_powers_of_ten() -> None:
    axis = Axis.over([3, 20], 0, 100)
    assert list(axis.ticks) == [1, 10, 100]
    assert [axis.at(tick) for tick in axis.ticks] == [0, 50, 100]


def test_a_drawing_names_every_line_and_marks_every_value() -> None:
    drawn = ElementTree.fromstring(draw("T & M", [Line("a <b>", {1: 0.5, 10: 5}), Line("c", {1: 0.4})]))
    assert {"T & M", "a <b>", "c"} <= {text.text for text in drawn.findall(".//{*}text")}
    assert len(drawn.findall(".//{*}circle")) == 3
