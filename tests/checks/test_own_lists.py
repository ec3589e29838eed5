"""A site's own word lists, in its theme: they add a language or take the place of the package's, key by key."""

from pathlib import Path

import pytest

from okrsite.checks.reading import package_lists, read_list
from tests.checks.sites import WALK
from tests.format.sites import Files, checked


def found(language: str, title: str, lists: dict[str, str]) -> list[str]:
    """Give what is found in the list and of a key result, as `path:line rule`."""
    files: Files = {
        "okrsite.yaml": f"language: {language}\ntheme: house\n",
        WALK: f"---\ntitle: Walk\nkey_results: [{{title: {title}, done: false}}]\n---\n",
        **{f"themes/house/checks/{name}.yaml": text for name, text in lists.items()},
    }
    made = checked(files, opinions=True)
    of_interest = [each for each in made.findings if each.rule == "kr-task" or each.level == "error"]
    return [f"{each.span.path}:{each.span.line} {each.rule}" for each in of_interest]


TASK = [f"{WALK}:3 kr-task"]


def test_a_list_of_its_own_brings_a_language() -> None:
    title = "Lanciare il nuovo sito per tutti"
    assert found("it", title, {"it": "signs: [il]\n"}) == []
    assert found("it", title, {"it": "tasks: [lanciare]\n"}) == TASK


def test_a_key_takes_the_place_of_the_package_s_and_others_stay() -> None:
    own = {"en": "tasks: [weave]\n"}
    assert found("en", "Weave a basket", own) == TASK
    assert found("en", "Write a handbook", own) == []
    assert found("en", "Launch the website", own) == TASK


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tasks: [weave]\ntsaks: [spin]\n", 2),
        ("signs: [the]\ntasks: weave\n", 2),
        ("tasks:\n  - weave\n  - spin … \n", 3),
        ("tasks:\n  - <fax> number\n", 2),
        ("- weave\n", 1),
        ("tasks: [weave\n", 1),
    ],
)
def test_of_a_list_that_does_not_fit_nothing_is_used_and_one_thing_is_said(text: str, line: int) -> None:
    fault = f"themes/house/checks/en.yaml:{line} template"
    assert found("en", "Write a handbook", {"en": text}) == [*TASK, fault]


def test_the_package_s_own_lists_fit() -> None:
    folder = Path(__file__).parents[2] / "okrsite/checks/lists"
    for language, words in package_lists().items():
        path = folder / f"{language}.yaml"
        assert read_list(path.name, path.read_bytes()) == (words, None)
