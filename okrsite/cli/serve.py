"""`okrsite serve`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from time import monotonic
from types import FrameType
from typing import NoReturn

import click

from okrsite.cache import Store
from okrsite.cli import keeping, options
from okrsite.config import Wishes, configure
from okrsite.diagnostics import Finding, Level
from okrsite.files import lies_in, printable
from okrsite.preview import Preview
from okrsite.reports import as_text, clean, verdict
from okrsite.server import Server, bound
from okrsite.watch import Changes, Folders, Watcher, folders_of

_HOST, _PORT = "127.0.0.1", 8000
_MOST_ERRORS, _MOST_NAMED = 5, 3
_TURN = 0.0005
"""How many seconds the work on the site may go on while a browser waits for an answer: each answer takes several turns."""

_INTERRUPTED, _TERMINATED = 128 + signal.SIGINT, 128 + signal.SIGTERM


@click.command("serve", epilog="For example: okrsite serve --as-of 2026-03-31 --open")
@options.root_argument
@click.option(
    "--host",
    default=_HOST,
    show_default=True,
    metavar="NAME",
    help="The name or number of this machine to listen at. Any other than the default lets everybody in the network read "
    "the site, drafts of the moment included; 0.0.0.0 listens in every network that there is.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help=f"The port, and no other; 0 for any. Without it {_PORT}, or the next that is free.",
)
@click.option("--poll", is_flag=True, help="Look at the files again and again: for network and container file systems.")
@click.option("--as-of", metavar="DATE", help="The day the site is shown at, YYYY-MM-DD; else as for build.")
@keeping.cache_options
@click.option("--open", "show", is_flag=True, help="Open the site in the browser.")
def command(
    root: Path | None,
    host: str,
    port: int | None,
    as_of: str | None,
    cache: Path | None,
    *,
    poll: bool,
    no_cache: bool,
    show: bool,
) -> None:
    """Show the site in the browser while its files are written; each edit shows at once. Ctrl-C ends it.

    What is wrong in the files is said here and on every page; the pages stay as they were until it is mended.
    Nothing is published: `okrsite build` does that.
    """
    site = options.root_of(root).absolute()
    options.refuse_what_was_typed(configure(site, options.wishes(as_of=as_of))[1])
    listening = _bound(host, port)
    ways = _Ways(as_of, keeping.store_of(site, cache, no_cache=no_cache), poll=poll, show=show)
    os.chdir(site.anchor)  # the folder somebody stands in may be another tomorrow
    try:
        _serve(site, listening, host, ways)
    except KeyboardInterrupt:
        _end(_INTERRUPTED)
    except _TerminatedError:
        _end(_TERMINATED)


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a site is to be shown."""

    as_of: str | None
    store: Store
    poll: bool
    show: bool


def _serve(site: Path, listening: socket, host: str, ways: _Ways) -> None:
    """Show a site until somebody ends it."""

    def wishes() -> Wishes:
        return options.wishes(as_of=ways.as_of, base_url=server.address)

    def folders(before: Folders | None = None) -> Folders:
        return folders_of(configure(site, wishes())[0], before)

    def tell() -> None:
        news.tell()

    preview = Preview(site, wishes, ways.store, tell)
    server = Server(listening, preview, host)
    news = _News(preview, server, site)
    watched = folders()
    watcher = Watcher(watched, poll=ways.poll, tell=_say)
    signal.signal(signal.SIGTERM, _terminated)
    sys.setswitchinterval(_TURN)
    _say(server.address)
    if not server.is_alone:
        _say("Everybody in the network can read it, drafts of the moment included.")
    with closing(ways.store), _working(watcher, preview, server):
        if ways.show:
            click.launch(server.address)
        for changes in watcher:
            news.hear(changes)
            preview.change(changes.paths)
            watched = folders(watched)
            watcher.look_at(watched)


@contextmanager
def _working(watcher: Watcher, preview: Preview, server: Server) -> Iterator[None]:
    """Let all three work, the watcher first: what changes while the site is read is heard of."""
    watcher.start()
    preview.start()
    server.start()
    try:
        yield
    finally:
        server.stop()
        watcher.stop()
        preview.stop()


class _News:
    """Says in the terminal what has changed, how long it took to show it, and what is wrong, each once."""

    def __init__(self, preview: Preview, server: Server, site: Path) -> None:
        self._preview, self._server, self._site = preview, server, site
        self._findings: tuple[Finding, ...] | None = None
        self._what, self._begun = "Ready", monotonic()

    def hear(self, changes: Changes) -> None:
        """Hear of a change that is about to be shown."""
        self._what, self._begun = _named(changes, self._site), monotonic()

    def tell(self) -> None:
        """Tell browsers and the terminal that something is shown that was not before."""
        self._server.announce()
        findings, what = self._preview.state().findings, self._what
        if what:
            _say(f"{what}: {monotonic() - self._begun:.2f} s")
        if findings != self._findings:
            _say(_said(findings))
        self._what, self._findings = "", findings


def _named(changes: Changes, site: Path) -> str:
    """Name the first few files that have changed, as a person at the site's folder does."""
    if changes.paths is None:
        return "Many files"
    paths = sorted(changes.paths)
    innermost = [path for path, after in zip(paths, [*paths[1:], ""], strict=True) if not lies_in(after, path)]
    names = [clean(printable(os.path.relpath(path, site))) for path in innermost]
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _said(findings: Sequence[Finding]) -> str:
    """Say what is wrong: the first errors in full, the rest as a number."""
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    told = as_text(errors[:_MOST_ERRORS], color=options.colored(), full=True)
    counted = verdict(findings)
    if len(findings) > len(errors[:_MOST_ERRORS]):
        return f"{told}{counted.capitalize()}. `okrsite check` says more."
    return f"{told}{counted.capitalize() or 'No findings'}."


def _bound(host: str, port: int | None) -> socket:
    """Listen where that was wished, or say why that can't be (exit code 2)."""
    try:
        return bound(host, _PORT if port is None else port, only=port is not None)
    except OSError as refusal:
        asked = f"{host}:{port}" if port is not None else f"{host}, port {_PORT} or the next hundred"
        raise click.UsageError(
            f"nobody can listen at {asked}: {refusal.strerror or refusal}. Another --port, or none, finds a free one."
        ) from None


def _say(words: str) -> None:
    click.echo(words)
    sys.stdout.flush()


class _TerminatedError(Exception):
    """The system asks to end."""


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _TerminatedError


def _end(code: int) -> NoReturn:
    """End at once. All is closed: only the site would be taken apart in memory, which takes seconds where it is large."""
    click.echo("\nStopped.", err=True)
    sys.stderr.flush()
    os._exit(code)
