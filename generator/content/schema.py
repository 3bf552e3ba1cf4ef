"""Front matter to the model's records with every check, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.compiled import regex
from generator.content.frontmatter import Document
from generator.content.keys import ARTICLE_KEYS, EVENT_KEYS, LEFT_OUT, QUOTING, Key, by_name, defaults, required
from generator.content.kinds import WrongValueError, cite
from generator.content.quotes import QuoteFinder
from generator.content.stray import find_stray_fields
from generator.content.values import Fields, KeyPath, Value
from generator.model import Basis, Correction, EventMention, LeftOut, Record
from generator.problems import Problem, Problems
from generator.text import NO_DEVICE, find_mixed_word, name_stem, without_steering

ALIKE = 0.7  # "titel" and "title" are 0.8 alike, "captions" and "corrections" 0.63
MANUAL = "docs/content-files.md"
_SLUG = regex(NO_DEVICE + r"[a-z0-9][a-z0-9-]{0,119}")
NAMES = ("outlet", "byline")
WARNING_SIGN = "⚠"
_MODELS = {"basis": Basis, "corrections": Correction}


def to_record(document: Document, slug: str, path: str, problems: Problems) -> Record | None:
    """The record of a content file, without what is wrong in it; every problem is noted. None: it is no article."""
    if not _SLUG.fullmatch(slug):
        mend = f"rename it to {name_stem(slug, 100)}.md: lower-case letters, digits and hyphens"
        problems.add(path, 0, f"the file name {cite(slug + '.md')} cannot be part of a web address", mend)
        return None
    stray = find_stray_fields(document)
    if stray:
        problems.add(path, stray, "a line '---' with fields in the text below it", "delete this line, or the fields")
    if not {"title", "outlet", "published", "events"} & document.fields.keys():
        if not stray:
            problems.add(path, 1, "none of the fields of an article", f"see {MANUAL}, or move the file out of content/")
        return None
    reading = _Reading(document, path, [])
    values = reading.block((), document.fields, ARTICLE_KEYS)
    body = without_steering(document.body)
    finder = QuoteFinder(body)
    values["events"] = _read_events(reading, slug, document.fields.get("events"), finder)
    values["left_out"] = _read_left_out(reading, document.fields.get("left_out"), finder)
    problems.extend([] if stray else reading.wrong)  # what is missing may stand below that line
    return Record(slug=slug, body=body, **{**values, **_marked_names(reading, values, problems)})


def _marked_names(reading: _Reading, values: Mapping[str, Any], problems: Problems) -> dict[str, str]:
    """Names that pass for another's by letters that look like its own: each marked, and a warning, unless checked."""
    marked = {}
    for key in NAMES:
        word = find_mixed_word(values[key] or "")
        if word and not values["checked"]:
            what = f"{key} {cite(values[key])} has letters of two alphabets in one word, {cite(word)}"
            mend = "see who it is; then write it in one alphabet, or write checked: with the day and your name"
            problems.add(reading.path, reading.document.line(key), what, mend, warning=True)
            marked[key] = f"{values[key]} {WARNING_SIGN}"
    return marked


def to_fields(record: Record) -> Fields:
    """The front matter of a record, in the order of the manual."""
    return _write_block(record, ARTICLE_KEYS)


def event_id(slug: str, quote: str, number: int = 0) -> str:
    """The id of an event written by hand without one; number tells apart events with the same words."""
    digest = hashlib.sha256(f"{slug}\n{quote}\n{number}".encode("utf-8", "replace")).hexdigest()
    return f"e-{digest[:8]}"


# ---------------------------------------------------------------- reading


class _Reading(NamedTuple):
    """One file while it is read: values come out, what is wrong is collected."""

    document: Document
    path: str
    wrong: list[Problem]

    def complain(self, at: KeyPath, what: str, mend: str) -> None:
        self.wrong.append(Problem(self.path, self.document.line(*at), what, mend))

    def block(self, at: KeyPath, fields: Fields, keys: tuple[Key, ...]) -> dict[str, Any]:
        """The model's values of one mapping; where one is wrong or missing, the default."""
        self._compare_names(at, fields, keys)
        values, known = dict(defaults(keys)), by_name(keys)
        for name, value in fields.items():
            if name in known and known[name] not in QUOTING:
                values[known[name].field] = self._value((*at, name), value, known[name])
        return values

    def entries(self, at: KeyPath, value: Value, example: str) -> list[tuple[KeyPath, Fields]]:
        """The mappings of a list and their paths."""
        if not isinstance(value, tuple):
            self.complain(at, f"{at[-1]} is no list", f"begin each entry with '- {example}: …'")
            return []
        paths = [((*at, number), each) for number, each in enumerate(value)]
        for path, each in paths:
            if not isinstance(each, Mapping):
                self.complain(path, f"this entry of {at[-1]} is no list of 'key: value'", f"write '- {example}: …'")
        return [(path, each) for path, each in paths if isinstance(each, Mapping)]

    def _compare_names(self, at: KeyPath, fields: Fields, keys: tuple[Key, ...]) -> None:
        """Notes each unknown key, and all required keys that are missing, unless they are misspelt."""
        if required(keys) <= fields.keys() <= by_name(keys).keys():
            return
        from difflib import get_close_matches  # only misspelt keys need it

        names = list(by_name(keys))
        missing = [name for name in names if name in required(keys) and name not in fields]
        for name in (name for name in fields if name not in names):
            close = get_close_matches(name, missing, 1, ALIKE) or get_close_matches(name, names, 1, ALIKE)
            missing = [each for each in missing if each not in close]
            mend = f'did you mean "{close[0]}"?' if close else f"delete it; {MANUAL} lists the keys"
            self.complain((*at, name), f"unknown key {cite(name)}", mend)
        if missing:
            owner = next((f"this entry of {part}" for part in reversed(at) if isinstance(part, str)), "the article")
            self.complain(at, f"{owner} has no {' and no '.join(missing)}", f"add '{missing[0]}: …'")

    def _value(self, at: KeyPath, value: Value, key: Key) -> object:
        if value is None:
            if not key.nullable:
                self.complain(
                    at, f"{key.name} is empty", "write it" if key.required else "write it, or delete the line"
                )
            return key.default
        if key.kind is None:
            return self._inner(at, value, key)
        try:
            return key.kind.read(value)
        except WrongValueError as error:
            self.complain(at, f"{key.name} {error.what}", error.mend)
            return key.default

    def _inner(self, at: KeyPath, value: Value, key: Key) -> object:
        """The entry or entries of a key; only whole ones."""
        if key.many:
            made = [self._made(path, entry, key) for path, entry in self.entries(at, value, key.inner[0].name)]
            return tuple(entry for entry in made if entry)
        if not isinstance(value, Mapping):
            self.complain(at, f"{key.name} is no list of 'key: value'", f"write {{{key.inner[0].name}: …}}")
            return key.default
        return self._made(at, value, key)

    def _made(self, at: KeyPath, fields: Fields, key: Key) -> object:
        before = len(self.wrong)
        values = self.block(at, fields, key.inner)
        return _MODELS[key.name](**values) if len(self.wrong) == before else None


def _read_events(reading: _Reading, slug: str, value: Value, finder: QuoteFinder) -> tuple[EventMention, ...]:
    """The events without problems, in the file's order."""
    if value is None:
        return ()
    events: dict[str, EventMention] = {}
    for at, fields in reading.entries(("events",), value, "date"):
        event = _read_event(reading, at, fields, finder)
        if event is None:
            continue
        own_id = event["id"] or _free_id(slug, event["quote"], events)
        if own_id in events:
            mend = "give one of them another id, or delete its id line"
            reading.complain((*at, "id"), f"a second event with the id {own_id}", mend)
        else:
            events[own_id] = EventMention(**{**event, "id": own_id})
    return tuple(events.values())


def _read_event(reading: _Reading, at: KeyPath, fields: Fields, finder: QuoteFinder) -> dict[str, Any] | None:
    """The values of one event with the place of its quote; None where anything is wrong."""
    before = len(reading.wrong)
    values = reading.block(at, fields, EVENT_KEYS)
    _check_merging(reading, at, values)
    placed = _place_quote(reading, at, values["quote"], finder)
    return values | placed if placed and len(reading.wrong) == before else None


def _read_left_out(reading: _Reading, value: Value, finder: QuoteFinder) -> tuple[LeftOut, ...]:
    """The entries without problems, in the file's order."""
    if value is None:
        return ()
    found = []
    for at, fields in reading.entries(("left_out",), value, "quote"):
        if {"heading", "status"} & fields.keys():
            reading.complain(at, "an event among the sentences left out", "move it up, to the end of `events:`")
            continue
        before = len(reading.wrong)
        values = reading.block(at, fields, LEFT_OUT.inner)
        placed = _place_quote(reading, at, values["quote"], finder)
        if placed and len(reading.wrong) == before:
            found.append(LeftOut(**values | placed))
    return tuple(found)


def _place_quote(reading: _Reading, at: KeyPath, quote: str | None, finder: QuoteFinder) -> dict[str, Any] | None:
    """The words as the body has them, and where; None, and what is wrong, where it has no such words."""
    span = finder.find(quote.strip()) if quote else None
    if quote and not span:
        reading.complain((*at, "quote"), f"the quote {cite(quote)} is not in the text", finder.clue(quote))
    if span is None:
        return None
    words = finder.body[span.start : span.end]
    return {"quote": words, "start": span.start, "end": span.end, "paragraph": finder.paragraph(span.start)}


def _check_merging(reading: _Reading, at: KeyPath, values: dict[str, Any]) -> None:
    own, same, distinct = values["id"], values["same_as"], values["distinct_from"]
    if same and same == own:
        reading.complain((*at, "same_as"), "same_as names the event itself", "write the id of the other event")
    elif same and same in distinct:
        reading.complain((*at, "same_as"), f"{same} is in same_as and in distinct_from", "delete one of the two")
    elif own and own in distinct:
        reading.complain((*at, "distinct_from"), "distinct_from names the event itself", "delete that id")


def _free_id(slug: str, quote: str, taken: Mapping[str, object]) -> str:
    number = 0
    while event_id(slug, quote, number) in taken:
        number += 1
    return event_id(slug, quote, number)


# ---------------------------------------------------------------- writing


def _write_block(item: object, keys: tuple[Key, ...]) -> dict[str, Value]:
    told = [(key, getattr(item, key.field)) for key in keys]
    return {key.name: _write_value(value, key) for key, value in told if key.always or value != key.default}


def _write_value(value: Any, key: Key) -> Value:
    if not key.inner or value is None:
        return value  # type: ignore[no-any-return]  # what a kind reads is a Value again
    return tuple(_write_block(each, key.inner) for each in value) if key.many else _write_block(value, key.inner)
