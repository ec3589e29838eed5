"""`okrsite check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from okrsite.build import Made, check
from okrsite.cli import keeping, options
from okrsite.reports import baseline as baselines
from okrsite.reports import verdict
from okrsite.reports.baseline import Baseline, Weighed


@click.command("check", epilog="For example: okrsite check --strict --baseline accepted.json --format github")
@options.root_argument
@options.site_options
@keeping.cache_options
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Accept the warnings and notes that FILE lists: only new ones are told, and fail with --strict.",
)
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the warnings and notes of this run into FILE, for --baseline. Errors are never accepted.",
)
def command(  # noqa: PLR0913 - one for each option
    root: Path | None,
    form: str,
    as_of: str | None,
    output: str | None,
    base_url: str | None,
    path_prefix: str | None,
    baseline: Path | None,
    write_baseline: Path | None,
    *,
    strict: bool,
    quiet: bool,
    verbose: bool,
    cache: Path | None,
    no_cache: bool,
) -> None:
    """Do all that build does, but for publishing, and list what is wrong or worth a word."""
    accepted = _accepted(baseline, write_baseline)
    progress = options.Progress(verbose=verbose, quiet=quiet)
    site = options.root_of(root)
    store = keeping.store_of(site, cache, no_cache=no_cache)
    made = check(site, options.wishes(as_of=as_of, output=output, base_url=base_url, strict=strict), progress, store)
    progress.close()
    keeping.tell(store)
    if write_baseline and not made.config.faulty:
        accepted = _write(write_baseline, made)
    weighed = baselines.weighed(made.findings, accepted or Baseline())
    file = baseline or write_baseline
    options.report(weighed.findings, form, path_prefix, weighed.known if file else None, full=verbose)
    if not quiet:
        click.echo(" ".join(_said(made.title, weighed, file)), err=True)
    sys.exit(options.exit_code(weighed.findings, faulty=made.config.faulty, strict=strict))


def _accepted(baseline: Path | None, write_to: Path | None) -> Baseline | None:
    """Read the baseline, if there is one; refuse what is none, be it to be read or to be written over."""
    if baseline and write_to:
        raise click.UsageError("--baseline reads a file and --write-baseline writes one anew; give one of the two.")
    if write_to and not write_to.exists():
        return None
    file = baseline or write_to
    if file is None:
        return None
    if not file.exists():
        raise click.UsageError(f"there is no {file}. `okrsite check --write-baseline {file}` writes it.")
    found = "it is a folder" if file.is_dir() else baselines.read(file.read_bytes())
    if isinstance(found, str):
        raise click.UsageError(f"{file} can’t be used as a baseline: {found}.")
    return found if baseline else None


def _write(file: Path, made: Made) -> Baseline:
    """Write a baseline of all that was found."""
    accepted = baselines.baseline_of(made.findings)
    file.write_text(baselines.written(accepted), encoding="utf-8", newline="\n")
    return accepted


def _said(title: str, weighed: Weighed, file: Path | None) -> list[str]:
    none = "no new findings" if file else "no findings"
    return [f"{title}: {verdict(weighed.findings) or none}.", *baselines.said(weighed.known, str(file))]
