import re
from collections.abc import Iterator

from okrsite.checks.as_written import record_of
from okrsite.checks.case import Case
from okrsite.checks.reading import Reader, figure_in, named_task, reader_of
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level

_LONGEST = 110
_ASIDE = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")


def _look(case: Case) -> Iterator[Finding]:
    reader = reader_of(case)
    for objective in case.living():
        plan = objective.plan
        if said := _said(plan.title, reader):
            needle, words, way_out = said
            record = record_of(case, objective)
            span = case.by_path[plan.origin.path].span((*(record.at if record else ()), "title"), needle=needle)
            yield opinion("obj-title", span, words, way_out, objective=plan.ref)


def _said(title: str, reader: Reader) -> tuple[str | None, str, str] | None:
    """Tell what of a title is worth a word, the first of three: where, what, and the way out."""
    tongue = reader.tongue_of(title)
    if figure := figure_in(_without_asides(title), tongue):
        words = f"“{title}” has a number in it: {figure.words}."
        return figure.words, words, "Let the title say what will be true, and give the number to a key result."
    if tongue and (task := named_task(title, tongue)):
        words = f"“{title}” names what will be done."
        return (
            task.words,
            words,
            "Say what will be true for people when it is done; the work itself may change on the way.",
        )
    if len(title) > _LONGEST:
        words = f"This title has {len(title)} characters; more than {_LONGEST} nobody keeps in mind."
        return (
            None,
            words,
            "Keep the one thing that people should remember, and move the rest to `why` or the text below.",
        )
    return None


def _without_asides(title: str) -> str:
    """Blank out what stands in brackets, which explains a word; places stay as they are."""
    return _ASIDE.sub(lambda found: " " * len(found[0]), title)


RULE = Rule(
    id="obj-title",
    level=Level.NOTE,
    finds=f"a title with a number in it, longer than {_LONGEST} characters, or that names a task",
    why="People keep a short sentence in mind that says what will be true. Numbers belong to key results, where they can move; tasks are found on the way.",
    help="Say in one short sentence what will be true.",
    look=_look,
    languages=("de", "en", "es", "fr", "zh"),
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: ⟦Launch⟧ the walking programme
---
""",
            "content/okrs/2026-Q1/laboratory/results.md": """\
---
title: Answer urgent samples ⟦30⟧ % faster
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Ward 7 is a place to get well in, 24/7
---
""",
        }
    ),
)
