"""News for the browsers that look: something has changed, or has been found; each open stream of events waits for it."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence

from okrsite.diagnostics import Finding, Level
from okrsite.reports import as_text
from okrsite.server.site import State

_MOST_SHOWN = 20
_HELP = "  help: "


class Bell:
    """Rings for everybody who waits for it; who comes late knows by the count what was missed."""

    def __init__(self) -> None:
        self._rung = 0
        self._ended = False
        self._heard = threading.Condition()

    def ring(self) -> None:
        """Wake everybody."""
        with self._heard:
            self._rung += 1
            self._heard.notify_all()

    def end(self) -> None:
        """Wake everybody for the last time."""
        with self._heard:
            self._ended = True
            self._heard.notify_all()

    def wait(self, heard: int, seconds: float) -> int | None:
        """Wait until it has rung more often than was heard, but no longer than some seconds; None: it never will again."""
        with self._heard:
            self._heard.wait_for(lambda: self._ended or self._rung > heard, seconds)
            return None if self._ended else self._rung


def event_of(version: str, state: State) -> bytes:
    """Write how the site is doing as one event: its version, what it is doing, what its panel says, in its language."""
    speech = state.speech
    said = {
        "version": version,
        "language": speech.language,
        "direction": speech.direction,
        "label": speech.plain("preview.label"),
        "working": state.working,
        "gone": speech.plain("preview.gone"),
        "panel": _panel(state),
    }
    return f"data: {json.dumps(said, ensure_ascii=False, separators=(',', ':'))}\n\n".encode(errors="replace")


def _panel(state: State) -> dict[str, object] | None:
    errors = [finding for finding in state.findings if finding.level is Level.ERROR]
    return _told(state, errors) if errors else None


def _told(state: State, errors: Sequence[Finding]) -> dict[str, object]:
    more = len(errors) - _MOST_SHOWN
    return {
        "title": state.speech.plain("preview.errors", n=len(errors)),
        "note": state.speech.plain("preview.stale"),
        "findings": [_finding(finding) for finding in errors[:_MOST_SHOWN]],
        "more": state.speech.plain("preview.more", n=more) if more > 0 else "",
    }


def _finding(finding: Finding) -> dict[str, str]:
    """Take apart what the terminal says of a finding: the sentence with its place, the excerpt, the way out."""
    head, *rest = as_text([finding], full=True).splitlines()
    help_at = next((at for at, line in enumerate(rest) if line.startswith(_HELP)), len(rest))
    return {
        "head": head,
        "excerpt": "\n".join(rest[:help_at]),
        "help": " ".join(line.strip() for line in rest[help_at:]).removeprefix(_HELP.strip() + " "),
    }
