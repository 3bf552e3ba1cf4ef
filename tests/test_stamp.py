"""A build with nothing to do says what the last one said, and any change of what it saw leads to a real build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from builds import PROJECT, Run, build, command, copy_seeds

from generator import cache, stamp
from generator.inventory import Made
from generator.lock import hold
from generator.pages.writer import read_manifest

ARTICLE = "The harbour bridge reopens\n\nWed Jun 14 2023\n\nThe bridge reopened on Tuesday, the mayor said.\n"
OPTIONS = [[], ["--json"], ["--quiet"], ["--json", "--quiet"], ["--quiet", "--json"]]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("stamped") / "root"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds/bridge.txt").write_text(ARTICLE)
    (root / "seeds/notes.pdf").write_text("is warned of")
    build(root)
    build(root)
    return root


@pytest.fixture
def root(original: Path, tmp_path: Path) -> Path:
    """A timeline built twice: the second build changed nothing and left a stamp."""
    return Path(shutil.copytree(original, tmp_path / "root"))


def says_again(root: Path, *options: str) -> bool:
    return stamp.repeat(["build", "--root", str(root), *options])


def stamp_of(root: Path) -> Path:
    return root / cache.FOLDER / stamp.NAME


def first(folder: Path) -> Path:
    return min(path for path in folder.rglob("*") if path.is_file())


# ---------------------------------------------------------------- saying it again


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_what_is_said_again_is_what_a_real_build_says(
    root: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert says_again(root, *options)
    again = capsys.readouterr()
    assert command("build", "--root", root, *options) == Run(0, again.out, again.err)
    assert "notes.pdf" in again.err


def test_a_build_that_changed_only_the_site_leaves_a_stamp_that_says_nothing_changed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(root / "site")
    assert " 0 changed" not in build(root).run.printed
    assert says_again(root)
    assert " 0 changed" in capsys.readouterr().out


def test_the_five_articles_are_said_again_with_their_warnings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_seeds(tmp_path)
    build(root)
    second = build(root).run
    assert says_again(root)
    again = capsys.readouterr()
    assert (again.out, again.err) == (second.printed, second.complained)


def test_an_edited_file_is_named_each_time(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = first(root / "content")
    content.write_text(content.read_text().replace("title: ", "title: Again, ", 1))
    build(root)
    assert says_again(root)
    assert f"content/{content.name}: edited by hand, left as it is\n" in capsys.readouterr().out


def test_files_that_are_only_copied_or_touched_are_no_change(root: Path) -> None:
    for path in root.rglob("*.*"):
        os.utime(path)
    assert says_again(root)


# ---------------------------------------------------------------- any change leads to a real build


def rewrite(path: Path) -> None:
    """Another byte, the same size and times: what only the digest or the time of change tells."""
    times = path.stat()
    data = path.read_bytes()
    path.write_bytes(data[:-1] + b"?")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def put_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "a seed": lambda root: rewrite(root / "seeds/bridge.txt"),
    "a new seed": lambda root: (root / "seeds/other.txt").write_text(ARTICLE),
    "a new folder among the seeds": lambda root: (root / "seeds/other").mkdir(),
    "a seed that went": lambda root: (root / "seeds/bridge.txt").unlink(),
    "no seeds any more": lambda root: shutil.rmtree(root / "seeds"),
    "a seed that cannot be read": lambda root: (root / "seeds/loop.txt").symlink_to("loop.txt"),
    "a pipe among the seeds": lambda root: os.mkfifo(root / "seeds/pipe.txt"),
    "source facts": lambda root: (root / "seeds/sources.yaml").write_text("bridge.txt:\n  outlet: The Post\n"),
    "a content file": lambda root: rewrite(first(root / "content")),
    "a content file that went": lambda root: first(root / "content").unlink(),
    "a new content file": lambda root: (root / "content/new.md").write_text("---\ntitle: New\n---\n"),
    "settings": lambda root: (root / "timeline.toml").write_text('title = "Bridges"\n'),
    "a template of its own": lambda root: shutil.copytree(PROJECT / "templates", root / "templates"),
    "a page": lambda root: rewrite(root / "site/index.html"),
    "a page that went": lambda root: (root / "site/404.html").unlink(),
    "somebody's file in the site": lambda root: (root / "site/CNAME").write_text("news.example"),
    "no site": lambda root: shutil.rmtree(root / "site"),
    "what a killed build left": lambda root: (root / "site.tmp").mkdir(),
    "a stamp that went": lambda root: stamp_of(root).unlink(),
    "an empty stamp": lambda root: stamp_of(root).write_bytes(b""),
    "half a stamp": lambda root: stamp_of(root).write_bytes(stamp_of(root).read_bytes()[:999]),
    "a stamp with another byte": lambda root: rewrite(stamp_of(root)),
    "a stamp that is a folder": lambda root: put_folder(stamp_of(root)),
    "a cache that others can write": lambda root: (root / cache.FOLDER).chmod(0o777),
    "no folder at all": shutil.rmtree,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_nothing_is_said_again(
    root: Path, change: Callable[[Path], object], capsys: pytest.CaptureFixture[str]
) -> None:
    change(root)
    assert not says_again(root)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("fields", [b"", b"\0", b"\0" * 6, b"\xff\xfe", b"a\0b\0c\0d\0e\0seeds/bridge.txt"], ids=repr)
def test_a_stamp_of_other_fields_is_not_believed_though_its_checksum_fits(root: Path, fields: bytes) -> None:
    stamp_of(root).write_bytes(fields + stamp._checksum(fields))
    assert not says_again(root)


def test_a_change_of_the_same_size_and_times_is_noticed_in_a_file_that_was_known_unread(root: Path) -> None:
    time.sleep(2.1)  # by then the files are old enough
    assert says_again(root)
    rewrite(root / "seeds/bridge.txt")
    assert not says_again(root)


def test_what_was_changed_back_is_no_change(root: Path) -> None:
    seed = root / "seeds/bridge.txt"
    seed.write_text("Something else.\n")
    assert not says_again(root)
    seed.write_text(ARTICLE)
    assert says_again(root)


OTHER_BUILDS = [
    ["--base-url", "https://news.example/"],
    ["--base-url=https://news.example/"],
    ["--out", "elsewhere"],
    ["--qui"],
    ["--help"],
    ["--root"],
    ["--jobs", "0"],
    ["--jobs", "two"],
    ["build"],
    ["check"],
]


@pytest.mark.parametrize("options", OTHER_BUILDS, ids=" ".join)
def test_a_build_of_other_options_is_another_build(root: Path, options: list[str]) -> None:
    assert not says_again(root, *options)


def test_how_many_processes_there_would_be_makes_no_other_build(root: Path) -> None:
    assert says_again(root, "--jobs", "2")


@pytest.mark.parametrize("name", ["check", "review", "diff", "explain", "refresh", "serve", "timex"])
def test_other_commands_are_never_said_again(root: Path, name: str) -> None:
    assert not stamp.repeat([name, "--root", str(root)])


def test_while_another_build_is_at_work_the_real_one_is_left_to_say_so(root: Path) -> None:
    with hold(root):
        assert not says_again(root)
    assert says_again(root)


# ---------------------------------------------------------------- what leaves a stamp


def test_a_build_with_problems_is_not_said_again(root: Path) -> None:
    (root / "seeds/empty.txt").touch()
    assert build(root).run.status == 1
    assert build(root).run.status == 1
    assert not says_again(root)


def keep_stamp(root: Path, change: Callable[[Path], object]) -> None:
    """Leave the stamp of a build that found nothing to do, while something changed after it had looked."""
    before = stamp.look_before(str(root))
    assert before
    time.sleep(0.05)  # longer than a tick of the clock
    made = Made(read_manifest(root / "site"), (), before.inputs.moment, 0)
    change(root)
    stamp.keep(str(root), str(root / "site"), None, before.inputs, made, stamp.NOTHING)


def test_a_build_whose_articles_stayed_as_they_were_is_said_again(root: Path) -> None:
    keep_stamp(root, lambda root: root)
    assert says_again(root)


WHILE_IT_RAN: dict[str, Callable[[Path], object]] = {
    "a seed": lambda root: rewrite(root / "seeds/bridge.txt"),
    "a page": lambda root: rewrite(root / "site/robots.txt"),
    "a page that went": lambda root: (root / "site/robots.txt").unlink(),
}


@pytest.mark.parametrize("what", WHILE_IT_RAN)
def test_a_build_during_which_something_changed_is_not_said_again(root: Path, what: str) -> None:
    keep_stamp(root, WHILE_IT_RAN[what])
    assert not says_again(root)


def test_builds_at_the_same_time_leave_a_whole_stamp(root: Path) -> None:
    rewrite(first(root / "content"))
    arguments = [sys.executable, str(PROJECT / "build.py"), "--root", str(root)]
    running = [subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(3)]
    assert {process.wait() for process in running} <= {0, 2}
    build(root)
    assert says_again(root)


# ---------------------------------------------------------------- the program itself


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the program with an article, built until there is nothing to do."""
    for part in ("generator", "templates"):
        shutil.copytree(PROJECT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "build.py", tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/bridge.txt").write_text(ARTICLE)
    for _ in range(2):
        run_whole(tmp_path)
    return tmp_path


def run_whole(project: Path) -> bool:
    """Whether a build of the program's copy went the whole way: it imported the pipeline."""
    command = [sys.executable, "-X", "importtime", str(project / "build.py")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return "generator.pipeline" in run.stderr


def test_a_change_of_the_code_or_a_template_leads_to_a_real_build(copied: Path) -> None:
    assert not run_whole(copied)
    for name in ("generator/dates/names.py", "templates/base.html", "build.py"):
        with (copied / name).open("a") as file:
            file.write("\n")
        assert run_whole(copied), name
        run_whole(copied)
        assert not run_whole(copied), name


def test_a_build_with_nothing_to_do_imports_next_to_nothing(root: Path) -> None:
    command = [sys.executable, "-X", "importtime", str(PROJECT / "build.py"), "--root", str(root)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "generator.stamp" in imported
    assert imported & {"re", "argparse", "dataclasses", "json", "pathlib", "typing", "jinja2", "yaml"} == set()


def test_a_file_that_has_another_digest_than_was_noted_ends_the_build_with_one_line(root: Path) -> None:
    time.sleep(2.1)  # by then the files are old enough to be known unread
    build(root)
    digest = sha256((root / "seeds/bridge.txt").read_bytes()).hexdigest().encode()
    noted = stamp_of(root).read_bytes()[: -stamp.CHECKSUM].replace(digest, b"0" * 64)
    stamp_of(root).write_bytes(noted + stamp._checksum(noted))
    run = build(root).run
    assert (run.status, run.complained.count("\n")) == (2, 1)
    assert "seeds/bridge.txt was changed while this ran; run the same command again" in run.complained
    assert build(root).run.status == 0
