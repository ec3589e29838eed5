from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.tree import memory, run

SHARED = 96
TWO_THAT_SHARE = f"""
import os, sys
held = bytearray(b"x" * ({SHARED} << 20))
child = os.fork()
if child:
    print("ready", flush=True)
sys.stdin.read()
"""


def test_memory_that_two_processes_share_counts_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TWO_THAT_SHARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as both:
        assert both.stdout
        assert both.stdout.readline() == "ready\n"
        held = memory(both.pid) / 1024
        both.communicate()
    assert SHARED <= held < 1.5 * SHARED


def test_the_cpu_of_children_is_counted(tmp_path: Path) -> None:
    busy = "import pathlib, time; sum(range(3_000_000)); pathlib.Path('took').write_text(str(time.process_time()))"
    starting = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    taken = run([sys.executable, "-c", starting], tmp_path, {})
    assert taken.cpu > float((tmp_path / "took").read_text("ascii"))


def test_a_command_runs_in_its_folder_with_more_in_its_environment(tmp_path: Path) -> None:
    write = "import os, pathlib; pathlib.Path('said').write_text(os.environ['MORE'])"
    run([sys.executable, "-c", write], tmp_path, {"MORE": "something"})
    assert (tmp_path / "said").read_text("utf-8") == "something"


def test_a_command_that_fails_ends_it_all(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="failed"):
        run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, {})
