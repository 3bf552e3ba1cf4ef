"""The arguments of a command, read by a parser that is made from the table of commands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from generator.desk.commands import COMMANDS, COMMON


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command, `run` among them; ends the process where they are none."""
    first = arguments[0] if arguments else ""
    named = first in ("-h", "--help") or (first and not first.startswith("-"))
    words = list(arguments) if named else ["build", *arguments]
    return make_parser(words[0]).parse_args(words)


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
