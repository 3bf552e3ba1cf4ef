"""docs/timeline.schema.json says of timeline.toml what the program says."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from builds import PROJECT

from generator.problems import Problems
from generator.settings import CHAPTER_KEYS, KEYS, parse_settings, schema

PAGE = PROJECT / "docs/timeline.schema.json"
VALUES = (
    '"A title"',
    '""',
    '"   "',
    '"https://example.org/"',
    '"en"',
    '"EN"',
    "3",
    "5",
    "500",
    "501",
    "true",
    '"full"',
)


def accepts(rule: dict[str, Any], value: object) -> bool:
    """What a checker of JSON Schema says, as far as these rules go."""
    if "enum" in rule:
        return value in rule["enum"]
    if rule["type"] == "integer":
        return type(value) is int and rule["minimum"] <= value <= rule["maximum"]
    return (
        isinstance(value, str)
        and len(value) >= rule.get("minLength", 0)
        and bool(re.search(rule.get("pattern", ""), value))
    )


def test_the_file_is_current() -> None:
    made = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    assert PAGE.read_text(encoding="utf-8") == made, (
        'run: python -c "import json; from generator.settings import schema; '
        'print(json.dumps(schema(), ensure_ascii=False, indent=2))" > docs/timeline.schema.json'
    )


def test_it_names_every_key_and_no_other() -> None:
    made: dict[str, Any] = schema()
    assert set(made["properties"]) == {*KEYS, "chapters"}
    assert set(made["properties"]["chapters"]["items"]["properties"]) == set(CHAPTER_KEYS)
    assert made["additionalProperties"] is False


@pytest.mark.parametrize("key", sorted(KEYS.keys() - {"starts"}))
@pytest.mark.parametrize("value", VALUES)
def test_it_accepts_what_the_program_accepts(key: str, value: str) -> None:
    problems = Problems()
    parse_settings(f"{key} = {value}", problems)
    rule: dict[str, Any] = schema()["properties"][key]  # type: ignore[index]
    assert accepts(rule, json.loads(value)) == (len(problems) == 0)
