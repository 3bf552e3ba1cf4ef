"""The kinds of values in front matter: how each is read and checked, and its JSON Schema."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from generator import edtf
from generator.compiled import regex
from generator.content.values import Value
from generator.model import STATUSES
from generator.text import NO_DEVICE, without_steering

JsonSchema = Mapping[str, object]


class WrongValueError(Exception):
    """A value its key cannot have: what is wrong, to stand after the key, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


class Kind(NamedTuple):
    """A kind of value. read: the value as the model holds it, or WrongValueError; schema: JSON Schema of the value.

    good, bad: examples, as they stand in the front matter; tests read each.
    """

    name: str
    read: Callable[[Value], object]
    schema: JsonSchema
    good: tuple[Value, ...]
    bad: tuple[Value, ...]


def cite(value: object) -> str:
    """A value as a message quotes it: one line, not too long."""
    line = " ".join(str(value).split())
    return f'"{line}"' if len(line) <= 80 else f'"{line[:79]}…"'


def _text(value: Value) -> str:
    if isinstance(value, str):
        text = without_steering(value)
        if text and not text.isspace():
            return text
    raise _no_text(value)


def _no_text(value: Value) -> WrongValueError:
    if isinstance(value, bool):
        word = str(value).lower()
        return WrongValueError(f"is the yes-or-no value {word}", f'write "{word}" in quotes if the word is meant')
    if isinstance(value, str):
        return WrongValueError("is empty", "write null, or delete the line")
    return WrongValueError("is a list where one text is expected", "write it on one line, in quotes")


def _matching(pattern: str, what: str, mend: str) -> Callable[[Value], str]:
    """A reader of texts that match a pattern as a whole."""
    expression = regex(pattern)

    def read(value: Value) -> str:
        text = _text(value)
        if not expression.fullmatch(text):
            raise WrongValueError(f"{cite(text)} {what}", mend)
        return text

    return read


def _date(value: Value) -> str:
    text = _text(value)
    try:
        return edtf.parse(text).text
    except edtf.EdtfError as error:
        what, _, mend = str(error).partition("; ")
        raise WrongValueError(
            what.removeprefix("date "), mend or "write days the calendar has, the earlier one first"
        ) from error


def _day_or_coarser(value: Value) -> str:
    text = _date(value)
    if "T" in text:
        raise WrongValueError(f"{cite(text)} has a time", f"write {text.partition('T')[0]}")
    return text


def _address(value: Value) -> str:
    text = _text(value)
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known or regex(r"[\s<>\"\\^`{|}\x00-\x1f]").search(text):
        raise WrongValueError(f"{cite(text)} is no web address", "write it with https:// or http://, without spaces")
    return text


def _seed(value: Value) -> str:
    _text(value)
    text = str(value)  # as it stands: a file may have any name
    if not text.startswith("seeds/") or "\\" in text or {"..", ".", ""} & set(text.split("/")):
        raise WrongValueError(f"{cite(text)} is no file in seeds/", "write seeds/NAME.txt, or delete the line")
    return text


def _checked(value: Value) -> str:
    text = _text(value)
    day = text.split()[0]
    if not (edtf.is_valid(day) and edtf.parse(day).is_day):
        raise WrongValueError(f"{cite(text)} begins with no day", "write the day and who checked: 2026-11-20 AB")
    return text


def _yes_or_no(value: Value) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError(f"{cite(value)} is neither true nor false", "write true or false")
    return value


def _status(value: Value) -> str:
    text = _text(value)
    if text not in STATUSES:
        raise WrongValueError(f"{cite(text)} is no status", f"write {', '.join(STATUSES[:-1])} or {STATUSES[-1]}")
    return text


def _many(each: Callable[[Value], str], example: str) -> Callable[[Value], tuple[str, ...]]:
    """A reader of lists of one kind."""

    def read(value: Value) -> tuple[str, ...]:
        if not isinstance(value, tuple):
            raise WrongValueError(f"{cite(value)} is no list", f"write {example}")
        return tuple(map(each, value))

    return read


_ID_PATTERN = NO_DEVICE + r"[a-z0-9][a-z0-9-]{0,79}"
_id = _matching(_ID_PATTERN, "is no event id", "write lower-case letters, digits and hyphens, as in e-3f9a1c72")
_ID_SCHEMA: JsonSchema = {"type": "string", "pattern": f"^{_ID_PATTERN}$"}
_DATE_SCHEMA: JsonSchema = {"type": "string", "pattern": r"^[-.0-9X~?%/T:Z+]{1,80}$"}
_LANGUAGE_PATTERN = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}"
_DIGEST_PATTERN = r"[0-9a-f]+(?:\.[0-9a-f]+)*"

TEXT = Kind("text", _text, {"type": "string", "pattern": r"\S"}, ("no", "a: b"), (True, "  ", ("a",), {"a": "b"}))
DATE = Kind(
    "EDTF date",
    _date,
    _DATE_SCHEMA,
    ("2023-06-14", "2023-07", "2008", "../2023-06-14", "2023-02~", "2023-02-14/2023-02-15"),
    ("2021-3-29", "2023-02-30", "June 2023", True, ("2023",), "2023-02-02/2023-02-01"),
)
DAY_OR_COARSER = Kind("EDTF date", _day_or_coarser, _DATE_SCHEMA, ("2023-06-14", "2023"), ("2023-06-14T12:30", "soon"))
DATES = Kind(
    "list of EDTF dates",
    _many(_date, "[2023-06-14]"),
    {"type": "array", "items": _DATE_SCHEMA},
    ((), ("2023-06-14", "2023")),
    ("2023-06-14", ("soon",)),
)
ADDRESS = Kind(
    "web address",
    _address,
    {"type": "string", "pattern": "^https?://[^\\s]+$"},
    ("https://example.org/a?b#c", "http://example.org:8080"),
    ("javascript:alert(1)", "example.org", "ftp://example.org", "https://", "https://a b", "http://[", "http://a:b"),
)
LANGUAGE = Kind(
    "language code",
    _matching(_LANGUAGE_PATTERN, "is no language code", "write a code like en, de or pt-BR"),
    {"type": "string", "pattern": f"^{_LANGUAGE_PATTERN}$"},
    ("en", "pt-BR"),
    ("English", "e"),
)
SEED = Kind(
    "file in seeds/",
    _seed,
    {"type": "string", "pattern": "^seeds/."},
    ("seeds/001.txt", "seeds/à b.html"),
    ("001.txt", "seeds/../a", "/etc/passwd", "seeds\\a.txt", "seeds/"),
)
SHA256 = Kind(
    "SHA-256 digest",
    _matching("[0-9a-f]{64}", "is no SHA-256 digest", "undo the change, or delete the line"),
    {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    ("0" * 64,),
    ("abc", "X" * 64),
)
DIGEST = Kind(
    "digest",
    _matching(_DIGEST_PATTERN, "is no digest", "undo the change, or delete the line: the file is yours either way"),
    {"type": "string", "pattern": f"^{_DIGEST_PATTERN}$"},
    ("1a2b.3c", "12"),
    ("mine", "1.", ".1"),
)
STATUS = Kind("status", _status, {"enum": list(STATUSES)}, tuple(STATUSES), ("Happened", "rumour", True))
ID = Kind("event id", _id, _ID_SCHEMA, ("e-3f9a1c72", "0", "con-1"), ("E-1", "-a", "a b", "con", ("e-1",)))
IDS = Kind(
    "list of event ids",
    _many(_id, "[e-3f9a1c72]"),
    {"type": "array", "items": _ID_SCHEMA},
    (("e-1", "e-2"), ()),
    ("e-1", ("E",)),
)
CHECKED = Kind(
    "day and name",
    _checked,
    {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}(?:\s.*)?$"},
    ("2026-11-20 AB", "2026-11-20"),
    ("AB", "2026-11", "2026-11-31 AB", "yes"),
)
YES_OR_NO = Kind("true or false", _yes_or_no, {"type": "boolean"}, (True, False), ("yes", "1", ()))
