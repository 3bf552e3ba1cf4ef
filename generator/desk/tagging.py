"""`timex`: dates tagged in documents of others, JSON lines in and out."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from generator.dates.tagger import find_timexes
from generator.dates.timeml import BadLineError, json_lines, to_json_line
from generator.desk.terminal import DONE, WRONG_INPUT


def tag_lines(lines: Iterable[str]) -> int:
    """Print each document's timexes; a line that is no document ends the run."""
    try:
        for job in json_lines(lines):
            print(to_json_line(job.doc, find_timexes(job.text, job.dct)))
    except BadLineError as error:
        print(f"build.py timex: {error}", file=sys.stderr)
        return WRONG_INPUT
    return DONE
