"""The preview: pages out of memory, on this machine alone, made anew within a moment, with what is wrong."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builds import PROJECT, Built, command, files_of

from generator.desk.preview import Preview
from generator.desk.previewserver import SCRIPT, STREAM, STYLE, PreviewServer, open_server
from generator.desk.session import Session, make_place
from generator.desk.terminal import Terminal

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def copy(five: Built, tmp_path: Path) -> Path:
    """A timeline just built, to be changed by the test."""
    return Path(shutil.copytree(five.root, tmp_path / "copy"))


@pytest.fixture
def preview(copy: Path) -> Preview:
    made = Preview(Session(make_place(copy), Terminal(quiet=True)))
    made.rebuild(seeds=True)
    return made


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    opened = open_server(preview, 0)
    thread = threading.Thread(target=opened.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield opened
    preview.close()
    opened.shutdown()
    opened.server_close()
    thread.join()


def ask(server: PreviewServer, path: str, method: str = "GET", host: str | None = None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, headers={"Host": host} if host else {})
    return connection.getresponse()


def edit(root: Path, old: str, new: str) -> None:
    path = next((root / "content").glob("*the-hill*.md"))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


# ---------------------------------------------------------------- the pages


def test_the_preview_holds_every_file_of_the_site(preview: Preview, copy: Path) -> None:
    site = {path: data for path, data in files_of(copy / "site").items() if path != ".dateline-manifest"}
    assert dict(preview.proof.pages) == site


def test_an_edit_shows_and_the_published_site_stays(preview: Preview, copy: Path) -> None:
    site = files_of(copy / "site")
    edit(copy, "outlet: The Hill", "outlet: The Mountain")
    preview.rebuild(seeds=False)
    assert b"The Mountain" in preview.proof.pages["sources.html"]
    assert files_of(copy / "site") == site


def test_a_new_seed_becomes_a_content_file(preview: Preview, copy: Path) -> None:
    (copy / "seeds/new.txt").write_text("Bridge closes\n\nMarch 5, 2024\n\nThe bridge closed on Monday.\n", "utf-8")
    preview.rebuild(seeds=True)
    assert (copy / "content/2024-03-05-bridge-closes.md").is_file()


def test_what_is_wrong_is_told_while_everything_else_shows(preview: Preview, copy: Path) -> None:
    edit(copy, "outlet: The Hill", "outlt: The Hill")
    problems = preview.rebuild(seeds=False)
    assert problems.errors == len(preview.proof.problems) == 1
    assert 'did you mean "outlet"?' in preview.proof.problems[0]
    assert "index.html" in preview.proof.pages


def test_a_rebuild_without_changes_gives_the_same_digest_and_one_with_changes_another(
    preview: Preview, copy: Path
) -> None:
    first = preview.proof
    preview.rebuild(seeds=False)
    assert (preview.proof.digest, preview.proof.number) == (first.digest, first.number + 1)
    edit(copy, "outlet: The Hill", "outlet: The Mountain")
    preview.rebuild(seeds=False)
    assert preview.proof.digest != first.digest


# ---------------------------------------------------------------- the server


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html?x=1", 200, "text/html; charset=utf-8"),
        ("/style.css", 200, "text/css; charset=utf-8"),
        ("/timeline.json", 200, "application/json; charset=utf-8"),
        (SCRIPT, 200, "text/javascript; charset=utf-8"),
        (STYLE, 200, "text/css; charset=utf-8"),
        ("/../timeline.toml", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/timeline.toml", 404, "text/html; charset=utf-8"),
        ("/nowhere.html", 404, "text/html; charset=utf-8"),
    ],
)
def test_a_path_gives_its_page_and_nothing_from_the_disk(
    server: PreviewServer, path: str, status: int, kind: str
) -> None:
    answer = ask(server, path)
    assert (answer.status, answer.headers["Content-Type"], answer.headers["Cache-Control"]) == (
        status,
        kind,
        "no-store",
    )


def test_only_pages_are_given_the_script_that_reloads_them(server: PreviewServer, preview: Preview) -> None:
    assert ask(server, "/").read().count(SCRIPT.encode()) == 1
    assert ask(server, "/timeline.json").read() == preview.proof.pages["timeline.json"]
    assert SCRIPT.encode() not in preview.proof.pages["index.html"]


def test_head_gives_the_length_and_no_page(server: PreviewServer) -> None:
    answer = ask(server, "/style.css", "HEAD")
    assert (answer.status, answer.read()) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 1000


@pytest.mark.parametrize("host", ["evil.example:80", "evil.example", "127.0.0.1.evil.example:80", ""])
def test_a_browser_led_here_by_another_name_is_turned_away(server: PreviewServer, host: str) -> None:
    assert ask(server, "/", host=host or ":80").status == 421


def test_the_stream_tells_of_each_state_as_it_comes(server: PreviewServer, preview: Preview, copy: Path) -> None:
    stream = ask(server, STREAM)
    first = json.loads(stream.readline().removeprefix(b"data: "))
    edit(copy, "outlet: The Hill", "outlt: The Mountain")
    preview.rebuild(seeds=False)
    stream.readline()
    second = json.loads(stream.readline().removeprefix(b"data: "))
    assert first["pages"] != second["pages"]
    assert (first["problems"], len(second["problems"])) == ([], 1)


def test_a_taken_port_leads_to_the_next_free_one(preview: Preview) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with open_server(preview, port) as opened:
            assert opened.server_port != port
            assert opened.server_address[0] == "127.0.0.1"


def test_a_root_that_is_no_folder_is_one_line(tmp_path: Path) -> None:
    run = command("serve", "--root", tmp_path / "nowhere")
    assert (run.status, "is no folder" in run.complained) == (2, True)


# ---------------------------------------------------------------- the whole


@pytest.fixture
def running(copy: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`serve` in a process of its own, and its address."""
    arguments = [sys.executable, str(PROJECT / "build.py"), "serve", "--root", str(copy), "--port", "8765"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert address
        yield process, address[0]
        process.kill()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_it_stops_cleanly(running: tuple[subprocess.Popen[str], str], how: signal.Signals) -> None:
    process, _ = running
    process.send_signal(how)
    printed, complained = process.communicate(timeout=10)
    assert (process.returncode, printed) == (0, "stopped\n")
    assert "Traceback" not in complained


@pytest.mark.browser
def test_a_saved_edit_reloads_the_page_and_a_mistake_shows_in_it(
    running: tuple[subprocess.Popen[str], str], chromium: Browser, copy: Path
) -> None:
    page = chromium.new_page()
    page.goto(f"{running[1]}sources.html")
    page.wait_for_timeout(500)  # until the page has heard of its own state
    edit(copy, "outlet: The Hill", "outlet: The Mountain")
    page.get_by_text("The Mountain").first.wait_for(timeout=10_000)
    edit(copy, "outlet: The Mountain", "outlt: The Mountain")
    page.locator(".preview-problems").get_by_text('did you mean "outlet"?').wait_for(timeout=10_000)
    page.close()
