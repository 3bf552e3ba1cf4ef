"""Every command of the tutorial and the how-to pages works as shown, and what they say it prints is what it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shown import PAGES, run_page

from generator.desk.commands import COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_what_its_commands_print(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown, failed = run_page(text)
    assert failed == []
    assert shown == text, "run: PYTHONPATH=. python tests/shown.py"


def test_every_command_is_shown_at_work() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [row.name for row in COMMANDS if f"python build.py {row.name}" not in text] == []


@pytest.mark.parametrize("page", [page for page in PAGES if "```python" in page.read_text(encoding="utf-8")])
def test_the_python_that_a_page_shows_runs(page: Path) -> None:
    for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, page.name, "exec"), {})
