"""How the program meets its standard streams: UTF-8 in and out, colour where a person looks at it."""

from __future__ import annotations

import io
import os
import sys


def speak_utf8() -> None:
    """The same bytes in and out whatever the locale; a headline's dash must not end a build."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def is_painted() -> bool:
    """Whether problems are told in colour: on a terminal that has it, unless NO_COLOR is set (no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
