"""Values laid aside come back as they were, wherever they lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from content_samples import a_record
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Record
from generator.workers import spool
from generator.workers.spool import Spool


def filled(values: list[str]) -> Spool[str]:
    laid = Spool(str)
    for value in values:
        laid.append(value)
    return laid


@given(st.lists(st.text()))
def test_values_come_back_in_order(values: list[str]) -> None:
    assert list(filled(values)) == values


@pytest.mark.parametrize("limit", [0, 20, 1000])
def test_they_come_back_from_file_and_memory_alike(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(spool, "IN_MEMORY", limit)
    values = [f"é {number}" * (number % 5) for number in range(50)]
    laid = filled(values)
    assert (list(laid), laid[-1], laid[3:5]) == (values, values[-1], values[3:5])


def test_a_record_comes_back_whole() -> None:
    laid = Spool(Record)
    laid.append(a_record())
    assert laid[0] == a_record()


def test_there_is_nothing_behind_the_last() -> None:
    with pytest.raises(IndexError):
        filled(["one"])[1]


def test_where_the_disk_takes_nothing_they_stay_in_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(spool, "IN_MEMORY", 10)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    values = ["word"] * 20
    assert list(filled(values)) == values
