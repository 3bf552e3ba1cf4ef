"""Who does the work of a command: as many processes as were asked for, spared what earlier runs have done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.cache import code_key, open_cache
from generator.desk.session import Session
from generator.problems import Problems
from generator.workers.crew import Crew
from generator.workers.pool import hire

FEW = 40  # files in seeds/ or content/; so many are worked through sooner than a file of results is opened


@contextmanager
def gather_crew(session: Session, jobs: int | None) -> Iterator[Crew]:
    """The crew for one command. jobs: processes, None for the best."""
    notices = Problems()
    with hire(jobs) as hired, _remembering(hired, session.place.root, notices) as crew:
        yield session.terminal.watch(crew)
    session.terminal.report(notices)


@contextmanager
def _remembering(crew: Crew, root: Path, notices: Problems) -> Iterator[Crew]:
    folder = open_cache(str(root)) if _is_long(root) else None
    if folder is None:
        yield crew
        return
    # SQLite takes longer to load than a short timeline to build
    from generator.workers.keeping import NAME, Remembering, Store

    store = Store(Path(folder, NAME), notices)
    try:
        yield Remembering(crew, store, code_key())
    finally:
        store.close()


def _is_long(root: Path) -> bool:
    return any(len(list(folder.iterdir())) > FEW for name in ("seeds", "content") if (folder := root / name).is_dir())
