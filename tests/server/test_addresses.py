"""From what stands in a request to an address of the site, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.server.asked import address_of


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/", ""),
        ("/teams/", "teams/"),
        ("/teams/wards.html?x=1#y", "teams/wards.html"),
        ("/teams/%C3%A4rzte.html", "teams/ärzte.html"),
        ("/a%20b%25.html", "a b%.html"),
        ("http://localhost:8000/teams/x.html", "teams/x.html"),
        ("/...html", "...html"),
    ],
)
def test_an_address_is_read(target: str, address: str) -> None:
    assert address_of(target) == address


@pytest.mark.parametrize(
    "target",
    [
        "/../etc/passwd",
        "/teams/../../etc/passwd",
        "/%2e%2e/etc/passwd",
        "/..%2fetc/passwd",
        "/%2e%2e%2fetc%2fpasswd",
        "/..\\secret",
        "/..%5csecret",
        "/c:%5csecret",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/teams//x",
        "/./x",
        "/x%00.html",
        "/x%0d%0aSet-Cookie:a",
        "/%ff.html",
        "etc/passwd",
        "*",
        "",
        "ftp://localhost/x",
    ],
)
def test_what_leads_out_or_is_no_address_is_refused(target: str) -> None:
    assert address_of(target) is None


@given(st.text(alphabet="/.%25eEfF\\abc:?#\0 0", max_size=30))
def test_nothing_that_anybody_writes_leads_out(target: str) -> None:
    address = address_of(f"/{target}")
    if address is not None:
        names = address.split("/")
        assert not address.startswith("/")
        assert not {".", ".."} & set(names)
        assert "\\" not in address
        assert "\0" not in address
