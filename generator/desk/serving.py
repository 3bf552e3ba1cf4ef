"""`serve`: the site on this machine, made anew and shown within a moment of every change."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias

from generator.content.reading import is_leftover
from generator.desk.preview import Preview
from generator.desk.previewserver import LOOPBACK, PreviewServer, open_server
from generator.desk.session import Session
from generator.desk.terminal import DONE
from generator.place import Place
from generator.settings import FILE as SETTINGS_FILE

SETTLE = 40  # milliseconds without a further change, after which a save is over
MOST = 400  # milliseconds after which changes are shown though more keep coming
LOOK_AGAIN = 1000  # milliseconds after which a folder that was made meanwhile is noticed
Changes: TypeAlias = "SimpleQueue[bool | None]"  # whether content/ must follow; None: there are no more


def serve(session: Session, port: int) -> int:
    """Preview until Ctrl-C or SIGTERM; content/ follows seeds/ as in a build, site/ is not touched."""
    if not session.place.root.is_dir():
        return session.terminal.refuse(f"{session.place.root} is no folder; name one with --root")
    preview, stop = Preview(session), threading.Event()
    session.terminal.report(preview.rebuild(seeds=True))
    try:
        server = open_server(preview, port)
    except OSError as error:
        return session.terminal.refuse(f"cannot serve on {LOOPBACK}: {error}")
    changes: Changes = SimpleQueue()
    _start_following(session, preview, changes, stop)
    try:
        for number in (signal.SIGINT, signal.SIGTERM):  # SIGINT too: a background job starts with it ignored
            signal.signal(number, signal.default_int_handler)
        _announce(session, server, port)
        server.serve_forever(poll_interval=0.1)
    except KeyboardInterrupt:
        session.terminal.say("stopped")
    finally:
        stop.set()
        changes.put(None)
        preview.close()
        server.server_close()
    return DONE


def _start_following(session: Session, preview: Preview, changes: Changes, stop: threading.Event) -> None:
    """Watch and rebuild beside the server."""
    for work, arguments in (
        (_watch_settings, (session.place, changes, stop)),
        (_watch_folders, (session.place, changes, stop)),
        (_follow, (session, preview, changes)),
    ):
        threading.Thread(target=work, args=arguments, daemon=True).start()


def _announce(session: Session, server: PreviewServer, wanted: int) -> None:
    taken = f" (port {wanted} is taken)" if server.server_port != wanted else ""
    address = f"http://{LOOPBACK}:{server.server_port}/"
    session.terminal.hand_over({"address": address})
    session.terminal.say(f"preview: {address}{taken}; changes show by themselves; Ctrl-C stops")


def _follow(session: Session, preview: Preview, changes: Changes) -> None:
    """Rebuild after every change, and tell what is wrong whenever that is something else."""
    told = preview.proof.problems
    while (seeds := changes.get()) is not None:
        problems = preview.rebuild(seeds=seeds)
        if preview.proof.problems != told:
            told = preview.proof.problems
            session.terminal.report(problems)


def _watch_settings(place: Place, changes: Changes, stop: threading.Event) -> None:
    """timeline.toml; only the root itself is watched, for whole environments may lie below it."""
    # watchfiles is needed by no other command
    from watchfiles import watch

    def matters(_: object, path: str) -> bool:
        return Path(path).name == SETTINGS_FILE

    for _ in watch(place.root, watch_filter=matters, stop_event=stop, debounce=MOST, step=SETTLE, recursive=False):
        changes.put(False)


def _watch_folders(place: Place, changes: Changes, stop: threading.Event) -> None:
    """Everything in seeds/, content/ and the templates, as soon as these folders are there."""
    # watchfiles is needed by no other command
    from watchfiles import Change, watch

    while not stop.is_set():
        folders = _folders(place)
        for found in watch(*folders, watch_filter=_is_saved, stop_event=stop, debounce=MOST, step=SETTLE,
                           rust_timeout=LOOK_AGAIN, yield_on_timeout=True):  # fmt: skip
            if found:
                changes.put(any(_is_of_seeds(place, kind == Change.deleted, Path(path)) for kind, path in found))
            if _folders(place) != folders:
                changes.put(True)
                break


def _is_of_seeds(place: Place, deleted: bool, path: Path) -> bool:
    """Whether content/ must follow: a seed changed, or a content file went, which is written anew."""
    return (place.root / "seeds").resolve() in path.parents or (deleted and path.suffix == ".md")


def _is_saved(_: object, path: str) -> bool:
    return not is_leftover(Path(path).name)


def _folders(place: Place) -> tuple[Path, ...]:
    wanted = (place.root / "seeds", place.root / "content", *place.templates)
    return tuple(folder.resolve() for folder in wanted if folder.is_dir())
