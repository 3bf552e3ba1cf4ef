"""`completion`: a script that lets a shell complete commands, options and files after `python build.py`."""

from __future__ import annotations

from generator.desk.commands import COMMANDS, COMMON, Command

BASH = """\
# dateline: completion for bash. In ~/.bashrc:  eval "$(python build.py completion bash)"
_dateline() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" at=0 command="" index
  COMPREPLY=()
  for ((index = 0; index < COMP_CWORD; index++)); do
    if [[ "${{COMP_WORDS[index]}}" == *build.py ]]; then at=$((index + 1)); command="${{COMP_WORDS[at]}}"; fi
  done
  if ((at == 0)); then return; fi
  if ((COMP_CWORD == at)); then COMPREPLY=($(compgen -W "{commands}" -- "$word")); return; fi
  if [[ "$word" != -* ]]; then return; fi
  case "$command" in
{cases}
    *) COMPREPLY=($(compgen -W "{common}" -- "$word")) ;;
  esac
}}
complete -o default -o bashdefault -F _dateline build.py ./build.py python python3
"""
ZSH = """\
# dateline: completion for zsh. In ~/.zshrc:  eval "$(python build.py completion zsh)"
autoload -U +X bashcompinit && bashcompinit
"""
FISH_HEAD = """\
# dateline: completion for fish. In config.fish:  python build.py completion fish | source
function __dateline_at_command; string match -q -- '*build.py' (commandline -opc)[-1]; end
function __dateline_in; string match -qr -- "build\\.py $argv[1]( |\\$)" (string join ' ' (commandline -opc)); end
"""


def completion_script(shell: str) -> str:
    """The script for bash, fish or zsh, made from the table of commands."""
    if shell == "fish":
        return FISH_HEAD + "".join(f"{line}\n" for command in COMMANDS for line in _fish_lines(command))
    return (ZSH if shell == "zsh" else "") + BASH.format(
        commands=" ".join(command.name for command in COMMANDS),
        common=" ".join(_options(None)),
        cases="\n".join(
            f'    {command.name}) COMPREPLY=($(compgen -W "{" ".join(_options(command))}" -- "$word")) ;;'
            for command in COMMANDS
        ),
    )


def _options(command: Command | None) -> list[str]:
    rows = (*(command.arguments if command else ()), *COMMON)
    return sorted(name for row in rows for name in row.names if name.startswith("--"))


def _fish_lines(command: Command) -> list[str]:
    does = command.does.replace("\\", "\\\\").replace("'", "\\'")
    first = f"complete -c python -c python3 -n __dateline_at_command -f -a {command.name} -d '{does}'"
    options = (name.removeprefix("--") for name in _options(command))
    return [first, *(f"complete -c python -c python3 -n '__dateline_in {command.name}' -l {name}" for name in options)]
