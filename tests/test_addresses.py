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
        ("objectives/a/b/c.html", "objectives/a/x/y.html", "../x/y.html"),
        ("objectives/a/b/c.html", "objectives/a/b.html", "../b.html"),
        ("a.html", "a/a/a.html#x", "a/a/a.html#x"),
        ("index.html", "teams/数字.html", "teams/%E6%95%B0%E5%AD%97.html"),
    ],
)
def test_links_are_relative_and_encoded(page: str, to: str, href: str) -> None:
    assert addresses.href(page, to) == href


def test_an_absolute_address_lies_below_the_base() -> None:
    assert addresses.absolute("https://okr.example/sub", "teams/ü.html") == "https://okr.example/sub/teams/%C3%BC.html"


def test_the_way_to_the_root_follows_the_depth() -> None:
    assert addresses.to_root("index.html") == ""
    assert addresses.to_root("objectives/a/b/c.html") == "../../../"


def test_a_name_that_no_disk_takes_is_shortened_and_stays_its_own() -> None:
    one, other = (addresses.address_of(Target("objective", f"2025/数字/{'眼' * 99}{end}")) for end in "睛镜")
    assert all(len(name.encode()) <= 255 for name in one.split("/"))
    assert one != other
    assert one.startswith("objectives/2025/数字/眼眼")
