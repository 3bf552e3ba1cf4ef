"""The site in memory, made anew whenever a file changes; whoever watches it is told."""

import hashlib
import json
import threading
import time
from collections.abc import Mapping
from typing import NamedTuple

from generator import pipeline
from generator.desk.session import Session
from generator.desk.terminal import plain
from generator.lock import BusyError, hold
from generator.place import Place
from generator.problems import Problems

TRIES, PAUSE = 300, 0.1  # half a minute, in seconds: longer than a build that a person waits for


class Proof(NamedTuple):
    """One state of the preview. pages: bytes by path; digest: the same for the same pages; problems: lines.

    Mere warnings are not among the problems: they would stand before the page all day.

    number: counts the states, so that a browser that has seen one can wait for the next.
    """

    number: int
    pages: Mapping[str, bytes]
    digest: str
    problems: tuple[str, ...]

    def as_json(self) -> str:
        """What a browser is told."""
        return json.dumps({"pages": self.digest, "problems": self.problems}, ensure_ascii=False)


class Preview:
    """The newest proof, and those who wait for the next."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changed = threading.Condition()
        self._proof = Proof(0, {}, "", ())
        self._closed = False
        self._of_seeds = Problems()

    @property
    def proof(self) -> Proof:
        """The newest state."""
        return self._proof

    @property
    def is_closed(self) -> bool:
        """Whether there will be no more states."""
        return self._closed

    def rebuild(self, *, seeds: bool) -> Problems:
        """Make the pages anew, content/ too where seeds changed; gives what is wrong."""
        place = self._session.place
        if seeds:
            self._of_seeds = _extract(place)
        problems = Problems(self._of_seeds)
        settings = self._session.settings(problems)
        timeline = pipeline.assemble(place, settings, problems)
        pages = {page.path: page.content for page in pipeline.render(place, timeline, settings, problems)}
        self._show(pages or self._proof.pages, problems)
        return problems

    def wait(self, seen: int, seconds: float) -> Proof:
        """The newest state, as soon as it is another than the one seen, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._proof.number != seen, seconds)
            return self._proof

    def close(self) -> None:
        """Let go of everyone who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _show(self, pages: Mapping[str, bytes], problems: Problems) -> None:
        digest = hashlib.sha256()
        for path, content in sorted(pages.items()):
            digest.update(f"{path}\0{len(content)}\0".encode() + content)
        with self._changed:
            lines = tuple(plain(problem) for problem in problems if not problem.warning)
            self._proof = Proof(self._proof.number + 1, pages, digest.hexdigest()[:16], lines)
            self._changed.notify_all()


def _extract(place: Place) -> Problems:
    """Bring content/ up to its seeds, after any other command that writes there; gives what is wrong."""
    for _ in range(TRIES):
        problems = Problems()
        try:
            with hold(place.root):
                pipeline.extract(place, problems)
                return problems
        except BusyError:
            time.sleep(PAUSE)
    problems.add("seeds", 0, "are not read anew: another build is at work", "save a seed again when it has ended")
    return problems
