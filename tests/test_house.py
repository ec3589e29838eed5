"""The house rules that a machine can read: who imports whom, which names are not used, and what no file may hold."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "okrsite"

ROOMS = (
    "diagnostics",
    "rules",
    "reports",
    "targets",
    "addresses",
    "files",
    "keeping",
    "root",
    "cache",
    "crew",
    "cluster",
    "written",
    "prose",
    "config",
    "sources",
    "documents",
    "plan",
    "measure",
    "checks",
    "directions",
    "speech",
    "charts",
    "pages",
    "theme",
    "render",
    "terminal",
    "review",
    "exchange",
    "output",
    "sound",
    "publish",
    "authoring",
    "unchanged",
    "build",
    "watch",
    "server",
    "preview",
    "cli",
    "__main__",
)
"""In the order of the straight line: a room imports only rooms that stand before it."""

LIBRARIES = {
    "babel": {"speech"},
    "click": {"cli"},
    "distributed": {"cluster"},
    "jinja2": {"theme", "render"},
    "markdown": {"prose"},
    "markupsafe": {"speech", "theme", "render"},
    "nh3": {"prose"},
    "pydantic": {"written"},
    "pydantic_core": {"written"},
    "watchdog": {"watch"},
    "yaml": {"written"},
}
"""Which rooms may import a library, so that replacing it touches one place."""

SHARED = {
    "checks": {"as_written", "bare_words", "case", "columns", "judging", "led", "pay", "reading", "rule", "wording"},
    "exchange": {"json_text", "numbers", "records", "survey_records"},
    "pages": {"chrome", "ground", "order", "page", "parts", "register", "standing", "titles"},
}
"""What pages, rules and formats may import from their own room; never each other."""


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name."""
    return {dotted(path): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def dotted(path: Path) -> str:
    """`okrsite/pages/home.py` → `okrsite.pages.home`; a package's own file is the package."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(name: str) -> Iterator[tuple[str, int]]:
    """All that a module imports, by dotted name, with the line."""
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: say where it is from, not how far up"
            yield from ((_module(f"{node.module}.{alias.name}"), node.lineno) for alias in node.names)


def _module(name: str) -> str:
    return name if name in modules() else name.rpartition(".")[0]


def room(name: str) -> str:
    """The room of a module; empty for the package itself."""
    return name.split(".")[1] if "." in name else ""


def tracked() -> list[Path]:
    """Every file under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [path for path in (ROOT / name for name in listed.split("\0") if name) if path.is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    """The tracked files that are text."""
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content:
            yield path.relative_to(ROOT), content.decode("utf-8", "replace")


def test_every_room_has_its_place_on_the_line() -> None:
    assert {room(name) for name in modules()} - {""} <= set(ROOMS)


def test_a_room_imports_only_rooms_before_it() -> None:
    wrong = [
        f"{name}:{line} imports {wanted}"
        for name in modules()
        for wanted, line in imports(name)
        if room(name) and wanted.startswith("okrsite.") and ROOMS.index(room(wanted)) > ROOMS.index(room(name))
    ]
    assert wrong == []


@pytest.mark.parametrize("where", sorted(SHARED))
def test_pages_rules_and_formats_never_import_each_other(where: str) -> None:
    inside = f"okrsite.{where}."
    wrong = [
        f"{name}:{line} imports {wanted}"
        for name in modules()
        if name.startswith(inside) and name.split(".")[2] not in SHARED[where]
        for wanted, line in imports(name)
        if (wanted + ".").startswith(inside)
        and wanted != name
        and (wanted + "..").split(".")[2] not in SHARED[where]
        and wanted.split(".")[:3] != name.split(".")[:3]
    ]
    assert wrong == []


def test_each_library_is_imported_in_its_room_only() -> None:
    own = sys.stdlib_module_names | {"okrsite"}
    wrong = [
        f"{name}:{line} imports {wanted}"
        for name in modules()
        for wanted, line in imports(name)
        if (library := wanted.split(".")[0]) not in own and room(name) not in LIBRARIES.get(library, ())
    ]
    assert wrong == []


def test_nothing_below_the_commands_reads_the_clock_or_the_environment() -> None:
    reads = re.compile(r"\b(os\.environ|os\.getenv|date\.today|datetime\.(now|utcnow|today)|time\.time)\b")
    wrong = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if room(dotted(path)) != "cli"
        for found in reads.finditer(path.read_text("utf-8"))
    ]
    assert wrong == []


def test_no_class_is_named_for_what_it_might_do() -> None:
    vague = re.compile(r"(Manager|Handler|Helper|Util|Utils|Processor)$")
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in tracked()
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and vague.search(node.name)
    ]
    assert wrong == []


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "common", "misc", "helpers"}
    parts = {
        part for path in tracked() if path.suffix == ".py" for part in path.relative_to(ROOT).with_suffix("").parts
    }
    assert parts & drawers == set()


def test_no_tracked_file_knows_a_machine_or_a_package_host() -> None:
    machine = r"(?<![\w.}])/root/|/home/[a-z]+/|/Users/[A-Za-z]+/|/work/(main|shared|brief)\b"
    hosts = ("pypi.org", "pythonhosted.org", "npmjs.org", "npmjs.com", "deb.debian.org", "pypi-more")
    foreign = re.compile("|".join([machine, *map(re.escape, hosts)]))
    own = Path(__file__).relative_to(ROOT)
    wrong = [
        f"{path}: {found[0]}" for path, text in texts() if path != own for found in list(foreign.finditer(text))[:3]
    ]
    assert wrong == []


def test_nothing_is_left_open_in_the_code() -> None:
    marks = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")))
    wrong = [
        f"{path}: {found[0]}"
        for path, text in texts()
        if path.suffix in {".py", ".js", ".css", ".html"} and not path.is_relative_to("tests/real")
        for found in marks.finditer(text)
    ]
    assert wrong == []
