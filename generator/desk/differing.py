"""`diff`: what a build would change on the site, and which of it a reader is owed a correction for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from generator import pipeline
from generator.desk.changes import CORRECTABLE, Change, find_changes
from generator.desk.session import Session
from generator.desk.terminal import UNUSABLE, status
from generator.model import Timeline
from generator.pages.writer import check_site, read_published
from generator.problems import Problems

EXPORT = "timeline.json"


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
    owed = [change for change in changes if _is_owed(change, timeline)]
    files = len(check_site(place.out, pages))
    session.terminal.report(problems)
    session.terminal.hand_over(
        {"changes": [{**asdict(change), "correction": change in owed} for change in changes], "files": files}
    )
    for line in _lines(changes, owed, files):
        session.terminal.say(line)
    return status(problems)


def _published(session: Session, problems: Problems) -> Mapping[str, Any]:
    """The timeline as it is published; an empty one where there is none."""
    out = session.place.out
    text = read_published(out, EXPORT)
    try:
        found = json.loads(text) if text else {}
        find_changes(found, {})
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        problems.add(f"{out.name}/{EXPORT}", 0, "is not what a build writes", "run python build.py")
        return {}
    return found if isinstance(found, dict) else {}


def _is_owed(change: Change, timeline: Timeline) -> bool:
    """Whether a change of what was published is not yet told under `corrections:`."""
    if change.field not in CORRECTABLE:
        return False
    event = next(event for event in timeline.events if event.id == change.event)
    told = [correction.what for source in event.sources for correction in source.mention.corrections]
    name = "quote" if change.field == "text" else change.field
    return not any(what.partition(":")[0].strip() == name for what in told)


def _lines(changes: tuple[Change, ...], owed: list[Change], files: int) -> Iterator[str]:
    for change in changes:
        yield _line(change)
        if change in owed:
            yield f"    no correction tells readers; in content/{change.article}.md write under this event:"
            yield f"    corrections: [{{when: DAY, what: {_what(change)}, why: REASON}}]"
    counts = Counter(change.kind for change in changes)
    counted = " · ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    yield f"{counted or 'no event would change'} · {files} files of the site would change"


def _line(change: Change) -> str:
    if change.field:
        values = f"{change.before or 'nothing'} → {change.after or 'nothing'}"
        return f"~ {change.event} {change.kind}: {values}: {change.heading}"
    return f"{'+' if change.kind == 'added' else '-'} {change.event} {change.after or 'undated'}: {change.heading}"


def _what(change: Change) -> str:
    """The text of a correction, quoted for YAML."""
    name = "quote" if change.field == "text" else change.field
    return json.dumps(f"{name}: {change.before or 'none'} → {change.after or 'none'}", ensure_ascii=False)
