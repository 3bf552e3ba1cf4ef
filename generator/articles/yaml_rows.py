"""Rows of `key: value` in whatever YAML a person wrote, by PyYAML."""

from __future__ import annotations

import yaml

from generator.articles.rows import Node
from generator.problems import Problems
from generator.text import squeeze


def compose(text: str, path: str, problems: Problems, first_line: int) -> Node:
    """The tree of a text; one of nothing, and a problem, where it is no YAML. first_line: as for `read_rows`."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 + first_line if error.problem_mark else 0
        problems.add(path, line, f"is no YAML: {error.problem}", "mend this line; nothing of the file was read")
    except (yaml.YAMLError, RecursionError) as error:
        problems.add(path, 0, f"is no YAML: {squeeze(str(error))}", "mend it; nothing of the file was read")
    else:
        return _node(root) if root else Node("nothing", 0)
    return Node("nothing", 0)


def _node(found: yaml.Node) -> Node:
    """The same node; the pairs of a mapping only as far as they are gone through, as it may hold itself."""
    line = found.start_mark.line
    if isinstance(found, yaml.MappingNode):
        return Node("mapping", line, pairs=((_node(key), _node(value)) for key, value in found.value))
    if isinstance(found, yaml.ScalarNode):
        return Node("nothing" if found.tag == "tag:yaml.org,2002:null" else "text", line, found.value)
    return Node("list", line)
