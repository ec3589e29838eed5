"""Which file has which place in the format, and which names are passed over."""

from __future__ import annotations

from unicodedata import normalize

from okrsite.sources.model import Kind, Place

STATIC = "static"
MARKDOWN = ("md", "markdown")
YAML = ("yaml", "yml")

_SIMPLE = {"teams": Kind.TEAM, "people": Kind.PERSON, "cycles": Kind.CYCLE, "health": Kind.HEALTH}


def passed_over(name: str) -> bool:
    """Tell whether a file or folder of this name is none of the site's: hidden, a draft, a copy of an editor."""
    return name.startswith((".", "_", "#")) or name.endswith("~")


def is_readme(name: str) -> bool:
    """Tell whether a file of this name speaks to people who look at the folder, not to readers of the site."""
    return name.lower() == "readme.md"


def is_document(name: str) -> bool:
    """Tell whether a file of this name is Markdown or YAML."""
    return _suffix(name) in MARKDOWN + YAML


def is_markdown(name: str) -> bool:
    """Tell whether a file of this name is Markdown."""
    return _suffix(name) in MARKDOWN


def place_of(parts: tuple[str, ...]) -> Place | None:
    """Find the place of a Markdown or YAML file, by its path below the content folder; None: the format has none.

    >>> place_of(("okrs", "2026-Q1", "wards", "walk.md"))
    Place(kind=<Kind.OBJECTIVE: 'objective'>, name='walk', cycle='2026-Q1', team='wards')
    """
    *folders, name = (normalize("NFC", part) for part in parts)
    stem, suffix = name[: -len(_suffix(name)) - 1], _suffix(name)
    if suffix == "md":
        return _of_markdown(folders, name, stem)
    return _of_yaml(folders, stem) if suffix in YAML else None


def _of_markdown(folders: list[str], name: str, stem: str) -> Place | None:
    match folders:
        case []:
            return Place(Kind.ORG, stem) if name == "org.md" else None
        case [folder] if folder in _SIMPLE:
            return Place(_SIMPLE[folder], stem)
        case ["okrs", cycle, team]:
            return Place(Kind.OBJECTIVE, stem, cycle, team)
        case ["check-ins", *deeper]:
            return Place(Kind.CHECK_IN, "/".join([*deeper, stem]))
        case ["pages", *deeper]:
            return Place(Kind.PAGE, "/".join([*deeper, stem]))
    return None


def _of_yaml(folders: list[str], stem: str) -> Place | None:
    match folders:
        case ["okrs", cycle]:
            return Place(Kind.TEAM_OBJECTIVES, stem, cycle, stem)
        case ["check-ins", *deeper]:
            return Place(Kind.CHECK_INS, "/".join([*deeper, stem]))
        case ["surveys"]:
            return Place(Kind.SURVEY, stem)
    return None


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
