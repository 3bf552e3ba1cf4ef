"""The files around the program: set-up that says what is missing, workflows that trust no one, pinned packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from builds import PROJECT

WORKFLOWS = tuple(sorted((PROJECT / ".github/workflows").glob("*.yml")))


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


# ---------------------------------------------------------------- set-up


def test_without_its_packages_build_py_says_in_one_line_what_to_run() -> None:
    done = run(sys.executable, "-S", "build.py", cwd=PROJECT)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "make site" in done.stderr
    assert "pip install --require-hashes -r requirements.lock" in done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what `make site` needs to begin."""
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(PROJECT / name, tmp_path)
    return tmp_path


def fake_python(folder: Path, script: str) -> str:
    """A command that stands for a machine's Python."""
    path = folder / "python-of-a-machine"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


NO_VENV = f"""case "$2" in *ensurepip*) exit 1;; esac; exec "{sys.executable}" "$@" """
OLD = f"""exec "{sys.executable}" -c 'import sys; sys.version_info = (3, 9, 18); exec(sys.argv[1])' "$2" """


@pytest.mark.skipif(not shutil.which("make"), reason="no make on this machine")
@pytest.mark.parametrize(
    ("script", "said"),
    [(NO_VENV, "apt-get install python3-venv"), (OLD, "Dateline needs Python 3.11 or newer")],
    ids=["no venv", "an old Python"],
)
def test_make_says_what_a_machine_lacks_and_makes_nothing(checkout: Path, script: str, said: str) -> None:
    done = run("make", "site", f"PYTHON={fake_python(checkout, script)}", cwd=checkout)
    assert done.returncode != 0
    assert said in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.skipif(not shutil.which("make"), reason="no make on this machine")
def test_make_says_so_where_there_is_no_python(checkout: Path) -> None:
    done = run("make", "site", "PYTHON=no-such-python", cwd=checkout)
    assert done.returncode != 0
    assert "there is no no-such-python here" in done.stderr


@pytest.mark.parametrize(
    "lock",
    [
        "requirements.lock",
        "requirements-html.lock",
        "requirements-cluster.lock",
        "requirements-dev.lock",
        ".github/requirements.lock",
    ],
)
def test_every_package_is_pinned_to_a_version_and_hashes(lock: str) -> None:
    text = (PROJECT / lock).read_text(encoding="utf-8")
    packages = [block for block in re.split(r"\n(?=[a-z])", text) if not block.startswith("#")]
    assert len(packages) > 10
    assert [p for p in packages if not re.match(r"[\w.-]+==[\w.]+", p) or "--hash=sha256:" not in p] == []
    assert "://" not in text


# ---------------------------------------------------------------- workflows


def load(workflow: Path) -> Any:
    return yaml.load(workflow.read_text(encoding="utf-8"), yaml.BaseLoader)  # "on" stays a word


def steps(workflow: Path) -> Iterator[Any]:
    for job in load(workflow)["jobs"].values():
        yield from job.get("steps", ())


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_with_its_release_beside_it(workflow: Path) -> None:
    used = re.findall(r"uses: (?!\./)(.*)", workflow.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read_unless_a_job_needs_more(workflow: Path) -> None:
    assert load(workflow)["permissions"] in ("{}", {}, {"contents": "read"})


def test_only_the_jobs_that_publish_may_write_and_only_what_they_publish() -> None:
    granted = {
        (path.name, name): {key for key, value in job.get("permissions", {}).items() if value == "write"}
        for path in WORKFLOWS
        for name, job in load(path)["jobs"].items()
    }
    assert {key: value for key, value in granted.items() if value} == {
        ("pages.yml", "publish"): {"pages", "id-token"},
        ("release.yml", "release"): {"contents"},
    }


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_leaves_its_credentials_on_the_disk(workflow: Path) -> None:
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step.get("with", {}).get("persist-credentials") for step in checkouts] == ["false"] * len(checkouts) != []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_has_its_time_limit_and_runs_of_one_branch_do_not_race(workflow: Path) -> None:
    content = load(workflow)
    assert "group" in content["concurrency"]
    assert [name for name, job in content["jobs"].items() if "uses" not in job and "timeout-minutes" not in job] == []


@pytest.mark.parametrize(("workflow", "job"), [("pages.yml", "publish"), ("release.yml", "release")])
def test_nothing_is_published_that_has_not_passed_the_tests(workflow: str, job: str) -> None:
    jobs = load(PROJECT / f".github/workflows/{workflow}")["jobs"]
    assert jobs[job]["needs"] == "test"
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"


# ---------------------------------------------------------------- the repository


def test_the_site_is_marked_as_generated_and_seeds_are_kept_byte_for_byte() -> None:
    attributes = (PROJECT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert any(re.match(r"site/\*\* .*linguist-generated", line) for line in attributes)
    assert "seeds/* -text" in attributes


def test_the_licence_is_mit_and_the_readme_says_whose_the_articles_are() -> None:
    readme = " ".join((PROJECT / "README.md").read_text(encoding="utf-8").split())
    assert "MIT License" in (PROJECT / "LICENSE").read_text(encoding="utf-8")
    assert "belong to their publishers" in readme
    assert "short quotations" in readme
