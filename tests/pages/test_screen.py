"""What the wall screen shows: few things of many, fairly chosen, each with its why."""

from __future__ import annotations

import re

from okrsite.pages import screen as pages
from okrsite.pages.register import register
from okrsite.plan.model import Plan
from tests.measure import plans as p
from tests.pages.hospital import TODAY, ground, hospital, line, supports
from tests.pages.reading import html_of, text_of

FEBRUARY = "2026-02-10"


def drawn(plan: Plan, today: str = FEBRUARY) -> str:
    here = ground(plan, as_of=today)
    [page] = pages.compose(here, register(here.site))
    return html_of(here, page.draw())


def screen_of(*objectives: object, **more: object) -> str:
    return drawn(p.plan(*objectives, **more))  # type: ignore[arg-type]


def scenes(screen: str, kind: str = r"\w+") -> list[str]:
    """What a person reads in each scene of a kind, in their order."""
    found = re.findall(rf'<article class="scene s-{kind}\b[^>]*>(.*?)</article>', screen, re.DOTALL)
    return [text_of(scene) for scene in found]


def talking(ref: str, on: str = "2026-02-01", **more: object) -> object:
    """An objective with a check-in and an open ask."""
    asked = p.ask(on, "Who has a ladder?", ref)
    told = p.check_in(on, learned=line("It *works*."), ask=asked)
    return p.objective(ref, check_ins=(told,), **more)


def company(size: int) -> str:
    top = [p.objective(f"2026-Q1/board/top{n}", supports=(supports("mission"),)) for n in range(size // 10)]
    rest = [
        talking(f"2026-Q1/team{n % (size // 4):04}/o{n:04}", supports=(supports(f"2026-Q1/board/top{n % 5}"),))
        for n in range(size)
    ]
    return screen_of(*top, *rest)


def test_an_objective_stands_with_what_it_serves_and_because_of_what() -> None:
    shown = scenes(drawn(hospital(), TODAY), "goal")
    chair = next(scene for scene in shown if "Half of the waiting" in scene)
    assert (
        chair.index("Nobody waits in fear or in pain") < chair.index("Everyone who walks in") < chair.index("because")
    )
    assert "Confident 7/10" in chair


def test_what_moved_and_who_asks_is_said_in_peoples_words() -> None:
    screen = screen_of(talking("2026-Q1/wards/x", title="Shoes"))
    assert scenes(screen, "moved") == ["What moved lately 1 Feb It works. Check-in, wards : Shoes"]
    assert scenes(screen, "ask") == ["Ask open since 1 Feb Who has a ladder? wards For: Shoes"]


def test_it_lasts_and_weighs_the_same_for_any_company() -> None:
    small, large = company(60), company(400)
    assert len(scenes(small)) <= 40
    assert len(scenes(large)) <= 40
    assert len(large) < 1.1 * len(small)


def test_no_team_comes_first_for_its_name() -> None:
    many = [p.objective(f"2026-Q1/{team}{n}/o", title=f"{team}{n}") for team in "az" for n in range(30)]
    shown = " ".join(scenes(screen_of(*many), "goal"))
    assert re.search(r"\bz\d", shown)
    assert re.search(r"\ba\d", shown)


def test_who_spoke_last_is_shown_before_who_was_silent() -> None:
    silent = [p.objective(f"2026-Q1/a{n}/o", title=f"Silent {n}") for n in range(30)]
    shown = scenes(screen_of(*silent, talking("2026-Q1/zebra/o", title="Speaking")), "goal")
    assert shown[0].startswith("Speaking")


def test_dropped_objectives_are_not_shown() -> None:
    gone = p.objective(state="dropped", title="Gone", dropped=p.ending("2026-02-01"))
    assert scenes(screen_of(gone, p.objective("2026-Q1/wards/y", title="Here")), "goal")[0].startswith("Here")
    assert len(scenes(screen_of(gone), "goal")) == 0


def test_a_site_without_objectives_says_so() -> None:
    screen = screen_of(cycles={"2026-Q1": p.cycle()})
    assert "No one has written objectives for this cycle yet." in screen
    assert "<button" not in screen
