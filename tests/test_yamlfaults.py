"""The parsers in C and in Python say the same of YAML gone wrong: the same line, the same words."""

from __future__ import annotations

import pytest
import yaml

from generator.yamlfaults import Fault, explain

WRONG = {
    "a: b: c": (0, "a second colon in one line"),
    "a: 1\nb: 'c": (1, "quotes are never closed"),
    "a: 1\nb: 'c\nd: 'e'": (1, "quotes are never closed"),
    'a: 1\nb: "c\nd: "e"\nf: g': (1, "quotes are never closed"),
    "a: 'b' c": (0, "text after a closing quote, or wrong indentation"),
    "a: 'b'\n\nc: 'd' e": (2, "text after a closing quote, or wrong indentation"),
    "a: [b, c\nd: e": (0, "a bracket is never closed"),
    "a: ]": (0, "a bracket without its other half"),
    "a: [, b]": (0, "a bracket without its other half"),
    "a: 1\nplain words\nb: 2": (1, "a line that is no 'key: value'"),
    "a:\n\tb: 1": (1, "a tab before the text"),
    "a: @b": (0, "a value that begins with a reserved sign"),
    r'a: "\q"': (0, "an unknown escape in double quotes"),
    "a: !b!c d": (0, 'a tag ("!")'),
    "a: *x": (0, 'an alias ("*")'),
}


def fault(text: str, loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader]) -> Fault:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.compose(text, loader)
    return explain(caught.value, text)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize("text", WRONG)
def test_yaml_gone_wrong_is_told_at_the_line_where_it_began(
    text: str, loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader]
) -> None:
    assert fault(text, loader)[:2] == WRONG[text]
