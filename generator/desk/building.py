"""`build` and `check`: the whole way, and what would come of it; one line of figures."""

from __future__ import annotations

from collections.abc import Mapping

from generator import pipeline
from generator.desk.queue import make_queue
from generator.desk.session import Session
from generator.desk.terminal import UNUSABLE, as_fields, status
from generator.lock import BusyError, hold
from generator.model import Timeline
from generator.problems import Problems
from generator.workers.crew import Crew
from generator.workers.pool import hire


def build(session: Session, jobs: int | None = None) -> int:
    """Seeds to content to site; what a person edited is named and left as it is. jobs: processes, None for the best."""
    root = session.place.root
    if not root.is_dir():
        return session.terminal.refuse(f"{root} is no folder; name one with --root")
    try:
        with hold(root), hire(jobs) as crew:
            return _build_alone(session, session.terminal.watch(crew))
    except BusyError:
        return session.terminal.refuse(f"another build is at work in {root}; wait for it to end, then build again")


def _build_alone(session: Session, crew: Crew) -> int:
    place, problems = session.place, Problems()
    settings = session.settings(problems)
    content = pipeline.extract(place, problems, crew)
    timeline, changed = pipeline.publish(place, settings, problems, crew)
    pages = len(changed.written) + changed.unchanged
    session.terminal.report(problems)
    for slug in content.kept:
        session.terminal.say(f"content/{slug}.md: edited by hand, left as it is")
    figures = {"pages": pages, "changed": len(changed.written) + len(changed.removed)}
    _summarise(session, timeline, problems, figures)
    return status(problems) if pages else UNUSABLE


def check(session: Session, jobs: int | None = None) -> int:
    """Everything `build` would do, compared with what is there; nothing is written."""
    problems = Problems()
    with hire(jobs) as crew:
        timeline = pipeline.check(session.place, session.settings(problems), problems, session.terminal.watch(crew))
    session.terminal.report(problems)
    _summarise(session, timeline, problems, {})
    return status(problems)


def _summarise(session: Session, timeline: Timeline, problems: Problems, more: Mapping[str, int]) -> None:
    figures = {
        "articles": len(timeline.articles),
        "events": len(timeline.events),
        "merged": sum(len(event.sources) > 1 for event in timeline.events),
        "to review": len(make_queue(timeline, problems)),
        "problems": problems.errors,
        **more,
    }
    session.terminal.hand_over({**figures, "found": as_fields(problems)})
    session.terminal.say(" · ".join(f"{count} {name}" for name, count in figures.items()))
