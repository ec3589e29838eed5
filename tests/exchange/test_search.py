"""What Find finds: laws of the index that hold for every site."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.exchange.search import search_files
from okrsite.exchange.search.folding import fold, words
from okrsite.exchange.search.packing import bits_of, packed
from okrsite.plan.model import Plan
from okrsite.theme import find_theme
from tests.exchange.index_of_find import FIRST, MEASURED, NAME, NAMED, TEXT, Index, data_in, unfronted
from tests.format.sites import built, objective
from tests.measure import plans as p
from tests.pages.hospital import ground, line
from tests.pages.reading import NOWHERE

PAGES = ["index.html", "map.html", "asks.html"]


def index_of(plan: Plan, **more: Any) -> Index:
    theme, _ = find_theme(NOWHERE, "default")
    files = list(search_files(ground(plan, as_of="2026-02-01", **more), theme.published(), PAGES))
    assert len({address for address, _ in files}) == len(files)
    return Index(dict(files))


def crowd(count: int) -> Plan:
    """Many objectives of a few teams and two cycles, each with words of its own and words of all."""
    chance = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    rare = ["".join(chance.choices(letters, k=chance.randint(3, 12))) for _ in range(4000)]
    return p.plan(
        *(
            p.objective(
                f"{'2026-Q1' if n % 3 else '2025-Q4'}/team-{n % 40}/o{n:05}",
                title=f"Patients {' '.join(chance.choices(rare, k=4))}",
                why=line(f"Because the {' '.join(chance.choices(rare, k=20))} waits."),
                key_results=(p.key_result("kr-1", title=f"Share of {chance.choice(rare)}"),),
            )
            for n in range(count)
        ),
        cycles={
            "2025-Q4": p.cycle("2025-Q4", "2025-10-01", "2025-12-31"),
            "2026-Q1": p.cycle("2026-Q1"),
        },
    )


@pytest.fixture(scope="module")
def many() -> Index:
    return index_of(crowd(1500))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A blood sample never waits", ["a", "blood", "sample", "never", "waits"]),
        ("Ärger in Łódź", ["arger", "in", "lodz"]),
        ("GROẞE Straße, İstanbul", ["grosse", "strasse", "istanbul"]),
        ("l’équipe d'Øyvind", ["l", "equipe", "d", "oyvind"]),
        ("检验科", ["检验", "验科", "科"]),
        ("ガラスの靴", ["カラ", "ラス", "スの", "の靴", "靴"]),
        ("OKR目标2026", ["okr", "目标", "标", "2026"]),
        ("أَهْدَاف الإدارة", ["اهداف", "الاداره", "اداره"]),
        ("a b", ["a", "b"]),
        ("…—!", []),
        ("x" * 90, ["x" * 32]),
    ],
)
def test_words_are_what_people_type(text: str, found: list[str]) -> None:
    assert list(words(text)) == found


@given(st.text())
def test_what_is_folded_stays_so_and_a_word_has_no_blank(text: str) -> None:
    assert list(words(fold(text))) == list(words(text))
    assert [word for word in words(text) if not word or word.split() != [word] or "*" in word] == []


@given(st.sets(st.integers(0, 999)), st.sets(st.integers(0, 999)))
def test_lists_of_numbers_are_read_back_as_they_were(one: set[int], other: set[int]) -> None:
    written = packed("0" + "".join(bits_of(sorted(numbers), 1000) for numbers in (one, other, (), (), ())))
    index = Index({})
    index.head = {"all": ["#word ", written], "starts": [0, 1000]}
    assert index.words["word"] == (sorted(one), sorted(other), [], [], [])


def test_every_word_of_a_name_leads_to_it(many: Index) -> None:
    for number, entry in enumerate(many.entries):
        for at, word in enumerate(words(entry["title"])):
            assert number in many.words[word][FIRST if at == 0 else NAME] or len(many.words[word][FIRST]) == 1000
        for title, _ in entry["key_results"]:
            assert all(number in many.words[w][MEASURED] or len(many.words[w][MEASURED]) == 1000 for w in words(title))


def test_every_word_that_people_wrote_leads_there(many: Index) -> None:
    for number, entry in enumerate(many.entries):
        for word in {word for text in entry["texts"] for word in words(text)}:
            own = many.words[word]
            assert any(number in own[at] for at in (FIRST, NAME, NAMED, TEXT)) or len(own[TEXT]) == 1000


def test_a_beginning_that_many_words_share_has_an_answer_of_its_own(many: Index) -> None:
    firsts = many.head["shards"][0]
    spread = {word[:1] for word in many.words} - {"*"}
    for letter in sorted(spread):
        if sum(letter <= first <= letter + "\uffff" for first in firsts) > 1:
            assert f"{letter}*" in many.words
    for word, lists in many.words.items():
        if word.endswith("*"):
            reached = [
                number for under, own in many.words.items() if under.startswith(word[:-1]) for number in own[NAME]
            ]
            assert set(lists[NAME]) <= set(reached)


def test_parts_are_small(many: Index) -> None:
    assert "all" not in many.head
    assert len(many.files["find/index.js"]) < 20_000
    parts = {kind: many.part(kind) for kind in ("blocks", "shards", "words")}
    assert max(len(shard[0].encode()) + len(shard[1]) for shard in parts["shards"]) < 16_000
    assert sorted(word for length, packed_ in parts["words"] for word in unfronted(packed_)) == sorted(
        word for word in many.words if len(word) > 2 and "*" not in word
    )
    assert max(len(data) for address, data in many.files.items() if address != "find/index.js") < 20_000


def test_a_hundred_objectives_fit_into_one_file() -> None:
    index = index_of(crowd(100))
    assert "all" in index.head
    assert len(index.files["find/index.js"]) < 40_000
    assert len(index.entries) == 100 + 40 + 2 + 3


def test_the_order_of_what_is_given_never_matters() -> None:
    plan = crowd(200)
    assert index_of(plan).files == index_of(crowd(200)).files


def test_earlier_cycles_come_last_and_the_company_first() -> None:
    index = index_of(
        p.plan(
            p.objective("2025-Q4/b/early", title="Early"),
            p.objective("2026-Q1/a/now", title="Now"),
            p.objective("2026-Q1/b/top", title="Top", supports=(p.support("mission"),)),
            cycles={"2025-Q4": p.cycle("2025-Q4", "2025-10-01", "2025-12-31"), "2026-Q1": p.cycle("2026-Q1")},
        )
    )
    titles = [entry["title"] for entry in index.entries]
    assert titles[:2] == ["Top", "Now"]
    assert titles[-1] == "Early"
    assert index.entries[-1]["beside"] == "b · 2025-Q4"


@pytest.mark.parametrize(
    "title",
    [
        "</script><script>alert(1)",
        "__proto__",
        "constructor",
        "a\u2028b\u2029c",
        '"); alert("',
        "\\u0022",
        "a\x7fb",
        "*",
    ],
)
def test_names_are_nothing_but_text(title: str) -> None:
    index = index_of(p.plan(p.objective(title=title, why=line("It is"), tags=(("x", title),))))
    assert index.entries[0]["title"] == " ".join(title.replace("\x7f", " ").split())
    for address, data in index.files.items():
        if b"reader" not in data and not data.startswith(b"/*"):
            data_in(data)
            assert b"</script" not in data, address


PRIVATE = {
    "content/okrs/2026-Q1/night/open.md": objective(
        "why: See [[quiet]], and [[quiet|a certain thing]].\nsupports: quiet", title="Everybody sleeps"
    ),
    "content/okrs/2026-Q1/night/quiet.md": objective(
        "private: true\nowner: Zelda Quux\ntags: [hushhush]\nkey_results: [{title: Unspeakable}]",
        title="Nobody may knowwhat",
        below="Murmurmur.",
    ),
}


def test_what_is_private_is_never_in_it() -> None:
    site = built(PRIVATE)
    index = Index({address: data for address, data in site.files.items() if address.startswith("find/")})
    whole = b"\n".join(index.files.values()).lower()
    for word in (b"knowwhat", b"zelda", b"quux", b"hushhush", b"unspeakable", b"murmurmur", b"quiet.html"):
        assert word not in whole
    assert not {"nobody", "may", "knowwhat", "zelda", "hushhush"} & set(index.words)
    assert index.titles("certain", TEXT) == ["Everybody sleeps"]


def test_people_are_found_where_they_have_pages_and_else_where_they_are_named() -> None:
    plan = p.plan(p.objective(title="Sleep", owners=("ada",)))
    assert index_of(plan).titles("ada", FIRST, NAMED) == ["ada", "Sleep"]
    assert index_of(plan, people_pages=False).titles("ada", FIRST, NAMED) == ["Sleep"]


def test_words_of_check_ins_asks_and_replies_are_found() -> None:
    ask = p.ask("2026-01-12", "Who lends a porter?", replies=(p.reply("2026-01-13", "The harbour does."),))
    check_in = p.check_in("2026-01-12", learned=line("Slippers matter."), blocked=line("A locked door."), ask=ask)
    later = p.check_in("2026-02-20", learned=line("Tomorrow is unknown."))
    index = index_of(p.plan(p.objective(title="Sleep", check_ins=(check_in, later))))
    for word in ("slippers", "locked", "porter", "harbour"):
        assert index.titles(word, TEXT) == ["Sleep"]
    assert "tomorrow" not in index.words


def test_pages_that_do_not_exist_are_not_found() -> None:
    addresses = {entry["address"] for entry in index_of(p.plan(p.objective())).entries}
    assert {"index.html", "map.html", "asks.html"} <= addresses
    assert "policy.html" not in addresses


def test_the_same_site_has_the_same_index_whatever_order_its_files_come_in() -> None:
    files = {f"content/okrs/2026-Q1/night/{name}.md": objective(title=f"Objective {name}") for name in "abcdef"}
    one, other = built(files), built(dict(reversed(files.items())))
    assert {a: d for a, d in one.files.items() if a.startswith("find/")} == {
        a: d for a, d in other.files.items() if a.startswith("find/")
    }
