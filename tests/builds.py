"""Whole builds for the tests: the five real articles in a folder of their own, and what a build of them said."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import cache, cli

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Run:
    """What one command gave: its exit status, and the lines it printed and complained with."""

    status: int
    printed: str
    complained: str


@dataclass(frozen=True)
class Built:
    """A timeline's folder after a build, and what the build said."""

    root: Path
    run: Run

    @cached_property
    def timeline(self) -> Any:
        """site/timeline.json, parsed."""
        return json.loads((self.root / "site/timeline.json").read_text(encoding="utf-8"))

    @property
    def events(self) -> list[Any]:
        """The events of the timeline, in its order."""
        return list(self.timeline["events"])

    def article(self, seed: str) -> Any:
        """The article whose seed's name starts so."""
        return next(a for a in self.timeline["articles"] if a["seed"].startswith(f"seeds/{seed}"))

    def content(self, seed: str) -> Path:
        """The content file of the article whose seed's name starts so."""
        return self.root / f"content/{self.article(seed)['id']}.md"


def copy_seeds(root: Path, *, sources: bool = True) -> Path:
    """A timeline's folder with the project's five articles and settings; returns it."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copytree(PROJECT / "seeds", root / "seeds", ignore=None if sources else shutil.ignore_patterns("*.yaml"))
    shutil.copy(PROJECT / "timeline.toml", root)
    return root


def command(*arguments: str | Path, stdin: str = "") -> Run:
    """One command of build.py, run in this process."""
    printed, complained = io.StringIO(), io.StringIO()
    outer, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complained):
            status = _status(arguments)
    finally:
        sys.stdin = outer
    return Run(status, printed.getvalue(), complained.getvalue())


def _status(arguments: tuple[str | Path, ...]) -> int:
    try:
        return cli.main([str(argument) for argument in arguments])
    except SystemExit as stop:  # how argparse ends after usage and help
        return int(stop.code or 0)


def converse(*arguments: str | Path, answers: tuple[str, ...] = ()) -> tuple[int, str]:
    """A command on a terminal of its own: each question is answered as it is asked. Its status, and all it showed."""
    process, master = pty.fork()
    if process == 0:
        os.execv(sys.executable, [sys.executable, str(PROJECT / "build.py"), *map(str, arguments)])
    shown, left = "", list(answers)
    while select.select([master], [], [], 60)[0]:
        try:
            shown += os.read(master, 4096).decode("utf-8", "replace")
        except OSError:  # how Linux tells that the other side has ended
            break
        if left and re.search(r"\): $", shown):
            os.write(master, f"{left.pop(0)}\n".encode())
            shown += " "
    _, status = os.waitpid(process, 0)
    os.close(master)
    return os.waitstatus_to_exitcode(status), shown


def build(root: Path, *options: str) -> Built:
    """One build of a timeline's folder, in this process."""
    return Built(root, command("build", "--root", root, *options))


def build_as_process(root: Path, cwd: Path, environment: Mapping[str, str]) -> Run:
    """One build of a timeline's folder by an interpreter of its own."""
    arguments = [sys.executable, str(PROJECT / "build.py"), "--root", str(root)]
    run = subprocess.run(
        arguments, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    return Run(run.returncode, run.stdout, run.stderr)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, by its path in it; but for the cache, which may be there or not."""
    files = (path for path in folder.rglob("*") if path.is_file() and cache.FOLDER not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def made_by(root: Path) -> dict[str, bytes]:
    """What builds made in a timeline's folder."""
    return {path: data for path, data in files_of(root).items() if path.startswith(("content/", "site/"))}
