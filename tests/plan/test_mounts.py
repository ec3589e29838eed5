from __future__ import annotations

from okrsite.config import Mount
from tests.plan.sites import site

LAB = Mount("../lab", ("okrs",), "lab-")
OWN = {"okrs/2026-Q1/lab/fast.md": "---\ntitle: Ours\n---\n"}


def test_ids_of_a_mount_carry_its_prefix_and_are_written_without_it_there() -> None:
    made = site(
        {
            **OWN,
            "/lab/2026-Q1/lab/fast.md": "---\ntitle: Theirs\naliases: [quick]\n---\n",
            "/lab/2026-Q1/lab/b.md": "---\ntitle: B\nsupports: [fast, lab/quick, 2026-Q1/lab/fast, 2026-Q1/lab/lab-fast]\n---\n",
            "okrs/2026-Q1/it/c.md": "---\ntitle: C\nsupports: [fast, lab-fast]\n---\n",
        },
        mounts=(LAB,),
    )
    assert made.said == []
    objectives = made.plan.objectives
    assert list(objectives) == ["2026-Q1/it/c", "2026-Q1/lab/fast", "2026-Q1/lab/lab-b", "2026-Q1/lab/lab-fast"]
    assert {support.to.id for support in objectives["2026-Q1/lab/lab-b"].supports} == {"2026-Q1/lab/lab-fast"}
    assert [support.to.id for support in objectives["2026-Q1/it/c"].supports] == [
        "2026-Q1/lab/fast",
        "2026-Q1/lab/lab-fast",
    ]
    assert objectives["2026-Q1/lab/lab-fast"].origin.path == "../lab/2026-Q1/lab/fast.md"


def test_what_is_not_in_the_mount_is_found_everywhere() -> None:
    made = site(
        {**OWN, "/lab/2026-Q1/lab/b.md": "---\ntitle: B\nsupports: fast\n---\n"},
        mounts=(LAB,),
    )
    assert made.said == []
    assert made.plan.objectives["2026-Q1/lab/lab-b"].supports[0].to.id == "2026-Q1/lab/fast"


def test_a_mount_outside_is_a_root_of_its_own_for_links() -> None:
    made = site(
        {
            "/lab/2026-Q1/lab/a.md": "---\ntitle: A\n---\n[b](b.md) [x](x.csv) [out](../../../root/content/org.md)\n",
            "/lab/2026-Q1/lab/b.md": "---\ntitle: B\n---\n",
            "/lab/2026-Q1/lab/x.csv": "a",
            "org.md": "---\nname: N\n---\n",
        },
        mounts=(LAB,),
    )
    assert [(f.rule, f.span.path, f.span.line, f.span.column) for f in made.findings] == [
        ("unsafe-path", "../lab/2026-Q1/lab/a.md", 4, 28)
    ]
    assert list(made.plan.attachments) == ["../lab/2026-Q1/lab/x.csv"]


def test_check_ins_of_a_mount_are_about_its_objectives() -> None:
    made = site(
        {
            **OWN,
            "/lab/okrs/2026-Q1/lab/fast.md": "---\ntitle: Theirs\n---\n",
            "/lab/talk/a.md": "---\nobjective: fast\ndate: 2026-02-01\n---\nWords.\n",
        },
        mounts=(Mount("../lab/okrs", ("okrs",), "lab-"), Mount("../lab/talk", ("check-ins",), "lab-")),
    )
    assert made.said == []
    assert len(made.plan.objectives["2026-Q1/lab/fast"].check_ins) == 1


def test_an_id_must_be_one_with_the_prefix_too() -> None:
    made = site({"/lab/2026-Q1/lab/n.md": "---\ntitle: A\n---\n"}, mounts=(Mount("../lab", ("okrs",), "co"),))
    assert [(f.rule, f.span.path, f.span.line) for f in made.findings] == [("bad-id", "../lab/2026-Q1/lab/n.md", 1)]
