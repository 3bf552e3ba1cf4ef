"""Who does the work of a command: as many processes as were asked for, spared what earlier runs have done."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.cache import code_key, open_cache
from generator.desk.session import Session
from generator.problems import Problems
from generator.workers.cluster import join
from generator.workers.crew import Crew
from generator.workers.pool import hire

FEW = 40  # files in seeds/ or content/; so many are worked through sooner than a file of results is opened


class Hands(NamedTuple):
    """Who was asked for. jobs: processes of this machine, None for the best; dask: the address of a scheduler instead;
    share: the fsspec address of a folder through which its workers get their work."""

    jobs: int | None = None
    dask: str | None = None
    share: str | None = None


@contextmanager
def gather_crew(session: Session, hands: Hands) -> Iterator[Crew]:
    """The crew for one command; raises ClusterError."""
    notices = Problems()
    with _hire(hands) as hired, _remembering(hired, session.place.root, notices) as crew:
        yield session.terminal.watch(crew)
    session.terminal.report(notices)


def _hire(hands: Hands) -> AbstractContextManager[Crew]:
    return join(hands.dask, hands.share) if hands.dask else hire(hands.jobs)


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
    return any(_count(root / name) > FEW for name in ("seeds", "content"))


def _count(folder: Path) -> int:
    """How many files a folder has; none where there is no such folder, or no longer."""
    try:
        return len(list(folder.iterdir()))
    except OSError:
        return 0
