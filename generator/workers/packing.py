"""Frozen values to bytes and back: JSON of their fields in order, so that what was kept can be read but never run."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.workers.crew import Keeping

Reader = Callable[[Any], Any]
PLAIN = frozenset({str, int, float, bool, type(None), Any, object})


class UnpackError(ValueError):
    """The bytes are not those of such a value."""


def pack(value: object) -> bytes:
    """The same bytes for equal values: named and plain tuples of text, numbers, days and None."""
    return pack_text(value).encode("utf-8", "surrogatepass")


def pack_text(value: object) -> str:
    """The same as text, which may be part of another value: what is unpacked only where it is asked for."""
    return _JSON.encode(value)


def unpack(kind: Any, data: bytes) -> Any:
    """The value of this type that was packed; raises UnpackError."""
    try:
        plain, read = json.loads(data.decode("utf-8", "surrogatepass")), reader(kind)
        return read(plain) if read else plain
    except (ValueError, TypeError, RecursionError) as error:
        raise UnpackError(str(error)) from error


def join_packed(*values: bytes) -> bytes:
    """Packed values as one, which can be parted again without unpacking them: JSON has no line end of its own."""
    return b"\n".join(values)


def split_packed(data: bytes, count: int) -> list[bytes]:
    """The packed values, so many, that were joined; raises UnpackError."""
    values = data.split(b"\n")
    if len(values) != count:
        raise UnpackError(f"{len(values)} values where {count} belong")
    return values


def packed(kind: Any, key: Callable[[Any], bytes] = pack) -> Keeping[Any, Any]:
    """How to keep results of this type whole. key: of items that cannot be packed themselves."""
    return Keeping(key, pack, partial(_unpacked, kind))


def _unpacked(kind: Any, data: bytes, _again: object) -> Any:
    return unpack(kind, data)


@cache
def reader(kind: Any) -> Reader | None:
    """What makes a value of this type of what JSON gives; None where that is the value itself."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in PLAIN or origin is Literal:
        return None
    if origin in (Union, types.UnionType):
        return _optional(inner)
    if origin is tuple:
        return _sequence(inner[0]) if inner[-1] is ... else _row(tuple, inner)
    if kind is date:
        return date.fromisoformat
    if hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        return _row(kind._make, tuple(hints[name] for name in kind._fields))
    raise TypeError(f"{kind} cannot be packed")


def _optional(inner: tuple[Any, ...]) -> Reader | None:
    (one,) = (each for each in inner if each is not type(None))
    read = reader(one)
    return (lambda value: None if value is None else read(value)) if read else None


def _sequence(kind: Any) -> Reader:
    read = reader(kind)
    return (lambda values: tuple(map(read, values))) if read else tuple


def _row(make: Reader, kinds: tuple[Any, ...]) -> Reader:
    """Of a list that has one value of each of these types."""
    readers = tuple((index, read) for index, kind in enumerate(kinds) if (read := reader(kind)))

    def read_row(values: list[Any]) -> Any:
        if len(values) != len(kinds):
            raise ValueError(f"{len(values)} values where {len(kinds)} belong")
        for index, read in readers:
            values[index] = read(values[index])
        return make(values)

    return read_row


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value)} cannot be packed")


_JSON = json.JSONEncoder(default=_day, ensure_ascii=False, check_circular=False, separators=(",", ":"))
