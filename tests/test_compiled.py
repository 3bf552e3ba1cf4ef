"""Patterns kept compiled are those `re` would compile; whatever is wrong with what was kept, `re` compiles again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import compiled, pipeline
from generator.dates.dispatch import ROWS
from generator.dates.patterns import compile_template

PROJECT = Path(__file__).resolve().parent.parent
PATTERN = r"(?P<day>\d\d?)(?:st|nd)? (?P<month>mä?rz|may)\b"


def every_pattern() -> list[compiled.Key]:
    """All that the code and its tables of rules ask for."""
    assert pipeline, "it imports all parts"
    for row in ROWS:
        compile_template(row.template)
    return sorted(compiled._used)


def test_every_pattern_of_the_program_is_restored_as_re_compiles_it() -> None:
    patterns = every_pattern()
    assert len(patterns) > 300
    for pattern, flags in patterns:
        restored = compiled._restore(pattern, compiled.program_of(pattern, flags))
        assert restored == re.compile(pattern, flags)
        assert (restored.groups, restored.groupindex) == (
            re.compile(pattern, flags).groups,
            re.compile(pattern, flags).groupindex,
        )


@pytest.mark.parametrize("module", sorted((PROJECT / "generator").rglob("*.py")), ids=lambda path: path.name)
def test_no_module_leaves_a_pattern_to_be_compiled_at_every_start(module: Path) -> None:
    if module.name != "compiled.py":
        assert not re.findall(
            r"\bre\.(?:search|match|fullmatch|sub|subn|split|findall|finditer)\(", module.read_text("utf-8")
        )


def test_a_restored_pattern_finds_the_same_groups() -> None:
    restored = compiled._restore(PATTERN, compiled.program_of(PATTERN, re.IGNORECASE))
    match = restored.search("On 1st MÄRZ")
    assert match
    assert match.groupdict() == {"day": "1", "month": "MÄRZ"}
    assert match.lastgroup == "month"


def run(code: str, prefix: Path, **environment: str) -> str:
    """What a fresh process with compiled files of its own prints."""
    around = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    around |= {"PYTHONPYCACHEPREFIX": str(prefix), **environment}
    command = [sys.executable, "-c", f"from generator import compiled; {code}"]
    return subprocess.run(command, cwd=PROJECT, env=around, capture_output=True, text=True, check=True).stdout.strip()


ASK = f"compiled.regex({PATTERN!r}); print(len(compiled._fresh))"


def kept_in(prefix: Path) -> Path:
    return next(prefix.rglob("patterns.*"))


def test_what_one_process_compiled_the_next_one_finds(tmp_path: Path) -> None:
    assert [run(ASK, tmp_path), run(ASK, tmp_path)] == ["1", "0"]


def test_processes_that_need_others_keep_them_all(tmp_path: Path) -> None:
    other = "compiled.regex('[a-z]', 2); print(len(compiled._fresh))"
    assert [run(ASK, tmp_path), run(other, tmp_path), run(ASK, tmp_path), run(other, tmp_path)] == ["1", "1", "0", "0"]


def test_nothing_is_kept_where_python_keeps_no_compiled_modules(tmp_path: Path) -> None:
    run(ASK, tmp_path)
    kept_in(tmp_path).unlink()
    run(ASK, tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert not list(tmp_path.rglob("patterns.*"))


SPOILT = {
    "empty": "b''",
    "no marshal": "b'\\xffabc'",
    "cut short": "whole[:-9]",
    "of another Python": "marshal.dumps(('3.9', {}))",
    "of another kind": "marshal.dumps((compiled._HEAD, [1]))",
    "programs that are none": f"marshal.dumps((compiled._HEAD, {{({PATTERN!r}, 0): (b'12345678', 0, 0, {{}}, ())}}))",
    "programs of another shape": f"marshal.dumps((compiled._HEAD, {{({PATTERN!r}, 0): (b'123', 1)}}))",
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_what_is_spoilt_is_compiled_again_and_mended(tmp_path: Path, spoilt: str) -> None:
    run(ASK, tmp_path)
    kept = kept_in(tmp_path)
    spoil = f"import marshal, pathlib; kept = pathlib.Path({str(kept)!r}); whole = kept.read_bytes()"
    run(f"{spoil}; kept.write_bytes({spoilt})", tmp_path)
    assert [run(ASK, tmp_path), run(ASK, tmp_path)] == ["1", "0"]


def test_programs_of_older_code_do_not_pile_up(tmp_path: Path) -> None:
    many = f"[compiled.regex(f'a{{n}}') for n in range({compiled.MOST})]; print(len(compiled._fresh))"
    run(ASK, tmp_path)
    assert run(many, tmp_path) == str(compiled.MOST)
    assert run("print(len(compiled.read('patterns')))", tmp_path) == str(compiled.MOST)
