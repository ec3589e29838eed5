"""What is had from the store is what would be made anew, after ten thousand edits of every kind; see `warm.py`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from okrsite.cache import Store, of_program
from okrsite.cache.digest import Part
from tests.laws.warm import AT_ONCE, Broken, hold

LANGUAGE, PATH, DIGEST = 1, 2, 5


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_site_that_changes_is_made_as_if_nothing_had_been_kept(seed: int, tmp_path: Path) -> None:
    hold(AT_ONCE, seed, tmp_path)


@pytest.mark.parametrize(("left_out", "edits"), [(LANGUAGE, 600), (PATH, 600), (DIGEST, 60)])
def test_a_key_that_leaves_something_out_is_found_out(left_out: int, edits: int, tmp_path: Path) -> None:
    with pytest.raises(Broken, match="another document"):
        hold(edits, 7, tmp_path, whole_every=edits + 1, opened=forgetful(tmp_path / "kept", left_out))


def forgetful(file: Path, left_out: int) -> Callable[[], Store]:
    """Open a store that leaves a part of each document's key out."""

    class Forgetful(Store):
        def key(self, kind: str, *parts: Part) -> bytes:
            return super().key(kind, *parts[:left_out], *parts[left_out + 1 :])

    return lambda: Forgetful(str(file), of_program())
