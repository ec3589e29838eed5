"""The command line, run within the test: what it prints and how it ends, without the cost of starting a process."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

from okrsite.cli import main

PLAIN = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def run(*words: str, at: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run `okrsite` with some words in a folder, with this environment and no other."""
    kept = {name: value for name, value in os.environ.items() if name == "OKRSITE_CACHE"}
    seldom = gc.get_threshold()
    out, err = _Printed(), _Printed()
    with (
        chdir(at),
        patch.dict(os.environ, {**kept, **environment}, clear=True),
        patch.object(sys, "argv", ["okrsite", *words]),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    gc.set_threshold(*seldom)
    code = ended.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(words, code, out.text(), err.text())


class _Printed(TextIOWrapper):
    """What is printed, as a program's output is: bytes, of UTF-8."""

    def __init__(self) -> None:
        self._bytes = BytesIO()
        super().__init__(self._bytes, encoding="utf-8", errors="surrogateescape", newline="", write_through=True)

    def text(self) -> str:
        self.flush()
        return self._bytes.getvalue().decode()
