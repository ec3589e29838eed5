"""What templates get, read from the pages themselves: every template with its view, every shape in it, field by field."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
import types
from collections.abc import Iterator
from typing import get_args, get_type_hints

import okrsite.pages
from okrsite.pages.chrome import Chrome
from okrsite.pages.page import Head, Page

PREFACE = """# What templates get

Written from the pages by `make reference`. A template gets `view`, as below; `page`, `head` and `chrome`, which describe
the frame; and `t(key, …)`, which says words of the catalogue. [The theme contract](theme.md) tells what may be relied on.

"""
_TEMPLATE = re.compile(r'"([a-z0-9-]+\.html)"')
_PLAIN = re.compile(r"\b(?:[a-z_]+\.)+(?=[A-Za-z])")


def views() -> str:
    """Write the whole reference of views as Markdown."""
    named = sorted(_named(), key=lambda pair: pair[0])
    shapes = _shapes([*dict.fromkeys(view for _, view in named), Page, Head, Chrome])
    roots = {view for _, view in named}
    by_template = [f"## {template}\n\n{_shape(view)}" for template, view in named]
    others = [f"### {_title(shape, shapes)}\n\n{_shape(shape)}" for shape in shapes if shape not in roots]
    return PREFACE + "\n".join(by_template) + "\n## Shapes within\n\n" + "\n".join(others)


def _named() -> Iterator[tuple[str, type]]:
    """Find each page's template and the view that it gets: the module's one class that ends with View and is its own."""
    for found in (each for each in pkgutil.iter_modules(okrsite.pages.__path__) if not each.ispkg):
        module = importlib.import_module(f"okrsite.pages.{found.name}")
        source = inspect.getsource(module)
        own = [
            each
            for name, each in inspect.getmembers(module, inspect.isclass)
            if name.endswith("View") and each.__module__ == module.__name__
        ]
        for template in dict.fromkeys(_TEMPLATE.findall(source)):
            for view in own:
                if len(own) == 1 or _fits(template, view.__name__):
                    yield template, view


def _fits(template: str, view: str) -> bool:
    """Tell which of several views of a module is a template's: the one called like it."""
    return template.removesuffix(".html").replace("-", "") == view.removesuffix("View").lower()


def _title(shape: type, shapes: list[type]) -> str:
    """Name a shape; of two with one name also by the module it is from."""
    alone = sum(other.__name__ == shape.__name__ for other in shapes) == 1
    return shape.__name__ if alone else f"{shape.__name__} ({shape.__module__.rpartition('.')[2]})"


def _shapes(roots: list[type]) -> list[type]:
    """Give every shape that can be reached, in the order of the alphabet."""
    found: set[type] = set()
    waiting = list(roots)
    while waiting:
        shape = waiting.pop()
        if shape not in found:
            found.add(shape)
            waiting += [part for hint in _fields(shape).values() for part in _within(hint)]
    return sorted(found, key=lambda shape: (shape.__name__, shape.__module__))


def _within(hint: object) -> Iterator[type]:
    """Give the shapes that a type is made of."""
    if inspect.isclass(hint) and dataclasses.is_dataclass(hint) and not isinstance(hint, types.GenericAlias):
        yield hint
    for part in get_args(hint):
        yield from _within(part)


def _fields(shape: type) -> dict[str, object]:
    hints = get_type_hints(shape)
    return {field.name: hints[field.name] for field in dataclasses.fields(shape)}


def _shape(shape: type) -> str:
    """Write what a shape is, and its fields."""
    lines = [f"| `{name}` | `{_type(hint)}` |" for name, hint in _fields(shape).items()]
    table = "\n".join(["| field | what it is |", "|---|---|", *lines]) if lines else "It has no fields."
    return f"{inspect.getdoc(shape)}\n\n{table}\n"


def _type(hint: object) -> str:
    """Write a type as a reader would, without the rooms it lives in."""
    written = hint.__name__ if inspect.isclass(hint) and not get_args(hint) else str(hint)
    return _PLAIN.sub("", written).replace(" | ", " or ").replace("NoneType", "None")
