"""Options that several commands share, each declared once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import click

from okrsite.diagnostics import FAILING, Finding, Level
from okrsite.reports import FORMS, Known, Report, below, in_a_file, told, verdict
from okrsite.root import find_root

if TYPE_CHECKING:
    from okrsite.config import Wishes

_PATIENCE, _REFRESH = 1.0, 0.1

Command = TypeVar("Command", bound=Callable[..., Any])


def root_argument(command: Command) -> Command:
    """Take ROOT, a folder; without it the site is looked for upward from the current folder."""
    return click.argument("root", required=False, type=click.Path(path_type=Path))(command)


def root_option(command: Command) -> Command:
    """Take the site's folder as an option, where the argument is something else."""
    return click.option(
        "--root", type=click.Path(path_type=Path), help="The site’s folder, instead of looking upward."
    )(command)


def site_options(command: Command) -> Command:
    """Take the options of every command that reads and computes a site."""
    for option in reversed(
        [
            click.option(
                "--as-of",
                metavar="DATE",
                help="The date of the build, YYYY-MM-DD. Else SOURCE_DATE_EPOCH, as_of in okrsite.yaml, today (UTC).",
            ),
            click.option("--strict", is_flag=True, help="Fail on warnings too."),
            click.option(
                "--format",
                "form",
                type=click.Choice(FORMS),
                default=FORMS[0],
                show_default=True,
                help="How findings are written, on standard output: for people, for programs, as annotations of GitHub, "
                "as a code quality report of GitLab, as SARIF 2.1.0.",
            ),
            click.option(
                "--path-prefix",
                metavar="DIR",
                help="The folder of the repository that ROOT is, to be written before each path of a finding.",
            ),
            click.option(
                "--output", metavar="DIR", help="The folder to publish in, instead of the one in okrsite.yaml."
            ),
            click.option("--base-url", metavar="URL", help="The site’s absolute address, for sitemap and 404 page."),
            click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong."),
            click.option(
                "-v", "--verbose", is_flag=True, help="Say each step, and each warning and note at its place."
            ),
        ]
    ):
        command = option(command)
    return command


def root_of(given: Path | None) -> Path:
    """Give the site's folder, or refuse with a way out (exit code 2)."""
    if given is not None and not given.is_dir():
        raise click.UsageError(f"{given} is not a folder.")
    found = given or find_root(Path.cwd())
    if found is None:
        raise click.UsageError("no okrsite.yaml and no content folder here or above. `okrsite init` starts a site.")
    return found


def wishes(
    *,
    as_of: str | None = None,
    output: str | None = None,
    base_url: str | None = None,
    force: bool = False,
    strict: bool = False,
    jobs: int | None = None,
    keep_going: bool = False,
    cluster: str | None = None,
) -> Wishes:
    """Gather what the command line and the environment say of a build; here alone they and the clock are read."""
    from okrsite.config import Wishes  # noqa: PLC0415 - what only lists commands does without

    return Wishes(
        as_of=as_of,
        epoch=epoch(),
        today=today(),
        output=Path(output) if output else None,
        base_url=base_url,
        force=force,
        strict=strict,
        jobs=jobs or _cores(),
        keep_going=keep_going,
        cluster=cluster or "",
    )


def _cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def around() -> tuple[object, ...]:
    """Give what else a build depends on, and what it says: the date, where relative paths begin, and colour."""
    return epoch(), today(), os.getcwd(), colored()  # noqa: PTH109 - as it is written


def epoch() -> str | None:
    """Give the date that the environment sets, in seconds since 1970."""
    return os.environ.get("SOURCE_DATE_EPOCH")


def today() -> date:
    """Give the date now, in UTC."""
    return datetime.now(UTC).date()


def colored(stream: Any = None) -> bool:
    """Tell whether to colour: only at a terminal, never with NO_COLOR."""
    stream = stream or sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def report(
    findings: Sequence[Finding],
    form: str,
    prefix: str | None = None,
    known: Known | None = None,
    *,
    full: bool = False,
) -> None:
    """Write findings on standard output, their paths behind a prefix; as text nothing where there are none.

    Text is `full` with each warning and note at its place, else each rule speaks once.
    """
    click.echo(reported(findings, form, prefix, known, full=full), nl=False, color=colored())


def reported(
    findings: Sequence[Finding],
    form: str,
    prefix: str | None = None,
    known: Known | None = None,
    *,
    full: bool = False,
) -> str:
    """Give what `report` writes."""
    from okrsite.checks import rules  # noqa: PLC0415 - what only lists commands does without

    shown = below(prefix, findings) if prefix else findings
    return told(Report(shown, rules(), known), form, color=colored(), full=full)


def exit_code(findings: list[Finding], *, faulty: bool, strict: bool) -> int:
    """0 fine, 1 findings at or above the failing level, 2 a faulty configuration."""
    if faulty:
        return 2
    return int(any(finding.level in FAILING[strict] for finding in findings))


def said(findings: list[Finding]) -> str:
    """Say how many findings there are, or that there is none."""
    return verdict(findings) or "no findings"


def refuse_what_was_typed(findings: Sequence[Finding]) -> None:
    """Refuse a wish that can't be understood, rather than show another day."""
    for finding in findings:
        if finding.level is Level.ERROR and not in_a_file(finding.span):
            raise click.UsageError(f"{finding.message} {finding.help}")


def tell_of_errors(findings: Sequence[Finding]) -> None:
    """Say that some of the files could not be understood, so that something may be missing in what is shown."""
    errors = sum(finding.level is Level.ERROR for finding in findings)
    if errors:
        click.echo(
            f"{errors} error{'' if errors == 1 else 's'} in the files: something may be missing here. "
            "`okrsite check` lists what is wrong.",
            err=True,
        )


class Progress:
    """A line on standard error that tells how far a build is, once it has taken more than a second at a terminal."""

    def __init__(self, *, verbose: bool, quiet: bool) -> None:
        self._begun = monotonic()
        self._said = ""
        self._verbose = verbose
        self._shown = sys.stderr.isatty() and not quiet
        self._next = self._begun + _PATIENCE

    def __call__(self, step: str, done: int, of: int) -> None:
        """Hear of a step: its name, how much of it is done, and of how much (0: that isn't known)."""
        if self._verbose and step != self._said:
            click.echo(f"{step} …", err=True)
            self._said = step
        if self._shown and monotonic() >= self._next:
            self._next = monotonic() + _REFRESH
            bar = f"[{'#' * (20 * done // of):20}] " if of else ""
            click.echo(f"\r\033[K{step} {bar}{done}{f' of {of}' if of else ''}", err=True, nl=False)

    def close(self) -> None:
        """Take the line away."""
        if self._shown and self._next > self._begun + _PATIENCE:
            click.echo("\r\033[K", err=True, nl=False)
