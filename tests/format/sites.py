"""Small sites as texts by path, through the whole program; what is wrong in them is marked where it is found.

`⟦rule⟧` in a text stands right before the place where that rule finds something: it is taken out of the file, and the
findings of the site must be exactly those marked. `⟦warning:rule⟧` marks one that is no error.

Small sites leave out much that opinions would like to see. Only what files say by themselves is held against the marks:
errors, `misplaced` and `future-reading`. Sites about opinions are checked with `opinions=True`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

from okrsite.build import Made, build, check, look_at, read_and_link
from okrsite.config import Wishes
from okrsite.diagnostics import in_order

Files = Mapping[str, str | bytes | None]

AS_OF = "2026-02-10"
OF_FILES = frozenset({"misplaced", "future-reading"})
_MARK = re.compile("⟦([a-z:-]+)⟧")


def written(folder: Path, files: Files) -> Path:
    """Write files below the root of a site, without their marks; None is a folder. `../x` lies beside the root."""
    root = folder / "root"
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            file.mkdir()
        else:
            file.write_bytes(content if isinstance(content, bytes) else _plain(content).encode())
    root.mkdir(exist_ok=True)
    return root


def marked(files: Files) -> list[str]:
    """List what is marked in files, as `path:line:column rule`."""
    texts = ((path, content) for path, content in files.items() if isinstance(content, str))
    return sorted(mark for path, content in texts for mark in _marks(path, _even(content)))


def _even(content: str) -> str:
    return dedent(content.removeprefix("\n"))


def _plain(content: str) -> str:
    return _MARK.sub("", _even(content))


def _marks(path: str, content: str) -> Iterator[str]:
    for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), 1):
        for mark in _MARK.finditer(line):
            yield f"{path}:{number}:{len(_MARK.sub('', line[: mark.start()])) + 1} {mark[1]}"


def found(made: Made) -> list[str]:
    """List the findings of a site, as `path:line:column rule`."""
    return sorted(
        f"{each.span.path}:{each.span.line}:{each.span.column} "
        + (each.rule if each.level == "error" else f"{each.level}:{each.rule}")
        for each in made.findings
    )


def messages(made: Made) -> str:
    """Give all that is said, for a test that fails and for what must be named."""
    return "\n".join(
        f"{each.span.path}:{each.span.line}:{each.span.column} {each.rule}: {each.message} {each.help}"
        + "".join(f" ({other.span.path}:{other.span.line} {other.message})" for other in each.related)
        for each in made.findings
    )


def checked(files: Files, *, opinions: bool = False, **wishes: Any) -> Made:
    """Check a site, with opinions and without making its pages, or the whole of it, without its opinions."""
    with TemporaryDirectory() as folder:
        root, asked = written(Path(folder), files), Wishes(**{"as_of": AS_OF, **wishes})
        return _looked_at(root, asked) if opinions else without_opinions(check(root, asked))


def _looked_at(root: Path, wishes: Wishes) -> Made:
    whole = look_at(read_and_link(root, wishes))
    return Made(whole.config, whole.site, in_order(whole.judged.told), 0)


def without_opinions(made: Made) -> Made:
    """Leave out what is no error, and not said of files by themselves."""
    return replace(made, findings=[each for each in made.findings if each.level == "error" or each.rule in OF_FILES])


def expect_marked(files: Files, *, opinions: bool = False, **wishes: Any) -> Made:
    """Check a site, and insist on the findings that are marked in it and no others."""
    made = checked(files, opinions=opinions, **wishes)
    assert found(made) == marked(files), messages(made)
    assert [each for each in made.findings if not (each.message and each.help)] == [], (
        "each has a sentence and a way out"
    )
    return made


@dataclass
class Built:
    """A site that was built, with what was published."""

    made: Made
    files: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def data(self) -> Any:
        """What `data/site.json` says."""
        return json.loads(self.files["data/site.json"])

    def by_id(self, kind: str) -> dict[str, Any]:
        """Give the things of a kind in the data by their ids."""
        return {each["id"]: each for each in self.data[kind]}

    @property
    def objectives(self) -> dict[str, Any]:
        """Give the objectives in the data by their full names."""
        return {each["ref"]: each for each in self.data["objectives"]}

    def text(self, address: str) -> str:
        """Give a published file as text."""
        return self.files[address].decode()


def built(files: Files, **wishes: Any) -> Built:
    """Build a site; what is marked in it must be found, and without an error it must have been published."""
    with TemporaryDirectory() as folder:
        root = written(Path(folder), files)
        made = without_opinions(build(root, Wishes(**{"as_of": AS_OF, **wishes})))
        assert found(made) == marked(files), messages(made)
        assert made.published is not None, messages(made)
        output = made.config.output
        published = {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in sorted(output.rglob("*"))
            if path.is_file()
        }
    return Built(made, published)


def objective(keys: str = "", *, title: str = "Everyone walks again", below: str = "") -> str:
    """Write the file of an objective: its title, other keys, the text below."""
    return f"---\ntitle: {title}\n{_even(keys)}".rstrip("\n") + f"\n---\n{_even(below)}"
