"""Sites that mean harm, or that an accident made: a finding or a correct page, never a crash, a leak or something that runs."""

import os
import resource
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests import running

ROOT = Path(__file__).parents[2]
GIB = 1 << 30
TITLE = "---\ntitle: Everyone walks again\n---\n"
EVIL = (
    "<script>alert(1)</script><img src=https://e.example/x onerror=alert(2)>{{ 7*191 }}{% raw %}javascript:alert(3)\"'"
)

FILES: dict[str, bytes] = {
    "bomb.md": b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: x\n---\n",
    "deep.md": b"---\ntitle: " + b"[" * 100_000 + b"\n---\n",
    "deep-maps.md": b"---\ntitle: " + b"{a: " * 5_000 + b"\n---\n",
    "long.md": b"---\ntitle: " + b"x" * 10_000_000 + b"\n---\n",
    "twice.md": b"---\ntitle: a\ntitle: b\n---\n",
    "brackets.md": TITLE.encode() + b"[" * 20_000,
    "anchors.md": TITLE.encode() + b"<a " * 20_000,
    "quotes.md": TITLE.encode() + b"> " * 5_000 + b"x",
    "lists.md": TITLE.encode() + b"\n".join(b" " * n * 2 + b"- x" for n in range(1_000)),
    "table.md": TITLE.encode() + b"|a|b|\n|-|-|\n" + b"|c|d|\n" * 50_000,
    "surrogate.md": b'---\ntitle: "\\ud800"\n---\n',
    "nul.md": b"---\ntitle: a\0b\n---\n",
    "utf-16.md": TITLE.encode("utf-16"),
    "latin-1.md": "---\ntitle: Grüße\n---\n".encode("latin-1"),
    "tag.md": b"---\ntitle: !!python/object/apply:os.system [id]\n---\n",
    "merge.md": b"---\n<<: {title: x}\n---\n",
    "number.md": b"---\ntitle: x\nkey_results: [{title: y, start: 1e999999, target: 2}]\n---\n",
    "empty.md": b"",
    "only-hyphens.md": b"---\n---\n",
    "unclosed.md": b"---\ntitle: x\n",
    "list.md": b"---\n- a\n---\n",
    "binary.md": bytes(range(256)) * 40,
}


def run(*words: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Run a command with no more than a GiB of memory of its own."""
    command = [sys.executable, "-c", "from okrsite.cli import main; main()", *words]
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=at, env=environment, capture_output=True, check=False, text=True, errors="replace", timeout=600,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (GIB, GIB)),
    )  # fmt: skip
    assert done.returncode in {0, 1, 2}, done.stderr
    assert "Traceback" not in done.stderr
    return done


def put(root: Path, path: str, content: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)


def test_every_hostile_file_is_a_finding_and_the_others_are_heard(tmp_path: Path) -> None:
    for name, content in FILES.items():
        put(tmp_path, f"content/okrs/2026-Q1/wards/{name}", content)
    found = run("check", at=tmp_path).stdout
    for name in FILES.keys() - {"table.md", "quotes.md", "lists.md"}:
        assert f"/wards/{name}:" in found, name


def test_crlf_and_a_byte_order_mark_are_accepted(tmp_path: Path) -> None:
    put(tmp_path, "content/okrs/2026-Q1/wards/crlf.md", TITLE.replace("\n", "\r\n").encode())
    put(tmp_path, "content/okrs/2026-Q1/wards/bom.md", b"\xef\xbb\xbf" + TITLE.encode())
    checked = run("check", at=tmp_path)
    assert checked.returncode == 0
    assert "error[" not in checked.stdout


def test_pipes_devices_and_links_that_lead_out_are_findings(tmp_path: Path) -> None:
    wards = tmp_path / "site/content/okrs/2026-Q1/wards"
    wards.mkdir(parents=True)
    (tmp_path / "secret.md").write_text(TITLE)
    os.mkfifo(wards / "pipe.md")
    (wards / "zero.md").symlink_to("/dev/zero")
    (wards / "out.md").symlink_to(tmp_path / "secret.md")
    (wards / "nowhere.md").symlink_to("gone.md")
    (wards / "ring").symlink_to(wards)
    found = run("check", at=tmp_path / "site").stdout
    assert "pipe.md:1:1: error[unreadable]" in found
    for name in ("zero.md", "out.md", "nowhere.md", "ring"):
        assert f"{name}:1:1: error[unsafe-path]" in found


class Running(HTMLParser):
    """Gathers what would run in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (
                name.startswith("on")
                or name == "style"
                or (value or "").strip().lower().startswith(("javascript:", "data:text"))
            ):
                self.found.append(f"{tag} {name}={value}")
        if tag in {"iframe", "object", "embed", "base", "form"} and not any(name == "data-filter" for name, _ in attrs):
            self.found.append(tag)
        if tag == "script" and not (dict(attrs).get("src") or "").startswith((".", "assets/")):
            self.found.append(f"script {attrs}")


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("evil")
    said = "'" + EVIL.replace("'", "''") + "'"
    put(
        root,
        "content/org.md",
        f"---\nname: {said}\nmission: {said}\nvision: {said}\nthemes: [{{id: t, title: {said}, why: {said}}}]\n---\n{EVIL}\n".encode(),
    )
    put(root, "content/teams/wards.md", f"---\nname: {said}\nshort: {said}\ncontact: {said}\n---\n# {EVIL}\n".encode())
    put(
        root,
        "content/people/ada.md",
        f"---\nname: {said}\nrole: {said}\npronouns: {said}\nhelps_with: [{said}]\nteams: [wards]\n---\n{EVIL}\n".encode(),
    )
    put(
        root,
        "content/pages/evil.md",
        f"---\ntitle: {said}\nnav: true\n---\n{EVIL}\n\n[x](javascript:alert(1))\n".encode(),
    )
    put(root, "content/static/<b>\"'{{ 7*191 }} é 😀.txt", b"x")
    put(root, "content/okrs/2026-Q1/wards/evil.md", f"""---
title: {said}
why: {said}
for: {said}
owner: ada
contact: {said}
tags: [{said}]
supports: [{{to: "theme:t", because: {said}}}]
depends_on: [{{to: "team:wards", need: {said}}}]
asks: [{{date: 2026-01-02, what: {said}, of: {said}, replies: [{{date: 2026-01-03, text: {said}}}]}}]
changed: [{{date: 2026-01-02, what: {said}, why: {said}}}]
allow: {{no-type: {said}}}
key_results:
  - {{title: {said}, id: kr, unit: {said}, start: 1, target: 3, source: {said}, note: {said}, readings: [{{date: 2026-01-05, value: 2, note: {said}}}]}}
check_ins:
  - {{date: 2026-01-06, by: ada, learned: {said}, blocked: {said}, next: {said}, ask: {{what: {said}}}}}
---
{EVIL}

| {EVIL.split("{", maxsplit=1)[0]} | b |
|---|---|
| [x](data:text/html,1) | ![y](https://elsewhere.example/x.png) |
""".encode())  # fmt: skip
    built = run("build", "--as-of", "2026-02-01", at=root)
    assert built.returncode == 0, built.stdout
    return root


def test_nothing_that_people_write_runs(evil: Path) -> None:
    pages = sorted((evil / "site").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        text = page.read_text("utf-8")
        reader = Running()
        reader.feed(text)
        assert reader.found == [], page
        assert str(7 * 191) not in text, page


def test_nothing_is_written_outside_the_output(evil: Path) -> None:
    assert {path.name for path in evil.iterdir()} <= {"content", "site", ".site.okrsite"}


def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path: Path) -> None:
    put(tmp_path, "content/okrs/2026-Q1/wards/x.md", b"---\ntitle: '=cmd|calc!A1'\nwhy: '+1+2'\n---\n")
    assert run("build", "--as-of", "2026-02-01", at=tmp_path).returncode == 0
    table = (tmp_path / "site/data/objectives.csv").read_text("utf-8")
    assert "'=cmd|calc!A1" in table
    assert "'+1+2" in table


@pytest.mark.parametrize("title", ["x" * 300, "眼" * 300, "Ä" * 300, "😀" * 150, "ab " * 100])
def test_long_titles_make_a_page(title: str, tmp_path: Path) -> None:
    yaml = f'objectives:\n  - {{title: "{title.strip()}", id: a}}\n' + (
        "" if "😀" in title else f'  - {{title: "{title}z"}}\n'
    )
    put(tmp_path, "content/okrs/2026-Q1/wards.yaml", yaml.encode())
    built = running.run("build", at=tmp_path, environment=running.PLAIN)
    assert built.returncode == 0, built.stdout
    assert title[:200].strip() in (tmp_path / "site/objectives/2026-Q1/wards/a.html").read_text("utf-8")
