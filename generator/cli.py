"""The command line: reads arguments, runs one command of the desk, gives the exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.desk.session import PROJECT, Session, make_place
from generator.desk.terminal import DONE, Terminal
from generator.saving import ChangedError
from generator.stamp import read_options
from generator.streams import speak_utf8

Work = Callable[[], int]


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 done, 1 problems in the input, 2 usage or nothing written."""
    speak_utf8()
    plain = read_options(list(arguments))
    session, work = parse_command(arguments) if plain is None else plain_build(plain)
    try:
        return work()
    except ChangedError as error:
        return session.terminal.refuse(f"{error} was changed while this ran; run the same command again")
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return DONE


def parse_command(arguments: Sequence[str]) -> tuple[Session, Work]:
    """Any command's session and its work."""
    # a plain build needs neither the table of commands nor Python's parser for it
    from generator.desk.arguments import parse

    options = parse(arguments)
    terminal = Terminal(json=options.json, quiet=options.quiet)
    session = Session(make_place(options.root, options.out), terminal, options.base_url)
    return session, partial(options.run, session, options)


def plain_build(options: Mapping[str, str]) -> tuple[Session, Work]:
    """The same of a build whose options are spelled out, as the stamp reads them."""
    from generator.desk.building import build
    from generator.desk.crewing import Hands

    root, out, jobs = options.get("--root"), options.get("--out"), options.get("--jobs")
    place = make_place(Path(root) if root else PROJECT, Path(out) if out else None)
    session = Session(place, Terminal("--json" in options, "--quiet" in options), options.get("--base-url"))
    hands = Hands(int(jobs) if jobs else None, options.get("--dask"), options.get("--share"))
    return session, partial(build, session, hands)
