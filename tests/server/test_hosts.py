"""Who may ask a preview: its own pages, links from anywhere, and nobody else's scripts."""

from __future__ import annotations

from email.message import Message
from http import HTTPStatus

import pytest

from okrsite.server.asked import Hosts, hosts_of, refusal
from tests.server.asking import InMemory, asked, page, shown

LOCAL = hosts_of("127.0.0.1", "mill")


def headers(**given: str) -> Message:
    message = Message()
    for name, value in given.items():
        message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:80", "localhost."])
def test_this_machine_is_asked_by_its_own_names(host: str) -> None:
    assert refusal(LOCAL, headers(Host=host)) is None


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "10.0.0.7", "", "mill", "[::1", "a b"]
)
def test_a_name_that_somebody_has_led_here_is_refused(host: str) -> None:
    assert refusal(LOCAL, headers(Host=host)) is HTTPStatus.MISDIRECTED_REQUEST


def test_a_request_without_a_host_is_refused() -> None:
    assert refusal(LOCAL, headers()) is HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize(
    ("listening", "host"), [("mill.lan", "mill.lan:8000"), ("10.0.0.7", "10.0.0.7"), ("::1", "[::1]")]
)
def test_the_chosen_host_is_admitted(listening: str, host: str) -> None:
    assert hosts_of(listening, "other").admit(host)
    assert not hosts_of(listening, "other").admit("evil.example")


@pytest.mark.parametrize("host", ["10.0.0.7:8000", "[fe80::1]:8000", "mill:8000", "mill.local", "localhost"])
def test_who_listens_everywhere_is_asked_by_any_number_and_by_the_name_of_the_machine(host: str) -> None:
    everywhere: Hosts = hosts_of("0.0.0.0", "Mill")  # noqa: S104 - nobody listens here
    assert everywhere.admit(host)
    assert not everywhere.admit("evil.example")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:9000", "file://"])
def test_a_script_of_another_site_is_refused(origin: str) -> None:
    assert refusal(LOCAL, headers(Host="localhost:8000", Origin=origin)) is HTTPStatus.FORBIDDEN


def test_its_own_scripts_are_answered() -> None:
    own = headers(Host="localhost:8000", Origin="http://localhost:8000", Sec_Fetch_Site="same-origin")
    assert refusal(LOCAL, own) is None


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_from_elsewhere_is_followed_but_nothing_is_taken_into_another_page(site: str) -> None:
    asked = {"Host": "localhost", "Sec_Fetch_Site": site}
    assert refusal(LOCAL, headers(**asked, Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document")) is None
    assert refusal(LOCAL, headers(**asked, Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="iframe")) is None
    assert refusal(LOCAL, headers(**asked, Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script")) is HTTPStatus.FORBIDDEN
    assert refusal(LOCAL, headers(**asked, Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="object")) is HTTPStatus.FORBIDDEN


def test_a_server_is_asked_by_its_host_s_name_and_by_its_number() -> None:
    with shown(InMemory({"index.html": page("Home")}), host="mill.lan") as server:
        assert server.is_alone
        assert [asked(server, "/", Host=host).status for host in ("mill.lan", "127.0.0.1", "evil.lan")] == [
            200,
            200,
            421,
        ]
