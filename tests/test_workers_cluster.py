"""A real Dask scheduler and two worker processes on this machine: the bytes of one process, whoever is killed."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from builds import PROJECT, build, command, made_by

from bench.make_articles import write_seeds
from generator.workers.cluster import ClusterError, join
from generator.workers.crew import Task

pytest.importorskip("distributed", reason="the extra [cluster] is not installed; requirements-dev.lock has it")
NUMBER = 150
LOOPBACK = "127.0.0.1"


@contextmanager
def process(module: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask's, killed at the end."""
    environment = {**os.environ, "PYTHONPATH": f"{PROJECT}{os.pathsep}{PROJECT}/tests"}
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as running:  # fmt: skip
        try:
            yield running
        finally:
            running.kill()


def free_port() -> int:
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        return int(free.getsockname()[1])


@contextmanager
def worker(address: str) -> Iterator[subprocess.Popen[bytes]]:
    arguments = (address, "--host", LOOPBACK, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with process("distributed.cli.dask_worker", *arguments) as running:
        yield running


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler."""
    port = str(free_port())
    with process("distributed.cli.dask_scheduler", "--host", LOOPBACK, "--port", port, "--no-dashboard"):
        yield f"tcp://{LOOPBACK}:{port}"


@pytest.fixture(scope="module")
def address(scheduler: str) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with worker(scheduler), worker(scheduler):
        yield scheduler


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timeline as one process builds it."""
    root = tmp_path_factory.mktemp("alone")
    write_seeds(root / "seeds", NUMBER, 1, 200, ("txt", "md", "html"))
    build(root, "--jobs", "1")
    return root


@pytest.fixture
def root(alone: Path, tmp_path: Path) -> Path:
    """The same timeline, not built yet."""
    shutil.copytree(alone / "seeds", tmp_path / "timeline/seeds")
    return tmp_path / "timeline"


def whereabouts(number: int) -> tuple[int, int]:
    time.sleep(0.01)
    return number, os.getpid()


WHERE = Task("telling", whereabouts, few=0)


def test_a_cluster_builds_what_one_process_builds(address: str, alone: Path, root: Path) -> None:
    built = build(root, "--dask", address)
    assert built.run.status == 0, built.run.complained
    assert made_by(root) == made_by(alone)


def test_work_handed_over_in_a_folder_leaves_the_same_site_and_nothing_else(
    address: str, alone: Path, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "share").mkdir()
    built = build(root, "--dask", address, "--share", f"file://{tmp_path}/share")
    assert built.run.status == 0, built.run.complained
    assert made_by(root) == made_by(alone)
    assert list((tmp_path / "share").iterdir()) == []


def test_a_worker_killed_in_mid_run_costs_no_byte(scheduler: str, alone: Path, root: Path) -> None:
    with worker(scheduler) as victim, worker(scheduler):
        building = subprocess.Popen([sys.executable, "build.py", "--root", root, "--dask", scheduler], cwd=PROJECT)
        while not list(root.glob(".dateline-cache/results.sqlite*")):
            time.sleep(0.05)
        time.sleep(1)
        victim.send_signal(signal.SIGKILL)
        assert building.wait(timeout=300) == 0
    assert made_by(root) == made_by(alone)


def test_results_keep_their_order_on_two_workers(address: str) -> None:
    with join(address) as crew:
        results = list(crew.map(WHERE, range(300)))
    assert [number for number, _ in results] == list(range(300))
    assert len({process for _, process in results}) == 2


def test_where_no_scheduler_answers_one_line_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workers.cluster.PATIENCE", 1)
    run = command("build", "--root", root, "--dask", f"tcp://{LOOPBACK}:{free_port()}")
    assert run.status == 2
    assert "no Dask scheduler answers at tcp://" in run.complained.splitlines()[-1]
    assert not (root / "site").exists()


def test_workers_that_run_other_code_are_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workers.cluster.code_key", lambda: "other")
    with pytest.raises(ClusterError, match="run other code than this"), join(address) as crew:
        list(crew.map(WHERE, range(3)))
