"""The page of one objective: why, up to the mission; how its team will know, and how sure it is; who needs whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Day, Head, Html, Link, Page, excerpt
from okrsite.pages.parts.accepted import Allowed, allowed_views
from okrsite.pages.parts.banner import objective_banner
from okrsite.pages.parts.contact import contact_link
from okrsite.pages.parts.endings import ChangeView, EndingView, change_views, ending_views
from okrsite.pages.parts.far import Far, far
from okrsite.pages.parts.kept import HealthLine, kept
from okrsite.pages.parts.key_plan import KeyPlans, KeyPlanView
from okrsite.pages.parts.mapped import Atlas
from okrsite.pages.parts.marks import Confidence, OutcomeMark, StateMark, confidence, outcome_mark, state_mark
from okrsite.pages.parts.measured import KeyResultView, key_result_views
from okrsite.pages.parts.near import NearLine, Nearness
from okrsite.pages.parts.needs import CarriedLine, NeedLine, carried_on_by, comes_from, needed_by, needs
from okrsite.pages.parts.source import edit_href, permanent_block, source_block
from okrsite.pages.parts.supporters import Supporters, supporters
from okrsite.pages.parts.talk import AskView, CheckInView, ask_view, check_in_views
from okrsite.pages.parts.why import OtherSupport, WhyChain, other_supports, why_chain
from okrsite.pages.parts.words import plain_words, words
from okrsite.targets import Target

_LONG = 110


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """All that an objective's page says. `over` tells that it has ended: aims are told in the past. A `long` title is set smaller.

    `pay` is there where scores change what people are paid.
    """

    title: str
    long: bool
    team: Link
    over: bool
    key_plan: KeyPlanView
    draft: bool
    chain: WhyChain
    why: Html
    state: StateMark | None
    outcome: OutcomeMark | None
    score: str
    confidence: Confidence | None
    on: Day | None
    quiet: str
    far: Far | None
    owners: tuple[Link, ...]
    serves: str
    type: str
    origin: str
    teams: tuple[Link, ...]
    contact: Link | None
    cycle: Link
    dates: str
    since: Day | None
    tags: tuple[Link, ...]
    edit: str | None
    key_results: tuple[KeyResultView, ...]
    body: Html
    endings: tuple[EndingView, ...]
    open_asks: tuple[AskView, ...]
    answered_asks: tuple[AskView, ...]
    changes: tuple[ChangeView, ...]
    check_ins: tuple[CheckInView, ...]
    supporters: Supporters
    reference: str
    also: tuple[OtherSupport, ...]
    needs: tuple[NeedLine, ...]
    needed_by: tuple[NeedLine, ...]
    health: tuple[HealthLine, ...]
    comes_from: CarriedLine | None
    carried_on_by: tuple[CarriedLine, ...]
    near: tuple[NearLine, ...]
    allowed: tuple[Allowed, ...]
    pay: Link | None


def compose(ground: Ground, atlas: Atlas) -> Iterator[Blank]:
    """Make a page for every objective."""
    drawer = Drawer(Nearness(ground.site), KeyPlans(ground.site, atlas))
    for objective in ground.site.objectives.values():
        yield Blank(address_of(objective), partial(drawer.page, ground, objective), again=drawer.page)


@dataclass(frozen=True, slots=True)
class Drawer:
    """What draws the page of any objective: `nearness` says which others are near to it, `plans` where it stands."""

    nearness: Nearness
    plans: KeyPlans

    def page(self, ground: Ground, objective: MeasuredObjective) -> Page:
        """Make the page of an objective; its ground may be another than it was laid out on."""
        return page(ground, objective, self.nearness, self.plans)


def address_of(objective: MeasuredObjective) -> str:
    """Say where an objective's page lies."""
    return addresses.address_of(Target("objective", objective.ref))


def page(ground: Ground, objective: MeasuredObjective, nearness: Nearness, plans: KeyPlans) -> Page:
    """Make the page of one objective; `nearness` says which others are near to it, `plans` where it stands."""
    sheet = Sheet(ground, address_of(objective))
    said = view(sheet, objective, nearness, plans)
    return Page(sheet.address, "objective.html", said, _head(sheet, objective), objective.plan.origin)


def view(sheet: Sheet, objective: MeasuredObjective, nearness: Nearness, plans: KeyPlans) -> ObjectiveView:
    """Gather all that an objective's page says."""
    plan, cycle = objective.plan, sheet.cycle_of(objective)
    over = _is_over(sheet, objective)
    outcome = outcome_mark(sheet, objective)
    asks = tuple(ask_view(sheet, ask) for ask in reversed(objective.asks))
    return ObjectiveView(
        title=plan.title,
        long=len(plan.title) > _LONG,
        team=sheet.team(plan.team),
        over=over,
        key_plan=plans.of(sheet, objective),
        draft=objective.state in ("draft", "proposed"),
        chain=why_chain(sheet, objective),
        why=words(sheet, plan.why),
        state=state_mark(sheet, objective),
        outcome=outcome,
        score=sheet.speech.score(plan.score) if plan.score is not None and objective.closed else "",
        confidence=None if over else confidence(sheet, objective),
        on=sheet.day(objective.confidence_date, cycle) if objective.confidence_date else None,
        quiet=_quiet(sheet, objective),
        far=far(sheet, objective),
        owners=sheet.people(plan.owners),
        serves=plan.serves or "",
        type=sheet.say(f"type.{plan.type}") if plan.type else "",
        origin=_origin(sheet, objective),
        teams=tuple(sheet.team(team) for team in plan.teams if team != plan.team),
        contact=contact_link(plan.contact),
        cycle=sheet.cycle(plan.cycle),
        dates=sheet.speech.between(cycle.start, cycle.end),
        since=sheet.day(plan.since, cycle) if plan.since else None,
        tags=tuple(sheet.tag(slug, text) for slug, text in plan.tags),
        edit=edit_href(sheet.ground, plan.origin),
        key_results=key_result_views(sheet, objective, over=over),
        body=words(sheet, plan.body),
        endings=ending_views(sheet, objective),
        open_asks=tuple(ask for ask in asks if not ask.answered),
        answered_asks=tuple(ask for ask in asks if ask.answered),
        changes=change_views(sheet, objective),
        check_ins=check_in_views(sheet, objective),
        supporters=supporters(sheet, objective),
        reference=sheet.ground.names.get(objective.ref, objective.ref),
        also=other_supports(sheet, objective),
        needs=needs(sheet, objective),
        needed_by=needed_by(sheet, objective.needed_by),
        health=kept(sheet, plan.health),
        comes_from=comes_from(sheet, objective),
        carried_on_by=carried_on_by(sheet, objective),
        near=nearness.lines(sheet, objective),
        allowed=allowed_views(sheet, plan.allow),
        pay=_pay(sheet),
    )


def _head(sheet: Sheet, objective: MeasuredObjective) -> Head:
    plan = objective.plan
    cycle = sheet.cycle_of(objective)
    what = Block(sheet.say("block.sheet"), sheet.say("block.sheet_of", name=plan.id, cycle=cycle.title))
    return Head(
        title=sheet.ground.titles.get(objective.ref, plan.title),
        description=excerpt(plain_words(sheet, plan.why) or plan.title),
        section="objectives",
        banner=objective_banner(sheet, objective),
        blocks=(what, *source_block(sheet, plan.origin), permanent_block(sheet)),
        styles=("key-plan.css",),
    )


def _pay(sheet: Sheet) -> Link | None:
    """Link to what scores are for where they change what people are paid, which is said beside the numbers."""
    if not sheet.site.organisation.policy.scores_affect_pay:
        return None
    return Link(sheet.say("foot.policy"), sheet.href(addresses.POLICY))


def _is_over(sheet: Sheet, objective: MeasuredObjective) -> bool:
    """Tell whether an objective has ended: closed, dropped, or its cycle past."""
    return objective.state in ("closed", "dropped") or sheet.site.cycles[objective.plan.cycle].state == "past"


def _quiet(sheet: Sheet, objective: MeasuredObjective) -> str:
    """Say since when nobody has written; empty while somebody has of late."""
    if not objective.quiet:
        return ""
    since = objective.last_word
    return (
        sheet.say("fact.quiet", day=sheet.day(since, sheet.cycle_of(objective)).text)
        if since
        else sheet.say("fact.quiet_yet")
    )


def _origin(sheet: Sheet, objective: MeasuredObjective) -> str:
    """Say where an objective comes from; a company objective that does not say it is the company's."""
    if objective.plan.came_from:
        return sheet.say(f"origin.{objective.plan.came_from}")
    return sheet.say("origin.company") if objective.company else ""
