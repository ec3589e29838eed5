"""The index of Find read back from its files, as its format says and by nothing of what wrote it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

FIRST, NAME, NAMED, TEXT, MEASURED = range(5)
_DIGITS = [chr(code) for code in range(0x23, 0x64) if chr(code) != "\\"]


def data_in(script: bytes) -> Any:
    """What a script hands over; that it is nothing else than one call with JSON."""
    text = script.decode()
    assert text.startswith("okrsiteFind(")
    assert text.endswith(");\n")
    assert "\u2028" not in text
    assert "\u2029" not in text
    return json.loads(text.removeprefix("okrsiteFind(").removesuffix(");\n"))


@dataclass
class Index:
    """The index of a site, from its files by address."""

    files: Mapping[str, bytes]

    @cached_property
    def head(self) -> Any:
        return data_in(self.files["find/index.js"])

    def part(self, kind: str) -> list[Any]:
        """All parts of a kind, in order."""
        if "all" in self.head:
            return [self.head["all"]] if kind == "shards" else self.head[kind]
        names = self.head[kind][1]
        assert len(names) == 8 * len(self.head[kind][0])
        return [data_in(self.files[f"find/{names[at : at + 8]}.js"]) for at in range(0, len(names), 8)]

    @cached_property
    def words(self) -> dict[str, tuple[list[int], ...]]:
        """What each word leads to."""
        return {word: lists for shard in self.part("shards") for word, lists in _shard(shard, self.head["starts"][-1])}

    @cached_property
    def entries(self) -> list[dict[str, Any]]:
        """All that can be found, in order."""
        found: list[dict[str, Any]] = []
        for first, runs, texts in self.part("blocks"):
            assert first == len(found)
            for folder, beside, packed in runs:
                for row in packed:
                    title, name, *rest = row.split("\x7f")
                    said = self._texts(texts, len(found))
                    found.append(
                        {
                            "title": title,
                            "address": f"{folder}{_named(title, name)}.html",
                            "beside": beside,
                            "key_results": [(a, _named(a, b)) for a, b in zip(rest[::2], rest[1::2], strict=True)],
                            "texts": said,
                        }
                    )
        return found

    def _texts(self, texts: list[Any], number: int) -> list[str]:
        for first, name in reversed(texts):
            if first <= number:
                start, all_ = data_in(self.files[f"find/{name}.js"])
                assert start == first
                return all_[number - first] if number - first < len(all_) else []
        return []

    def titles(self, word: str, *lists: int) -> list[str]:
        """The names of what a word leads to, of some of its lists."""
        return [self.entries[number]["title"] for at in lists for number in self.words[word][at]]


def _named(title: str, name: str) -> str:
    if not name.startswith("~"):
        return name
    return (
        "-".join("".join(c if c in "abcdefghijklmnopqrstuvwxyz0123456789" else " " for c in title.lower()).split())
        + name[1:]
    )


def unfronted(text: str) -> list[str]:
    """The words of a list in which each says how much of the last it begins with."""
    found = [""]
    for each in text.split(" ")[:-1]:
        found.append(found[-1][: _DIGITS.index(each[0])] + each[1:])
    return found[1:]


def _shard(shard: list[str], end: int) -> list[tuple[str, tuple[list[int], ...]]]:
    words = unfronted(shard[0])
    assert words == sorted(set(words))
    bits = _Bits("".join(f"{_DIGITS.index(c):06b}" for c in shard[1]), end)
    found = []
    for word in words:
        bits.taken(1)
        found.append((word, tuple(bits.list() for _ in range(5))))
    return found


@dataclass
class _Bits:
    digits: str
    end: int
    at: int = 0

    def taken(self, count: int) -> int:
        self.at += count
        return int(self.digits[self.at - count : self.at] or "0", 2)

    def run(self, of: str) -> int:
        start = self.at
        while self.digits[self.at] == of:
            self.at += 1
        self.at += 1
        return self.at - 1 - start

    def list(self) -> list[int]:
        more = self.run("0")
        count = (1 << more) + self.taken(more) - 1
        low = (self.end // count).bit_length() - 1 if count else 0
        numbers: list[int] = []
        for _ in range(count):
            high = self.run("1")
            numbers.append((numbers[-1] if numbers else -1) + 1 + (high << low) + self.taken(low))
        return numbers
