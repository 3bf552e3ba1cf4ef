"""What was compiled before, kept beside Python's own compiled modules: regular expressions and templates.

A small build would spend half its time compiling some five hundred patterns. Python keeps compiled modules and has no
public way to keep a compiled pattern; used here is what `re` itself does: its compiler makes a list of numbers, and
`_sre.compile` makes the pattern of them after checking that they are sound. Kept programs are those of this very
Python, and equal what `re.compile` gives (tests/test_compiled.py compares them all). Where any of this is missing, or
nothing may be written (PYTHONDONTWRITEBYTECODE, a read-only folder), `re` compiles as ever.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from functools import cache as remember
from importlib import import_module

from generator import cache

MOST = 1500  # programs kept; more are those of older code
_PATTERNS = "patterns"
Key = tuple[str, int]  # a pattern as it is written, its flags
# the numbers, as bytes; all flags; how many groups; their numbers by name; their names by number
Program = tuple[bytes, int, int, dict[str, int], tuple[str | None, ...]]


@remember
def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made once: it may stand where it is used. For patterns that stand in the code alone:
    those made of an article's words would be kept too."""
    key = pattern, int(flags)
    _used.add(key)
    program = _programs().get(key)
    try:
        if program:
            return _restore(pattern, program)
    except (RuntimeError, TypeError, ValueError):  # no sound program after all
        _programs().pop(key)
    if not _fresh:
        atexit.register(_keep_patterns)
    _fresh.add(key)
    return re.compile(pattern, flags)


_sre = import_module("_sre")
_used: set[Key] = set()  # in this process
_fresh: set[Key] = set()  # those that were not kept


def _restore(pattern: str, program: Program) -> re.Pattern[str]:
    numbers, flags, *rest = program
    restored: re.Pattern[str] = _sre.compile(pattern, flags, memoryview(numbers).cast("I").tolist(), *rest)
    return restored


def program_of(pattern: str, flags: int) -> Program:
    """What `re` makes of a pattern; raises AttributeError or TypeError where this Python does it otherwise."""
    from array import array  # only those need it who keep new programs

    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    parsed = parser.parse(pattern, flags)
    groups: dict[str, int] = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    numbers = array("I", compiler._code(parsed, flags)).tobytes()
    return numbers, flags | parsed.state.flags, parsed.state.groups - 1, groups, tuple(names)


@remember
def _programs() -> dict[Key, Program]:
    return read(_PATTERNS)


def _keep_patterns() -> None:
    """Add this process's patterns to those that are kept."""
    known = read(_PATTERNS)
    kept = known if len(known) + len(_fresh) <= MOST else {key: known[key] for key in _used if key in known}
    try:
        write(_PATTERNS, kept | {key: program_of(*key) for key in _fresh})
    except (AttributeError, TypeError, ValueError):
        return  # another Python's `re`


# ---------------------------------------------------------------- files


def read(name: str) -> dict:  # type: ignore[type-arg]  # marshal knows no types
    """The values kept under a name; none where this Python kept none."""
    content = cache.read(_path(name))
    try:
        head, values = marshal.loads(content) if content else ("", {})
    except (EOFError, TypeError, ValueError):
        return {}
    return values if head == _HEAD and isinstance(values, dict) else {}


def write(name: str, values: dict) -> None:  # type: ignore[type-arg]
    """Keep values under a name, where Python may keep compiled modules."""
    if sys.dont_write_bytecode:
        return
    try:
        cache.replace(_path(name), [marshal.dumps((_HEAD, values))])
    except OSError:
        return


_HEAD = f"{sys.version} {getattr(_sre, 'MAGIC', None)}"


def _path(name: str) -> str:
    """A file of the folder where Python keeps the compiled modules of this one."""
    kept = __spec__.cached if __spec__ else None
    return os.path.join(os.path.dirname(kept or __file__), f"{name}.{sys.implementation.cache_tag}")
