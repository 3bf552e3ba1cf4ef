"""Rules about whole lines: a row of their tables, the row that a line follows, and whether it follows any at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from generator.articles.markup import Line
from generator.compiled import regex
from generator.text import plain_words

Sort = Literal["list", "credit", "furniture", "caption", "byline"]
LONGEST = 420  # characters; nothing longer is anything but text
_KEEPS_CAPITALS = "(?-i:"


class LineRule(NamedTuple):
    """Lines of one sort: its name, the patterns of the whole line, and examples that a test runs.

    Patterns see a line with its white space squeezed and its typography folded (straight quotes, hyphens for dashes),
    in any case but for what is marked (?-i:). signs: one of them stands in every such line, a word of ASCII letters, in
    lower case, or marks; given where a pattern would have to look at each place of a paragraph.
    """

    name: str
    alternatives: tuple[str, ...]
    examples: tuple[str, ...]
    signs: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the whole line; most rules are only asked for together, see Sorter."""
        return _pattern(self.alternatives)


@cache
def _pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return regex(_any_of(alternatives), re.IGNORECASE)


def line_rule(name: str, alternatives: Iterable[str], *examples: str, signs: Iterable[str] = ()) -> LineRule:
    """A rule for lines that one of the alternatives describes."""
    return LineRule(name, tuple(alternatives), examples, tuple(signs))


def find_match(line: Line, rules: Iterable[LineRule]) -> re.Match[str] | None:
    """The line as the first rule reads it that the whole line follows."""
    if len(line.text) > LONGEST:
        return None
    return next((match for rule in rules if (match := rule.pattern.fullmatch(line.folded))), None)


class Sorter(NamedTuple):
    """Tells what sort of line one is by as few patterns as will do: the rule that says so nobody asks for.

    any_case: for the line in lower case, where most alternatives fail at their first letter; with_capitals: for the
    line as it is; in both, group n is the nth sort. signed: by sign, the patterns worth a try in a line that has it,
    each with its sort's index.
    """

    sorts: tuple[Sort, ...]
    any_case: re.Pattern[str]
    with_capitals: re.Pattern[str]
    signed: Mapping[str, Sequence[tuple[int, re.Pattern[str]]]]

    def of_text(self, text: str) -> Sorter:
        """The same for the lines of one text: signs that it has nowhere are not looked for in each line."""
        lowered = text.lower()
        words = frozenset(plain_words(lowered))
        present = [sign for sign in self.signed if (sign in words if sign.isalpha() else sign in lowered)]
        return self._replace(signed={sign: self.signed[sign] for sign in present})

    def sort(self, folded: str) -> Sort | None:
        """The first sort that has a rule for the line, by its folded text; None where no rule describes it."""
        lowered = folded.lower()
        signs = [sign for sign in self.signed if sign in lowered]
        found = {index for sign in signs for index, pattern in self.signed[sign] if pattern.fullmatch(folded)}
        for match in (self.any_case.fullmatch(lowered), self.with_capitals.fullmatch(folded)):
            if match and match.lastindex:
                found.add(match.lastindex - 1)
        return self.sorts[min(found)] if found else None


def make_sorter(tables: Mapping[Sort, Iterable[LineRule]]) -> Sorter:
    """The sorter of these tables; where two of them describe a line the upper one wins."""
    plain = [[one for rule in rules if not rule.signs for one in rule.alternatives] for rules in tables.values()]
    return Sorter(
        tuple(tables),
        regex(_groups([one for one in listed if _KEEPS_CAPITALS not in one] for listed in plain)),
        regex(_groups([one for one in listed if _KEEPS_CAPITALS in one] for listed in plain), re.IGNORECASE),
        _by_sign(tables.values()),
    )


def _by_sign(tables: Iterable[Iterable[LineRule]]) -> Mapping[str, Sequence[tuple[int, re.Pattern[str]]]]:
    patterns: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for index, rules in enumerate(tables):
        for rule in rules:
            for sign in rule.signs:
                patterns.setdefault(sign, []).append((index, rule.pattern))
    return patterns


def _groups(listed: Iterable[Iterable[str]]) -> str:
    return "|".join(f"({_any_of(alternatives)})" for alternatives in listed)


def _any_of(alternatives: Iterable[str]) -> str:
    return "|".join(f"(?:{one})" for one in alternatives)
