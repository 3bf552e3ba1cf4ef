"""The command line: the table of commands and options, and the exit status."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.desk.building import build, check
from generator.desk.reviewing import explain, refresh, review
from generator.desk.session import PROJECT, Session, make_place
from generator.desk.tagging import tag_lines
from generator.desk.terminal import DONE, Terminal

Run = Callable[[Session, argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument or option of one command: its names, and what argparse is told about it."""

    names: tuple[str, ...]
    told: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Command:
    """One command. does: its line in the help; examples: what follows `python build.py`."""

    name: str
    does: str
    run: Run
    examples: tuple[str, ...]
    arguments: tuple[Argument, ...] = ()


def argument(*names: str, **told: object) -> Argument:
    """A row of a command's arguments."""
    return Argument(names, told)


COMMANDS = (
    Command(
        "build",
        "the whole way: seeds to content to site, then one line of figures; what happens without a command",
        lambda session, _: build(session),
        ("", "build --root my-timeline", "build --json"),
    ),
    Command(
        "check",
        "compares content/ and site/ with what a build would make; reads every file as a build does, writes nothing",
        lambda session, _: check(session),
        ("check", "check --json"),
    ),
    Command(
        "review",
        "lists what a person should look at, least sure first: file and line, what, why, what to do",
        lambda session, _: review(session),
        ("review", "review --json"),
    ),
    Command(
        "explain",
        "shows every date expression of an article with its value, rule, anchor and other readings, and the events",
        lambda session, options: explain(session, options.article),
        ("explain seeds/article.txt",),
        (argument("article", help="a seed file, a content file or its slug"),),
    ),
    Command(
        "refresh",
        "reads the seed of an edited article again and brings in what is new; every edit stays, each change is told",
        lambda session, options: refresh(session, options.article),
        ("refresh content/2023-06-14-outlet-headline.md",),
        (argument("article", help="a content file or its slug"),),
    ),
    Command(
        "timex",
        "tags dates in JSON lines: doc, dct and text on standard input, TIMEX3 types, values and offsets out",
        lambda *_: tag_lines(sys.stdin),
        ("timex < documents.jsonl",),
    ),
)
COMMON = (
    argument(
        "--root", type=Path, default=PROJECT, metavar="DIR", help="the timeline's folder; default: build.py's own"
    ),
    argument("--out", type=Path, metavar="DIR", help="the folder the site is written to; default: site/ in the root"),
    argument("--base-url", metavar="URL", help="the address the site will have, instead of the one in timeline.toml"),
    argument("--quiet", action="store_true", help="prints problems only"),
    argument("--json", action="store_true", help="prints the outcome as JSON"),
)


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 done, 1 problems in the input, 2 usage or nothing written."""
    _speak_utf8()
    options = make_parser().parse_args(_with_command(arguments))
    terminal = Terminal(json=options.json, quiet=options.quiet)
    session = Session(make_place(options.root, options.out), terminal, options.base_url)
    run: Run = options.run
    try:
        return run(session, options)
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return DONE


def _speak_utf8() -> None:
    """The same bytes in and out whatever the locale; a headline's dash must not end a build."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with `build` in front where they name no command."""
    first = arguments[0] if arguments else ""
    named = first in ("-h", "--help") or (first and not first.startswith("-"))
    return list(arguments) if named else ["build", *arguments]


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands, made from the table."""
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="News articles in, one sourced timeline out: seeds/ to content/ to site/.",
        epilog="examples: build.py · build.py check · build.py explain seeds/article.txt · build.py --root my-timeline",
    )
    subparsers = parser.add_subparsers(metavar="command", required=True)
    for command in COMMANDS:
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
