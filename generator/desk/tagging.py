"""`timex`: dates tagged in documents of others, JSON lines in, JSON lines or TimeML out."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from generator.dates.tagger import find_timexes
from generator.dates.timeml import BadLineError, TaggingJob, parse_line, to_json_line, to_timeml
from generator.desk.terminal import DONE, UNUSABLE, WRONG_INPUT

Lines = list[tuple[int, str]]  # with their numbers
BATCH = 32  # lines that a process is handed at a time


class Answer(NamedTuple):
    """What one line gave: its tagged document, or what is wrong with it."""

    document: str = ""
    complaint: str = ""


def _as_json(job: TaggingJob) -> str:
    return to_json_line(job.doc, find_timexes(job.text, job.dct))


def _as_timeml(job: TaggingJob) -> str:
    return to_timeml(job.doc, job.dct, job.text, find_timexes(job.text, job.dct)).rstrip("\n")


WRITERS: dict[str, Callable[[TaggingJob], str]] = {"json": _as_json, "tml": _as_timeml}


def tag_lines(lines: Iterable[str], form: str = "json", jobs: int = 1) -> int:
    """Print each document's timexes, in the order of the lines whatever the number of processes.

    A line that is no document costs one line on standard error and exit status 1; the others are tagged all the same.
    """
    # what only a run of many processes can raise; its import takes time
    from concurrent.futures import BrokenExecutor

    status = DONE
    try:
        for answer in _answers(_numbered(lines), form, jobs):
            if answer.complaint:
                print(f"build.py timex: {answer.complaint}", file=sys.stderr)
                status = WRONG_INPUT
            else:
                print(answer.document)
    except BrokenExecutor:
        print(
            "build.py timex: a process ended before its work, perhaps for want of memory; fewer --jobs need less",
            file=sys.stderr,
        )
        return UNUSABLE
    return status


def tag_batch(lines: Lines, form: str) -> list[Answer]:
    """The answers to some lines, in their order."""
    return [_tag(number, line, WRITERS[form]) for number, line in lines]


def _tag(number: int, line: str, write: Callable[[TaggingJob], str]) -> Answer:
    try:
        return Answer(document=write(parse_line(line)))
    except BadLineError as error:
        return Answer(complaint=f"line {number}: {error}")


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _answers(lines: Iterator[tuple[int, str]], form: str, jobs: int) -> Iterator[Answer]:
    """The answers in order; of many processes' batches only a few more than there are processes wait at a time."""
    if jobs == 1:
        yield from (_tag(number, line, WRITERS[form]) for number, line in lines)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    waiting: deque[Future[list[Answer]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        while batch := list(islice(lines, BATCH)):
            waiting.append(pool.submit(tag_batch, batch, form))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()
