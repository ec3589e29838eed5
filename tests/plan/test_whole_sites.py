from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrsite.config import Config
from okrsite.documents import read
from okrsite.plan import link
from okrsite.sources import Kind, find, look_from
from tests.plan.sites import linked

ROOT = Path(__file__).parents[2]


def config(root: Path, language: str) -> Config:
    return Config(root=root, as_of=date(2025, 10, 30), output=root / "nowhere", language=language)


@pytest.mark.parametrize(
    ("root", "language", "objectives"),
    [(ROOT, "en", 57), (ROOT / "tests/sites/zh", "zh-Hans", 6), (ROOT / "tests/sites/ar", "ar", 6)],
)
def test_the_examples_are_linked_without_a_word(root: Path, language: str, objectives: int) -> None:
    made = linked(config(root, language))
    assert made.said == []
    assert len(made.plan.objectives) == objectives
    assert pickle.loads(pickle.dumps(made.plan)) == made.plan  # noqa: S301 - our own bytes


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(random: object) -> None:
    zh = config(ROOT / "tests/sites/zh", "zh-Hans")
    documents = [read(source, zh) for source in find(zh)[0] if source.kind is not Kind.STATIC]
    plan = link(documents, zh, look_from(zh))
    random.shuffle(documents)  # type: ignore[attr-defined]
    again = link(documents, zh, look_from(zh))
    assert again == plan
    assert list(again[0].people) == list(plan[0].people)
