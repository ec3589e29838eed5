"""What scores are for and what they are not for, in the organisation's words and in plain ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Head, Html, Link, Page, blank
from okrsite.pages.parts.contact import contact_link
from okrsite.pages.parts.source import source_block
from okrsite.pages.parts.words import words
from okrsite.pages.register import Register


@dataclass(frozen=True, slots=True)
class PolicyView:
    """What scores are for. `pay` tells that they change what people earn, which is said first.

    `surveys` says how small groups are protected, `pulse` leads to what was asked.
    """

    title: str
    statement: Html
    pay: bool
    surveys: str
    pulse: Link
    contact: Link | None


def compose(ground: Ground, _: Register) -> Iterator[Blank]:
    """Give the policy page."""
    yield blank(addresses.POLICY, _page, ground)


def _page(ground: Ground) -> Page:
    sheet = Sheet(ground, addresses.POLICY)
    organisation = ground.site.organisation
    policy = organisation.policy
    title = sheet.say("policy.title")
    view = PolicyView(
        title=title,
        statement=words(sheet, policy.statement),
        pay=policy.scores_affect_pay,
        surveys=sheet.say("policy.surveys", n=policy.surveys_min_group),
        pulse=Link(sheet.say("pulse.title"), sheet.href(addresses.PULSE)),
        contact=contact_link(organisation.contact),
    )
    said = "policy.description_pay" if policy.scores_affect_pay else "policy.description"
    blocks = (Block(sheet.say("block.sheet"), title), *source_block(sheet, organisation.origin))
    return Page(addresses.POLICY, "policy.html", view, Head(title, sheet.say(said), blocks=blocks))
