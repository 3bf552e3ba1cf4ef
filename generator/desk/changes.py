"""Two states of timeline.json compared: which events came, went, moved or were reworded."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.model import Timeline

# field of an event in timeline.json → what a change of it is called
FIELDS = {
    "date": "moved",
    "heading": "reworded",
    "text": "quoted anew",
    "status": "status changed",
    "speaker": "speaker changed",
    "checked": "checked",
    "outcome": "outcome changed",
}


class Change(NamedTuple):
    """One difference. kind: "added", "gone", or a value of FIELDS; field: what changed, "" for a whole event."""

    kind: str
    event: str
    heading: str
    article: str
    field: str = ""
    before: str | None = None
    after: str | None = None


def find_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """What differs between two timelines, in the order of the later one; events that went come last."""
    old, new = ({event["id"]: event for event in timeline.get("events", ())} for timeline in (before, after))
    changes = [change for id_, event in new.items() for change in _of_event(old.get(id_), event)]
    gone = [_whole("gone", event) for id_, event in old.items() if id_ not in new]
    return (*changes, *gone)


def as_published(timeline: Timeline) -> Mapping[str, Any]:
    """What `find_changes` compares of timeline.json, as it will be for this timeline."""
    events = [
        {"id": event.id, "sources": [{"article": source.article} for source in event.sources]}
        | {field: getattr(event, field) for field in FIELDS}
        for event in timeline.events
    ]
    return {"events": events}


def parse_published(text: str | bytes) -> Mapping[str, Any] | None:
    """A timeline.json's text; None where it is none of ours."""
    try:
        found = json.loads(text)
        find_changes(found, {})
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return None
    return found if isinstance(found, dict) else None


def _of_event(old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> Iterator[Change]:
    if old is None:
        yield _whole("added", new)
        return
    for field, kind in FIELDS.items():
        if old.get(field) != new.get(field):
            yield _change(kind, new, field, old.get(field), new.get(field))
    sources = [", ".join(sorted({source["article"] for source in event["sources"]})) for event in (old, new)]
    if sources[0] != sources[1]:
        yield _change("sources changed", new, "sources", *sources)


def _whole(kind: str, event: Mapping[str, Any]) -> Change:
    return Change(kind, event["id"], event["heading"], event["sources"][0]["article"], after=event["date"])


def _change(kind: str, event: Mapping[str, Any], field: str, before: str | None, after: str | None) -> Change:
    return Change(kind, event["id"], event["heading"], event["sources"][0]["article"], field, before, after)
