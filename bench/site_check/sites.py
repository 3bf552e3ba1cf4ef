"""The sites that are checked: their pages, a server for them, and one line for each goal."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Result:
    """One goal and what was measured. met: None where it could not be measured; then `measured` says why."""

    goal: str
    measured: str
    met: bool | None

    def __str__(self) -> str:
        sign = {True: "ok  ", False: "MISS", None: "skip"}[self.met]
        return f"{sign} {self.goal}: {self.measured}"


def none_of(goal: str, found: list[str], over: str) -> Result:
    """A goal of zero: how many were found, over what, and the first of them."""
    listed = "".join(f"\n         {line}" for line in found[:10])
    return Result(goal, f"{len(found)} in {over}{listed}", not found)


@dataclass(frozen=True, slots=True)
class Site:
    """A published site on disk, and where it is served. size: "small" or "big", for the goals."""

    folder: Path
    address: str
    size: str

    def kinds(self) -> list[str]:
        """One page of each kind; the longest of those there are many of."""
        found = ["index.html", "sources.html", "corrections.html", "about.html", "404.html", "embed/index.html"]
        return found + [page for kind in ("events", "articles", "timeline", "sources") for page in self.longest(kind)]

    def longest(self, kind: str) -> list[str]:
        """The longest page of a folder, if it has any."""
        pages = sorted(self.folder.glob(f"{kind}/*.html"), key=lambda path: (path.stat().st_size, path.name))
        return [pages[-1].relative_to(self.folder).as_posix()] if pages else []

    def timeline(self) -> str:
        """The page that shows the most events: the front page, or the longest part of a long timeline."""
        return (self.longest("timeline") or ["index.html"])[0]


@contextmanager
def served(folder: Path, size: str) -> Iterator[Site]:
    """The folder on loopback, under /repo/ as a project's pages are."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}/repo/", size)
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the folder as /repo/, compressed as pages hosts do, and says nothing."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/repo"))

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name its base gives it
        pass
