"""The completion scripts know every command and option, and bash completes with them."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from builds import command

from generator.desk.commands import COMMANDS


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_a_script_names_every_command_and_its_options(shell: str) -> None:
    script = command("completion", shell).printed
    names = [
        name.lstrip("-") for row in COMMANDS for argument in row.arguments for name in argument.names if name[0] == "-"
    ]
    assert [name for name in (*names, *(row.name for row in COMMANDS)) if name not in script] == []


def complete(*words: str) -> list[str]:
    """What bash offers for the last of the words."""
    line = " ".join(f"'{word}'" for word in words)
    asked = f'COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _dateline; printf "%s\\n" "${{COMPREPLY[@]}}"'
    code = f"{command('completion', 'bash').printed}\n{asked}"
    return subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash on this machine")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["python", "build.py", "re"], ["review", "refresh"]),
        (["./build.py", "ser"], ["serve"]),
        (["python3", "build.py", "serve", "--p"], ["--port"]),
        (["python", "build.py", "add", "a.txt", "--outl"], ["--outlet"]),
        (["python", "build.py", "--qu"], []),
        (["python", "build.py", "refresh", "content"], []),
        (["python", "other.py", "re"], []),
    ],
)
def test_bash_offers_what_fits(words: list[str], offered: list[str]) -> None:
    assert complete(*words) == offered


FISH_SAYS = [("python build.py re", ["refresh", "review"]), ("python build.py serve --p", ["--port"])]


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish on this machine")
@pytest.mark.parametrize(("line", "offered"), FISH_SAYS)
def test_fish_offers_what_fits(line: str, offered: list[str]) -> None:
    code = f"{command('completion', 'fish').printed}\ncomplete -C '{line}'"
    run = subprocess.run(["fish", "--no-config", "-c", code], capture_output=True, text=True, check=True)
    assert sorted(said.partition("\t")[0] for said in run.stdout.splitlines()) == offered


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh on this machine")
@pytest.mark.parametrize(("words", "offered"), [("python build.py re", "review refresh"), ("./build.py ser", "serve")])
def test_zsh_offers_what_fits(words: str, offered: str) -> None:
    count = len(words.split())
    code = (
        f"autoload -U compinit && compinit -D\n{command('completion', 'zsh').printed}\n"
        # as bashcompinit calls it: with the arrays of ksh, which count from 0
        f"ask() {{ emulate -L ksh; COMP_WORDS=({words}); COMP_CWORD={count - 1}; _dateline; }}\n"
        "ask; print -rl -- $COMPREPLY"
    )
    run = subprocess.run(["zsh", "-f", "-c", code], capture_output=True, text=True, check=False)
    fitting = [word for word in run.stdout.split() if word.startswith(words.split()[-1])]  # which zsh does by itself
    assert (run.stderr, fitting) == ("", offered.split())
