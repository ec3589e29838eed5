"""The index of Find: made at build time, read by a page's own script, from a disk as well as from a host.

`find/index.js` alone has a fixed name; it says all words of the palette and names the rest, which are named for their
bytes. Of a small site it holds the whole index. Of a larger one the words lie in shards by the alphabet, what is shown of
entries in blocks by their numbers; what people wrote lies beside, and is loaded for what it explains.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from okrsite import addresses
from okrsite.exchange.search.blocks import Block, blocks_of
from okrsite.exchange.search.entries import KINDS, Entry, entries_of
from okrsite.exchange.search.folding import tables
from okrsite.exchange.search.postings import Postings, bits_of_words
from okrsite.exchange.search.scripts import at, name_of, script
from okrsite.exchange.search.shards import Shard, shards_of, vocabulary, whole
from okrsite.pages.ground import Ground

__all__ = ["search_files"]

ONE_FILE = 40_000
"""Up to this many bytes the index is one file."""
_GROUPS = ("objective", "key_result", "team", "person", "tag", "theme", "health", "cycle", "page", "earlier")
_SHOWN = 6
_ASSETS = ("find.css", "palette.js")
_READER = files(__package__).joinpath("reader.js").read_bytes()


def search_files(ground: Ground, published: Mapping[str, str], listed: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Make the index of a site: the address of each file, and its content.

    `published` gives the names of the theme's assets by their plain ones, `listed` are the addresses of all pages.
    """
    yield at(name_of(_READER)), _READER
    postings, starts = Postings(), [0] * (len(KINDS) + 1)
    blocks: list[tuple[Block, list[tuple[int, str]]]] = []
    for block in blocks_of(_gathered(entries_of(ground, listed), postings, starts)):
        names = []
        for first, data in block.texts:
            names.append((first, name_of(data)))
            yield at(name_of(data)), data
        block.texts.clear()
        blocks.append((block, names))
    shown = [[block.first, block.runs, names] for block, names in blocks]
    head = _head(ground, published, starts)
    bits = bits_of_words(postings, starts[-1])
    one = script({**head, "all": _shard(whole(bits)), "blocks": shown}) if _are_few(bits) else b""
    if one and len(one) <= ONE_FILE:
        yield addresses.FIND, one
    else:
        yield from _many(head, _parts(postings, bits, starts, shown))


def _are_few(bits: Mapping[str, str]) -> bool:
    """Tell whether all words may fit into one small file: each takes two characters of it, and six digits one."""
    return 2 * len(bits) + sum(map(len, bits.values())) // 6 <= ONE_FILE


def _gathered(entries: Iterator[Entry], postings: Postings, starts: list[int]) -> Iterator[tuple[int, Entry]]:
    """Give the entries their numbers, gather their words, and count up to where each kind ends."""
    for number, entry in enumerate(entries):
        postings.add(number, entry)
        for after in range(KINDS.index(entry.kind) + 1, len(starts)):
            starts[after] = number + 1
        yield number, entry


def _many(head: dict[str, Any], found: Iterable[tuple[str, Any, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Write the index in parts, and the file that names them: for each kind of part what each begins with, and all names."""
    parts: dict[str, tuple[list[Any], list[str]]] = {"blocks": ([], []), "shards": ([], []), "words": ([], [])}
    for kind, first, data in found:
        parts[kind][0].append(first)
        parts[kind][1].append(name_of(data))
        yield at(name_of(data)), data
    yield (
        addresses.FIND,
        script({**head, **{kind: [firsts, "".join(names)] for kind, (firsts, names) in parts.items()}}),
    )


def _parts(
    postings: Postings, bits: Mapping[str, str], starts: list[int], shown: list[list[Any]]
) -> Iterator[tuple[str, Any, bytes]]:
    for block in shown:
        yield "blocks", block[0], script(block)
    for shard in shards_of(postings, bits, starts):
        yield "shards", shard.first, script(_shard(shard))
    for length, words in vocabulary(postings):
        yield "words", length, script([length, words])


def _shard(shard: Shard) -> list[str]:
    return [shard.words, shard.lists]


def _head(ground: Ground, published: Mapping[str, str], starts: list[int]) -> dict[str, Any]:
    """Give what the palette needs whatever is typed."""
    speech = ground.speech
    keys = ("label", "example", "close", "move", "open", "nothing", "nothing_how", "results_label")
    return {
        "starts": starts,
        "fold": tables(),
        "say": {key: speech.plain(f"find.{key}") for key in keys},
        "begin": [KINDS.index(kind) for kind in ("page", "team")],
        "groups": [speech.plain(f"find.group.{group}") for group in _GROUPS],
        "counts": [speech.plain("find.results", n=n) for n in range(len(_GROUPS) * _SHOWN + 1)],
        "needs": [at(name_of(_READER)), *(addresses.asset(published[name]) for name in _ASSETS if name in published)],
    }
