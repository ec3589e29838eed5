"""`okrsite build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from okrsite.cli import keeping, options
from okrsite.unchanged import Once


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
@click.option(
    "--verify", is_flag=True, help="Then make all again with nothing kept, and name what is published otherwise."
)
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
    verify: bool,
    show: bool,
    as_of: str | None,
    output: str | None,
    base_url: str | None,
    cluster: str | None,
    cache: Path | None,
) -> None:
    """Make the site. With an error in the files nothing is published: the last good site stays as it is."""
    if verify and keep_going:
        raise click.UsageError("--verify holds all pages against what the files say; with --keep-going some don’t.")
    site = options.root_of(root)
    store = keeping.store_of(site, cache, no_cache=no_cache)
    asked = (form, path_prefix, strict, quiet, verbose, keep_going, as_of, output, base_url)
    once = Once(store, site, (*asked, *options.around()), force=force)
    said = None if verify else once.said_again()
    if said is None:
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
        from okrsite.cli.making import Asked, made  # noqa: PLC0415 - nothing heavy where nothing has changed

        said = made(site, wishes, once, Asked(form, path_prefix, quiet=quiet, verbose=verbose, verify=verify))
    keeping.tell(store)
    click.echo(said.out, nl=False, color=options.colored())
    click.echo(said.err, nl=False, err=True)
    if show and said.output:
        click.launch(str(Path(said.output) / "index.html"))
    sys.exit(said.code)
