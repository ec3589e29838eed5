from collections.abc import Iterator
from dataclasses import dataclass

from okrsite.checks.as_written import key_result_span, objective_span
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.checks.wording import LANGUAGES, Wording, wording, words
from okrsite.diagnostics import Finding, Level, Related, Span
from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.targets import Target

_ID = "cascade-copy"
_SHARE, _WORDS, _ALL = 0.75, 4.0, 2.0


@dataclass(frozen=True, slots=True)
class _Above:
    """Words that stand above an objective: what they are to it, and whose title they are, if an objective has them.

    `supported` tells that they are of what is supported, not of a key result of it.
    """

    name: str
    text: str
    supported: bool = True
    objective: MeasuredObjective | None = None
    key_result: MeasuredKeyResult | None = None

    def places(self, case: Case) -> tuple[Related, ...]:
        """Give where they were written."""
        if not self.objective:
            return ()
        return (Related(self._place(case, self.objective), f"what stands above: “{self.text}”"),)

    def _place(self, case: Case, objective: MeasuredObjective) -> Span:
        if self.key_result:
            return key_result_span(case, objective, self.key_result.plan, "title")
        return objective_span(case, objective, "title")


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        targets = dict.fromkeys(edge.to for edge in objective.supports if edge.to)
        above = [each for target in targets for each in _above(case, target)]
        yield from _copied(case, objective, above)


def _above(case: Case, target: Target) -> Iterator[_Above]:
    organisation = case.site.organisation
    if target.kind == "mission":
        yield _Above("the mission", organisation.mission or "")
    elif target.kind == "theme":
        title = next((theme.title for theme in organisation.themes if theme.id == target.id), "")
        yield _Above("the theme it supports", title)
    elif parent := case.site.objectives.get(target.id):
        yield _Above("the objective it supports", parent.plan.title, objective=parent)
        for key_result in parent.key_results:
            own = key_result.plan.id == target.key_result
            name = "the key result it supports" if own else "a key result of what it supports"
            yield _Above(name, key_result.plan.title, own, parent, key_result)


def _copied(case: Case, objective: MeasuredObjective, above: list[_Above]) -> Iterator[Finding]:
    plan = objective.plan
    team = case.site.teams[plan.team]
    ours = wording(f"{team.name} {team.short or ''} {team.id}")
    if source := _source(plan.title, ours, above):
        words = f"“{plan.title}” has the words of {source.name}."
        yield _told(objective, objective_span(case, objective, "title"), words, source.places(case))
    supported = [each for each in above if each.supported]
    for key_result in objective.key_results:
        if key_result.plan.same_as or key_result.plan.same_as_private:
            continue
        if source := _source(key_result.plan.title, ours, supported):
            words = f"The key result “{key_result.plan.title}” has the words of {source.name}."
            yield _told(
                objective, key_result_span(case, objective, key_result.plan, "title"), words, source.places(case)
            )


def _told(objective: MeasuredObjective, span: Span, sentence: str, related: tuple[Related, ...]) -> Finding:
    return opinion(_ID, span, sentence, related=related, objective=objective.ref)


def _source(text: str, ours: Wording, above: list[_Above]) -> _Above | None:
    """Find the first of the texts above whose words a text has, with or without the name of the team."""
    mine = wording(text)
    return next((each for each in above if _copies(mine, ours, wording(each.text))), None)


def _copies(mine: Wording, ours: Wording, theirs: Wording) -> bool:
    return mine.same(theirs) or _says_the_same(mine, theirs) or _says_the_same(mine.without(ours), theirs)


def _says_the_same(one: Wording, other: Wording) -> bool:
    """Tell whether two titles say the same in two words or more, or nearly so in four or more."""
    least = _ALL if one.telling == other.telling else _WORDS
    return one.share(other) >= _SHARE and words(one.telling & other.telling) >= least


RULE = Rule(
    id=_ID,
    level=Level.WARNING,
    finds="an objective whose words are its parent's, or whose key result is its parent's title",
    why="Goals that are handed down word for word lose their meaning on the way: nobody can see what this team will change, or decide how. What stands above says why; the own words say what.",
    help="Say in your own words what will be different where you work. If it is really one goal, share it: name your team under its `teams`, or use `same_as` for one measure in two places.",
    drawn_from="goals handed down",
    languages=LANGUAGES,
    look=_look,
    found=Example(
        {
            "content/okrs/2026/hospital/walk.md": """\
---
title: Patients walk again before they go home
---
""",
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: ⟦Before going home, patients walk again⟧
supports: hospital/walk
---
""",
            "content/okrs/2026-Q1/theatres/stand.md": """\
---
title: On your feet on the day of the operation
supports: hospital/walk
key_results:
  - title: ⟦Patients walk again before they go home⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026/hospital/walk.md": """\
---
title: Patients walk again before they go home
---
""",
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Patients on our wards get up for every meal
supports: hospital/walk
key_results:
  - title: Patients who walk to lunch
---
""",
        }
    ),
)
