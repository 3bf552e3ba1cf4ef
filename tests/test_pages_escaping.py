from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.pages.escaping import PageTemplate, into_page

SOURCE = (
    "{% macro twice(x) %}<b title='{{ x }}'>{{ x }}</b>{% endmacro %}"
    "{{ x }} {{ twice(x) }} {% set y %}{{ x }}{% endset %}{{ y }} {{ [x, x] | join('<') }} {{ x ~ '<' }}"
    "{% filter upper %}{{ x }}{% endfilter %}{% for each in [x] %}{{ each | e }}{% endfor %}"
)
JINJA = Environment(autoescape=True, undefined=StrictUndefined)
OURS = Environment(autoescape=True, undefined=StrictUndefined)
OURS.template_class = PageTemplate
OUR_PAGE, JINJAS_PAGE = OURS.from_string(SOURCE), JINJA.from_string(SOURCE)
values = st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none(), st.booleans(), st.lists(st.text()))


@settings(deadline=None)  # a busy machine is no failure
@given(values)
def test_a_page_is_escaped_as_jinja_escapes(value: Any) -> None:
    assert OUR_PAGE.render(x=value) == JINJAS_PAGE.render(x=value)


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"),
        ('" onload="a', "&#34; onload=&#34;a"),
        ("&amp;", "&amp;amp;"),
        (Markup("<b>"), "<b>"),
        (["<"], "[&#39;&lt;&#39;]"),
        (None, "None"),
    ],
)
def test_only_what_is_marked_as_safe_stays_as_it_is(value: Any, html: str) -> None:
    assert into_page(value) == html


def test_text_of_another_class_is_escaped_too() -> None:
    class Name(str):
        __slots__ = ()

    assert into_page(Name("<b>")) == "&lt;b&gt;"


def test_an_unknown_name_is_still_an_error() -> None:
    with pytest.raises(UndefinedError):
        OURS.from_string("{{ nobody }}").render()
