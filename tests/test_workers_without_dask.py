"""Without the extra [cluster] everything but --dask works, and --dask says what to install."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from builds import command


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)  # as where it is not installed
    run = command("build", "--root", tmp_path, "--dask", "tcp://127.0.0.1:1")
    assert (run.status, run.complained.count("\n")) == (2, 1)
    assert "pip install --require-hashes -r requirements-cluster.lock" in run.complained
