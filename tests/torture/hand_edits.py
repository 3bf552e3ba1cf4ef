"""Edits by hand, odd but plausible, of a content file: what becomes of its text, and words of the line that is
told as wrong; None where nothing is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

Edit = Callable[[str], str | bytes]
ADDED = "{0}- date: 2023-06-09\n{0}  heading: Added\n{0}  quote: It is not safe\n{0}  status: claim\n"


def with_heading(text: str) -> str:
    """What most edits are: another heading, of the first event."""
    return text.replace("    heading: ", "    heading: By hand, ", 1)


def replaced(old: str, new: str, count: int = 1) -> Edit:
    return lambda text: text.replace(old, new, count)


def matched(pattern: str, new: str) -> Edit:
    """Another text for what a pattern finds first."""
    return lambda text: re.sub(pattern, new, text, count=1, flags=re.MULTILINE)


def with_sorted_keys(text: str) -> str:
    front, fence, body = text.removeprefix("---\n").partition("\n---\n")
    return "---\n" + "".join(sorted(re.findall(r"^\w+:.*\n(?:  .*\n)*", f"{front}\n", re.MULTILINE))) + fence[1:] + body


def with_event_twice(text: str) -> str:
    return re.sub(r"^(  - id: .*)(\n(?:    .*\n)+)", r"\1\2\1  # again\2", text, count=1, flags=re.MULTILINE)


def cut_in_the_middle(text: str) -> str:
    return text[: text.index("    status")]


def with_another_word(text: str) -> str:
    front, fence, body = text.partition("\n---\n")
    return front + fence + body.replace("close the bridge", "shut the bridge")


def without_typography(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


KEPT: Mapping[str, Edit] = {
    "keys in order of the alphabet": with_sorted_keys,
    "a tab behind a colon": replaced("    date: ", "    date:\t"),
    "line ends of Windows": lambda text: with_heading(text).replace("\n", "\r\n"),
    "line ends of an old Macintosh": lambda text: with_heading(text).replace("\n", "\r"),
    "line ends of two kinds": lambda text: with_heading(text).replace("\n", "\r\n", 9),
    "a byte order mark": lambda text: "\ufeff" + with_heading(text),
    "a comment at a line's end": replaced("status: statement", "status: statement  # see the printed paper"),
    "comments between the lines": replaced("\n    date", "\n    # from the printed paper\n    date", 9),
    "an event added on top": replaced("\nevents:\n", "\nevents:\n" + ADDED.format("  ")),
    "events without indentation": lambda text: re.sub(r"^  ((?:- |  ).*)$", r"\1", text, flags=re.MULTILINE),
    "an event deleted": matched(r"^  - id: .*\n(?:    .*\n)+", ""),
    "all events deleted": matched(r"^events:\n(?:  .*\n)+", ""),
    "events: []": matched(r"^events:\n(?:  .*\n)+", "events: []\n"),
    "events: and nothing": matched(r"^events:\n(?:  .*\n)+", "events:\n"),
    "a date without a reason": matched(r"^    date: .*", "    date: 2023-06-10"),
    "a date in quotes": matched(r"^    date: .*", '    date: "2023-06-10"'),
    "a date with a reason": matched(
        r"^    date: .*",
        "    date: 2023-06-10\n    corrections:\n      - {when: 2023-06-20, what: date, why: misread}",
    ),
    "emoji": replaced("    heading: ", "    heading: 🌉👩‍👩‍👧 "),
    "a decomposed letter": lambda text: unicodedata.normalize(
        "NFD", text.replace("    heading: ", "    heading: Ä ", 1)
    ),
    "a heading of 100,000 characters": replaced("    heading: ", "    heading: " + "very " * 20_000),
    "a line of a million characters": lambda text: f"{text}\n{'word ' * 200_000}\n",
    "blanks at every line's end": lambda text: text.replace("\n", "  \n"),
    "blanks behind the closing fence": replaced("\n---\n", "\n---   \n"),
    "the closing fence twice": replaced("\n---\n", "\n---\n---\n"),
    "a rule in the text": lambda text: f"{text}\n---\n\nMore of it.\n",
    "no line end at the end": lambda text: text.rstrip(),
    "empty lines at the end": lambda text: f"{text}\n\n\n",
    "without `generated`": matched(r"^generated: .*\n", ""),
    "with the seed's name mistyped": matched(r"^seed: .*", "seed: seeds/brigde.txt"),
    "a heading folded over lines": matched(r"^    heading: .*", "    heading: >\n      By hand\n      in two lines"),
    "a heading with a hash sign": matched(r"^    heading: (.*)", r"    heading: \1 #1"),
    "hidden the way Python writes it": replaced("    status", "    hide: True\n    status"),
    "a script": replaced("    heading: ", "    heading: <script>alert(1)</script> "),
    "a mark that turns the line": replaced("    heading: ", "    heading: \u202e"),
    "another id": matched(r"^  - id: .*", "  - id: bridge-closes"),
    "no id": matched(r"^  - id: .*\n    date", "  - date"),
    "no title": matched(r"^title: .*", "title:"),
}
TOLD: Mapping[str, tuple[Edit, str]] = {
    "tabs for blanks": (replaced("    ", "\t", 99), "\tdate"),
    "a tab in front of a comment": (replaced("\nevents:", "\n\t# mine\nevents:"), "\t# mine"),
    "an anchor": (replaced("outlet: ", "outlet: &outlet "), "&outlet"),
    "an alias": (replaced("outlet: null", "outlet: *outlet"), "*outlet"),
    "a merge key": (replaced("    date: ", "    <<: *event\n    date: "), "<<: "),
    "an event added below the sentences left out": (replaced("\n---\n", f"\n{ADDED.format('  ')}---\n"), "06-09"),
    "an event added with other indentation": (replaced("\n---\n", f"\n{ADDED.format('')}---\n"), "06-09"),
    "an event pasted twice": (with_event_twice, "# again"),
    "a date in words": (matched(r"^    date: .*", "    date: June 10, 2023"), "June 10, 2023"),
    "a date in figures": (matched(r"^    date: .*", "    date: 10.6.2023"), "10.6.2023"),
    "a byte of Latin 1": (lambda text: text.encode().replace(b"heading: ", b"heading: \xe4", 1), "heading: \ufffd"),
    "Latin 1 in the text": (lambda text: text.encode() + b"\nCaf\xe9.\n", "Caf"),
    "UTF-16": (lambda text: text.encode("utf-16"), ""),
    "NUL": (replaced("    heading: ", "    heading: \0"), "heading: \0"),
    "a line separator": (replaced("    heading: ", "    heading: By\u2028"), "heading: By"),
    "a second fence among the events": (replaced("\n    quote", "\n---\n    quote"), "---\n    quote"),
    "the opening fence twice": (lambda text: f"---\n{text}", "---\ntitle"),
    "four hyphens": (replaced("\n---\n", "\n----\n"), "---"),
    "no closing fence": (replaced("\n---\n", "\n"), "---"),
    "an empty first line": (lambda text: f"\n{text}", ""),
    "a word of the text changed": (with_another_word, "    quote"),
    "typography made plain": (without_typography, 'quote: "'),
    "nothing left": (lambda text: "", ""),
    "cut in the middle": (cut_in_the_middle, "---"),
    "pasted twice": (lambda text: text + text.replace("---", "--- ", 1), "--- "),
    "a wide colon": (replaced("    heading: ", "    heading\uff1a"), "heading\uff1a"),
    "a no-break space behind a colon": (replaced("    heading: ", "    heading:\xa0"), "heading:\xa0"),
    "a key in capitals": (replaced("    heading: ", "    Heading: "), "Heading"),
    "a colon in a heading": (replaced("    heading: ", "    heading: Update: "), "Update"),
    "an apostrophe in single quotes": (matched(r"^    heading: .*", "    heading: 'It's open'"), "It's"),
    "a quote that is never closed": (matched(r"^    heading: (.*)", r'    heading: "\1'), "heading"),
    "a quote that the next one closes": (
        matched(r"^    heading: (.*)\n    quote: .*", '    heading: "Shut\n    quote: "It is not safe"'), "Shut"
    ),
    "hidden with yes": (replaced("    status", "    hide: yes\n    status"), "yes"),
    "a conflict of Git": (replaced("title: ", "<<<<<<< HEAD\ntitle: A\n=======\n>>>>>>> b\ntitle: "), "<<<<<<<"),
    "a merge with nobody": (replaced("    status", "    same_as: e-00000000\n    status"), "same_as"),
}  # fmt: skip


# ---------------------------------------------------------------- done to the file, not in it


def _renamed(name: str) -> Callable[[Path], object]:
    return lambda path: path.rename(path.with_name(name))


def _put_below(path: Path) -> None:
    (path.parent / "2023").mkdir()
    path.rename(path.parent / "2023" / path.name)


def _copied(name: str) -> Callable[[Path], object]:
    return lambda path: path.with_name(name).write_bytes(path.read_bytes())


MOVED: Mapping[str, tuple[Callable[[Path], object], str | None]] = {
    "renamed": (_renamed("bridge.md"), None),
    "with its ending in capitals": (_renamed("bridge.MD"), None),
    "with capitals and blanks": (_renamed("Bridge Closes.md"), "rename it to bridge-closes.md"),
    "with an umlaut": (_renamed("brücke.md"), "rename it to brucke.md"),
    "with another ending": (_renamed("bridge.markdown"), "is not read"),
    "as a text": (_renamed("bridge.txt"), "is not read"),
    "put into a folder": (_put_below, "is not read"),
    "copied": (_copied("zz-copy.md"), "delete one of the two files"),
    "copied by a program that keeps conflicts": (_copied("bridge (conflicted copy).md"), "rename it"),
}
