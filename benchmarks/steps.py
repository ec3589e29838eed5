"""The straight line of `okrsite.build`, one step after the other in one process, so that each can be measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from okrsite.build import Linked, checked, measured
from okrsite.cache import Store
from okrsite.config import Wishes, configure
from okrsite.diagnostics import Finding
from okrsite.documents import read_kept
from okrsite.output import File, Studio, Whole, beside_pages, data, index, studio_of
from okrsite.pages import Blank
from okrsite.plan import link
from okrsite.publish import Stage, staged
from okrsite.render import render
from okrsite.sources import Kind, find, look_from

Step = Callable[[str], AbstractContextManager[None]]
"""Counts what happens inside for the step of this name."""


def build(root: Path, output: Path, step: Step) -> tuple[int, int]:
    """Make a site and publish it; give how many files were made, and their bytes."""
    whole = _looked_at(root, output, step)
    with step("plan pages"):
        studio = studio_of(whole)
    with staged(whole.config.output, version="0", as_of=whole.config.as_of) as stage:
        sizes = [_put(stage, file, step) for file in _files(whole, studio, step)]
        with step("publish"):
            stage.publish(force=False)
    return len(sizes), sum(sizes)


def _looked_at(root: Path, output: Path, step: Step) -> Whole:
    with step("configure"):
        config, wrong = configure(root, Wishes(output=output))
    with step("find"):
        sources, misplaced = find(config)
    with step("read"):
        documents = tuple(read_kept([one for one in sources if one.kind is not Kind.STATIC], config, Store()))
    with step("link"):
        plan, broken = link(documents, config, look_from(config))
        linked = Linked(config, sources, documents, plan, [*wrong, *misplaced, *broken])
    with step("measure"):
        whole = measured(linked)
    with step("checks"):
        return checked(linked, whole)


def _files(whole: Whole, studio: Studio, step: Step) -> Iterator[File]:
    for blank in studio.blanks:
        yield from _page(studio, blank, step)
    yield from _each("data", data(studio), step)
    yield from _each("search", index(studio), step)
    yield from _each("schemas, assets", beside_pages(whole), step)


def _page(studio: Studio, blank: Blank, step: Step) -> Iterator[File]:
    with step("compose"):
        page = blank.draw()
    with step("render"):
        rendered = render(page, studio.frame(page.address), studio.theme)
    if not isinstance(rendered, Finding):
        yield File(rendered.address, rendered.data)


def _each(name: str, files: Iterable[File], step: Step) -> Iterator[File]:
    """Count the making of files for a step, and nothing that happens between one and the next."""
    left = iter(files)
    while True:
        with step(name):
            file = next(left, None)
        if file is None:
            return
        yield file


def _put(stage: Stage, file: File, step: Step) -> int:
    with step("write"):
        if file.data is None:
            stage.copy(file.address, file.copied)
            return 0
        stage.write(file.address, file.data)
        return len(file.data)
