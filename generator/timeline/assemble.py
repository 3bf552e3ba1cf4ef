"""One timeline out of all records: clusters, events in order, chapters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.model import Record, Settings, Timeline
from generator.timeline.blocks import Spread, compare_all, forget_comparisons
from generator.timeline.chapters import make_chapters
from generator.timeline.clusters import cluster_mentions
from generator.timeline.copies import Print, find_copies
from generator.timeline.events import make_event
from generator.timeline.order import in_order
from generator.timeline.outcomes import link_outcomes


def make_timeline(
    records: Sequence[Record],
    settings: Settings,
    spread: Spread = compare_all,
    print_of: Callable[[Record], Print] | None = None,
) -> Timeline:
    """The timeline of every record that is not hidden; the same records in any order give the same timeline.

    spread: who compares the mentions of each week (blocks.compare). print_of: what an article's text is known by,
    where the record is without it.
    """
    shown = tuple(sorted((record for record in records if not record.hide), key=lambda record: record.slug))
    copies = find_copies(shown, print_of)
    first_of = {slug: group[0] for group in copies for slug in group}
    clusters = cluster_mentions(shown, first_of, spread)
    events = in_order(link_outcomes(clusters, [make_event(cluster, first_of) for cluster in clusters]))
    forget_comparisons()  # the pages need the room
    chapters = make_chapters(settings, events)
    by_id = {event.id: event for event in events}
    ordered = tuple(by_id[id_] for chapter in chapters for id_ in chapter.events)
    return Timeline(settings.title, settings.standfirst, settings.starts, shown, chapters, ordered, copies)
