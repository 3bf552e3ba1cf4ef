"""`correct`: a new value into a content file, and beside it what readers are told: when, what, why."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import NamedTuple

from generator import edtf, pipeline
from generator.compiled import regex
from generator.content.correcting import CORRECTABLE, Amendment, find_fault
from generator.content.folder import amend_record
from generator.content.reading import find_event_lines
from generator.desk.debts import Debt, describe, find_debts
from generator.desk.session import Session
from generator.desk.terminal import DONE, UNUSABLE
from generator.model import Correction, EventMention, Record, Timeline
from generator.problems import Problems
from generator.text import squeeze

_ADDRESS = regex(r"(?:.*/)?([^/#?]*?)(?:\.html)?(?:[#?].*)?")


class Told(NamedTuple):
    """What a person says of a correction. values: new ones, by key; by: who; day: of the correction, EDTF."""

    values: Mapping[str, str]
    why: str
    by: str
    day: str


class _Case(NamedTuple):
    """An event to correct, and the values of it that changed already without a word to readers."""

    record: Record
    event: EventMention
    debts: tuple[Debt, ...]


def today(environment: Mapping[str, str] = os.environ) -> str:
    """The day of a correction that names none: the one of SOURCE_DATE_EPOCH where it is set."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()).isoformat()


def correct(session: Session, name: str, told: Told) -> int:
    """Write new values of an event and the correction that tells of them; on a terminal what is missing is asked for.

    name: the event's id, or the address of its page.
    """
    problems = Problems()
    settings = session.settings(problems)
    plans = pipeline.plan(session.place, Problems())
    timeline = pipeline.assemble(session.place, settings, problems)
    case = _find(timeline, name, find_debts(session, timeline, plans))
    if case is None:
        return session.terminal.refuse(f"no event has the id {_id_in(name)}{_close(timeline, name)}")
    asked = _ask(session, case, told)
    if wrong := _find_faults(case, asked):
        return session.terminal.refuse(wrong)
    ended = session.alone(lambda: _write(session, case, asked, problems))
    return UNUSABLE if ended is None else ended


def _id_in(name: str) -> str:
    found = _ADDRESS.fullmatch(name)
    return found[1] if found else name


def _find(timeline: Timeline, name: str, debts: tuple[Debt, ...]) -> _Case | None:
    wanted = _id_in(name)
    found = ((record, event) for record in timeline.articles for event in record.events if event.id == wanted)
    owed = tuple(debt for debt in debts if debt.event == wanted)
    return next((_Case(record, event, owed) for record, event in found), None)


def _close(timeline: Timeline, name: str) -> str:
    from difflib import get_close_matches  # only a misspelt name needs it

    known = [event.id for record in timeline.articles for event in record.events]
    close = get_close_matches(_id_in(name), known, 1)
    return f"; did you mean {close[0]}?" if close else "; the address of each event's page ends with it"


# ---------------------------------------------------------------- what is asked for


def _ask(session: Session, case: _Case, told: Told) -> Told:
    """What was told, and on a terminal the answers to what was not."""
    terminal = session.terminal
    if not terminal.can_ask or (told.why and (told.values or case.debts)):
        return told
    for line in _shown(case):
        terminal.say(line)
    values = dict(told.values)
    for field in CORRECTABLE if not (values or case.debts) else ():
        answer = terminal.ask(f"{field} (Enter keeps it)", partial(find_fault, field, body=case.record.body))
        values |= {field: answer} if answer else {}
    why = told.why or (terminal.ask("why (readers see it)", lambda _: "") if values or case.debts else "")
    return Told(values, why, told.by, told.day)


def _shown(case: _Case) -> list[str]:
    event = case.event
    words = f", read from “{event.basis.words}”" if event.basis and event.basis.words else ""
    changed = [f"  changed already: {debt.what}" for debt in case.debts]
    return [
        f"{event.id} in content/{case.record.slug}.md",
        f"  date     {event.date or 'none'}{words}",
        f"  heading  {event.heading}",
        f"  status   {event.status}",
        f"  quote    {squeeze(event.quote)}",
        *changed,
    ]


def _find_faults(case: _Case, told: Told) -> str:
    """Why nothing can be corrected so; "" when it can."""
    if not (edtf.is_valid(told.day) and edtf.parse(told.day).is_day):
        return f"{told.day} is no day; write --on 2023-02-24"
    faults = [fault for field, value in told.values.items() if (fault := find_fault(field, value, case.record.body))]
    if faults:
        return "; ".join(faults)
    same = [field for field in told.values if _is_same(case, field, told.values[field])]
    if same:
        return f"{same[0]} is {told.values[same[0]]} already; say what else to correct"
    if not told.values and not case.debts:
        return f"nothing to correct was said; give {', '.join(f'--{field}' for field in CORRECTABLE)}, and --why"
    return "" if told.why else "no reason was said; readers are told one: give --why"


def _is_same(case: _Case, field: str, value: str) -> bool:
    return getattr(case.event, field) == value and all(debt.field != field for debt in case.debts)


# ---------------------------------------------------------------- what is written


def _write(session: Session, case: _Case, told: Told, problems: Problems) -> int:
    values = {**{debt.field: debt.after for debt in case.debts}, **told.values}
    corrections = tuple(Correction(told.day, what, told.why) for what in _whats(case, values))
    amendment = Amendment(case.event, values, corrections, f"{told.day} {told.by}".strip())
    noticed = Problems()
    if not amend_record(session.place.root, case.record.slug, amendment, noticed):
        problems.extend(noticed)
        session.terminal.report(problems)
        return UNUSABLE
    file = f"content/{case.record.slug}.md"
    line = find_event_lines(session.place.root, file).get(case.event.id, 0)
    told_of = [correction._asdict() for correction in corrections]
    session.terminal.hand_over({"file": file, "line": line, "event": case.event.id, "corrections": told_of})
    for correction in corrections:
        session.terminal.say(f"{file}:{line}: {correction.what}")
    session.terminal.say(f"  told to readers as of {told.day}: {told.why}")
    session.terminal.say(f"next: {session.hint()}")
    return DONE


def _whats(case: _Case, values: Mapping[str, str | None]) -> list[str]:
    """What each correction tells: from the value that readers saw to the one that stands there now."""
    seen = {debt.field: debt.before for debt in case.debts}
    before = {field: seen.get(field, getattr(case.event, field)) for field in values}
    return [describe(field, before[field], values[field]) for field in CORRECTABLE if field in values]
