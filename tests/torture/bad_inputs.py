"""More than three hundred things that can be wrong with a timeline's folder, each put beside good articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Spoil = Callable[[Path], object]  # puts something bad into a timeline's folder

TEXT = "A Headline About The Bridge\nBy Jane Roe\nJune 14, 2023\n\nThe minister said on Tuesday that work had ended.\n"
MORE = "The council met on Monday and agreed to open the bridge in July 2023, the mayor told reporters.\n"


def holding(path: str, content: bytes | str) -> Spoil:
    """Writes one file."""

    def spoil(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))

    return spoil


# ---------------------------------------------------------------- what a seed can hold

BYTES: Mapping[str, bytes] = {
    "nothing": b"",
    "one newline": b"\n",
    "blanks": b" \t \r\n \n",
    "byte order mark alone": b"\xef\xbb\xbf",
    "NUL": b"A\0B",
    "NULs": b"\0" * 5000,
    "every byte": bytes(range(256)) * 20,
    "bytes from 128": bytes(range(128, 256)) * 40,
    "invalid UTF-8": b"caf\xe9 \xff\xfe said on Tuesday\n" * 20,
    "overlong UTF-8": b"\xc0\xaf\xe0\x80\xaf" * 100 + TEXT.encode(),
    "UTF-8 of surrogates": b"\xed\xa0\x80\xed\xb0\x80 " + TEXT.encode(),
    "cut inside a character": TEXT.encode() + "é".encode()[:1],
    "UTF-16 without mark": TEXT.encode("utf-16-le"),
    "UTF-16 big without mark": TEXT.encode("utf-16-be"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 of odd length": TEXT.encode("utf-16") + b"\x41",
    "UTF-16 with a lone surrogate": b"\xff\xfe\x00\xd8A\0" + TEXT.encode("utf-16-le"),
    "UTF-32": TEXT.encode("utf-32"),
    "UTF-7": TEXT.encode("utf-7"),
    "EBCDIC": TEXT.encode("cp500"),
    "Shift JIS": ("大臣は火曜日に語った。" * 40).encode("shift_jis"),
    "mixed encodings": TEXT.encode() + "Süß – naïve".encode("cp1252") + TEXT.encode("utf-16-le"),
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode(),
    "gzip": b"\x1f\x8b\x08\x00" + bytes(range(200)) * 9,
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + bytes(range(256)),
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(400),
    "zip": b"PK\x03\x04" + bytes(range(256)) * 4,
    "ELF": b"\x7fELF\x02\x01\x01" + bytes(500),
    "carriage returns alone": TEXT.replace("\n", "\r").encode(),
    "form feeds": TEXT.replace("\n", "\f").encode(),
    "line separators": TEXT.replace("\n", "\u2028").encode(),
    "next lines": TEXT.replace("\n", "\x85").encode(),
    "escape sequences": b"\x1b[31mRed\x1b[0m said on Tuesday\n" * 30,
    "backspaces": b"A\x08\x08\x08B on Tuesday.\n" * 30,
    "only punctuation": b"?!.,;:" * 300,
    "only digits": b"0123456789" * 300,
    "only one letter": b"a" * 9000,
    "one very long word": b"said" * 9000,
    "one line of 200,000 characters": b"He said on Tuesday that it ended. " * 6000,
    "ten thousand empty lines": b"\n" * 10_000 + TEXT.encode(),
    "lines of two letters": b"ab\n" * 4000,
    "deep quotes of a mail": b"".join(b">" * n + b" said on Tuesday\n" for n in range(300)),
    "deep brackets": b"(" * 3000 + b"on Tuesday" + b")" * 3000,
    "deep lists": b"".join(b" " * n + b"- on Tuesday\n" for n in range(300)),
    "open square brackets": b"[" * 13_000,
    "open angle brackets": b"<" * 13_000,
    "stars": b"*a **b " * 2000,
    "backticks": b"`" * 9000,
    "entities": b"&#60;&lt;&#x3c;&#0;&#x110000;&bogus; on Tuesday.\n" * 50,
    "a thousand headlines": b"A Headline About The Bridge\n" * 1000,
    "a thousand dates": b"June 14, 2023\n" * 1000,
    "a thousand bylines": b"By Jane Roe\n" * 1000,
    "no headline": MORE.encode() * 3,
    "the same sentence a thousand times": (MORE * 1000).encode(),
    "a headline of 300 characters": (b"Bridge " * 43 + b"\n" + TEXT.encode()),
    "a headline of 10,000 characters": (b"Bridge" * 1700 + b"\n" + TEXT.encode()),
    "a headline of dots": b"...\n" + TEXT.encode(),
    "a headline of emoji": "🌉🌉🌉 👩‍👩‍👧‍👦\n".encode() + TEXT.encode(),
    "a headline with newlines escaped": b"A\\nB\\r\\n C Headline\n" + TEXT.encode(),
    "a headline like front matter": b"---\n---\n---\n" + TEXT.encode(),
    "paragraphs that begin with #": b"# Not a heading said on Tuesday.\n\n## Nor this one, he said on Monday.\n" * 5,
    "paragraphs that begin with ---": b"---\n\nHe said on Tuesday that it ended.\n\n---\n\nMore on Monday.\n" * 5,
    "paragraphs that begin with a conflict": b"<<<<<<< HEAD\nHe said on Tuesday.\n=======\nMonday.\n>>>>>>> b\n",
    "Hebrew and Arabic": "השר אמר ביום שלישי כי העבודה הסתיימה. قال الوزير يوم الثلاثاء\n".encode() * 10,
    "Chinese": ("部长周二表示，工程已经结束。" * 60).encode(),
    "Thai": ("รัฐมนตรีกล่าวเมื่อวันอังคาร" * 60).encode(),
    "combining marks": ("Z" + "\u0301" * 2000 + " said on Tuesday.\n").encode(),
    "right-to-left overrides": "A \u202eyadseuT no\u202c said on Tuesday.\n".encode() * 20,
    "zero-width characters": "The\u200b min\u200dister\u2060 said on Tues\u200cday.\n".encode() * 20,
    "tags of Unicode": ("The minister\U000e0041\U000e0042 said on Tuesday.\n").encode() * 20,
    "noncharacters": "The minister\ufffe\uffff\U0001ffff said on Tuesday.\n".encode() * 20,
    "private use": "The minister\ue000\uf8ff said on Tuesday.\n".encode() * 20,
    "homoglyphs": "Тhе mіnіstеr sаіd оn Тuеsdау.\n".encode() * 20,
    "mathematical letters": "𝐓𝐡𝐞 𝐦𝐢𝐧𝐢𝐬𝐭𝐞𝐫 said on 𝐓𝐮𝐞𝐬𝐝𝐚𝐲 𝟏𝟒.\n".encode() * 20,
    "digits of other scripts": "The minister said on ١٤ June ٢٠٢٣ and 14 June ２０２３.\n".encode() * 20,
    "superscript digits": "The minister said on June ¹⁴, 20²³ and in ²⁰²³.\n".encode() * 20,
}
IN_EVERY_FORMAT = (
    "nothing", "NUL", "every byte", "UTF-16", "deep brackets", "open square brackets", "stars"
)  # fmt: skip

# ---------------------------------------------------------------- dates no calendar has

DATES = (
    "Feb. 14, 20023", "31 February 2023", "February 30, 2023", "June 31, 2023", "29 February 2023", "0 June 2023",
    "32 June 2023", "June 0, 2023", "June 14, 0", "June 14, 0000", "year 0", "14/14/2023", "99/99/9999",
    "2023-13-01", "2023-00-10", "2023-02-30", "0000-00-00", "9999-12-31", "December 31, 9999", "January 1, 0001",
    "June 14, 99999999999999999999", "June 99999999999999999999", "10000-01-01", "25:61 on June 14", "24:00",
    "in 999999999 years", "99999999999999 days ago", "three thousand years ago", "on the 45th of June",
    "week 60 of 2023", "Q9 2023", "the 199990s", "in the 00s", "from June 31 to June 0", "June 14–1, 2023",
    "2023-06-14T99:99:99Z", "1e9 days ago", "a million weeks later", "-1 days ago", "June -14, 2023",
    "the ninety-ninth century", "next next next Tuesday", "last last year ago", "June 14 2023 BC", "14.14.14",
    "٣١ February 2023", "⑭ June 2023", "June 1⁴, 2023", "12 months before January 1, 0001",
    "10 years after December 31, 9999", "200 centuries ago", "9999 decades ago",
)  # fmt: skip

# ---------------------------------------------------------------- YAML

YAML: Mapping[str, str] = {
    "unclosed front matter": "---\ntitle: A\n",
    "no front matter": "The minister said on Tuesday.\n",
    "empty": "",
    "one fence": "---\n",
    "a list": "---\n- a\n- b\n---\nText.\n",
    "a word": "---\nword\n---\nText.\n",
    "a number": "---\n5\n---\nText.\n",
    "two documents": "---\ntitle: A\n...\n--- \ntitle: B\n---\nText.\n",
    "duplicate keys": "---\ntitle: A\ntitle: B\n---\nText.\n",
    "unknown keys": "---\ntitel: A\n---\nText.\n",
    "a tab": "---\ntitle:\tA\n\tb: c\n---\nText.\n",
    "a python tag": "---\ntitle: !!python/object/apply:os.system ['true']\n---\nText.\n",
    "a binary tag": "---\ntitle: !!binary aGVsbG8=\n---\nText.\n",
    "a local tag": "---\ntitle: !x A\n---\nText.\n",
    "an anchor": "---\ntitle: &a A\noutlet: *a\n---\nText.\n",
    "a bomb": "---\na: &a [x,x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20))
    + "---\nText.\n",
    "an endless alias": "---\na: &a [*a]\n---\nText.\n",
    "a merge key": "---\n<<: {title: A}\n---\nText.\n",
    "deep lists": "---\ntitle: " + "[" * 3000 + "]" * 3000 + "\n---\nText.\n",
    "deep mappings": "---\ntitle: " + "{a: " * 3000 + "}" * 3000 + "\n---\nText.\n",
    "deep blocks": "---\n" + "".join("  " * n + "a:\n" for n in range(400)) + "---\nText.\n",
    "an open bracket": "---\ntitle: [a\n---\nText.\n",
    "an open quote": '---\ntitle: "a\n---\nText.\n',
    "a bad escape": '---\ntitle: "\\q"\n---\nText.\n',
    "an escaped NUL": '---\ntitle: "\\0"\n---\nText.\n',
    "an escaped surrogate": '---\ntitle: "\\ud800"\n---\nText.\n',
    "an escaped newline": '---\ntitle: "A\\nB\\r\\nC"\n---\nText.\n',
    "an escaped override": '---\ntitle: "A\\u202eB"\nbyline: "\\u200b"\n---\nText.\n',
    "a NUL": "---\ntitle: A\0\n---\nText.\n",
    "a directive": "---\n%YAML 9.9\ntitle: A\n---\nText.\n",
    "a question key": "---\n? [a]\n: b\n---\nText.\n",
    "a long key": "---\n" + "k" * 5000 + ": v\n---\nText.\n",
    "a long value": "---\ntitle: " + "v" * 200_000 + "\n---\nText.\n",
    "many keys": "---\n" + "".join(f"k{n}: v\n" for n in range(3000)) + "---\nText.\n",
    "an empty key": "---\n: v\n---\nText.\n",
    "null keys": "---\nnull: v\n~: w\n---\nText.\n",
    "truth for a title": "---\ntitle: true\nlanguage: no\n---\nText.\n",
    "a date for a title": "---\ntitle: 2023-06-14\n---\nText.\n",
    "a conflict": "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n---\nText.\n",
    "windows lines": "---\r\ntitle: A\r\n---\r\nText.\r\n",
    "mac lines": "---\rtitle: A\r---\rText.\r",
}
FIELD_VALUES = (
    "null", "true", "[]", "{}", "[[[]]]", "5", "-0", "1e999", ".nan", "0x7fffffffffffffffffff", "''", "'   '",
    "2023-02-30", "20023", "Feb. 14, 20023", "../../../etc/passwd", "'../x'", "/etc/passwd", "'C:\\CON'",
    "javascript:alert(1)", "'https://['", "'https://a:b'", "'http://\\u202e'", "'file:///etc/passwd'",
    '"\\u0000"', '"\\u202e\\u2066"', '"\\ud800"', '"' + "x" * 3000 + '"', "'{{ 7*7 }}'", "'{% raw %}'", "'=1+1'",
)  # fmt: skip
FIELDS = (
    "title", "outlet", "byline", "url", "archived_url", "archived_at", "published", "published_basis", "language",
    "seed", "seed_sha256", "generated", "events", "hide", "checked", "corrections",
)  # fmt: skip
EVENT_FIELDS = (
    "id", "date", "heading", "quote", "speaker", "status", "basis", "review", "hide", "same_as", "distinct_from",
    "checked", "corrections",
)  # fmt: skip
EVENT = {
    "id": "e-1", "date": "2023-06-13", "heading": "Work ended", "quote": "work had ended", "status": "statement",
}  # fmt: skip


def article_with(field: str, value: str) -> str:
    """A content file whose field holds a value."""
    return f"---\ntitle: A\n{f'{field}: {value}'}\n---\nThe minister said that work had ended.\n"


def event_with(field: str, value: str) -> str:
    """A content file whose one event has a value in a field."""
    rows = "".join(f"    {key}: {text}\n" for key, text in ({**EVENT, field: value}).items())
    return f"---\ntitle: A\nevents:\n  -{rows[3:]}---\nThe minister said that work had ended.\n"


# ---------------------------------------------------------------- settings

TOML: Mapping[str, str | bytes] = {
    "no TOML": "title = \n",
    "binary": bytes(range(256)),
    "UTF-16": 'title = "A"'.encode("utf-16"),
    "NUL": b'title = "A\0"',
    "an escaped NUL": 'title = "A\\u0000B"',
    "a newline in the title": 'title = "A\\nB\\rC"',
    "overrides": 'title = "A\\u202eB"',
    "duplicate keys": 'title = "A"\ntitle = "B"\n',
    "deep": "title = " + "[" * 3000 + "]" * 3000,
    "dotted deep": ".".join("a" * 1 for _ in range(2000)) + " = 1",
    "numbers": "title = 5\nstandfirst = 1e400\nstarts = nan\n",
    "a huge number": "quote_words = " + "9" * 5000,
    "dates": "title = 2023-02-14\nstarts = 2023-02-14\n",
    "chapters no list": "chapters = 5\n",
    "chapters of words": 'chapters = ["a"]\n',
    "a chapter without a title": "[[chapters]]\n",
    "a chapter of an absurd date": '[[chapters]]\ntitle = "A"\ndate = "20023"\n',
    "a chapter that ends before it starts": '[[chapters]]\ntitle = "A"\ndate = "2023-03/2023-02"\n',
    "a chapter of year 0": '[[chapters]]\ntitle = "A"\ndate = "0000"\n[[chapters]]\ntitle = "A"\ndate = "-0043"\n',
    "chapters of one name": '[[chapters]]\ntitle = "A"\ndate = "2023-06"\n' * 3,
    "a thousand chapters": '[[chapters]]\ntitle = "A"\nmeeting = "2023-06"\n' * 1000,
    "a language nobody speaks": 'language = "xx-Klingon"\n',
    "a language that is a path": 'language = "../../etc"\n',
    "addresses": 'base_url = "https://["\nrepository = "javascript:alert(1)"\n',
    "an address with a port of letters": 'base_url = "https://a:b/"\n',
    "an address of markup": "base_url = 'https://a.b/\"><script>'\n",
    "an open start": 'starts = "../2023"\n',
    "an unknown end": 'starts = "2023/"\n',
    "unknown keys": 'titel = "A"\n"" = 1\n',
}

# ---------------------------------------------------------------- names and kinds of files

NAMES = (
    "CON.txt", "aux.md", "NUL.html", "com1.txt", "a:b.txt", "a?b.txt", 'a"b.txt', "a|b.txt", "a*b.txt", "a<b>.txt",
    "trailing .txt", " leading.txt", "dots...txt", ".hidden.txt", "..txt", "-rf.txt", "--root.txt", "~.txt",
    "$HOME.txt",
    "a\\b.txt", "%2e%2e%2f.txt", "&lt;.txt", "{{7*7}}.txt",
    "a\nb.txt", "a\tb.txt", "a\x1b[31m.txt", "\u202etxt.exe.txt",
    "é.txt", "e\u0301.txt", "ﬁ.txt", "İ.txt", "ß.txt", "SS.txt", "x" * 240 + ".txt", "é" * 120 + ".txt", "🌉.txt",
    "a.TXT", "A.txt", "a.txt", "no-extension", "b.docx", "c.pdf", "sources.yml", "sources.yaml.txt", "d.txt~",
    "e.txt.bak",
    "=1+1.txt", "@sum.txt", "'.txt", "`id`.txt", ";id.txt", "a\u200bb.txt", "a\u00adb.txt", "\ufeff.txt",
)  # fmt: skip


def _loop(root: Path) -> None:
    (root / "seeds/one.txt").symlink_to("two.txt")
    (root / "seeds/two.txt").symlink_to("one.txt")


def _same_by_case(root: Path) -> None:
    for name in ("case.txt", "CASE.txt", "Case.txt"):
        (root / "seeds" / name).write_text(TEXT + name, encoding="utf-8")


def _not_utf8_name(root: Path) -> None:
    (Path(os.fsencode(root).decode()) / os.fsdecode(b"seeds/caf\xe9.txt")).write_text(TEXT)


def _seeds_is(make: Callable[[Path], object]) -> Spoil:
    def spoil(root: Path) -> None:
        (root / "seeds").rename(root / "articles")
        make(root / "seeds")

    return spoil


def _a_pipe_in_content(root: Path) -> None:
    (root / "content").mkdir()
    os.mkfifo(root / "content/pipe.md")


def _a_link_in_content(root: Path) -> None:
    (root / "content").mkdir()
    (root / "content/a.md").symlink_to("b")


KINDS: Mapping[str, Spoil] = {
    "a folder for a seed": lambda root: (root / "seeds/folder.txt").mkdir(),
    "a pipe for a seed": lambda root: os.mkfifo(root / "seeds/pipe.txt"),
    "a device for a seed": lambda root: (root / "seeds/zero.txt").symlink_to("/dev/zero"),
    "a terminal for a seed": lambda root: (root / "seeds/tty.txt").symlink_to("/dev/tty"),
    "a process file for a seed": lambda root: (root / "seeds/self.txt").symlink_to("/proc/self/mem"),
    "a link to nowhere": lambda root: (root / "seeds/nowhere.txt").symlink_to("gone.txt"),
    "a loop of links": _loop,
    "a link to itself": lambda root: (root / "seeds/self.txt").symlink_to("self.txt"),
    "a link out of the folder": lambda root: (root / "seeds/out.txt").symlink_to("/etc/hostname"),
    "a link to its folder": lambda root: (root / "seeds/up.txt").symlink_to(".."),
    "names that differ by case": _same_by_case,
    "a name that is no UTF-8": _not_utf8_name,
    "a pipe for a content file": _a_pipe_in_content,
    "a folder for a content file": lambda root: (root / "content/folder.md").mkdir(parents=True),
    "a link to nowhere in content": _a_link_in_content,
    "settings are a folder": lambda root: (root / "timeline.toml").mkdir(),
    "settings are a pipe": lambda root: os.mkfifo(root / "timeline.toml"),
    "settings are a link to nowhere": lambda root: (root / "timeline.toml").symlink_to("gone"),
    "settings are a device": lambda root: (root / "timeline.toml").symlink_to("/dev/zero"),
    "sources are a folder": lambda root: (root / "seeds/sources.yaml").mkdir(),
    "sources are a pipe": lambda root: os.mkfifo(root / "seeds/sources.yaml"),
    "templates are a file": lambda root: (root / "templates").write_text(""),
}
# what leaves nothing to build, so that no good article can be shown
HOPELESS: Mapping[str, Spoil] = {
    "seeds is a file": _seeds_is(lambda path: path.write_text("")),
    "seeds is a pipe": _seeds_is(os.mkfifo),
    "seeds is a link to nowhere": _seeds_is(lambda path: path.symlink_to("gone")),
    "seeds is a link to itself": _seeds_is(lambda path: path.symlink_to("seeds")),
    "no seeds": _seeds_is(lambda path: None),
    "empty seeds": _seeds_is(Path.mkdir),
    "content is a file": lambda root: (root / "content").write_text(""),
    "content is a pipe": lambda root: os.mkfifo(root / "content"),
    "content is a link to nowhere": lambda root: (root / "content").symlink_to("gone"),
    "content is a link to itself": lambda root: (root / "content").symlink_to("content"),
    "site is a file": lambda root: (root / "site").write_text("mine"),
    "site is a pipe": lambda root: os.mkfifo(root / "site"),
    "site is a link": lambda root: (root / "site").symlink_to("seeds"),
    "site is a link to nowhere": lambda root: (root / "site").symlink_to("gone"),
    "site has somebody's front page": holding("site/index.html", "mine"),
    "a template that cannot be read": holding("templates/timeline.html", "{% if %}"),
    "a template that is no UTF-8": holding("templates/timeline.html", b"\xff\xfe\x00"),
    "a template with an unknown name": holding("templates/timeline.html", "{{ nobody_knows }}"),
    "a template that extends itself": holding("templates/base.html", '{% extends "base.html" %}'),
}

SOURCES: Mapping[str, str] = {
    "no mapping": "- a\n",
    "no YAML": "a: [\n",
    "an unknown seed": "nobody.txt: {title: A}\n",
    "unknown keys": "good.txt: {titel: A}\n",
    "duplicate rows": "good.txt: {title: A}\ngood.txt: {title: B}\n",
    "a path out": "../../etc/passwd: {title: A}\n",
    "a bomb": "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n",
    "an endless alias": "good.txt: &a {title: *a}\n",
    "deep": "good.txt: " + "[" * 5000 + "]" * 5000,
    "a tag": "good.txt: !!python/name:os.system {}\n",
    "a list for a value": "good.txt: {title: [a, b]}\n",
    "a script for an address": "good.txt: {url: 'javascript:alert(1)'}\n",
    "an absurd date": "good.txt: {published: 20023-02-31}\n",
    "year 0": "good.txt: {published: '0000'}\n",
    "year -1": "good.txt: {published: '-0001'}\n",
    "year 9999": "good.txt: {published: '9999-12-31'}\n",
    "year 1": "good.txt: {published: '0001-01-01'}\n",
    "a NUL": 'good.txt: {title: "\\0"}\n',
    "a surrogate": 'good.txt: {title: "\\ud800"}\n',
    "a decade": "good.txt: {published: 199X}\n",
    "a season": "good.txt: {published: 2023-21}\n",
    "an uncertain day": "good.txt: {published: 2023-06-14~}\n",
    "a time": "good.txt: {published: '2023-06-14T12:30:00Z'}\n",
}


SENTENCE = "He said on Tuesday that it ended. "


def _many(count: int, content: bytes) -> Spoil:
    """So many files of a few bytes."""

    def spoil(root: Path) -> None:
        for number in range(count):
            (root / f"seeds/{number:06}.txt").write_bytes(content)

    return spoil


def _fronted(field: str, text: str) -> str:
    return f"---\ntitle: A\noutlet: B\npublished: 2023-06-14\n{field}---\n{text}\n"


# what is too much, and what is just not: 50 MB in one line, 100,000 files, and all that a seed may have
HUGE: Mapping[str, Spoil] = {
    "50 MB in one line of a seed": holding("seeds/a.txt", SENTENCE * 1_550_000),
    "50 MB in one line of Markdown": holding("seeds/a.md", SENTENCE * 1_550_000),
    "50 MB in one line of a page": holding("seeds/a.html", "<p>" + SENTENCE * 1_550_000),
    "50 MB in one line of sources.yaml": holding("seeds/sources.yaml", SENTENCE * 1_550_000),
    "50 MB in one line of a content file": holding("content/a.md", _fronted("", SENTENCE * 1_550_000)),
    "50 MB in one field of a content file": holding("content/a.md", _fronted(f"byline: {SENTENCE * 1_550_000}\n", "")),
    "50 MB in one line of timeline.toml": holding("timeline.toml", f'title = "{SENTENCE * 1_550_000}"\n'),
    "100,000 empty files": _many(100_000, b""),
    "100,000 files of NUL": _many(100_000, b"\0"),
    "a million characters in one line": holding("seeds/a.txt", SENTENCE * 29_000),
    "19,000 lines": holding("seeds/a.txt", (SENTENCE + "\n") * 19_000),
    "a page of 19,000 paragraphs": holding("seeds/a.html", "".join(f"<p>{SENTENCE}{n}</p>" for n in range(19_000))),
    "19 MB of a content file": holding("content/a.md", _fronted("", SENTENCE * 550_000)),
}


def bad_inputs() -> Iterator[tuple[str, Spoil]]:
    """Every bad input by its name, all of which leave the good articles something to be built into."""
    yield from _texts()
    yield from _fields()
    yield from ((f"settings: {name}", holding("timeline.toml", toml)) for name, toml in TOML.items())
    yield from ((f"sources: {name}", holding("seeds/sources.yaml", text)) for name, text in SOURCES.items())
    yield from ((f"name: {name!a}"[:80], holding(f"seeds/{name}", TEXT)) for name in NAMES)
    yield from ((f"files: {name}", spoil) for name, spoil in KINDS.items())


def _texts() -> Iterator[tuple[str, Spoil]]:
    for name, content in BYTES.items():
        yield f"seed: {name}", holding("seeds/bad.txt", content)
        if name in IN_EVERY_FORMAT:
            yield f"markdown seed: {name}", holding("seeds/bad.md", content)
            yield f"page: {name}", holding("seeds/bad.html", content)
            yield f"content: {name}", holding("content/bad.md", content)
    for date in DATES:
        text = TEXT.replace("June 14, 2023", date) + f"\nIt was agreed on {date} that work ends. He left {date}.\n"
        yield f"date: {date}", holding("seeds/bad.txt", text)


def _fields() -> Iterator[tuple[str, Spoil]]:
    for name, text in YAML.items():
        yield f"front matter of content: {name}", holding("content/bad.md", text)
        yield f"front matter of a seed: {name}", holding("seeds/bad.md", text)
    for number, value in enumerate(FIELD_VALUES):
        for field in (FIELDS[number % len(FIELDS)], FIELDS[(number + 7) % len(FIELDS)]):
            yield f"content {field}: {value[:40]}", holding("content/bad.md", article_with(field, value))
        event_field = EVENT_FIELDS[number % len(EVENT_FIELDS)]
        yield f"event {event_field}: {value[:40]}", holding("content/bad.md", event_with(event_field, value))
