"""docs/commands.md and the help say what the table of commands says."""

from __future__ import annotations

import pytest
from builds import PROJECT, command

from generator.desk.commands import COMMANDS, COMMON, Argument, Command
from generator.desk.manual import describe_commands

PAGE = PROJECT / "docs/commands.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == describe_commands(), (
        "run: python -m generator.desk.manual > docs/commands.md"
    )


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_the_page_and_the_help_name_each_command_with_its_arguments_and_examples(row: Command) -> None:
    section = describe_commands().split(f"\n## {row.name}\n")[1].split("\n## ")[0]
    told = command(row.name, "--help").printed
    for argument in row.arguments:
        assert f"| `{argument.shown}` |" in section
        assert argument.names[-1] in told
    assert all(example in section and example in told for example in row.examples)


@pytest.mark.parametrize("row", COMMON, ids=lambda row: row.names[0])
def test_every_command_takes_the_common_options(row: Argument) -> None:
    assert f"| `{row.shown}` |" in describe_commands()
    assert all(row.names[0] in command(each.name, "--help").printed for each in COMMANDS)
