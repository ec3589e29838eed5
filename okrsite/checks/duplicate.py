import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from okrsite.checks.as_written import objective_span
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.checks.wording import LANGUAGES, Wording, wording, words
from okrsite.diagnostics import Finding, Level, Related
from okrsite.measure.linked import linked
from okrsite.measure.model import MeasuredObjective

_ID = "duplicate"
_SHARE, _WORDS = 0.6, 2.0
_STEPS = 400
_SHOWN = 5


@dataclass(slots=True)
class _Group:
    """An objective and later ones that say nearly the same."""

    first: MeasuredObjective
    wording: Wording
    more: list[MeasuredObjective] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Groups:
    """The groups of a cycle; by word, and by all words of a title, those whose first one has them."""

    common: Mapping[str, int]
    all: list[_Group] = field(default_factory=list)
    by_word: dict[str, list[_Group]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[tuple[str, ...], list[_Group]] = field(default_factory=lambda: defaultdict(list))

    def take(self, objective: MeasuredObjective) -> None:
        """Put an objective beside the one that it is most like, or let it stand for itself."""
        mine = wording(objective.plan.title)
        for group in self._near(mine):
            if not linked(group.first, objective):
                group.more.append(objective)
                return
        group = _Group(objective, mine)
        self.all.append(group)
        self.by_title[mine.all].append(group)
        for word in self._rarest(mine):
            self.by_word[word].append(group)

    def _near(self, mine: Wording) -> Iterator[_Group]:
        """Give the groups whose first one says nearly the same: those with the same words, then the most alike."""
        yield from self.by_title.get(mine.all, [])[:_STEPS] if mine.all else ()
        found = {id(group): group for word in self._rarest(mine) for group in self.by_word.get(word, [])[:_STEPS]}
        shares = ((mine.share(group.wording), group) for group in found.values() if _nearly(mine, group.wording))
        yield from (group for _, group in sorted(shares, key=lambda it: -it[0]))

    def _rarest(self, mine: Wording) -> list[str]:
        """Give so many of the rarest words of a title that one of them is among those of each title that is nearly the same.

        Only titles that share one of these are compared (prefix filtering: Chaudhuri, Ganti, Kaushik, A primitive
        operator for similarity joins in data cleaning, 2006), for each of them `_STEPS` at most.
        """
        words = sorted(mine.telling, key=lambda word: (self.common[word], word))
        return words[: len(words) - math.ceil(_SHARE * len(words)) + 1] if words else []


def _nearly(one: Wording, other: Wording) -> bool:
    """Tell whether of what two titles say at least three fifths, two words or more, is in both."""
    return one.share(other) >= _SHARE and words(one.telling & other.telling) >= _WORDS


def _look(case: Case) -> Iterator[Finding]:
    for _, objectives in groupby(case.living(), key=lambda it: it.plan.cycle):
        for group in _groups(list(objectives)):
            if group.more:
                yield _told(case, [group.first, *group.more])


def _groups(objectives: Sequence[MeasuredObjective]) -> list[_Group]:
    telling = (wording(objective.plan.title).telling for objective in objectives)
    groups = _Groups(Counter(chain.from_iterable(telling)))
    for objective in objectives:
        groups.take(objective)
    return groups.all


def _told(case: Case, group: list[MeasuredObjective]) -> Finding:
    """Tell it at the last one, or at one that accepts it."""
    at = next((each for each in group if _ID in each.plan.allow), group[-1])
    others = [each for each in group if each is not at]
    related = tuple(
        Related(objective_span(case, each, "title"), f"“{each.plan.title}”, of {_team(case, each)}")
        for each in others[:_SHOWN]
    )
    sentence = _sentence(case, at, others)
    return opinion(_ID, objective_span(case, at, "title"), sentence, related=related, objective=at.ref)


def _sentence(case: Case, at: MeasuredObjective, others: list[MeasuredObjective]) -> str:
    mine, first = wording(at.plan.title), others[0]
    same = "the same words" if all(mine.same(wording(each.plan.title)) for each in others) else "nearly the same words"
    if len(others) > 1:
        return f"“{at.plan.title}” has {same} as {len(others)} objectives of other teams."
    if same == "the same words":
        return f"“{at.plan.title}” has {same} as an objective of {_team(case, first)}, and neither names the other."
    return f"“{at.plan.title}” has {same} as “{first.plan.title}” of {_team(case, first)}, and neither names the other."


def _team(case: Case, objective: MeasuredObjective) -> str:
    return case.site.teams[objective.plan.team].name


RULE = Rule(
    id=_ID,
    level=Level.NOTE,
    finds="two objectives of different teams in one cycle with nearly the same words, not linked: perhaps they should talk",
    why="Two teams may be solving one problem twice, or one of them has half of the answer. Either way both gain by knowing of each other.",
    help="Perhaps the two teams should talk. Then share one objective (`teams`), or name the other in `supports`, `depends_on` or the text.",
    drawn_from="silos",
    languages=LANGUAGES,
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/emergency/wait.md": """\
---
title: Cut the wait in the emergency room
---
""",
            "content/okrs/2026-Q1/laboratory/wait.md": """\
---
title: ⟦Shorten the emergency wait⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/emergency/wait.md": """\
---
title: Cut the wait in the emergency room
---
""",
            "content/okrs/2026-Q1/laboratory/wait.md": """\
---
title: Shorten the emergency wait
supports:
  - to: emergency/wait
    because: A quarter of their wait is a wait for us.
---
""",
            "content/okrs/2026-Q1/wards/talk.md": """\
---
title: Nobody is alone with bad news in the waiting room
---
""",
        }
    ),
)
