from collections.abc import Iterator
from datetime import timedelta

from okrsite.checks.as_written import ask_of, entry_span
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.documents import records
from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import Ask
from okrsite.prose import plain

_PATIENCE = timedelta(days=14)
_WIDTH = 80


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        for ask in objective.asks:
            if ask.replies or case.site.as_of - ask.day <= _PATIENCE:
                continue
            written = ask_of(case, ask)
            if written and not _has_wrong_replies(case, objective, ask, written):
                span = entry_span(case, ask.origin.path, written, "what")
                yield opinion("ask-unanswered", span, _said(ask), objective=objective.ref)


def _has_wrong_replies(case: Case, objective: MeasuredObjective, ask: Ask, written: records.Ask) -> bool:
    """Tell whether replies stand there that are wrong, which has been told of: to it, or to the check-in that it is in."""
    around = (each for check_in in objective.check_ins if check_in.ask == ask for each in case.begun(check_in.origin))
    asked_in = (each for each in around if isinstance(each, records.CheckIn))
    return any("replies" in each.pruned for each in (written, *asked_in))


def _said(ask: Ask) -> str:
    what = plain(ask.what)
    if len(what) > _WIDTH:
        what = what[:_WIDTH].rpartition(" ")[0] or what[:_WIDTH]
        what += " …"
    whom = f" of {ask.of_text}" if ask.of_text else ""
    return f"“{what}” was asked{whom} on {ask.day} and has no reply yet."


RULE = Rule(
    id="ask-unanswered",
    level=Level.WARNING,
    finds="an ask older than 14 days without a reply",
    why="Who asks shows where help is needed. Where asking leads to nothing people stop asking, and then bars are watched instead of problems solved.",
    help="A word under `replies` is enough, also “we can’t”. Nobody in mind? Name somebody in `of`.",
    drawn_from="coaching, not watching",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
asks:
  - date: 2026-02-05
    what: ⟦Could a ward lend us a porter for two weeks?⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
asks:
  - date: 2026-02-05
    what: Could a ward lend us a porter for two weeks?
    replies: [{date: 2026-02-09, text: Not before March.}]
---
""",
        }
    ),
)
