"""The commands that a page of docs/ shows, run one after the other, and the page with what they really print.

`PYTHONPATH=. python tests/shown.py` writes the pages anew. In a page, a block ```text after a block ```sh is what its
commands print, and a comment `<!-- replace PATH: OLD → NEW -->` is the edit that the words around it tell to make.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from builds import PROJECT, build, command, copy_seeds

PAGES = (PROJECT / "docs/tutorial.md", *sorted((PROJECT / "docs/how-to").glob("*.md")))
STEP = re.compile(
    r"```sh\n(?P<sh>(?:[^`]|`(?!``))*)```(?:(?P<between>\n\n```text\n)(?:[^`]|`(?!``))*```)?"
    r"|<!-- replace (?P<path>[^:]+): (?P<old>.+?) → (?P<new>.+?) -->"
)


@contextlib.contextmanager
def desk() -> Iterator[Path]:
    """A folder to work in: a newcomer's three articles, and the five articles of the project, built, in project/."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        folder = Path(name)
        shutil.copytree(PROJECT / "tests/newcomer", folder, dirs_exist_ok=True)
        build(copy_seeds(folder / "project"))
        yield folder


def run_page(text: str) -> tuple[str, list[str]]:
    """The page with what its commands print now, and the commands that failed."""
    failed: list[str] = []

    def step(found: re.Match[str]) -> str:
        if found["path"]:
            _replace(found["path"], found["old"], found["new"])
            return found[0]
        runs = [(line, *run_line(line)) for line in found["sh"].splitlines() if line.startswith("python build.py")]
        failed.extend(line for line, status, _ in runs if status)
        said = "".join(printed for _, _, printed in runs)
        return f"```sh\n{found['sh']}```{found['between']}{said}```" if found["between"] else found[0]

    with desk():
        return STEP.sub(step, text), failed


def run_line(line: str) -> tuple[int, str]:
    """The exit status of one command line, and everything it prints; what names no root works on project/."""
    shown, _, source = line.removeprefix("python build.py").partition(" < ")
    words = shlex.split(shown, comments=True)
    if words[:1] == ["serve"]:
        return _serve(words)
    if "--root" not in words and words[:1] not in (["new"], ["completion"]):
        words = [*(words or ["build"]), "--root", "project"]
    run = command(*words, stdin=Path(source.strip()).read_text(encoding="utf-8") if source else "")
    return run.status, (run.complained + run.printed).replace(" --root project", "")


def _serve(words: list[str]) -> tuple[int, str]:
    """`serve` runs until it is stopped: its first line, and its status when it is."""
    root = [] if "--root" in words else ["--root", "project"]
    arguments = [sys.executable, "-u", str(PROJECT / "build.py"), *words, *root]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        process.terminate()
        return process.wait(10), first


def _replace(path: str, old: str, new: str) -> None:
    file = next(Path().glob(path))
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    file.write_text(text.replace(old, new.replace("\\n", "\n"), 1), encoding="utf-8")


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(run_page(page.read_text(encoding="utf-8"))[0], encoding="utf-8")
