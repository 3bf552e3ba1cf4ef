"""The import order of the parts, and who may touch the disk: style.md's layout, read off the code with `ast`."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
GENERATOR = PROJECT / "generator"
# part → its line; a part imports only from lines with a higher number, never from its neighbours on its own
LINE = {
    "cli": 1,
    "desk": 2,
    "pipeline": 3,
    "tasks": 4,
    "articles": 5, "events": 5, "content": 5, "timeline": 5, "pages": 5, "settings": 5,
    "dates": 6, "passages": 6, "stamp": 6, "workers": 6, "yamlfaults": 6,
    "edtf": 7, "lexicon": 7, "lock": 7, "model": 7, "place": 7, "plainyaml": 7, "problems": 7, "saving": 7,
    "streams": 7, "text": 7, "timex": 7,
    "compiled": 8, "inventory": 8,
    "cache": 9,
}  # fmt: skip
ALLOWED_ASIDE = {("model", "edtf"), ("model", "timex")}
TOUCH_THE_DISK = {
    "articles/filing.py", "articles/seeds.py", "cache.py", "content/folder.py", "content/reading.py",
    "desk/crewing.py", "desk/filing.py", "inventory.py", "lock.py",
    "pages/exchange.py", "pages/staging.py", "pages/templating.py", "pages/writer.py", "saving.py", "settings.py",
    "stamp.py", "workers/keeping.py", "workers/spool.py",
}  # fmt: skip
DISK_MODULES = {"glob", "shutil", "tempfile"}
DISK_CALLS = set(
    "chmod copy glob hardlink_to iterdir listdir mkdir open read_bytes read_regular read_text rename replace_file "
    "rglob rmdir rmtree scandir symlink_to touch unlink walk write_bytes write_text FileSystemLoader".split()
) - {"copy", "walk"}  # dicts are copied and trees are walked
HEAVY = {
    "babel", "dateparser", "frontmatter", "markdown", "nh3", "rapidfuzz", "rich", "trafilatura", "watchfiles", "yaml",
}  # fmt: skip
HEAVY_OF_PYTHON = {
    "argparse", "concurrent.futures", "ctypes", "http.client", "multiprocessing", "sqlite3", "urllib.request", "uuid",
}  # fmt: skip

MODULES = tuple(sorted(path for path in GENERATOR.rglob("*.py") if path != GENERATOR / "__init__.py"))


def name_of(module: Path) -> str:
    return module.relative_to(GENERATOR).as_posix()


def part_of(module: Path) -> str:
    return module.relative_to(GENERATOR).with_suffix("").parts[0]


def imported_modules(module: Path) -> Iterator[str]:
    """The full names of what a module imports, inside functions too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(module)} imports relatively; write the whole name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_parts(module: Path) -> set[str]:
    names = (name.split(".") for name in imported_modules(module))
    return {name[1] for name in names if name[0] == "generator" and len(name) > 1}


def disk_touches(module: Path) -> set[str]:
    """The calls and imports of a module that reach files."""
    calls = (
        node.func for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    names = {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}
    return (names & DISK_CALLS) | (set(imported_modules(module)) & DISK_MODULES)


def test_every_part_has_its_line_in_the_import_order() -> None:
    assert {part_of(module) for module in MODULES} == set(LINE)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_part_imports_only_from_lines_below_its_own(module: Path) -> None:
    part = part_of(module)
    others = {other for other in imported_parts(module) if other != part and (part, other) not in ALLOWED_ASIDE}
    assert {other for other in others if LINE[other] <= LINE[part]} == set()


@pytest.mark.parametrize("module", [module for module in MODULES if LINE[part_of(module)] >= 7], ids=name_of)
def test_the_lowest_lines_use_the_standard_library_alone(module: Path) -> None:
    roots = {name.split(".")[0] for name in imported_modules(module)}
    assert roots <= sys.stdlib_module_names | {"generator"}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_only_the_modules_named_for_it_touch_the_disk(module: Path) -> None:
    assert bool(disk_touches(module)) == (name_of(module) in TOUCH_THE_DISK)


def test_only_the_root_build_py_calls_the_command_line() -> None:
    callers = {name_of(module) for module in MODULES if "cli" in imported_parts(module)}
    assert callers == set()
    assert imported_parts_of_build() == {"cli", "stamp"}


def imported_parts_of_build() -> set[str]:
    names = (name.split(".") for name in imported_modules(PROJECT / "build.py"))
    return {name[1] for name in names if name[0] == "generator"}


def modules_after(statement: str) -> set[str]:
    """The names of all modules that are there once a fresh interpreter has run the statement."""
    code = f"{statement}; import sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_heavy_libraries_wait_until_a_function_needs_them() -> None:
    assert modules_after("import generator.desk.building") & (HEAVY | HEAVY_OF_PYTHON) == set()


def test_a_plain_build_of_plain_files_loads_nothing_that_others_need(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "seeds", tmp_path / "seeds")
    built = modules_after(f"from generator import cli; cli.main(['--root', {str(tmp_path)!r}, '--quiet'])")
    others = {"argparse", "dask", "generator.desk.commands", "rapidfuzz", "sqlite3", "watchfiles", "yaml"}
    assert built & others == set()


def test_help_and_the_tagging_of_others_documents_need_no_timeline() -> None:
    imported = modules_after("import generator.cli, generator.desk.tagging")
    parts = {name.split(".")[1] for name in imported if name.startswith("generator.")}
    assert parts & {"articles", "content", "events", "model", "pages", "pipeline", "settings", "timeline"} == set()
    assert imported & (HEAVY | HEAVY_OF_PYTHON | {"jinja2"}) == set()


def test_a_tagger_alone_starts_without_what_is_slow_to_import() -> None:
    assert (
        modules_after("import generator.dates.tagger") & {"dataclasses", "inspect", "json", "generator.model"} == set()
    )
