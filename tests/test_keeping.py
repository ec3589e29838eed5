"""What pickle keeps of a document is the document."""

from __future__ import annotations

import pickle
from pathlib import Path

from okrsite.config import configure
from okrsite.documents import read
from okrsite.sources import Kind, find

EXAMPLE = Path(__file__).parent.parent


def test_every_document_of_the_example_comes_back_as_it_was() -> None:
    config, _ = configure(EXAMPLE)
    sources, _ = find(config)
    documents = [read(source, config) for source in sources if source.kind is not Kind.STATIC]
    assert pickle.loads(pickle.dumps(documents)) == documents  # noqa: S301 - made a line above
