"""The command line: reads arguments, runs one command of the desk, gives the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from generator.desk.commands import COMMANDS, COMMON, Run
from generator.desk.session import Session, make_place
from generator.desk.terminal import DONE, Terminal
from generator.saving import ChangedError
from generator.streams import speak_utf8


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 done, 1 problems in the input, 2 usage or nothing written."""
    speak_utf8()
    words = _with_command(arguments)
    options = make_parser(words[0]).parse_args(words)
    terminal = Terminal(json=options.json, quiet=options.quiet)
    session = Session(make_place(options.root, options.out), terminal, options.base_url)
    run: Run = options.run
    try:
        return run(session, options)
    except ChangedError as error:
        return terminal.refuse(f"{error} was changed while this ran; run the same command again")
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return DONE


def _with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with `build` in front where they name no command."""
    first = arguments[0] if arguments else ""
    named = first in ("-h", "--help") or (first and not first.startswith("-"))
    return list(arguments) if named else ["build", *arguments]


def make_parser(wanted: str) -> argparse.ArgumentParser:
    """The parser of the wanted command, or of all where there is none of this name, made from the table."""
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="News articles in, one sourced timeline out: seeds/ to content/ to site/.",
        epilog="examples: build.py · build.py check · build.py explain seeds/article.txt · build.py --root my-timeline",
    )
    subparsers = parser.add_subparsers(metavar="command", required=True)
    named = [command for command in COMMANDS if command.name == wanted]
    for command in named or COMMANDS:
        examples = "\n".join(f"  python build.py {example}".rstrip() for example in command.examples)
        added = subparsers.add_parser(
            command.name,
            help=command.does,
            description=command.does,
            epilog=f"examples:\n{examples}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.set_defaults(run=command.run)
        for row in (*command.arguments, *COMMON):
            added.add_argument(*row.names, **row.told)  # type: ignore[arg-type]  # rows hold what argparse takes
    return parser
