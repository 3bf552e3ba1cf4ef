"""The same seeds give the same bytes, whatever surrounds the build; and the network is never asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from builds import PROJECT, Built, copy_seeds, made_by
from load import shared
from watched import REFUSED, watch

BUILD = str(PROJECT / "build.py")
# runs build.py in a process whose clock stands elsewhere: every way Python has to ask for the time is asked there
OTHER_CLOCK = """
import datetime, runpy, sys, time
moment = float(sys.argv.pop(1))
class Date(datetime.date):
    today = classmethod(lambda cls: cls.fromtimestamp(moment))
class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(moment, tz))
    utcnow = classmethod(lambda cls: cls.utcfromtimestamp(moment))
    today = classmethod(lambda cls: cls.fromtimestamp(moment))
time.time = lambda: moment
time.localtime = lambda at=moment, old=time.localtime: old(at)
time.gmtime = lambda at=moment, old=time.gmtime: old(at)
datetime.date, datetime.datetime = Date, Moment
sys.argv = sys.argv[1:]
sys.path.insert(0, sys.argv[0].rpartition("/")[0])
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is around a build; order: how the seeds are put there; clock: seconds since 1970; flags: Python's.

    jobs: the number of workers; None leaves it to the program.
    """

    environment: Mapping[str, str] | None = None
    umask: int = 0o022
    cwd: str = "."
    order: int = 1
    mtime: int | None = None
    clock: int | None = None
    flags: tuple[str, ...] = ()
    name: str = "root"
    jobs: int | None = None


SURROUNDINGS = {
    **{f"hash seed {seed}": Surroundings({"PYTHONHASHSEED": seed}) for seed in ("0", "1", "2", "4294967295", "random")},
    **{
        f"time zone {zone}": Surroundings({"TZ": zone})
        for zone in ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "<-12>12")
    },
    **{
        f"locale {name}": Surroundings({"LANG": name, "LC_ALL": name, "LANGUAGE": name})
        for name in ("C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "nowhere")
    },
    "no UTF-8": Surroundings({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}),
    "UTF-8 mode": Surroundings({"PYTHONUTF8": "1"}),
    "a build of 1970": Surroundings({"SOURCE_DATE_EPOCH": "0"}),
    "a build of 2106": Surroundings({"SOURCE_DATE_EPOCH": "4294967295"}),
    "umask 077": Surroundings(umask=0o077),
    "umask 000": Surroundings(umask=0),
    "another working folder": Surroundings(cwd="/"),
    "seeds put there backwards": Surroundings(order=-1),
    "seeds of 1970": Surroundings(mtime=0),
    "seeds of the future": Surroundings(mtime=4_000_000_000),
    "a clock of 1999": Surroundings(clock=930_000_000),
    "a clock of 2100": Surroundings(clock=4_102_444_800),
    "optimised": Surroundings(flags=("-O",)),
    "without docstrings": Surroundings(flags=("-OO",)),
    "development mode": Surroundings(flags=("-X", "dev")),
    "no bytecode": Surroundings(flags=("-B",)),
    **{f"{count} workers": Surroundings(jobs=count) for count in (1, 2, 5)},
    "a folder with spaces and accents": Surroundings(name="é ü 日本 #%&"),
    "a terminal": Surroundings({"TERM": "xterm-256color", "COLUMNS": "20", "FORCE_COLOR": "1"}),
    "no home": Surroundings({"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"}),
}


def put_seeds(root: Path, around: Surroundings) -> None:
    """The five articles, in an order and of a time."""
    (root / "seeds").mkdir(parents=True)
    shutil.copy(PROJECT / "timeline.toml", root)
    for path in sorted((PROJECT / "seeds").iterdir())[:: around.order]:
        shutil.copy(path, root / "seeds")
        if around.mtime is not None:
            os.utime(root / "seeds" / path.name, (around.mtime, around.mtime))


@pytest.mark.parametrize("around", shared(SURROUNDINGS.items(), 9))
def test_the_same_bytes_in_any_surroundings(five: Built, tmp_path: Path, around: Surroundings) -> None:
    root = tmp_path / around.name
    put_seeds(root, around)
    clock = ["-c", OTHER_CLOCK, str(around.clock)] if around.clock is not None else []
    workers = ["--jobs", str(around.jobs)] if around.jobs else []
    arguments = [sys.executable, *around.flags, *clock, BUILD, "--root", str(root), *workers]
    environment = {**os.environ, **(around.environment or {})}
    run = subprocess.run(
        arguments, cwd=around.cwd, env=environment, umask=around.umask, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode(errors="replace")
    assert made_by(root) == made_by(five.root)


def test_there_are_twenty_four_surroundings_and_more() -> None:
    assert len(SURROUNDINGS) >= 24


def test_a_clock_elsewhere_is_what_a_program_reads() -> None:
    code = "import datetime, time; print(datetime.date.today().year, int(time.time()))"
    script = OTHER_CLOCK.replace("runpy.run_path(sys.argv[0], run_name='__main__')", "").rpartition("runpy")[0] + code
    run = subprocess.run([sys.executable, "-c", script, "930000000", "x"], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["1999", "930000000"]


def test_a_build_opens_no_socket(tmp_path: Path) -> None:
    assert watch(["build", "--root", copy_seeds(tmp_path)]).status == 0


OTHERS = (
    "check", "review", "diff", "refresh SLUG", "explain SLUG", "add ARTICLE --name bridge", "new FOLDER",
    "completion bash", "build --jobs 2",
)  # fmt: skip


@pytest.mark.parametrize("line", OTHERS)
def test_no_other_command_opens_a_socket(tmp_path: Path, line: str) -> None:
    root = copy_seeds(tmp_path / "root")
    watch(["build", "--root", root])
    article = next((PROJECT / "tests/newcomer").glob("*.txt"))
    slug = next((root / "content").iterdir()).stem
    real = {"SLUG": slug, "ARTICLE": str(article), "FOLDER": str(tmp_path / "new")}
    ended = watch([*(real.get(word, word) for word in line.split()), "--root", root])
    assert ended.status in (0, 1), ended.said


def test_a_socket_would_be_noticed() -> None:
    hook = "lambda event, _: event.startswith('socket.') and sys.exit(70)"
    code = f"import sys; sys.addaudithook({hook}); import socket; socket.socket()"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == REFUSED
