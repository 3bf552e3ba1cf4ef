"""The preview as a browser on this machine sees it: pages out of memory, and a stream that tells of changes."""

from __future__ import annotations

import mimetypes
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from urllib.parse import unquote, urlsplit

from generator.desk.preview import Preview

LOOPBACK = "127.0.0.1"
NEXT_PORTS = 20  # tried after the wanted one; then the system chooses
PULSE = 10.0  # seconds between signs of life, which find out who has gone
STREAM, SCRIPT, STYLE = "/-/changes", "/-/preview.js", "/-/preview.css"
INJECTED = f'<link rel="stylesheet" href="{STYLE}"><script src="{SCRIPT}" defer></script></body>'.encode()
# the pages' own content security policy allows scripts, styles and connections of the same origin
ASSETS = {
    SCRIPT: """\
let first = null;
const box = document.createElement("aside");
box.className = "preview-problems";
box.setAttribute("role", "status");
new EventSource("/-/changes").onmessage = (message) => {
  const told = JSON.parse(message.data);
  first ??= told.pages;
  if (told.pages !== first) location.reload();
  box.replaceChildren(...told.problems.map((line) => {
    const item = document.createElement("p");
    item.textContent = line;
    return item;
  }));
  if (told.problems.length) document.body.append(box); else box.remove();
};
""",
    STYLE: """\
.preview-problems {
  position: fixed; inset: auto 0 0 0; max-height: 40vh; overflow: auto; z-index: 9; padding: .5rem 1rem;
  background: #7a1f1f; color: #fff; font: 14px/1.4 ui-monospace, monospace; overflow-wrap: anywhere;
}
.preview-problems p { margin: .2rem 0; }
""",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves one preview on the loopback address alone."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        super().__init__((LOOPBACK, port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing where a browser went away in the middle of an answer; anything else is a defect, and shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # the base's own types


def open_server(preview: Preview, port: int) -> PreviewServer:
    """A server at the port, or at the next free one where it is taken."""
    last = min(port + NEXT_PORTS, 65_535)
    for candidate in chain(range(port, last + 1), [0]):
        try:
            return PreviewServer(preview, candidate)
        except OSError:
            continue
    raise OSError("no port is free")


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A page, what the preview adds to it, or the stream of changes."""
        path = unquote(urlsplit(self.path).path)
        if not self._is_for_us():
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", b"this is a preview for 127.0.0.1 alone\n")
        elif path == STREAM:
            self._stream()
        elif path in ASSETS:
            kind = "text/javascript" if path == SCRIPT else "text/css"
            self._answer(HTTPStatus.OK, kind, ASSETS[path].encode())
        else:
            self._page(path.lstrip("/"))

    do_HEAD = do_GET  # noqa: N815 - the name its base gives it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name its base gives it
        """Nothing: the terminal is for the editor's problems."""

    def _is_for_us(self) -> bool:
        """Whether the browser meant this machine: a name that points here by DNS is somebody's trick."""
        host = (self.headers.get("Host") or "").rpartition(":")[0]
        return host in (LOOPBACK, "localhost")

    def _page(self, path: str) -> None:
        pages = self.server.preview.proof.pages
        wanted = f"{path}index.html" if path.endswith("/") or not path else path
        if wanted in pages:
            kind = mimetypes.guess_type(wanted)[0] or "text/plain"
            self._answer(HTTPStatus.OK, kind, _with_preview(pages[wanted], kind))
        else:
            self._answer(HTTPStatus.NOT_FOUND, "text/html", pages.get("404.html", b"not found"))

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith(("text/", "application/")) else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self) -> None:
        """Server-sent events: each state of the preview as it comes, until the browser goes or the preview ends."""
        preview, seen = self.server.preview, -1
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while not preview.is_closed and self.command != "HEAD":
                proof = preview.wait(seen, PULSE)
                said = f"data: {proof.as_json()}\n\n" if proof.number != seen else ": still here\n\n"
                self.wfile.write(said.encode())
                seen = proof.number
        except (BrokenPipeError, ConnectionResetError):
            pass  # the page was closed or reloaded
        self.close_connection = True


def _with_preview(content: bytes, kind: str) -> bytes:
    """A page that reloads itself; anything else as it is."""
    if kind != "text/html":
        return content
    head, body, tail = content.rpartition(b"</body>")
    return head + INJECTED + tail if body else content
