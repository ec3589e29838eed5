"""Templates as functions say what Jinja says, or leave it to Jinja."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrsite.pages.chrome import Chrome, chrome
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Head, Html, Link
from okrsite.render.environment import environment_of
from okrsite.render.functions import Functions
from okrsite.render.rendering import FRAME, Workshop
from okrsite.render.translation import IN_FRAME, IN_PAGE, Library, Untranslatable, translated
from okrsite.speech import Words
from okrsite.theme import Template, Theme, find_theme
from tests.conftest import ROOT
from tests.pages.hospital import ground
from tests.pages.reading import default_theme

WORDS: Words = {"comma": ", & ", "many": {"one": "{n} thing", "other": "{n} things of {what}"}}
PARTS = """
{% macro link(item, class="") -%}<a{% if class %} class="{{ class }}"{% endif %}>{{ item }}</a>{%- endmacro %}
{% macro boxed(title, lid=none) -%}[{{ title }}{{ lid }}|{{ caller() if caller is defined else "" }}]{%- endmacro %}
{% macro open(title) -%}[{{ caller() }}{{ title }}]{%- endmacro %}
{% macro rest(a, b="b") -%}{{ a }}{{ b }}{% for key, one in kwargs.items() %} {{ key }}={{ one }}{% endfor %}{%- endmacro %}
{% macro passed(a) -%}{{ rest(a, "x", **kwargs) }}{%- endmacro %}
"""
IMPORTS = '{% from "parts.html" import link, boxed, open, rest, passed %}'


SO, GAP, THERE = Html("<em>so</em>"), Html(""), Link("text", "there.html")


@dataclass(frozen=True)
class View:
    text: str = "<b> & 'c'"
    html: Html = SO
    gap: Html = GAP
    none: None = None
    count: int = 3
    rows: tuple[str, ...] = ("a", "<", "c")
    pairs: tuple[tuple[str, int], ...] = (("x", 1), ("y", 2))
    nothing: tuple[str, ...] = ()
    keyed: dict[str, str] = field(default_factory=lambda: {"key": "<value>"})
    link: Link = THERE


def theme_of(**sources: str) -> Theme:
    templates = {f"{name}.html": Template(f"{name}.html", source) for name, source in sources.items()}
    return Theme(repr(sorted(sources.items())), templates, {}, {"en": WORDS})


def frame() -> Chrome:
    return chrome(Sheet(ground(), "pages/note.html"), default_theme().published())


HEAD = Head("A <title>", section="teams")


def swiftly(theme: Theme, head: Head = HEAD, name: str = "note.html") -> str | None:
    function = Functions(theme, "en", environment_of(theme, "en")).whole(name, IN_PAGE)
    return function(View(), "page", frame(), head) if function else None


def by_jinja(theme: Theme, head: Head = HEAD) -> str:
    template = environment_of(theme, "en").get_template("note.html")
    return template.render(view=View(), page="page", chrome=frame(), head=head)


SAID_SWIFTLY = (
    "plain <b>",
    "{{ view.text }} {{ view.html }} {{ view.none }} {{ view.count }} {{ view.gap }}",
    '{{ "<" }}{{ 1.0 }}{{ none }}{{ true }}',
    "{% if view.gap %}gap{% elif view.none %}none{% elif view.count %}{{ view.count }}{% else %}else{% endif %}",
    "{% for one in view.rows %}{{ loop.index }}{{ loop.index0 }}{{ one }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for one in view.rows %}{% for two in view.rows %}{{ loop.first }}{% endfor %}{{ loop.length }}{% endfor %}",
    "{% for key, n in view.pairs %}{{ key }}{{ n + 1 }}{% endfor %}{% for _ in range(view.count) %}.{% endfor %}",
    "{{ view.text if view.gap }}{{ view.text if view.count else view.html }}{{ view.gap or view.html }}",
    '{{ t("comma") }}{{ link(t("comma")) }}{{ t("many", n=view.count, what=view.text) }}{{ t("many", n=1) }}',
    '{{ link(view.text) }}{{ link(view.html, "c<") }}{{ link(class=view.text, item=link(view.text)) }}',
    "{% call boxed(view.text) %}<i>{{ view.text }}</i>{% endcall %}{{ boxed(view.text, lid=link(1)) }}",
    "{% for one in view.rows %}{% call open(one) %}{% for two in view.rows %}{{ two }}{% endfor %}{% endcall %}{% endfor %}",
    '{{ rest("a", "b", c=view.text, a=1) }}{{ rest("a", c=2) }}{{ passed("<", c=view.html) }}',
    "{% for key, form in forms('many', what='<').items() %} {{ key }}={{ form }}{% endfor %}",
    '{{ "#" ~ view.text ~ view.html }}{{ view.rows|join("&") }}{{ view.rows|length }}{{ view.text|replace("b", "<") }}',
    '{{ view.keyed["key"] }}{{ view.pairs[0][0] }}{% if view.count is odd and view.count in (1, 3) %}odd{% endif %}',
    '{{ view.text.split("&")[0] }}{{ view.count > 2 and not view.gap }}{{ 7 // 2 * view.count }}',
    '{% include "other.html" %}{{ head.title }}{{ chrome.language }}',
    "{% block a %}{{ link(view.text) }}{% block b %}b{% endblock %}{% endblock %}",
)


@pytest.mark.parametrize("template", SAID_SWIFTLY)
def test_a_function_says_what_jinja_says(template: str) -> None:
    theme = theme_of(note=IMPORTS + template, parts=PARTS, other="other: {{ view.text }}")
    assert swiftly(theme) == by_jinja(theme)


LEFT_TO_JINJA = (
    "{{ view.absent|default('x') }}",
    "{{ 'x' if view.absent is defined else 'y' }}",
    "{{ view.keyed.key }}",
    "{% set x = view.text %}{{ x }}",
    "{% for one in view.nothing %}.{% else %}none{% endfor %}",
    "{{ loop is defined }}{{ link is defined }}",
    "{{ link.name }}",
    "{% for link in view.rows %}{{ link }}{% endfor %}{{ varargs is defined }}",
    "{{ self.a() }}{% block a %}a{% endblock %}",
    "{{ boxed(**view.keyed) if view.gap }}",
    "{% for one in view.rows recursive %}{{ loop.depth }}{% endfor %}",
    "{{ open('x') if view.gap }}{{ view.pairs|map('first')|join }}",
    "{% filter upper %}x{% endfilter %}{% with x = 1 %}{{ x }}{% endwith %}",
    '{% import "parts.html" as p %}{{ p.link(1) }}',
)


@pytest.mark.parametrize("template", LEFT_TO_JINJA)
def test_what_functions_do_not_say_is_said_by_jinja(template: str) -> None:
    theme = theme_of(note=IMPORTS + template, parts=PARTS)
    environment = environment_of(theme, "en")
    functions = Functions(theme, "en", environment)
    shown = Workshop(environment, functions).show("note.html", IN_PAGE, (View(), "page", frame(), HEAD))
    assert shown == by_jinja(theme)
    assert functions.whole("note.html", IN_PAGE) is None, "it is not tried again"


REFUSED = (
    "{{ view.absent }}",
    "{{ absent }}{% if view.gap %}{{ absent }}{% endif %}",
    "{{ link() }}",
    "{{ open('x') }}",
    "{{ link(1, 2, 3) }}",
    "{{ link(1, colour=2) }}",
    "{% call link(1) %}x{% endcall %}",
    "{{ view.text|nofilter }}",
    "{% if view.gap is notest %}{% endif %}",
    "{{ t('nowhere') }}",
    "{{ 1 / 0 }}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "{% for loop in view.rows %}{{ loop.first }}{% endfor %}",
    '{% from "parts.html" import nowhere %}{{ nowhere(1) }}',
    '{% from "nowhere.html" import link %}',
    '{{ late(1) }}{% from "late.html" import late %}',
    '{% include "nowhere.html" %}',
    "{% if %}",
)


@pytest.mark.parametrize("template", REFUSED)
def test_what_jinja_refuses_no_function_says(template: str) -> None:
    theme = theme_of(note=IMPORTS + template, parts=PARTS, late="{% macro late(x) %}{{ x }}{% endmacro %}")
    with pytest.raises(Exception):  # noqa: B017, PT011 - each has its own
        by_jinja(theme)
    with pytest.raises(Exception):  # noqa: B017, PT011
        assert swiftly(theme) is not None


def test_a_template_extends_another_and_its_blocks_stand_there() -> None:
    base = IMPORTS + "<{% block a %}{{ link('a') }}{% endblock %}{{ view.text }}{% block b %}b{% endblock %}>"
    middle = '{% extends "base.html" %}{% block a %}A{% block inner %}i{% endblock %}{% endblock %}'
    leaf = '{% extends "middle.html" %}{% from "parts.html" import rest %}{% block inner %}{{ rest(1) }}{% endblock %}'
    theme = theme_of(note=leaf, middle=middle, base=base, parts=PARTS)
    assert swiftly(theme) == by_jinja(theme)


@pytest.mark.parametrize(
    "leaf",
    [
        '{% extends "base.html" %}{% block a %}{{ super() }}{% endblock %}',
        '{% extends "base.html" %}{% from "parts.html" import boxed as link %}{% block a %}{{ link(1) }}{% endblock %}',
        '{% extends "base.html" %}{% block a %}{{ rest(1) }}{% endblock %}',
        '{% extends "base.html" if view.text else "note.html" %}{% block a %}x{% endblock %}',
    ],
)
def test_what_extends_otherwise_is_left_to_jinja(leaf: str) -> None:
    theme = theme_of(note=leaf, base=IMPORTS + "{% block a %}{{ link('a') }}{% endblock %}", parts=PARTS)
    assert swiftly(theme) is None
    assert by_jinja(theme)


def test_a_macro_before_its_imports_calls_itself_and_those_after_it() -> None:
    source = (
        "{% macro tree(it) %}{{ leaf(it) }}{% if it %}({{ tree(it[1:2]) if it|length > 3 else tree(it[0:0]) }}){% endif %}"
        "{% endmacro %}{% macro leaf(it) %}{{ it }}{% endmacro %}"
    )
    theme = theme_of(note=source.replace("it[1:2]", '""').replace("it[0:0]", '""') + "{{ tree(view.text) }}")
    assert swiftly(theme) == by_jinja(theme)


# -- the frame


def framed(base: str, *heads: Head) -> list[str]:
    theme = theme_of(base=base, parts=PARTS)
    function = Functions(theme, "en", environment_of(theme, "en")).whole(FRAME, IN_FRAME)
    template = environment_of(theme, "en").get_template(FRAME)
    around = frame()
    assert function
    shown = [function(Html("<p>"), "page", around, head) for head in heads]
    assert shown == [template.render(content=Html("<p>"), page="page", chrome=around, head=head) for head in heads]
    return shown


HEADS = (
    HEAD,
    Head("B", section="teams"),
    Head("A <title>", section="map"),
    Head("C", section="map", styles=("wall.css",)),
)


@pytest.mark.parametrize(
    "base",
    [
        "{{ chrome.language }}{% for one in chrome.menu %}{{ one.section == head.section }}{% endfor %}{{ content }}",
        "{% for one in chrome.menu %}{{ one.section == head.section }}{{ head.title }}{% endfor %}",
        "{% for head in chrome.menu %}{{ head.section }}{% endfor %}{{ head.title }}",
        "{% for one in head.styles %}{{ chrome.assets[one] }}{% endfor %}{% if chrome.language %}{{ page }}{% endif %}",
        IMPORTS + "{{ link(chrome.language) }}{{ link(head.section) }}{{ link(head) }}{{ boxed(head.title) }}",
    ],
)
def test_what_stays_in_a_frame_follows_what_it_looks_at(base: str) -> None:
    framed(base, *HEADS, *reversed(HEADS))


def test_another_frame_is_another_even_where_the_first_is_gone() -> None:
    theme = theme_of(base="{{ chrome.language }}{{ chrome.site.href }}")
    function = Functions(theme, "en", environment_of(theme, "en")).whole(FRAME, IN_FRAME)
    assert function
    hrefs = [f"{number}.html" for number in range(200)]
    shown = [function("", "page", replace(frame(), site=Link("site", href)), HEAD) for href in hrefs]
    assert shown == [f"en{href}" for href in hrefs]


# -- templates as they may be


SOUND = (
    *(f"view.{name}" for name in ("text", "html", "gap", "none", "count", "rows", "pairs", "nothing", "link.text")),
    *('"<a>"', "7", "()", 't("comma")', 't("many", n=view.count, what=view.html)', "boxed(1)", "head.section", "page"),
)
ODD = (
    "one",
    "two",
    "title",
    "kwargs",
    "caller()",
    "loop.last",
    "loop.cycle",
    "link",
    "link()",
    "content",
    "view.absent",
)
SIMPLE = st.sampled_from((*SOUND * 9, *ODD))


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    forms = (
        *("({} ~ {})", "({} if {} else {})", "({} if {})", "(not {})", "({} or {})", "({} and {})", "({} == {})"),
        *("({})|length", "({})|join('<')", "link({})", "link({}, {})", "link({}, class={})", "boxed({}, lid={})"),
        *(
            "rest({}, c={})",
            "rest({}, a={})",
            "passed({}, b={})",
            "({})[0]",
            "({}).text",
            "({} in {})",
            "link({}, id={})",
        ),
    )
    return st.sampled_from(forms).flatmap(
        lambda form: st.tuples(*[inner] * form.count("{}")).map(lambda parts: form.format(*parts))
    )


EXPRESSIONS = st.recursive(SIMPLE, _wider, max_leaves=5)
SAYINGS = st.one_of(st.sampled_from(("<p>", "\n", " x ", "")), EXPRESSIONS.map("{{{{ {} }}}}".format))


def _longer(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(inner, max_size=3).map("".join)
    forms = (
        "{% if <e> %}<s>{% endif %}",
        "{% if <e> %}<s>{% elif <e> %}<s>{% else %}<s>{% endif %}",
        "{% for one in <e> %}<s>{{ one }}{% endfor %}",
        "{% for one in view.rows %}{{ one }}{{ loop.index }}<s>{% endfor %}",
        "{% for one, two in view.pairs %}{{ two }}<s>{{ loop.first }}{% endfor %}",
        "{% for title in view.rows %}{{ link(title) }}<s>{% endfor %}",
        "{% for link in view.rows %}{{ link }}<s>{% endfor %}",
        "{% call boxed(<e>) %}<s>{% endcall %}",
        "{% call open(<e>, lid=<e>) %}<s>{% endcall %}",
        "{% set one = <e> %}<s>",
        "{% block a %}<s>{% endblock %}",
    )
    place = re.compile("<[es]>")
    return st.sampled_from(forms).flatmap(
        lambda form: st.tuples(*(EXPRESSIONS if one == "<e>" else some for one in place.findall(form))).map(
            lambda parts: "".join(map("".join, zip_longest(place.split(form), parts, fillvalue="")))
        )
    )


TEMPLATES = st.lists(st.recursive(SAYINGS, _longer, max_leaves=6), max_size=4).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEMPLATES, TEMPLATES)
def test_no_template_is_said_otherwise_than_by_jinja(note: str, inner: str) -> None:
    inside = inner.replace("view", "title").replace("head.section", "one")
    macro = f"{{% macro own(title, one=1) %}}{inside}{{% endmacro %}}"
    theme = theme_of(note=f"{IMPORTS}{macro}{note}{{{{ own(view) }}}}", parts=PARTS)
    try:
        said = swiftly(theme)
    except Exception:  # noqa: BLE001 - then Jinja is asked
        said = None
    if said is not None:
        assert said == by_jinja(theme)


# -- the themes of this repository


@pytest.mark.parametrize("name", sorted(default_theme().templates))
def test_every_template_of_the_default_theme_becomes_a_function(name: str) -> None:
    theme = default_theme()
    library = Functions(theme, "en", environment_of(theme, "en")).library
    given = IN_FRAME if name.endswith(FRAME) else IN_PAGE
    assert translated(library, name, given)
    assert library.macros(name)


def test_a_theme_of_one_s_own_becomes_functions_too() -> None:
    theme, findings = find_theme(ROOT, "print-shop")
    assert findings == []
    assert translated(Functions(theme, "en", environment_of(theme, "en")).library, FRAME, IN_FRAME)
    with pytest.raises(Untranslatable):
        translated(Library(environment_of(theme, "en"), {}, theme.speech("en").say), FRAME, IN_FRAME)
