"""What `okrsite build` does where something has changed: the site is made, and there is something to say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from okrsite.build import Made, build, differing
from okrsite.cli import options
from okrsite.cluster import ClusterError
from okrsite.config import Wishes, configure
from okrsite.diagnostics import Level
from okrsite.theme import default_folder
from okrsite.unchanged import Once, Said


@dataclass(frozen=True, slots=True)
class Asked:
    """How a build is told of, and whether it is held against one with nothing kept."""

    form: str
    prefix: str | None
    quiet: bool
    verbose: bool
    verify: bool


def made(site: Path, wishes: Wishes, once: Once, asked: Asked) -> Said:
    """Make a site and publish it; give what is to be said of it, and remember that."""
    progress = options.Progress(verbose=asked.verbose, quiet=asked.quiet)
    once.begin(_roots(site, wishes))
    try:
        result = build(site, wishes, progress, once.store)
        others = differing(site, wishes, result, progress) if asked.verify and result.published else []
    except ClusterError as refusal:
        raise click.ClickException(str(refusal)) from refusal
    progress.close()
    said = Said(
        options.reported(result.findings, asked.form, asked.prefix, full=asked.verbose),
        _told(result, asked) + _verified(others, asked),
        1 if others else options.exit_code(result.findings, faulty=result.config.faulty, strict=wishes.strict),
        str(result.config.output) if result.published else "",
    )
    if result.published and not others and not result.site.attachments:
        once.note(said, result.published.signatures)
    return said


def _roots(site: Path, wishes: Wishes) -> tuple[str, ...]:
    """Name all files and folders that a build of a site reads, whether they are there or not."""
    config, _ = configure(site, wishes)
    mounts = (str(config.root / mount.path) for mount in config.mounts)
    own = (str(config.root / name) for name in ("okrsite.yaml", "okrsite.yml", config.content, "themes"))
    return (*own, *mounts, str(default_folder()))


def _told(result: Made, asked: Asked) -> str:
    if result.published is None:
        return f"{result.title}: {options.said(result.findings)}. Nothing was published; what was there stays.\n"
    return "" if asked.quiet else f"{_published(result)}\n"


def _published(result: Made) -> str:
    found = f" {options.said(result.findings).capitalize()}." if result.findings else ""
    if any(finding.level is Level.ERROR for finding in result.findings):
        found += " Pages of files with an error stand as they last were, or say what is wrong."
    output = result.config.output
    return f"{result.title}: {result.files} files in {output}.{found}\nLook at {output / 'index.html'}"


def _verified(others: list[str], asked: Asked) -> str:
    if not others:
        return "Made again with nothing kept: every file is the same.\n" if asked.verify and not asked.quiet else ""
    named = "".join(f"  {address}\n" for address in others)
    return (
        f"{named}These files are not what they are when they are made with nothing kept. This is a defect of okrsite: "
        "please report it with the lines above. `okrsite build --no-cache` publishes the right ones.\n"
    )
