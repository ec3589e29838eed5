"""The list of files and the names in it, for any text: quick ways say what slow ways say."""

from __future__ import annotations

import json
from datetime import date
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as some

from okrsite.files import belongs_to_windows
from okrsite.publish import Manifest, Taken, Written, clashes
from okrsite.publish.names import folded, leads_out, travels

TEXTS = some.text(alphabet=some.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = some.text(alphabet='ab./\\:" \n\0Aßİéé', max_size=8)
FILES = some.lists(some.builds(Written, TEXTS, TEXTS, some.integers(0, 10**12)), max_size=4)


@given(FILES, TEXTS, some.none() | some.dates(), some.none() | TEXTS)
def test_a_list_is_the_json_that_the_standard_library_writes(
    files: list[Written], version: str, day: date | None, revision: str | None
) -> None:
    record = {
        "as_of": day and day.isoformat(),
        "files": [{"path": file.path, "sha256": file.sha256, "size": file.size} for file in files],
        "revision": revision,
        "schema": 1,
        "version": version,
    }
    expected = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    assert Manifest(tuple(files), version, day, revision).to_json() == expected.encode()


@given(NAMES)
def test_an_address_leads_out_when_a_part_of_it_is_none(address: str) -> None:
    parts = address.split("/")
    assert leads_out(address) == (not {"", ".", ".."}.isdisjoint(parts) or "\0" in address)


@given(NAMES)
def test_an_address_travels_when_each_part_of_it_does(address: str) -> None:
    parts = address.split("/")
    refused = [part for part in parts if part.endswith((".", " ")) or set(part) & set('<>:"|?*\\')]
    assert travels(address) == (not refused and not any(map(belongs_to_windows, parts)))


@given(TEXTS)
def test_addresses_are_folded_alike_whether_ascii_or_not(address: str) -> None:
    assert folded(address) == normalize("NFC", normalize("NFC", address).casefold())


def test_an_address_that_was_given_back_can_be_given_away_again() -> None:
    taken = Taken(["a/b"])
    taken.give_back("a/b")
    assert taken.take("a/b") is None
    assert taken.take("A/B") == "a/b"
    assert clashes(["a/b", "a"]) == [("a/b", "a")]
