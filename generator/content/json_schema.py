"""What front matter may hold as JSON Schema, for editors that check while one types."""

from generator.content.keys import ARTICLE_KEYS, Key


def schema() -> dict[str, object]:
    """JSON Schema of the front matter: docs/content.schema.json."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a content file",
        **_block_schema(ARTICLE_KEYS),
    }


def _block_schema(keys: tuple[Key, ...]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {key.name: _key_schema(key) for key in keys},
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }


def _key_schema(key: Key) -> dict[str, object]:
    inner = dict(key.kind.schema) if key.kind else _block_schema(key.inner)
    value: dict[str, object] = {"type": "array", "items": inner} if key.many else inner
    if key.nullable:
        return {"description": key.meaning, "anyOf": [value, {"type": "null"}]}
    return {"description": key.meaning, **value}
