"""`okrsite build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from okrsite.build import Made, build
from okrsite.cli import keeping, options
from okrsite.cluster import ClusterError
from okrsite.diagnostics import Level


@click.command("build", epilog="For example: okrsite build --output public --base-url https://okr.example.org/")
@options.root_argument
@options.site_options
@keeping.cache_options
@click.option("--force", is_flag=True, help="Publish into a folder that holds other files too; they stay untouched.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), metavar="N", help="How many processes may work at once; as many as cores."
)
@click.option(
    "-k",
    "--keep-going",
    is_flag=True,
    help="Publish all that is sound: a file with an error keeps only its own pages from being made anew.",
)
@click.option("--cluster", metavar="ADDRESS", help="Let a Dask cluster make the pages: the address of its scheduler.")
@click.option("--open", "show", is_flag=True, help="Open the site in the browser afterwards.")
def command(  # noqa: PLR0913 - one for each option
    root: Path | None,
    form: str,
    path_prefix: str | None,
    *,
    strict: bool,
    quiet: bool,
    verbose: bool,
    no_cache: bool,
    force: bool,
    keep_going: bool,
    jobs: int | None,
    show: bool,
    as_of: str | None,
    output: str | None,
    base_url: str | None,
    cluster: str | None,
    cache: Path | None,
) -> None:
    """Make the site. With an error in the files nothing is published: the last good site stays as it is."""
    progress = options.Progress(verbose=verbose, quiet=quiet)
    site = options.root_of(root)
    wishes = options.wishes(
        as_of=as_of,
        output=output,
        base_url=base_url,
        force=force,
        strict=strict,
        jobs=jobs,
        keep_going=keep_going,
        cluster=cluster,
    )
    store = keeping.store_of(site, cache, no_cache=no_cache)
    try:
        made = build(site, wishes, progress, store)
    except ClusterError as refusal:
        raise click.ClickException(str(refusal)) from refusal
    progress.close()
    keeping.tell(store)
    options.report(made.findings, form, path_prefix, full=verbose)
    code = options.exit_code(made.findings, faulty=made.config.faulty, strict=strict)
    if made.published is None:
        click.echo(
            f"{made.title}: {options.said(made.findings)}. Nothing was published; what was there stays.", err=True
        )
    elif not quiet:
        click.echo(_published(made), err=True)
    if show and made.published is not None:
        click.launch(str(made.config.output / "index.html"))
    sys.exit(code)


def _published(made: Made) -> str:
    found = f" {options.said(made.findings).capitalize()}." if made.findings else ""
    if any(finding.level is Level.ERROR for finding in made.findings):
        found += " Pages of files with an error stand as they last were, or say what is wrong."
    return (
        f"{made.title}: {made.files} files in {made.config.output}.{found}\nLook at {made.config.output / 'index.html'}"
    )
