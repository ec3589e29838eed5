import pytest

from okrsite import addresses
from okrsite.targets import Target


@pytest.mark.parametrize(
    ("target", "address"),
    [
        (Target("mission"), "index.html"),
        (Target("objective", "2025-Q4/wards/sleep"), "objectives/2025-Q4/wards/sleep.html"),
        (Target("objective", "2025-Q4/wards/sleep", "falls"), "objectives/2025-Q4/wards/sleep.html#falls"),
        (Target("person", "samira-said"), "people/samira-said.html"),
        (Target("team", "数字"), "teams/数字.html"),
        (Target("page", "how/we-work"), "pages/how/we-work.html"),
    ],
)
def test_each_thing_has_its_address(target: Target, address: str) -> None:
    assert addresses.address_of(target) == address


@pytest.mark.parametrize(
    ("page", "to", "href"),
    [
        ("index.html", "teams/wards.html", "teams/wards.html"),
        ("teams/wards.html", "teams/index.html", "index.html"),
        ("objectives/a/b/c.html", "index.html", "../../../index.html"),
        ("teams/wards.html", "teams/wards.html#asks", "#asks"),
        ("index.html", "teams/数字.html", "teams/%E6%95%B0%E5%AD%97.html"),
        ("index.html", "files/50% off #1.pdf", "files/50%25%20off%20#1.pdf"),
    ],
)
def test_links_are_relative_and_encoded(page: str, to: str, href: str) -> None:
    assert addresses.href(page, to) == href


def test_an_absolute_address_lies_below_the_base() -> None:
    assert addresses.absolute("https://okr.example/sub", "teams/ü.html") == "https://okr.example/sub/teams/%C3%BC.html"


def test_the_way_to_the_root_follows_the_depth() -> None:
    assert addresses.to_root("index.html") == ""
    assert addresses.to_root("objectives/a/b/c.html") == "../../../"
