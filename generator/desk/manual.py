"""docs/commands.md, made from the table of commands: `python -m generator.desk.manual > docs/commands.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.desk.commands import COMMANDS, COMMON, Argument, Command

HEAD = """\
# Commands

`python build.py [COMMAND] [OPTIONS]`; without a command it is `build`. Options come after the command.
This page is made from the program's own table of commands; [how-to/](how-to/) shows them at work.
"""
TAIL = """\
## What it prints

Problems go to standard error, one line each: `file:line: what is wrong; what to do`. A line with `warning:` tells what
you should know and leaves the exit status as it is. Everything printed is UTF-8, whatever the locale. On a terminal
problems have colour, and long work shows a progress bar; `NO_COLOR=1` turns colour off.

| exit status | meaning |
|---|---|
| 0 | done; there may be warnings |
| 1 | problems in the input, or for `check` something not current; everything good was still built |
| 2 | wrong usage, or nothing could be written |
"""


def describe_commands() -> str:
    """The page."""
    sections = (_command_lines(command) for command in COMMANDS)
    listed = "\n".join(f"| `{command.name}` | {command.does} |" for command in COMMANDS)
    return "\n".join(
        [
            HEAD,
            f"| command | what it does |\n|---|---|\n{listed}\n",
            f"## Options of every command\n\n{_table(COMMON)}\n",
            *("\n".join(lines) for lines in sections),
            TAIL,
        ]
    ).rstrip("\n") + "\n"  # fmt: skip


def _command_lines(command: Command) -> Iterator[str]:
    yield f"## {command.name}\n"
    yield f"{command.does[:1].upper()}{command.does[1:]}.\n"
    if command.arguments:
        yield f"{_table(command.arguments)}\n"
    examples = "\n".join(f"python build.py {example}".rstrip() for example in command.examples)
    yield f"```sh\n{examples}\n```\n"


def _table(arguments: Iterable[Argument]) -> str:
    rows = "\n".join(f"| `{argument.shown}` | {argument.told['help']} |" for argument in arguments)
    return f"| argument | meaning |\n|---|---|\n{rows}"


if __name__ == "__main__":
    print(describe_commands(), end="")
