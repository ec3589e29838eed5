"""Putting a file where none is yet, or where an earlier one of its kind is."""

from __future__ import annotations

from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Write a file, with the folders it needs. Raises `FileExistsError` where one is: nothing is ever overwritten."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def write_again(path: Path, text: str, mark: str) -> bool:
    """Write a file, or write it anew where the one that is there bears a mark; give False, and write nothing, where it doesn't."""
    if path.exists() and mark not in path.read_text("utf-8", errors="replace"):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return True
