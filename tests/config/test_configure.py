"""What `okrsite.yaml` and the command line say, and what is said of their faults."""

from __future__ import annotations

import os
import pickle
from datetime import date
from pathlib import Path

import pytest

from okrsite.config import Config, Mount, Repository, Wishes, configure
from okrsite.diagnostics import Finding

TODAY = date(2026, 3, 1)


def read(root: Path, text: str = "", **wishes: object) -> tuple[Config, list[Finding]]:
    (root / "content").mkdir(exist_ok=True)
    (root / "okrsite.yaml").write_text(text, "utf-8")
    return configure(root, Wishes(today=TODAY, **wishes))  # type: ignore[arg-type]


def fine(root: Path, text: str = "", **wishes: object) -> Config:
    config, findings = read(root, text, **wishes)
    assert findings == []
    assert not config.faulty
    return config


def wrong(root: Path, text: str, **wishes: object) -> Finding:
    config, findings = read(root, text, **wishes)
    (finding,) = findings
    assert config.faulty
    assert finding.level == "error"
    return finding


def place(finding: Finding) -> tuple[str, str, int, int]:
    return finding.rule, finding.span.path, finding.span.line, finding.span.column


@pytest.mark.parametrize("text", ["", "\n# nothing yet\n", "x-ours: {a: 1}\n", "\ufeff---\n"])
def test_an_empty_file_means_the_defaults(tmp_path: Path, text: str) -> None:
    config = fine(tmp_path, text)
    assert config == Config(root=tmp_path, as_of=TODAY, output=tmp_path / "site", path="okrsite.yaml")


def test_an_absent_file_means_the_same(tmp_path: Path) -> None:
    config, findings = configure(tmp_path, Wishes(today=TODAY))
    assert (config, findings) == (Config(root=tmp_path, as_of=TODAY, output=tmp_path / "site"), [])


def test_every_key_is_taken(tmp_path: Path) -> None:
    (tmp_path / "themes/ours").mkdir(parents=True)
    (tmp_path / "lab").mkdir()
    config = fine(
        tmp_path,
        """\
title: Our objectives
as_of: 2025-10-30
base_url: https://okr.example.org/site
language: zh-Hans
content: docs/okrs
output: public
theme: ours
fiscal_year_start: 4
fiscal_year_named: end
check_in_every: 7
people_pages: false
repository: {url: https://git.example.org/okr, branch: trunk, edit: "https://e.example/{branch}/{path}"}
checks: {no-why: off, orphan: "off", quiet: note, no-type: error}
history: none
mounts: [{from: ./lab/, to: okrs/2026-Q1/laboratory, prefix: lab-}]
index: yes
""",
    )
    assert config == Config(
        root=tmp_path,
        as_of=date(2025, 10, 30),
        output=tmp_path / "public",
        title="Our objectives",
        base_url="https://okr.example.org/site/",
        language="zh-Hans",
        content="docs/okrs",
        theme="ours",
        fiscal_year_start=4,
        fiscal_year_named="end",
        check_in_every=7,
        people_pages=False,
        repository=Repository("https://git.example.org/okr", "trunk", "https://e.example/{branch}/{path}", None),
        checks={"no-why": "off", "orphan": "off", "quiet": "note", "no-type": "error"},
        history="none",
        mounts=(Mount("lab", ("okrs", "2026-Q1", "laboratory"), "lab-", config.mounts[0].span),),
        index=True,
        path="okrsite.yaml",
    )
    assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titel: x\n", ("unknown-key", "okrsite.yaml", 1, 1)),
        ("title: no\n", ("wrong-type", "okrsite.yaml", 1, 8)),
        ("title: [a]\n", ("wrong-type", "okrsite.yaml", 1, 8)),
        ("title: x\nas_of: 2026-02-30\n", ("bad-date", "okrsite.yaml", 2, 8)),
        ("as_of: soon\n", ("wrong-type", "okrsite.yaml", 1, 8)),
        ("base_url: okr.example.org\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("base_url: javascript://x/\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("base_url: 'https://[::1/'\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("base_url: 'https://a:b@c.example/'\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("base_url: 'https://c.example/\"><script>'\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("language: no\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("language: de_DE.UTF-8\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("language: klingon\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("language: ../../x\n", ("wrong-type", "okrsite.yaml", 1, 11)),
        ("content: ../elsewhere\n", ("unsafe-path", "okrsite.yaml", 1, 10)),
        ("content: /etc\n", ("unsafe-path", "okrsite.yaml", 1, 10)),
        ("content: a/../..\n", ("unsafe-path", "okrsite.yaml", 1, 10)),
        ("content: .\n", ("wrong-type", "okrsite.yaml", 1, 10)),
        ("content: site\n", ("unsafe-path", "okrsite.yaml", 1, 10)),
        ("output: content\n", ("unsafe-path", "okrsite.yaml", 1, 9)),
        ("output: .\n", ("unsafe-path", "okrsite.yaml", 1, 9)),
        ("output: ..\n", ("unsafe-path", "okrsite.yaml", 1, 9)),
        ("output: /\n", ("unsafe-path", "okrsite.yaml", 1, 9)),
        ("output: content/static/out\n", ("unsafe-path", "okrsite.yaml", 1, 9)),
        ("output: themes/x\n", ("unsafe-path", "okrsite.yaml", 1, 9)),
        ("output: linked/x\n", ("unsafe-path", "okrsite.yaml", 1, 9)),
        ("theme: ../x\n", ("unsafe-path", "okrsite.yaml", 1, 8)),
        ("theme: our\n", ("ref-broken", "okrsite.yaml", 1, 8)),
        ("theme: " + "x" * 5000 + "\n", ("ref-broken", "okrsite.yaml", 1, 8)),
        ("fiscal_year_start: 13\n", ("wrong-type", "okrsite.yaml", 1, 20)),
        ("fiscal_year_start: 0\n", ("wrong-type", "okrsite.yaml", 1, 20)),
        ("fiscal_year_start: april\n", ("wrong-type", "okrsite.yaml", 1, 20)),
        ("fiscal_year_named: begin\n", ("wrong-type", "okrsite.yaml", 1, 20)),
        ("check_in_every: 0\n", ("wrong-type", "okrsite.yaml", 1, 17)),
        ("check_in_every: 99999999999\n", ("wrong-type", "okrsite.yaml", 1, 17)),
        ("check_in_every: 3.5\n", ("wrong-type", "okrsite.yaml", 1, 17)),
        ("people_pages: maybe\n", ("wrong-type", "okrsite.yaml", 1, 15)),
        ("repository: https://git.example.org\n", ("wrong-type", "okrsite.yaml", 1, 13)),
        ("repository: {kind: github}\n", ("missing-key", "okrsite.yaml", 1, 14)),
        ("repository: {url: git@example.org:okr}\n", ("wrong-type", "okrsite.yaml", 1, 19)),
        ("repository: {kind: svn, url: 'https://x.example'}\n", ("wrong-type", "okrsite.yaml", 1, 20)),
        ("repository: {edit: 'https://x.example/'}\n", ("wrong-type", "okrsite.yaml", 1, 20)),
        ("repository: {edit: 'https://x.example/{file}/{path}'}\n", ("wrong-type", "okrsite.yaml", 1, 20)),
        ("repository: {edit: 'javascript:{path}'}\n", ("wrong-type", "okrsite.yaml", 1, 20)),
        ("checks: {no-whi: off}\n", ("unknown-key", "okrsite.yaml", 1, 10)),
        ("checks: {ref-broken: warning}\n", ("wrong-type", "okrsite.yaml", 1, 10)),
        ("checks: {ref-broken: off}\n", ("wrong-type", "okrsite.yaml", 1, 10)),
        ("checks: {no-why: loud}\n", ("wrong-type", "okrsite.yaml", 1, 18)),
        ("history: always\n", ("wrong-type", "okrsite.yaml", 1, 10)),
        ("index: 1\n", ("wrong-type", "okrsite.yaml", 1, 8)),
        ("mounts: [{from: gone, to: teams}]\n", ("unreadable", "okrsite.yaml", 1, 17)),
        ("mounts: [{from: lab, to: static}]\n", ("wrong-type", "okrsite.yaml", 1, 26)),
        ("mounts: [{from: lab, to: static/x}]\n", ("wrong-type", "okrsite.yaml", 1, 26)),
        ("mounts: [{from: lab, to: content/static}]\n", ("wrong-type", "okrsite.yaml", 1, 26)),
        ("mounts: [{from: lab, to: teams/../static}]\n", ("wrong-type", "okrsite.yaml", 1, 26)),
        ("mounts: [{from: lab, to: ../x}]\n", ("unsafe-path", "okrsite.yaml", 1, 26)),
        ("mounts: [{from: lab, to: /etc}]\n", ("unsafe-path", "okrsite.yaml", 1, 26)),
        ("mounts: [{to: teams}]\n", ("missing-key", "okrsite.yaml", 1, 10)),
        ("mounts: [{from: lab, to: teams, prefix: a b}]\n", ("bad-id", "okrsite.yaml", 1, 41)),
        ("mounts: [{from: ., to: pages}]\n", ("unsafe-path", "okrsite.yaml", 1, 17)),
        ("mounts: [{from: lab, to: teams}]\noutput: lab/out\n", ("unsafe-path", "okrsite.yaml", 2, 9)),
        ("title: x\n\ttitle: y\n", ("syntax", "okrsite.yaml", 2, 1)),
        ("title: x\ntitle: y\n", ("syntax", "okrsite.yaml", 2, 1)),
        ("- a\n", ("wrong-type", "okrsite.yaml", 1, 3)),
        ("just words\n", ("wrong-type", "okrsite.yaml", 1, 1)),
    ],
)
def test_a_fault_is_said_at_its_place_and_the_default_holds(
    tmp_path: Path, text: str, expected: tuple[str, str, int, int]
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "linked").symlink_to("content")
    (tmp_path / "themes/ours").mkdir(parents=True)
    (tmp_path / "lab").mkdir()
    finding = wrong(tmp_path, text)
    assert place(finding) == expected
    assert finding.message.endswith(".")
    assert "{key}" not in finding.message + finding.help
    config = read(tmp_path, text)[0]
    assert (config.output, config.content, config.theme, config.mounts) in (
        (tmp_path / "site", "content", "default", ()),
        (tmp_path / "site", "content", "default", config.mounts[:1]),
    )


def test_all_faults_are_said_in_one_run(tmp_path: Path) -> None:
    _, findings = read(tmp_path, "titel: x\nlanguage: no\ncheck_in_every: -1\nmounts: [{from: gone, to: a}, {to: b}]\n")
    assert sorted((finding.span.line, finding.rule) for finding in findings) == [
        (1, "unknown-key"),
        (2, "wrong-type"),
        (3, "wrong-type"),
        (4, "missing-key"),
        (4, "unreadable"),
    ]


def test_an_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    finding = wrong(tmp_path, "outputs: public\n")
    assert "output" in finding.message + finding.help
    assert finding.span.excerpt == "outputs: public"


def test_a_fault_in_one_mount_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "lab").mkdir()
    text = "mounts:\n  - {to: teams}\n  - {from: lab, to: people}\n  - {from: gone, to: people}\n"
    config, findings = read(tmp_path, text)
    assert [mount.path for mount in config.mounts] == ["lab"]
    assert sorted(place(finding) for finding in findings) == [
        ("missing-key", "okrsite.yaml", 2, 5),
        ("unreadable", "okrsite.yaml", 4, 12),
    ]


@pytest.mark.parametrize(
    ("to", "laid"),
    [
        (".", ()),
        ("okrs/2026-Q1/lab/", ("okrs", "2026-Q1", "lab")),
        ("content/okrs/2026-Q1/lab", ("okrs", "2026-Q1", "lab")),
        ("content", ()),
        ("teams/../people", ("people",)),
    ],
)
def test_a_mount_is_laid_below_content(tmp_path: Path, to: str, laid: tuple[str, ...]) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "lab").mkdir()
    config = fine(root, f"mounts: [{{from: ../lab, to: {to}}}]\n")
    assert [(mount.path, mount.to, mount.prefix) for mount in config.mounts] == [("../lab", laid, "")]


@pytest.mark.parametrize(
    ("kind", "edit", "history"),
    [
        ("github", "/edit/{branch}/{path}", "/commits/{branch}/{path}"),
        ("gitlab", "/-/edit/{branch}/{path}", "/-/commits/{branch}/{path}"),
        ("gitea", "/_edit/{branch}/{path}", "/commits/branch/{branch}/{path}"),
        ("forgejo", "/_edit/{branch}/{path}", "/commits/branch/{branch}/{path}"),
        ("bitbucket", "/src/{branch}/{path}?mode=edit&at={branch}", "/history-node/{branch}/{path}?at={branch}"),
    ],
)
def test_for_known_hosts_the_addresses_are_known(tmp_path: Path, kind: str, edit: str, history: str) -> None:
    url = "https://git.example.org/us/okr"
    config = fine(tmp_path, f"repository: {{url: {url}.git, kind: {kind}}}\n")
    assert config.repository == Repository(url, "main", url + edit, url + history)


def test_given_addresses_win_over_known_ones(tmp_path: Path) -> None:
    text = "repository: {url: https://g.example/a, kind: github, edit: 'https://e.example/{path}'}\n"
    repository = fine(tmp_path, text).repository
    assert repository is not None
    assert (repository.edit, repository.history) == (
        "https://e.example/{path}",
        "https://g.example/a/commits/{branch}/{path}",
    )


@pytest.mark.parametrize(
    ("wishes", "text", "day", "asked"),
    [
        ({"as_of": "2025-01-02", "epoch": "0"}, "as_of: 2024-01-01\n", date(2025, 1, 2), True),
        ({"epoch": "1761868799"}, "as_of: 2024-01-01\n", date(2025, 10, 30), False),
        ({"epoch": "1761868800"}, "", date(2025, 10, 31), False),
        ({"epoch": "0"}, "", date(1970, 1, 1), False),
        ({"epoch": ""}, "as_of: 2024-01-01\n", date(2024, 1, 1), False),
        ({}, "as_of: 2024-01-01\n", date(2024, 1, 1), False),
        ({}, "", TODAY, False),
    ],
)
def test_the_date_of_the_build(tmp_path: Path, wishes: dict[str, str], text: str, day: date, *, asked: bool) -> None:
    config = fine(tmp_path, text, **wishes)
    assert (config.as_of, config.looks_back) == (day, asked)


@pytest.mark.parametrize(
    ("wishes", "rule", "where"),
    [
        ({"as_of": "2025-02-30"}, "bad-date", "--as-of"),
        ({"as_of": "yesterday"}, "wrong-type", "--as-of"),
        ({"epoch": "soon"}, "wrong-type", "SOURCE_DATE_EPOCH"),
        ({"epoch": "-1"}, "wrong-type", "SOURCE_DATE_EPOCH"),
        ({"epoch": "9" * 12}, "wrong-type", "SOURCE_DATE_EPOCH"),
        ({"epoch": "9" * 40}, "wrong-type", "SOURCE_DATE_EPOCH"),
        ({"base_url": "okr"}, "wrong-type", "--base-url"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_said(
    tmp_path: Path, wishes: dict[str, str], rule: str, where: str
) -> None:
    finding = wrong(tmp_path, "", **wishes)
    assert (finding.rule, finding.span.path) == (rule, where)
    assert where in finding.message


def test_the_command_line_wins(tmp_path: Path) -> None:
    config = fine(
        tmp_path, "base_url: https://a.example\noutput: a\n", output=tmp_path / "b", base_url="http://b.example:8080/x"
    )
    assert (config.base_url, config.output) == ("http://b.example:8080/x/", tmp_path / "b")


def test_an_output_on_the_command_line_is_relative_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "root").mkdir()
    monkeypatch.chdir(tmp_path)
    assert fine(tmp_path / "root", "", output=Path("out")).output == tmp_path / "out"
    assert configure(Path("root"))[0].output == tmp_path / "root/site"


@pytest.mark.parametrize("output", ["content", "content/x", ".", "..", "themes"])
def test_an_output_on_the_command_line_may_not_meet_the_sources(tmp_path: Path, output: str) -> None:
    finding = wrong(tmp_path, "", output=tmp_path / output)
    assert (finding.rule, finding.span.path) == ("unsafe-path", "--output")


def test_an_output_may_lie_elsewhere_or_beside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    for output in ("../public", "contents", "content-site", "docs/site", str(tmp_path / "x")):
        assert fine(root, f"output: {output}\n").output == Path(os.path.normpath(root / output))


def test_the_other_ending_is_read_too_and_two_files_are_a_clash(tmp_path: Path) -> None:
    (tmp_path / "okrsite.yml").write_text("title: Ours\n")
    config, findings = configure(tmp_path)
    assert (config.title, config.path, findings) == ("Ours", "okrsite.yml", [])
    finding = wrong(tmp_path, "title: First\n")
    assert (finding.rule, finding.span.path) == ("id-clash", "okrsite.yml")
    assert read(tmp_path, "title: First\n")[0].title == "First"


@pytest.mark.parametrize(
    ("there", "rule"),
    [
        ("pipe", "unreadable"),
        ("link to ../outside.yaml", "unsafe-path"),
        ("link to gone.yaml", "unsafe-path"),
        ("link to okrsite.yaml", "unsafe-path"),
        ("link to folder", "unreadable"),
        ("# \xff", "syntax"),
        ("#" * (1 << 20) + "#", "syntax"),
        ("a: " + "[" * 100_000, "syntax"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path, there: str, rule: str) -> None:
    (tmp_path / "outside.yaml").write_text("title: x\n")
    (tmp_path / "root/folder").mkdir(parents=True)
    file = tmp_path / "root/okrsite.yaml"
    if there == "pipe":
        os.mkfifo(file)
    elif there.startswith("link to "):
        file.symlink_to(there.removeprefix("link to "))
    else:
        file.write_bytes(there.encode("latin-1"))
    config, findings = configure(tmp_path / "root")
    assert [(finding.rule, finding.span.path, config.faulty) for finding in findings] == [(rule, "okrsite.yaml", True)]


def test_content_that_is_a_link_to_the_output_is_said_however_broken_the_file(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "content").symlink_to("site")
    (tmp_path / "okrsite.yaml").write_text("title: [")
    assert [finding.rule for finding in configure(tmp_path)[1]] == ["syntax", "unsafe-path"]
