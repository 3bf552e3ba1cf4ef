"""`build` and `check`: the whole way, and what would come of it; one line of figures."""

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator import pipeline, stamp
from generator.desk.crewing import Hands, gather_crew
from generator.desk.queue import make_queue
from generator.desk.session import Session
from generator.desk.terminal import DONE, UNUSABLE, as_fields, as_json, harmless, paint_problem, plain, status
from generator.inventory import Made
from generator.lock import BusyError, hold
from generator.model import Timeline
from generator.pages.writer import Changed, read_manifest
from generator.problems import Problems
from generator.saving import ChangedError
from generator.stamp import Seen
from generator.workers.cluster import ClusterError
from generator.workers.crew import Crew

BEST = Hands()


class Told(NamedTuple):
    """What a run tells: what is wrong, the slugs of the content files it left as they are, its figures by name."""

    problems: Problems
    kept: tuple[str, ...]
    figures: Mapping[str, int]

    def lines(self) -> Iterator[str]:
        """For people."""
        yield from (f"content/{slug}.md: edited by hand, left as it is" for slug in self.kept)
        yield " · ".join(f"{count} {_numbered(name, count)}" for name, count in self.figures.items())

    def fields(self) -> Mapping[str, object]:
        """For machines."""
        return {**self.figures, "found": as_fields(self.problems)}


def _numbered(name: str, count: int) -> str:
    """The name of what is counted: "1 problem", "2 problems"; "merged" and "to review" stay what they are."""
    return name.removesuffix("s") if count == 1 else name


def build(session: Session, hands: Hands = BEST) -> int:
    """Seeds to content to site; what a person edited is named and left as it is. hands: who shares the work."""
    root = session.place.root
    if not root.is_dir():
        return session.terminal.refuse(f"{root} is no folder; name one with --root")
    try:
        with hold(root), gather_crew(session, hands) as crew:
            before = stamp.look_before(str(root))
            ended, told, changed = _build_alone(session, crew, before)
            _keep_stamp(session, before, told if ended == DONE else None, changed)
            return ended
    except BusyError:
        return session.terminal.refuse(f"another build is at work in {root}; wait for it to end, then build again")
    except ChangedError:
        stamp.forget(str(root))
        raise
    except ClusterError as error:
        return session.terminal.refuse(str(error))


def _build_alone(session: Session, crew: Crew, known: Seen | None) -> tuple[int, Told, Changed]:
    place, problems = session.place, Problems()
    settings = session.settings(problems)
    content = pipeline.extract(place, problems, crew, known)
    timeline, changed = pipeline.publish(place, settings, problems, crew, known)
    pages = len(changed.written) + changed.unchanged
    figures = {"pages": pages, "changed": len(changed.written) + len(changed.removed)}
    told = _tell(session, Told(problems, content.kept, {**_count(timeline, problems), **figures}))
    return status(problems) if pages else UNUSABLE, told, changed


def _keep_stamp(session: Session, before: Seen | None, told: Told | None, changed: Changed) -> None:
    """Leave a stamp with what a further build would say; None where this one did not end well."""
    if before is None:
        return
    root, out = os.fspath(session.place.root), os.fspath(session.place.out)
    made = Made(read_manifest(session.place.out), frozenset(changed.written), before.inputs.moment, changed.done)
    stamp.keep(root, out, session.base_url, before.inputs, made, _said_again(told) if told else None)


def _said_again(told: Told) -> stamp.Said:
    """What a build would say that finds nothing to do."""
    same = told._replace(figures={**told.figures, "changed": 0})
    return (
        "".join(f"{harmless(line)}\n" for line in same.lines()),
        f"{as_json(same.fields())}\n",
        "".join(f"{plain(problem)}\n" for problem in told.problems),
        "".join(f"{paint_problem(problem)}\n" for problem in told.problems),
    )


def check(session: Session, hands: Hands = BEST) -> int:
    """Everything `build` would do, compared with what is there; nothing is written."""
    from generator.desk.debts import as_problem, find_debts  # with much that no build needs

    problems = Problems()
    try:
        with gather_crew(session, hands) as crew:
            timeline, plans = pipeline.check(session.place, session.settings(problems), problems, crew)
    except ClusterError as error:
        return session.terminal.refuse(str(error))
    problems.extend(as_problem(session, debt) for debt in find_debts(session, timeline, plans))
    _tell(session, Told(problems, (), _count(timeline, problems)))
    return status(problems)


def _tell(session: Session, told: Told) -> Told:
    session.terminal.report(told.problems)
    session.terminal.hand_over(told.fields())
    for line in told.lines():
        session.terminal.say(line)
    return told


def _count(timeline: Timeline, problems: Problems) -> Mapping[str, int]:
    return {
        "articles": len(timeline.articles),
        "events": len(timeline.events),
        "merged": sum(len(event.sources) > 1 for event in timeline.events),
        "to review": len(make_queue(timeline, problems)),
        "problems": problems.errors,
    }
