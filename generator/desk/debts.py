"""What readers are owed: changes to what they may have seen that no correction tells."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.content.hand_edits import find_hand_edits
from generator.content.plans import Plan
from generator.content.reading import find_event_lines, read_again
from generator.desk.changes import Change, as_published, find_changes, parse_published
from generator.desk.session import Session
from generator.model import Correction, EventMention, Timeline
from generator.problems import Problem
from generator.text import squeeze

EXPORT = "timeline.json"
KEYS = {"date": "date", "heading": "heading", "text": "quote", "status": "status"}  # of the export → of a content file
LONGEST = 60  # characters of a value that a correction quotes
PATIENCE = 30  # seconds after which git is taken to be out of order


class Debt(NamedTuple):
    """A value that changed without a word to readers.

    event: the id under which they saw it; field: the key in the content file. published: they did see it, for the old
    value is in the committed site; else it is what the build wrote before a person changed it. by_hand: a person's
    edit, not a new reading.
    """

    event: str
    article: str
    heading: str
    field: str
    before: str | None
    after: str | None
    published: bool
    by_hand: bool

    @property
    def what(self) -> str:
        """What a correction says of it."""
        return describe(self.field, self.before, self.after)


def describe(field: str, before: str | None, after: str | None) -> str:
    """What a correction says: "date: 1931 → 1932"."""
    return f"{field}: {_shorten(before)} → {_shorten(after)}"


def find_debts(session: Session, timeline: Timeline, plans: Iterable[Plan]) -> tuple[Debt, ...]:
    """Every change that is not told, against the site as it was committed last.

    Where it is in no repository nobody knows what readers saw: then every value counts that a person changed in a
    content file after the build wrote it, until the event is checked.
    """
    kept = [plan for plan in plans if plan.fate == "kept"]
    committed = read_committed(session.place.out)
    if committed is None:
        return tuple(_of_hand_edits(session.place.root, timeline, kept))
    changes = find_changes(committed, as_published(timeline))
    by_hand = {plan.slug for plan in kept}
    return tuple(
        Debt(
            change.event, change.article, change.heading, KEYS[change.field], change.before, change.after,
            published=True, by_hand=change.article in by_hand,
        )
        for change in find_untold(changes, timeline)
    )  # fmt: skip


def find_untold(changes: Iterable[Change], timeline: Timeline) -> Iterator[Change]:
    """The changes that a reader is owed a word about and that no correction tells."""
    events = {event.id: event for event in timeline.events}
    for change in changes:
        if change.field in KEYS:
            told = (each for source in events[change.event].sources for each in source.mention.corrections)
            if not _is_told(told, KEYS[change.field], change.after):
                yield change


def as_problem(session: Session, debt: Debt) -> Problem:
    """The line `check` prints: an error where a person changed what readers have seen, else a warning."""
    file = f"content/{debt.article}.md"
    line = find_event_lines(session.place.root, file).get(debt.event, 0)
    command = session.hint(f"correct {debt.event} --why WHY")
    if debt.published:
        what, mend = f"no correction tells that {debt.event} was published with another {debt.what}", f"run {command}"
    else:
        what = f"no correction tells that {debt.event} was changed by hand, {debt.what}"
        mend = f"if readers have seen it, run {command}; if not, write checked: with the day and your name"
    return Problem(file, line, what, mend, warning=not (debt.published and debt.by_hand))


def read_committed(out: Path) -> Mapping[str, Any] | None:
    """timeline.json as it was committed last; None where it is in no repository, or there is no git."""
    import subprocess  # loads much that no build needs

    asked = ["git", "-C", os.fspath(out.parent), "show", f"HEAD:./{out.name}/{EXPORT}"]
    try:
        done = subprocess.run(asked, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return parse_published(done.stdout.decode("utf-8", "replace")) if done.returncode == 0 else None


def _of_hand_edits(root: Path, timeline: Timeline, kept: Iterable[Plan]) -> Iterator[Debt]:
    shown: dict[str, EventMention] = {s.mention.id: s.mention for event in timeline.events for s in event.sources}
    for plan in kept:
        for edit in find_hand_edits(read_again(root, plan.name), plan.new):
            mention = shown.get(edit.event)
            if mention and not mention.checked and not _is_told(mention.corrections, edit.field, edit.after):
                yield Debt(
                    edit.event, plan.slug, mention.heading, edit.field, edit.before, edit.after,
                    published=False, by_hand=True,
                )  # fmt: skip


def _is_told(corrections: Iterable[Correction], field: str, after: str | None) -> bool:
    """Whether one of the corrections is about the field, and leads to its value where it names values."""
    for correction in corrections:
        name, _, rest = correction.what.partition(":")
        if name.strip() == field and ("→" not in rest or rest.strip().endswith(_shorten(after))):
            return True
    return False


def _shorten(value: str | None) -> str:
    line = squeeze(value or "none")
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
