"""`okrsite review`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from okrsite.build import Made, check
from okrsite.cli import options
from okrsite.diagnostics import FAILING
from okrsite.review import Side, review
from okrsite.speech import ENGLISH
from okrsite.theme import find_theme


@click.command("review", epilog="For example: okrsite review ../main . --output review.md")
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option("--as-of", metavar="DATE", help="The day both are looked at, YYYY-MM-DD; else as for build of AFTER.")
@click.option("--strict", is_flag=True, help="Fail on new warnings too.")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="The file to write, instead of standard output."
)
@click.option("--base-url", metavar="URL", help="Where the pages of AFTER can be read: objectives lead there.")
@click.option(
    "--path-prefix",
    metavar="DIR",
    default="",
    help="The folder of the repository that AFTER is, to be written before each path of a finding.",
)
def command(
    before: Path,
    after: Path,
    as_of: str | None,
    output: Path | None,
    base_url: str | None,
    path_prefix: str,
    *,
    strict: bool,
) -> None:
    """Say in Markdown what a change does, with what is found on it: a comment for a pull request.

    BEFORE and AFTER are two folders, each with a whole site: two checkouts.

    Exit codes: 1 for an error in AFTER (with --strict also for a new warning), 2 for a fault in its configuration.
    """
    now = check(options.root_of(after), options.wishes(as_of=as_of, base_url=base_url))
    options.refuse_what_was_typed(now.findings)
    same_day = replace(options.wishes(as_of=as_of, base_url=base_url), day=now.config.as_of)
    then = check(options.root_of(before), same_day)
    theme, _ = find_theme(now.config.root, now.config.theme)
    said = review(_side(then), _side(now), theme.speech(ENGLISH), linked=base_url is not None, folder=path_prefix)
    if output:
        output.write_text(said.text, encoding="utf-8", newline="\n")
    else:
        click.echo(said.text, nl=False)
    failing = [*said.findings.still, *(finding for finding in said.findings.new if finding.level in FAILING[strict])]
    sys.exit(options.exit_code(failing, faulty=now.config.faulty, strict=strict))


def _side(made: Made) -> Side:
    return Side(made.site, made.config, made.findings, made.documents)
