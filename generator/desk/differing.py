"""`diff`: what a build would change on the site, and which of it a reader is owed a correction for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator import pipeline
from generator.desk.changes import Change, find_changes, parse_published
from generator.desk.debts import EXPORT, find_untold
from generator.desk.session import Session
from generator.desk.terminal import UNUSABLE, status
from generator.pages.writer import check_site, read_published
from generator.problems import Problems


def diff(session: Session) -> int:
    """Every event that would come, go, move or be reworded; nothing is written."""
    place, problems = session.place, Problems()
    settings = session.settings(problems)
    timeline = pipeline.preview(place, settings, problems)
    pages = pipeline.render(place, timeline, settings, problems)
    if not pages:
        session.terminal.report(problems)
        return UNUSABLE
    fresh = next(json.loads(page.content) for page in pages if page.path == EXPORT)
    changes = find_changes(_published(session, problems), fresh)
    owed = list(find_untold(changes, timeline))
    files = len(check_site(place.out, pages))
    session.terminal.report(problems)
    session.terminal.hand_over(
        {"changes": [{**change._asdict(), "correction": change in owed} for change in changes], "files": files}
    )
    for line in _lines(session, changes, owed, files):
        session.terminal.say(line)
    return status(problems)


def _published(session: Session, problems: Problems) -> Mapping[str, Any]:
    """The timeline as it is published; an empty one where there is none."""
    out = session.place.out
    text = read_published(out, EXPORT)
    found = parse_published(text) if text else {}
    if found is None:
        problems.add(f"{out.name}/{EXPORT}", 0, "is not what a build writes", "run python build.py")
    return found or {}


def _lines(session: Session, changes: tuple[Change, ...], owed: list[Change], files: int) -> Iterator[str]:
    for change in changes:
        yield _line(change)
        if change in owed:
            command = session.hint(f"correct {change.event} --why WHY")
            yield f"    no correction tells readers; if they have seen it, run {command}"
    counts = Counter(change.kind for change in changes)
    counted = " · ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    yield f"{counted or 'no event would change'} · {files} files of the site would change"


def _line(change: Change) -> str:
    if change.field:
        values = f"{change.before or 'nothing'} → {change.after or 'nothing'}"
        return f"~ {change.event} {change.kind}: {values}: {change.heading}"
    return f"{'+' if change.kind == 'added' else '-'} {change.event} {change.after or 'undated'}: {change.heading}"
