"""Builds in forked processes whose file operations are counted; at the chosen one comes a kill, an error, a person.

Python's own audit events (PEP 578) tell of every operation before it happens, so nothing of the program is replaced.
One warm process forks for every build, which makes hundreds of them affordable.
"""

from __future__ import annotations

import contextlib
import errno
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import cli

# audit events that change a folder; "open" does where it opens for writing, the exchange shows as its symbol's look-up
CHANGES = {
    "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate", "os.utime",
    "shutil.copystat", "shutil.rmtree", "fcntl.flock",
}  # fmt: skip
NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.")
REFUSED = 70  # exit status of a process that reached for the network


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build's process ended: its exit status, negative for a signal, what it said, the changes it began."""

    status: int
    said: str
    changes: int

    @property
    def is_killed(self) -> bool:
        """Whether the kill came before the end."""
        return self.status == -signal.SIGKILL


Hook = Callable[[int], None]  # called with the number of each change, from 1, before it happens


def kill_at(number: int) -> Hook:
    """End the process at once, as a power cut would."""

    def hook(now: int) -> None:
        if now == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return hook


def fail_at(number: int, error: int, *, onward: bool) -> Hook:
    """Refuse one change, or every change from it on, with an error of the operating system."""

    def hook(now: int) -> None:
        if now == number or (onward and now > number):
            raise OSError(error, os.strerror(error))

    return hook


def meddle_at(number: int, meddle: Callable[[], object]) -> Hook:
    """Do something to the files in the middle of a build, as a person at the same folder may."""

    def hook(now: int) -> None:
        if now == number:
            meddle()

    return hook


def leave_alone(number: int) -> None:
    """Refuse nothing."""


def watch(
    arguments: Sequence[str | Path],
    hook: Hook = leave_alone,
    *,
    kill_after: float | None = None,
    largest_file: int | None = None,
    within: Sequence[Path] = (),
) -> Ended:
    """One command of build.py in a process of its own; kill_after: seconds; largest_file: bytes the disk takes.

    within: count what is done to these folders, reading and listing too, instead of all changes of the disk.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        counter = _Counter(hook, tuple(map(str, within)))
        _run([str(argument) for argument in arguments], counter, writing, largest_file)
    os.close(writing)
    if kill_after is not None:
        time.sleep(kill_after)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    with open(reading, encoding="utf-8", errors="replace") as pipe:  # noqa: PTH123 - a descriptor, no path
        said = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    text, _, counted = said.rpartition("\nchanges ")
    return Ended(status, text if counted else said, int(counted or 0))


def _run(arguments: list[str], counter: _Counter, writing: int, largest_file: int | None) -> None:
    """The child's whole life; it never returns."""
    os.dup2(writing, 1)
    os.dup2(writing, 2)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - lives as long as the process
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if largest_file is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    sys.addaudithook(counter)
    status = 1
    try:
        status = cli.main(arguments)
    except SystemExit as stop:
        status = int(stop.code or 0)
    except BaseException:
        traceback.print_exc()
        status = 99
    finally:
        counter.hook = leave_alone
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(1, f"\nchanges {counter.count}".encode())
        os._exit(status)


@dataclass
class _Counter:
    """The audit hook: counts operations, and lets nobody reach for the network."""

    hook: Hook
    within: tuple[str, ...]
    count: int = 0
    busy: bool = False  # in the hook, whose own operations are none of the build's

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(NETWORK):
            os._exit(REFUSED)
        if self.busy or not self._counts(event, arguments):
            return
        self.count += 1
        self.busy = True
        try:
            self.hook(self.count)
        finally:
            self.busy = False

    def _counts(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if not self.within or event == "ctypes.dlsym":
            return _is_change(event, arguments)
        names = (str(argument) for argument in arguments if isinstance(argument, str | Path))
        return any(name.startswith(self.within) for name in names)


def _is_change(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        _, _, flags = arguments
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in CHANGES or (event == "ctypes.dlsym" and arguments[1] == "renameat2")


DISK_ERRORS = {
    "disk full": errno.ENOSPC,
    "quota": errno.EDQUOT,
    "read-only": errno.EROFS,
    "permission denied": errno.EACCES,
    "broken disk": errno.EIO,
}
