"""An edit that touches nothing but an objective by itself is shown at once, before all else is looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from okrsite.diagnostics import Finding, Level
from okrsite.documents import Document, document_of
from okrsite.measure.again import measure_again
from okrsite.measure.model import MeasuredObjective
from okrsite.plan import link_again
from okrsite.preview.moment import Change, Moment


def edited(moment: Moment, files: Iterable[str]) -> Moment | None:
    """Give a moment with the edits of some files in it; None where more than objectives by themselves may have changed.

    What it shows of them is what the whole way will show, which still has to be gone: lists and sums are as before.
    """
    changes = dict(moment.changes)
    for file in files:
        before = moment.basis.documents.get(file)
        now = _read(moment, before) if before else None
        if before is None or now is None:
            return None
        if now is not before:
            measured = _measured(moment, before, now)
            if measured is None or _is_shared(changes, now, measured):
                return None
            changes[now.source.path] = Change(now, measured)
        else:
            changes.pop(now.source.path, None)
    return moment if changes == moment.changes else Moment(moment.basis, changes, moment.heaps)


def _read(moment: Moment, before: Document) -> Document | None:
    """Read a file again; the same document where it says the same, None where it can't be read or has an error."""
    content = before.source.read()
    if isinstance(content, Finding):
        return None
    digest = sha256(content).hexdigest()
    if digest == before.source.digest:
        return before
    source = replace(before.source, size=len(content), digest=digest)
    now = document_of(source, content, moment.basis.whole.config.language)
    return None if any(finding.level is Level.ERROR for finding in now.findings) else now


def _measured(moment: Moment, before: Document, now: Document) -> tuple[MeasuredObjective, ...] | None:
    basis = moment.basis
    linked = link_again(basis.linking, before, now)
    if linked is None:
        return None
    every = basis.whole.config.check_in_every
    measured = [measure_again(basis.whole.site, one, basis.hidden, check_in_every=every) for one in linked]
    known = tuple(one for one in measured if one)
    return known if len(known) == len(measured) else None


def _is_shared(changes: dict[str, Change], now: Document, measured: Iterable[MeasuredObjective]) -> bool:
    """Tell whether an objective has changed by another file already: then the two have to be put together."""
    refs = {one.ref for one in measured}
    others: Iterator[MeasuredObjective] = (
        one for path, change in changes.items() if path != now.source.path for one in change.objectives
    )
    return any(one.ref in refs for one in others)
