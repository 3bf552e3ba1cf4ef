import json
import re
from pathlib import Path
from typing import Any

import pytest
from content_samples import BACK, BODY, LEFT, a_record, an_event
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import frontmatter, kinds
from generator.content.edits import format_record
from generator.content.json_schema import schema
from generator.content.keys import ARTICLE_KEYS, BASIS_KEYS, CORRECTION_KEYS, EVENT_KEYS, LEFT_OUT, Key
from generator.content.kinds import Kind, WrongValueError
from generator.content.schema import event_id, to_fields, to_record
from generator.model import STATUSES, Basis, Correction, EventMention, LeftOut, Record
from generator.problems import Problem, Problems
from generator.text import find_mixed_word, without_steering

DOCS = Path(__file__).parent.parent / "docs"
KINDS = [kind for kind in vars(kinds).values() if isinstance(kind, Kind)]
BLOCKS = {
    "article": ARTICLE_KEYS,
    "event": EVENT_KEYS,
    "basis": BASIS_KEYS,
    "correction": CORRECTION_KEYS,
    "left_out": LEFT_OUT.inner,
}
TEXT = """\
---
title: Fleet leaves
outlet: null
published: 2021-03-26
seed: seeds/fleet.txt
events:
  - id: e-1
    date: 2021-03-23
    heading: Fleet leaves
    quote: The fleet left Harwich on Tuesday.
    status: happened
    basis: {words: on Tuesday, rule: weekday, from: 2021-03-26}
  - date: null
    heading: Nobody hurt
    quote: Nobody was hurt.
    status: claim
---

The fleet left Harwich on “Tuesday”, they say. The fleet left Harwich on Tuesday. Nobody was hurt.
"""


def read(text: str, slug: str = "a") -> tuple[Record | None, list[Problem]]:
    problems = Problems()
    path = f"content/{slug}.md"
    return to_record(frontmatter.parse(text, path), slug, path, problems), list(problems)


def written_by_hand(events: str, body: str = BODY) -> tuple[Record, list[Problem]]:
    record, problems = read(f"---\ntitle: A\noutlet: null\npublished: null\nevents:\n{events}---\n\n{body}\n")
    assert record is not None
    return record, problems


WRONG: list[tuple[str, str, int, str, str]] = [
    ("title: Fleet leaves\n", "titel: Fleet leaves\n", 2, 'unknown key "titel"', 'did you mean "title"?'),
    ("title: Fleet leaves\n", "", 1, "the article has no title", "add 'title: …'"),
    ("outlet: null\npublished: 2021-03-26\n", "", 1, "the article has no outlet and no published", "add 'outlet: …'"),
    ("title: Fleet", "hid: true\ntitle: Fleet", 2, 'unknown key "hid"', 'did you mean "hide"?'),
    ("title: Fleet", "captions: []\ntitle: Fleet", 2, 'unknown key "captions"', "delete it; docs/content-files.md"),
    ("title: Fleet leaves", "title: true", 2, "title is the yes-or-no value true", 'write "true" in quotes'),
    ("title: Fleet leaves", "title: [a]", 2, "title is a list where one text is expected", "in quotes"),
    ("title: Fleet leaves", "title: ' '", 2, "title is empty", "write null"),
    ("published: 2021-03-26", "published: 2021-3-29", 4, 'published "2021-3-29" is not EDTF', "write 2021-03-29"),
    ("published: 2021-03-26", "published: 2021-02-29", 4, "that month has no day 29", "calendar"),
    ("published: 2021-03-26", "published: 2021-03-26T12:00", 4, "has a time", "write 2021-03-26"),
    ("outlet: null", "outlet: null\nurl: example.org", 4, 'url "example.org" is no web address', "https://"),
    ("outlet: null", "outlet: null\nurl: javascript:x", 4, 'url "javascript:x" is no web address', "https://"),
    ("outlet: null", "outlet: null\narchived_at: soon", 4, 'archived_at "soon" is not EDTF', "write 2023-02-14"),
    ("outlet: null", "outlet: null\nlanguage: English", 4, 'language "English" is no language code', "en"),
    ("outlet: null", "outlet: null\nlanguage:", 4, "language is empty", "delete the line"),
    ("outlet: null", "outlet: null\nhide: 'yes'", 4, 'hide "yes" is neither true nor false', "true or false"),
    ("outlet: null", "outlet: null\nchecked: by me", 4, 'checked "by me" begins with no day', "2026-11-20 AB"),
    ("outlet: null", "outlet: null\ncorrections: late", 4, "corrections is no list", "'- when: …'"),
    ("outlet: null", "outlet: null\ncorrections: [late]", 4, "this entry of corrections is no list of", "'- when: …'"),
    ("outlet: null", "outlet: null\ncorrections: [{when: 2021, what: a}]", 4, "has no why", "add"),
    ("outlet: null", "outlet: null\nseed_sha256: abc", 4, 'seed_sha256 "abc" is no SHA-256 digest', "undo"),
    ("outlet: null", "outlet: null\ngenerated: mine", 4, 'generated "mine" is no digest', "undo"),
    ("seed: seeds/", "seed: seeds/../", 5, 'seed "seeds/../fleet.txt" is no file in seeds/', "delete the line"),
    ("    heading: Fleet leaves\n", "", 7, "this entry of events has no heading", "add 'heading: …'"),
    ("    heading: Fleet", "    headng: Fleet", 9, 'unknown key "headng"', 'did you mean "heading"?'),
    ("heading: Fleet leaves", "heading:", 9, "heading is empty", "write it"),
    ("date: 2021-03-23", "date: 23 March 2021", 8, 'date "23 March 2021" is not EDTF', "write 2023-02-14"),
    ("date: 2021-03-23", "date: 2021-03-23/2021-03-22", 8, "ends before it starts", "calendar"),
    ("status: happened", "status: happend", 11, 'status "happend" is no status', "write happened, statement, claim or"),
    ("status: happened", "status: happened\n    same_as: [e-2]", 12, "same_as is a list", "one line"),
    ("status: happened", "status: happened\n    same_as: e-1", 12, "same_as names the event itself", "the other"),
    ("status: happened", "status: happened\n    same_as: E 1", 12, 'same_as "E 1" is no event id', "lower-case"),
    ("status: happened", "status: happened\n    distinct_from: e-2", 12, 'distinct_from "e-2" is no list', "[e-"),
    ("status: happened", "status: happened\n    distinct_from: [e-1]", 12, "names the event itself", "delete"),
    ("status: happened", "status: happened\n    same_as: b\n    distinct_from: [b]", 12, "b is in same_as", "delete"),
    ("rule: weekday", "rul: weekday", 12, 'unknown key "rul"', 'did you mean "rule"?'),
    ("{words: on Tuesday, rule: weekday, from: 2021-03-26}", "Tuesday", 12, "basis is no list of", "{words: …}"),
    ("from: 2021-03-26}", "from: Friday}", 12, 'from "Friday" is not EDTF', "write"),
    ("from: 2021-03-26}", "also: 2021-03-30}", 12, 'also "2021-03-30" is no list', "write [2023-06-14]"),
    ("Harwich on Tuesday.\n    st", "Harwich on Monday.\n    st", 10, "is not in the text", "Harwich on"),
    ("Harwich on Tuesday.\n    st", "Harwich on \"Tuesday\".\n    st", 10, "is not in the text", "“Tuesday”"),
    ("quote: The fleet left Harwich on Tuesday.", "quote: None of it", 10, "is not in the text", "from below"),
    ("  - date: null", "  - id: e-1\n    date: null", 13, "a second event with the id e-1", "another id"),
    ("id: e-1", "id: E 1", 7, 'id "E 1" is no event id', "lower-case"),
    ("  - date: null", "  - just words\n  - date: null", 13, "this entry of events is no list of", "'- date: …'"),
]  # fmt: skip


CLAIM = "    status: claim\n"
WRONG_LEFT_OUT = [
    (CLAIM, f"{CLAIM}left_out: soon\n", 17, "left_out is no list", "'- quote: …'"),
    (CLAIM, f"{CLAIM}left_out:\n  - quote: Nobody\n    date: null\n", 18, "has no why", "add"),
    (
        CLAIM,
        f"{CLAIM}left_out:\n  - {{quote: Nobody, date: null, status: claim}}\n",
        18,
        "an event among",
        "end of `events:`",
    ),
    ("    quote: The", "---\n    quote: The", 10, "a line '---' with fields in the text below it", "delete this line"),
    (TEXT, f"{TEXT}\n{TEXT}", 21, "a line '---' with fields in the text below it", "or the fields"),
    (CLAIM, f"{CLAIM}left_out:\n  - {{quote: None of it, date: null, why: so}}\n", 18, "is not in the", "from below"),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "mend"), [*WRONG, *WRONG_LEFT_OUT])
def test_each_mistake_is_one_line_that_says_where_what_and_how_to_mend_it(
    old: str, new: str, line: int, what: str, mend: str
) -> None:
    assert TEXT.count(old) >= 1
    record, problems = read(TEXT.replace(old, new, 1))
    assert len(problems) == 1, list(map(str, problems))
    assert (problems[0].path, problems[0].line) == ("content/a.md", line)
    assert what in problems[0].what
    assert mend in problems[0].mend
    assert record is not None


def test_a_second_opening_fence_is_told_and_its_file_is_no_article() -> None:
    record, problems = read(f"---\n{TEXT}")
    assert (record, [problem.line for problem in problems]) == (None, [2])


@pytest.mark.parametrize(
    "text", ["---\n\nMore of it.", "---\ndate: as words of a text\n\nMore of it.", "title: A\ndate: B"]
)
def test_a_rule_or_one_line_like_a_field_is_text(text: str) -> None:
    assert read(f"{TEXT}\n{text}\n")[1] == []


@pytest.mark.parametrize(("old", "new", "line", "what", "mend"), [row for row in WRONG if row[2] >= 7])
def test_an_event_with_a_mistake_is_left_out_and_the_others_stay(
    old: str, new: str, line: int, what: str, mend: str
) -> None:
    record, _ = read(TEXT.replace(old, new, 1))
    assert record is not None
    left = 2 if "entry of events is no list" in what else 1
    assert (len(record.events), record.title) == (left, "Fleet leaves")


def test_all_mistakes_of_a_file_are_told_together() -> None:
    text = TEXT
    for old, new in (
        ("published: 2021-03-26", "published: now"),
        ("status: claim", "status: no"),
        ("id: e-1", "id: E"),
    ):
        text = text.replace(old, new)
    assert [problem.line for problem in read(text)[1]] == [4, 7, 16]


def test_a_file_without_mistakes_has_no_problems() -> None:
    record, problems = read(TEXT)
    assert problems == []
    assert record is not None
    assert [event.id for event in record.events] == ["e-1", event_id("a", "Nobody was hurt.")]


def test_front_matter_of_something_else_is_no_article() -> None:
    record, problems = read("---\nlayout: page\n---\nHello\n")
    assert record is None
    assert [problem.what for problem in problems] == ["none of the fields of an article"]


@pytest.mark.parametrize(
    ("slug", "better"),
    [
        ("Über uns", "uber-uns"),
        ("a_b", "a-b"),
        ("北", "article"),
        ("A", "a"),
        ("aux", "aux-article"),
        ("lpt1", "lpt1-article"),
    ],
)
def test_a_file_name_that_fits_no_address_is_a_problem_with_a_better_name(slug: str, better: str) -> None:
    record, (problem,) = read(TEXT, slug)
    assert record is None
    assert f"rename it to {better}.md" in problem.mend


def test_the_quote_has_its_place_in_the_body() -> None:
    entry = "- {date: 2021-07, heading: A, quote: The minister said it would be back in July., status: expected}\n"
    (event,) = written_by_hand(entry)[0].events
    assert (BODY[event.start : event.end], event.paragraph) == (event.quote, 3)


def test_the_same_quote_twice_is_found_in_both_its_places_and_then_the_last() -> None:
    entry = "- {date: null, heading: A, quote: Nobody was hurt., status: claim}\n"
    record, problems = written_by_hand(entry * 3)
    assert [event.paragraph for event in record.events] == [3, 4, 4]
    assert len({event.id for event in record.events}) == 3
    assert problems == []


def test_an_id_made_from_article_and_quote_survives_other_edits() -> None:
    entry = "- {date: null, heading: A, quote: Nobody was hurt., status: claim}\n"
    other = entry.replace("heading: A", "heading: B").replace("null", "2021")
    assert written_by_hand(entry)[0].events[0].id == written_by_hand(other)[0].events[0].id


@pytest.mark.parametrize(
    "written", [">\n    Nobody\n    was hurt.\n", "|\n    Nobody was hurt.\n", "Nobody\n    was hurt.\n"]
)
def test_a_quote_may_be_folded_over_lines(written: str) -> None:
    entry = f"- date: null\n  heading: A\n  status: claim\n  quote: {written}"
    assert written_by_hand(entry)[0].events[0].quote == "Nobody was hurt."


@pytest.mark.parametrize("events", ["events:\n", "events: []\n", "events: null\n", ""])
def test_an_article_may_have_no_events(events: str) -> None:
    record, problems = read(f"---\ntitle: A\noutlet: null\npublished: null\n{events}---\n\nB\n")
    assert record is not None
    assert (record.events, problems) == ((), [])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_reads_its_good_examples_and_refuses_the_bad(kind: Kind) -> None:
    for value in kind.good:
        assert kind.read(value) == value
    for value in kind.bad:
        with pytest.raises(WrongValueError):
            kind.read(value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_json_schema_allows_what_is_good(kind: Kind) -> None:
    values = [each for value in kind.good for each in (value if isinstance(value, tuple) else (value,))]
    item: Any = kind.schema.get("items", kind.schema)
    for value in values:
        assert value in item.get("enum", [value])
        assert not isinstance(value, str) or re.search(item.get("pattern", ""), value)
        assert item.get("type") == {str: "string", bool: "boolean"}[type(value)] or "enum" in item


@pytest.mark.parametrize(
    ("model", "keys", "elsewhere"),
    [
        (Record, ARTICLE_KEYS, {"slug", "body"}),
        (EventMention, EVENT_KEYS, {"start", "end", "paragraph", "around"}),
        (Basis, BASIS_KEYS, set()),
        (Correction, CORRECTION_KEYS, set()),
        (LeftOut, LEFT_OUT.inner, {"start", "end", "paragraph", "around"}),
    ],
)
def test_every_field_of_the_model_has_a_key(model: Any, keys: tuple[Key, ...], elsewhere: set[str]) -> None:
    assert set(model._fields) - elsewhere == {key.field for key in keys}


def test_the_published_json_schema_is_the_one_of_the_program() -> None:
    written = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    assert (DOCS / "content.schema.json").read_text(encoding="utf-8") == written, f"write it anew:\n{written}"


@pytest.mark.parametrize("block", BLOCKS)
def test_the_manual_has_a_row_for_every_key_in_order(block: str) -> None:
    manual = (DOCS / "content-files.md").read_text(encoding="utf-8")
    rows = [f"| `{key.name}` | {_kind_of(key)} | {key.meaning} |" for key in BLOCKS[block]]
    assert "\n".join(rows) in manual, "\n".join(rows)


def _kind_of(key: Key) -> str:
    kind = key.kind.name if key.kind else "entries, below" if key.many else "entry, below"
    return f"{kind}, required" if key.required else kind


# ---------------------------------------------------------------- round trip

lines = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff"), min_size=1)
    .map(without_steering)
    .filter(lambda text: text.strip() and not find_mixed_word(text))
)
maybe = st.none() | lines
dates = st.sampled_from(
    ["2023-06-14", "2023-07", "2008", "0043", "-0043", "../2023-06-14", "2023-02~", "19XX", "2023-21"]
)
ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
checks = st.none() | st.builds("2026-11-20 {}".format, st.sampled_from(["AB", "# x", "é: y"]))
corrections = st.lists(st.builds(Correction, dates, lines, lines), max_size=2).map(tuple)
bases = st.none() | st.builds(Basis, maybe, lines, st.none() | dates, st.lists(dates, max_size=2).map(tuple))


@st.composite
def events(draw: st.DrawFn) -> EventMention:
    quote = draw(st.sampled_from(["The fleet left Harwich", "on Tuesday.\n\n## Next", "back in July", "minister"]))
    event = an_event(quote, id=draw(ids), date=draw(st.none() | dates), heading=draw(lines), basis=draw(bases))
    event = event._replace(status=draw(st.sampled_from(STATUSES)), speaker=draw(maybe), review=draw(maybe))
    return event._replace(hide=draw(st.booleans()), checked=draw(checks), corrections=draw(corrections))


@st.composite
def sentences_left_out(draw: st.DrawFn) -> LeftOut:
    event = an_event(draw(st.sampled_from(["The minister said", "on Tuesday", "be back in July."])))
    place = (event.quote, event.start, event.end, event.paragraph)
    return LeftOut(*place, draw(st.none() | dates), draw(lines), draw(maybe))


@settings(max_examples=40)  # each one takes a while to make
@given(
    st.lists(events(), max_size=4, unique_by=(lambda event: event.id, lambda event: event.quote)).map(tuple),
    st.fixed_dictionaries({"title": maybe, "outlet": maybe, "byline": maybe, "published": st.none() | dates}),
    st.fixed_dictionaries({"hide": st.booleans(), "checked": checks, "corrections": corrections}),
    st.lists(sentences_left_out(), max_size=2, unique_by=lambda sentence: sentence.quote).map(tuple),
)
def test_reading_undoes_writing(some: Any, facts: Any, marks: Any, unused: Any) -> None:
    record = a_record(slug="a", events=some, left_out=unused, **facts, **marks)
    document = frontmatter.parse(frontmatter.format(to_fields(record), record.body), "content/a.md")
    problems = Problems()
    assert to_record(document, "a", "content/a.md", problems) == record
    assert list(problems) == []


@given(
    st.recursive(lines | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=3).map(tuple)), st.integers()
)
def test_any_value_at_any_key_gives_problems_and_never_an_error(value: Any, number: int) -> None:
    keys = [(key.name,) for key in ARTICLE_KEYS] + [("events", key.name) for key in EVENT_KEYS]
    path = keys[number % len(keys)]
    fields: dict[str, Any] = {**to_fields(a_record()), path[0]: value}
    if len(path) == 2:
        fields["events"] = ({**to_fields(a_record())["events"][0], path[1]: value},)  # type: ignore[index,dict-item]
    read(frontmatter.format(fields, BODY))


def test_a_fresh_record_is_written_as_the_contract_shows_it() -> None:
    text = format_record(a_record(events=(LEFT._replace(quote="The fleet left Harwich on Tuesday."), BACK)))
    assert re.sub("generated: .*", "generated: …", text) == EXPECTED


EXPECTED = """\
---
title: "Fleet leaves: a farewell"
outlet: The Harbour
byline: null
url: https://example.org/fleet
published: 2021-03-26
published_basis: "line 2: 'Fri Mar 26 2021'"
language: en
seed: seeds/fleet.txt
seed_sha256: 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
generated: …
events:
  - id: e-00000001
    date: 2021-03-23
    heading: Fleet leaves
    quote: The fleet left Harwich on Tuesday.
    status: happened
    basis: {words: on Tuesday, rule: weekday, from: 2021-03-26, also: [2021-03-30]}
  - id: e-00000002
    date: 2021-07
    heading: Fleet to be back
    quote: The minister said it would be back in July.
    speaker: the minister
    status: expected
    review: a month without a year
---

The fleet left Harwich on Tuesday.

## Next

The minister said it would be back in July. Nobody was hurt.

Nobody was hurt.
"""


STEERED = """---
title: "A\\u202eB"
outlet: Тhe Times
byline: Jane Roe
published: 2023-06-14
events:
  - {date: 2023-06-13, heading: "Work\\u2066 ended", quote: "work had ended", status: statement}
---
The minister said that work\u202e had ended.
"""


def test_characters_that_steer_the_words_around_them_do_not_get_in() -> None:
    record, _ = read(STEERED)
    assert record is not None
    assert (record.title, record.events[0].heading, "\u202e" in record.body) == ("AB", "Work ended", False)


def test_a_name_that_passes_for_anothers_is_told_and_marked() -> None:
    record, (problem,) = read(STEERED)
    assert record is not None
    assert (record.outlet, record.byline, problem.line) == ("Тhe Times ⚠", "Jane Roe", 3)
    assert (problem.warning, "two alphabets" in problem.what) == (True, True)


def test_a_name_that_a_person_checked_is_not_marked() -> None:
    record, problems = read(STEERED.replace("byline:", "checked: 2026-11-20 AB\nbyline:"))
    assert record is not None
    assert (record.outlet, list(problems)) == ("Тhe Times", [])


@pytest.mark.parametrize(
    "name", ["Le Monde", "Яндекс", "Süddeutsche Zeitung", "Τα Νέα", "TEDx Москва", "朝日新聞", "a1б"]
)
def test_names_in_one_alphabet_a_word_are_not_marked(name: str) -> None:
    assert (find_mixed_word(name) is None) == (name != "a1б")
