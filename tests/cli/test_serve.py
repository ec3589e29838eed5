"""`okrsite serve`: its address, what it says after an edit, how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

FILES = {
    "okrsite.yaml": "as_of: 2026-02-02\n",
    "content/org.md": "---\nname: Tarnvale\nmission: Good care, close to home.\n---\n",
    "content/okrs/2026-Q1/board/care.md": "---\ntitle: Care comes to the house\nsupports: mission\n---\n",
}
OKRSITE = Path(sys.executable).with_name("okrsite")


class Serving:
    """A running `okrsite serve`; what it says can be waited for."""

    def __init__(self, root: Path, *words: str) -> None:
        command = [str(OKRSITE), "serve", str(root), "--port", "0", "--cache", str(root.parent / "cache"), *words]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        self.address = self.line().strip()

    def line(self) -> str:
        """Wait for the next line that it says."""
        assert self.process.stdout
        return str(self.process.stdout.readline())

    def until(self, words: str) -> str:
        """Wait until it says something; give all that it said until then."""
        said = ""
        while words not in said:
            line = self.line()
            assert line, said
            said += line
        return said

    def page(self, address: str) -> str:
        """Give a page."""
        with urlopen(self.address + address, timeout=30) as answer:  # noqa: S310 - its own address
            text: str = answer.read().decode()
            return text

    def end(self, number: int) -> tuple[int, str]:
        """Send a signal and wait for the end; give the exit code and what was said of errors."""
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors


@contextmanager
def serving(root: Path, *words: str) -> Iterator[Serving]:
    """Serve a site, and end in any case."""
    running = Serving(root, *words)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.communicate()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a small site."""
    root = tmp_path / "root"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_the_first_line_is_the_address_and_it_answers_at_once(root: Path) -> None:
    with serving(root) as running:
        assert running.address.startswith("http://127.0.0.1:")
        assert "<!doctype html>" in running.page("")
        assert not (root / "site").exists()


def test_an_edit_is_named_and_shown(root: Path) -> None:
    with serving(root) as running:
        running.until("Ready")
        org = root / "content/org.md"
        org.write_text(org.read_text("utf-8").replace("mission:", "mission: Anew,", 1), "utf-8")
        assert "content/org.md: " in running.until("content/org.md")
        assert "Anew, Good care" in running.page("")


def test_an_error_is_told_with_its_place_and_again_when_it_is_mended(root: Path) -> None:
    with serving(root) as running:
        running.until("Ready")
        org = root / "content/org.md"
        sound, page = org.read_text("utf-8"), running.page("").split("<main")[1]
        org.write_text("---\nmission: [\n---\n", "utf-8")
        said = running.until("1 error")
        assert "content/org.md:3:1: error[syntax]: " in said
        assert "help: " in said
        assert running.page("").split("<main")[1] == page
        org.write_text(sound, "utf-8")
        assert "error" not in running.until(".\n")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_at_once_and_leaves_nobody_behind(number: int, code: int, root: Path) -> None:
    with serving(root) as running:
        running.until("Ready")
        group = running.process.pid
        assert running.end(number) == (code, "\nStopped.\n")
        with pytest.raises(ProcessLookupError):
            os.killpg(group, 0)


def test_the_site_is_shown_at_another_day(root: Path) -> None:
    with serving(root, "--as-of", "2025-02-03") as running:
        assert "3 Feb 2025" in running.page("about.html")


def test_without_the_system_s_help_it_looks_again_and_again(root: Path) -> None:
    with serving(root, "--poll") as running:
        running.until("Ready")
        org = root / "content/org.md"
        org.write_text(org.read_text("utf-8").replace("mission:", "mission: Anew,", 1), "utf-8")
        running.until("content/org.md: ")
        assert "Anew, Good care" in running.page("")


def test_whoever_lets_the_network_read_is_told_so(root: Path) -> None:
    with serving(root, "--host", "0.0.0.0") as running:  # noqa: S104 - for a moment
        assert running.line() == "Everybody in the network can read it, drafts of the moment included.\n"
        assert "<!doctype html>" in running.page("")


def refused(*words: str | Path) -> str:
    """Run `serve` where it can't; give what it says."""
    run = subprocess.run([OKRSITE, "serve", *words], capture_output=True, check=False, text=True, timeout=60)
    assert run.returncode == 2, run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    return run.stderr


def test_a_port_that_was_asked_for_and_is_taken_is_refused(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = refused(root, "--port", port)
    assert f"127.0.0.1:{port}" in said
    assert "Another --port" in said


def test_a_host_that_is_no_name_of_this_machine_is_refused(root: Path) -> None:
    assert "192.0.2.1" in refused(root, "--host", "192.0.2.1")


def test_a_day_that_is_none_is_refused(root: Path) -> None:
    assert "--as-of" in refused(root, "--as-of", "tomorrow")
