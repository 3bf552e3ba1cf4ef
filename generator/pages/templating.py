"""The templates: found in their folders, compiled once and kept, filled with everything escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from generator import compiled
from generator.pages.catalogue import Words
from generator.problems import Problem

Templates = tuple[tuple[str, bytes], ...]  # their names and what is in them
TEMPLATE_ENDINGS = frozenset((".html", ".css", ".js", ".json"))
MOST_TEMPLATES = 300  # kept compiled; more are those of folders that went
# Their macros are filters in all templates behind them. Jinja2 calls a filter as it is; of a macro it asks at each call
# what it wants to be given, and a page that imports some imports them anew.
_MACROS = ("links", "event", "chapter", "contents", "corrections", "strip", "articles", "finder")
MISTAKES = (jinja2.TemplateError, UnicodeDecodeError, RecursionError)  # what a template does wrong
_FIXED_WORDS = compiled.regex(r"\{\{ t\('([a-z-]{1,40})'\) \}\}")


def read_templates(folders: tuple[Path, ...]) -> Templates:
    """Every file of the template folders by its name, sorted; of two with one name the one of the earlier folder."""
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        paths = (path for path in folder.rglob("*") if path.suffix in TEMPLATE_ENDINGS and path.is_file())
        found |= {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return tuple(sorted(found.items()))


class TemplateError(Exception):
    """A template of the timeline's own that cannot be filled; `problem` is the line to print."""

    def __init__(self, name: str, line: int, what: str) -> None:
        mend = "mend it, or delete it to use the project's own"
        self.problem = Problem(f"templates/{name}", line, f"cannot be filled: {what}", mend)
        super().__init__(name, line, what)  # what it is made of again where it comes from another process

    def __str__(self) -> str:
        return str(self.problem)


def blame(template: str, error: Exception) -> TemplateError:
    """What was wrong with a template, or with one that it uses, as what is said of it."""
    if isinstance(error, TemplateSyntaxError):
        return TemplateError(error.name or template, error.lineno, str(error.message))
    return TemplateError(template, 0, str(error))


def make_environment(templates: Templates, words: Words, names: Mapping[str, object]) -> Environment:
    """Jinja2 that escapes everything, fails on an unknown name, and has the site's fixed words in its templates.

    names: what every template knows. Raises TemplateError.
    """
    sources = dict(templates)
    environment = Environment(
        loader=FunctionLoader(lambda name: _with_words(sources[name], words) if name in sources else None),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
        auto_reload=False,  # the sources are values
        cache_size=-1,  # all stay: they are few, and each page asks for several
    )
    environment.filters["csp_hash"] = _csp_hash
    environment.filters["once"] = _Once(environment)
    environment.globals.update(names)
    for name in _MACROS:
        _add_macros(environment, f"partials/{name}.html")
    return environment


def _add_macros(environment: Environment, name: str) -> None:
    try:
        found = vars(environment.get_template(name).module)
    except MISTAKES as error:
        raise blame(name, error) from error
    macros = {key: value for key, value in found.items() if isinstance(value, Macro)}
    environment.filters = {**macros, **environment.filters}


class _Kept(BytecodeCache):
    """Compiled templates, kept with the program's own compiled modules; each is good as long as its source stays."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] | None = None

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, where its template was compiled before; it compares the sources itself."""
        if self._compiled is None:
            self._compiled = compiled.read("templates")
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        known = self._compiled or {}
        self._compiled = (known if len(known) < MOST_TEMPLATES else {}) | {bucket.key: bucket.bytecode_to_string()}
        compiled.write("templates", self._compiled)


_COMPILED = _Kept()


class Environment(jinja2.Environment):
    """Jinja2 whose templates have plain dictionaries of globals: every import compares them, on every page."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of one template."""
        return {**self.globals, **(d or {})}


def _with_words(template: bytes, words: Words) -> str:
    """A template with the site's fixed words in it, which need not be looked up on every page then."""
    return _FIXED_WORDS.sub(lambda found: escape(words(found[1])), template.decode())


class _Once:
    """Fills a partial that depends on nothing but the way to the root, once for each."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._filled: dict[tuple[str, str], Markup] = {}

    def __call__(self, name: str, root: str) -> Markup:
        """The partial's HTML."""
        if (name, root) not in self._filled:
            self._filled[name, root] = Markup(self._environment.get_template(name).render(root=root))
        return self._filled[name, root]


def _csp_hash(text: str) -> str:
    """What a content security policy calls an inline script or style by (CSP 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode(errors="replace")).digest()).decode()
