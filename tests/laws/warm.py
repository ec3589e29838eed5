"""What is had from the store is what would be made anew: the law, put to sites that change at random.

    python -m tests.laws.warm --edits 1000000 --seed 7

A site changes step by step; after each step its documents are had from a store that has seen all that was before, and
read anew, and the two are held against each other, value by value and type by type. Of every few states the whole site
is made both ways, and held against each other byte for byte, with all findings.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from okrsite.build import look_at, read_and_link
from okrsite.cache import Store, of_program
from okrsite.config import Config, Wishes, configure
from okrsite.diagnostics import Finding, in_order
from okrsite.documents import Document, read, read_kept
from okrsite.output import files_of
from okrsite.publish import BUILD, Manifest, Written
from okrsite.sources import Kind, Source, find
from tests.laws.edits import first, laid_out

WHOLE_EVERY = 12
"""Of so many states one is made whole, both ways; documents are compared in each."""

AT_ONCE = 2500
"""Edits of one site; then another one is begun."""

ENOUGH = 20_000
"""Documents that the one who reads anew remembers."""

SETTLED_EVERY = 50
"""After so many edits a build ends, so that the store writes, remembers and prunes."""


class Broken(AssertionError):  # noqa: N818 - the law is
    """What was had from the store is not what is made anew."""


def hold(
    edits: int, seed: int, root: Path, *, whole_every: int = WHOLE_EVERY, opened: Callable[[], Store] | None = None
) -> None:
    """Change a site `edits` times, and hold what the store gives against what is made anew. Raises `Broken`."""
    root.mkdir(parents=True, exist_ok=True)
    store = opened() if opened else Store(str(root / "kept"), of_program())
    site, reader = first(random.Random(seed)), Reader()
    before: dict[str, bytes] = {}
    done: list[str] = []
    for number in range(1, edits + 1):
        done.append(site.edit())
        laid_out(site.files, before, root)
        before = dict(site.files)
        try:
            _hold_one(
                root, Wishes(today=site.day, output=root / "site"), store, reader, whole=number % whole_every == 0
            )
        except Broken as broken:
            raise Broken(f"seed {seed}, edit {number}: {broken}. The last edits: {', '.join(done[-8:])}") from broken
        if number % SETTLED_EVERY == 0:
            store.settle()
    store.close()
    if store.word:
        raise Broken(f"seed {seed}: {store.word}")


def _hold_one(root: Path, wishes: Wishes, store: Store, reader: Reader, *, whole: bool) -> None:
    compare_documents(root, wishes, store, reader)
    if whole:
        compare_sites(made(root, wishes, store), made(root, wishes, None))


class Reader:
    """Reads a document anew where anything at all is new: a file's name, its bytes, one word of the configuration."""

    def __init__(self) -> None:
        self.known: dict[object, Document] = {}

    def read(self, source: Source, config: Config, configured: str) -> Document:
        key = (source, configured)
        if key not in self.known:
            if len(self.known) > ENOUGH:
                self.known.clear()
            self.known[key] = read(source, config)
        return self.known[key]


def compare_documents(root: Path, wishes: Wishes, store: Store, reader: Reader) -> None:
    config, _ = configure(root, wishes)
    configured = repr(config)
    sources = [source for source in find(config)[0] if source.kind is not Kind.STATIC]
    for source, warm in zip(sources, read_kept(sources, config, store), strict=True):
        cold = reader.read(source, config, configured)
        if warm != cold or next(differences(warm, cold, ""), None):
            raise Broken(f"another document: {next(differences(warm, cold, source.path), source.path)}")


def differences(one: Any, other: Any, where: str) -> Iterator[str]:
    """Say where two values differ, were it only in the type of a number or the order of a mapping."""
    if one is other:
        return
    if type(one) is not type(other):
        yield f"{where}: {one!r} is no {type(other).__name__}"
    elif is_dataclass(one):
        kind: Any = type(one)
        for name in _names(kind):
            yield from differences(getattr(one, name), getattr(other, name), f"{where}.{name}")
    elif isinstance(one, (tuple, list)) and len(one) == len(other):
        for number, (each, its) in enumerate(zip(one, other, strict=True)):
            yield from differences(each, its, f"{where}[{number}]")
    elif isinstance(one, dict):
        yield from differences(list(one.items()), list(other.items()), where)
    elif one != other or (not isinstance(one, frozenset) and repr(one) != repr(other)):
        yield f"{where}: {one!r} and {other!r}"


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def made(root: Path, wishes: Wishes, store: Store | None) -> tuple[dict[str, bytes], list[Finding]]:
    """Make a whole site in memory: every file by its address, and every finding in order."""
    whole = look_at(read_and_link(root, wishes, store=store))
    files: dict[str, bytes] = {}
    findings = list(whole.judged.told)
    for file in files_of(whole):
        if isinstance(file, Finding):
            findings.append(file)
        else:
            files[file.address] = Path(file.copied).read_bytes() if file.data is None else file.data
    written = (Written(address, sha256(data).hexdigest(), len(data)) for address, data in files.items())
    files[BUILD] = Manifest(tuple(sorted(written)), as_of=whole.config.as_of).to_json()
    return files, in_order(findings)


def compare_sites(warm: tuple[dict[str, bytes], list[Finding]], cold: tuple[dict[str, bytes], list[Finding]]) -> None:
    """Hold two sites against each other, byte for byte, and what is told of them."""
    addresses = warm[0].keys() | cold[0].keys()
    differing = sorted(each for each in addresses if warm[0].get(each) != cold[0].get(each))
    if differing:
        raise Broken(f"another site: {', '.join(differing[:5])}")
    if warm[1] != cold[1]:
        raise Broken(f"other findings: {[each for each in warm[1] if each not in cold[1]]}, {len(cold[1])} anew")


def main() -> None:
    """Put the law to as many edits as wished, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--whole-every", type=int, default=WHOLE_EVERY, help="make the whole site of so many states once"
    )
    asked = parser.parse_args()
    for first_edit in range(0, asked.edits, AT_ONCE):
        seed = asked.seed + first_edit // AT_ONCE
        with tempfile.TemporaryDirectory() as folder:
            edits = min(AT_ONCE, asked.edits - first_edit)
            hold(edits, seed, Path(folder), whole_every=asked.whole_every)
        sys.stdout.write(f"seed {seed}: {edits} edits, and all was as if made anew\n")


if __name__ == "__main__":
    main()
