"""What people type who want to see an objective, and what they are told when there is none."""

from datetime import date

import pytest

from okrsite.build import read_and_link
from okrsite.config import Wishes
from okrsite.measure import measure
from okrsite.measure.model import Site
from okrsite.terminal import meant

TITLE = "---\ntitle: X\n{}---\n"
FILES = {
    "content/okrs/2025-Q4/wards/walk.md": TITLE.format(""),
    "content/okrs/2026-Q1/wards/walk.md": TITLE.format("aliases: [stroll]\n"),
    "content/okrs/2026-Q1/pharmacy/ready.md": TITLE.format(""),
    "content/okrs/2026-Q1/digital/ready.md": TITLE.format(""),
    "content/okrs/2026-Q1/digital/secret.md": TITLE.format("private: true\n"),
    "content/okrs/2026-Q1/estates.yaml": "objectives:\n  - {id: heat, title: Heat}\n  - {id: light, title: Light}\n",
    "content/teams/quiet.md": "---\nname: Quiet\n---\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("names")
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    linked = read_and_link(root, Wishes(today=date(2026, 2, 1)))
    assert linked.findings == []
    return measure(linked.plan, linked.config.as_of, check_in_every=14)


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("2025-Q4/wards/walk", "2025-Q4/wards/walk"),
        ("wards/walk", "2026-Q1/wards/walk"),
        ("walk", "2026-Q1/wards/walk"),
        ("walk#by-noon", "2026-Q1/wards/walk"),
        ("stroll", "2026-Q1/wards/walk"),
        ("./content/okrs/2025-Q4/wards/walk.md", "2025-Q4/wards/walk"),
        ("walk.md", "2026-Q1/wards/walk"),
        ("heat", "2026-Q1/estates/heat"),
    ],
)
def test_an_objective_is_found_by(site: Site, name: str, ref: str) -> None:
    found = meant(site, name)
    assert not isinstance(found, str)
    assert found.ref == ref


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("wards/wlak", "There is no objective “wards/wlak”. Did you mean “wards/walk”?"),
        ("alk", "There is no objective “alk”. Did you mean “walk”?"),
        ("qqq", "There is no objective “qqq”. It is called by its cycle, team and file, like 2026-Q1/wards/walk, or by the end of that."),
        ("", "There is no objective “”. It is called by its cycle, team and file, like 2026-Q1/wards/walk, or by the end of that."),
        ("2026-Q1/digital/secret", "There is no objective “2026-Q1/digital/secret”. Did you mean “2026-Q1/digital/ready”?"),
        ("ready", "“ready” fits 2 objectives; name one of them:\n  2026-Q1/digital/ready\n  2026-Q1/pharmacy/ready"),
        ("content/okrs/2026-Q1/estates.yaml", "“content/okrs/2026-Q1/estates.yaml” fits 2 objectives; name one of them:\n  2026-Q1/estates/heat\n  2026-Q1/estates/light"),
        ("wards", "“wards” is a team; name one of its objectives:\n  2026-Q1/wards/walk"),
        ("quiet", "“quiet” is a team that leads no objective."),
    ],
)  # fmt: skip
def test_who_names_none_or_several_is_told(site: Site, name: str, said: str) -> None:
    assert meant(site, name) == said
