"""What a new file can lean on: the cycle that runs, a team that is the only one, the objective that is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from okrsite.plan.model import Objective, Plan


@dataclass(frozen=True, slots=True)
class Known:
    """The plan as it stands, and the day."""

    plan: Plan
    day: date

    @property
    def cycle(self) -> str | None:
        """The cycle that runs on the day, the shortest first; where none does, the quarter that the day lies in."""
        running = [cycle for cycle in self.plan.cycles.values() if cycle.start <= self.day <= cycle.end]
        shortest = min(running, key=lambda cycle: (cycle.end - cycle.start, cycle.id), default=None)
        return shortest.id if shortest else f"{self.day.year}-Q{(self.day.month + 2) // 3}"

    @property
    def only_team(self) -> str | None:
        """The team, where there is only one."""
        return next(iter(self.plan.teams)) if len(self.plan.teams) == 1 else None

    def objective(self, name: str) -> Objective | str:
        """Find an objective by its full name or an end of it; else a sentence that says why there is none.

        The newest cycle wins where several have it.
        """
        found = [it for ref, it in self.plan.objectives.items() if f"/{ref}".endswith(f"/{name}")]
        if found:
            return max(found, key=lambda it: (self.plan.cycles[it.cycle].end, it.ref))
        near = get_close_matches(name, [it.id for it in self.plan.objectives.values()], n=1)
        return f"there is no objective {name!r}." + (f" Did you mean {near[0]}?" if near else "")
