"""Rows of `key: value` in whatever YAML a person wrote, by PyYAML."""

from __future__ import annotations

import yaml

from generator.articles.rows import Node
from generator.problems import Problems
from generator.text import squeeze
from generator.yamlfaults import explain


def compose(text: str, path: str, problems: Problems, first_line: int) -> Node:
    """The tree of a text; an unread one, and a problem, where it is no YAML. first_line: as for `read_rows`."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        fault = explain(error, text)
        mend = f"{fault.mend}; nothing of the file was read"
        problems.add(path, fault.line + 1 + first_line, f"is no YAML: {fault.what}", mend)
    except (yaml.YAMLError, RecursionError) as error:
        problems.add(path, 0, f"is no YAML: {squeeze(str(error))}", "mend it; nothing of the file was read")
    else:
        return _node(root) if root else Node("nothing", 0)
    return Node("unread", 0)


def _node(found: yaml.Node) -> Node:
    """The same node; the pairs of a mapping only as far as they are gone through, as it may hold itself."""
    line = found.start_mark.line
    if isinstance(found, yaml.MappingNode):
        return Node("mapping", line, pairs=((_node(key), _node(value)) for key, value in found.value))
    if isinstance(found, yaml.ScalarNode):
        return Node("nothing" if found.tag == "tag:yaml.org,2002:null" else "text", line, found.value)
    return Node("list", line)
