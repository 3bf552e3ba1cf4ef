"""YAML at its plainest: scalars that mean the same to every reader, so that no parser is needed to know their value.

Whatever YAML could take for anything else (an escape, a comment, a value over several lines) is not read here.
"""

from __future__ import annotations

from generator.compiled import regex

# line breaks that only some YAML readers take for some, byte order marks, what is not printable
ODD = regex("[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
RESERVED = frozenset("-?:,[]{}#&*!|>'\"%@` ")  # begin no plain value


class OtherLayoutError(Exception):
    """The text may mean something, but not at its plainest."""


def check_plain(written: str) -> str:
    """A value without quotes, as it is written; raises OtherLayoutError where it may mean something else."""
    if written[0] in RESERVED or written[-1] in ": " or ": " in written or " #" in written:
        raise OtherLayoutError
    return written


def unquoted(written: str) -> str:
    """What stands in quotes, where it is all that stands there and nothing in it is escaped but quotes.

    Raises OtherLayoutError.
    """
    sign, inner = written[0], written[1:-1]
    if len(written) < 2 or written[-1] != sign:
        raise OtherLayoutError
    if sign == "'" and inner.count("'") == 2 * inner.count("''"):
        return inner.replace("''", "'")
    if sign != '"' or '"' in inner or "\\" in inner:
        raise OtherLayoutError
    return inner
