"""Reading a page as a person does: its text, its links, what stands under which heading."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

from okrsite import addresses
from okrsite.measure.model import MeasuredObjective
from okrsite.pages import objective as pages
from okrsite.pages.chrome import chrome
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Page
from okrsite.pages.parts.key_plan import KeyPlans
from okrsite.pages.parts.mapped import atlas
from okrsite.pages.parts.near import Nearness
from okrsite.pages.register import register
from okrsite.render import Rendered, render
from okrsite.targets import Target
from okrsite.theme import Theme, find_theme

NOWHERE = Path("/nowhere")


@cache
def default_theme() -> Theme:
    return find_theme(NOWHERE, "default")[0]


def html_of(ground: Ground, page: Page) -> str:
    theme = default_theme()
    made = render(page, chrome(Sheet(ground, page.address), theme.published()), theme)
    assert isinstance(made, Rendered), made
    return made.data.decode()


def objective_page(ground: Ground, ref: str) -> str:
    plans = KeyPlans(ground.site, atlas(ground.site, register(ground.site)))
    return html_of(ground, pages.page(ground, there(ground, ref), Nearness(ground.site), plans))


def there(ground: Ground, ref: str) -> MeasuredObjective:
    return ground.site.objectives[ref]


def address(ref: str) -> str:
    return addresses.address_of(Target("objective", ref))


def main_of(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def text_of(html: str) -> str:
    """What a person reads: no charts, no markup, runs of blanks as one."""
    shown = re.sub(r"<svg.*?</svg>", " ", html, flags=re.DOTALL)
    words = " ".join(unescape(re.sub(r"<[^>]*>", " ", shown)).split())
    return re.sub(r" (?=[,;.](?:\s|$))", "", words)


def part(html: str, heading: str) -> str:
    """The text from a heading to the next section's end."""
    found = re.search(rf">{re.escape(heading)}</h[23]>(.*?)</section>", html, re.DOTALL) or re.search(
        rf"</svg> {re.escape(heading)}</h[23]>(.*?)</section>", html, re.DOTALL
    )
    assert found, f"no heading {heading!r}"
    return text_of(found[1])


def fact(html: str, label: str) -> str:
    found = re.search(rf"<dt>{re.escape(label)}</dt><dd[^>]*>(.*?)</dd>", html, re.DOTALL)
    assert found, f"no fact {label!r}"
    return text_of(found[1])


def key_result(html: str, name: str) -> str:
    found = re.search(rf'<li class="kr" id="{name}">(.*?)(?=<li class="kr"|</ol>\s*</div></section>)', html, re.DOTALL)
    assert found, f"no key result {name!r}"
    return text_of(found[1])
