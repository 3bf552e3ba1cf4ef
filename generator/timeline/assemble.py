"""One timeline out of all records: clusters, events in order, chapters."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.model import Record, Settings, Timeline
from generator.timeline.blocks import Spread as Comparing
from generator.timeline.blocks import compare_all, forget_comparisons
from generator.timeline.chapters import make_chapters
from generator.timeline.clusters import cluster_mentions
from generator.timeline.copies import Print, find_copies
from generator.timeline.events import Spread as Choosing
from generator.timeline.events import choose_in_all, make_events
from generator.timeline.order import in_order
from generator.timeline.outcomes import Spread as Finding
from generator.timeline.outcomes import find_in_all, link_outcomes


class Spreads(NamedTuple):
    """How to call blocks.compare, events.choose and outcomes.find_outcomes for many weeks or choices, in their order;
    others than this process may do it."""

    compare: Comparing = compare_all
    choose: Choosing = choose_in_all
    find_outcomes: Finding = find_in_all


HERE = Spreads()


def make_timeline(
    records: Sequence[Record],
    settings: Settings,
    spreads: Spreads = HERE,
    print_of: Callable[[Record], Print] | None = None,
) -> Timeline:
    """The timeline of every record that is not hidden; the same records in any order give the same timeline.

    spreads: who does what is done piece by piece. print_of: what an article's text is known by, where its record is
    without it.
    """
    shown = tuple(sorted((record for record in records if not record.hide), key=lambda record: record.slug))
    copies = find_copies(shown, print_of)
    first_of = {slug: group[0] for group in copies for slug in group}
    clusters = cluster_mentions(shown, first_of, spreads.compare)
    events = make_events(clusters, first_of, spreads.choose)
    in_time = in_order(link_outcomes(clusters, events, spreads.find_outcomes))
    forget_comparisons()  # the pages need the room
    chapters = make_chapters(settings, in_time)
    by_id = {event.id: event for event in in_time}
    ordered = tuple(by_id[id_] for chapter in chapters for id_ in chapter.events)
    return Timeline(settings.title, settings.standfirst, settings.starts, shown, chapters, ordered, copies)
