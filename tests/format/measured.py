"""One objective, and what the data says of it: the smallest site in which something is computed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.format.sites import Files, built, expect_marked, objective

CYCLE = "2026-Q1"
WARDS = f"content/okrs/{CYCLE}/wards"
WALK = f"{WARDS}/walk.md"
REF = f"{CYCLE}/wards/walk"

NO_FILES: Files = {}


def site_of(keys: str, files: Files = NO_FILES) -> dict[str, Any]:
    """Write the site of one objective with these keys, and other files."""
    return {WALK: objective(keys), **files}


def measured(keys: str, files: Files = NO_FILES, ref: str = REF, **wishes: Any) -> dict[str, Any]:
    """Give what the data says of an objective."""
    found: dict[str, Any] = built(site_of(keys, files), **wishes).objectives[ref]
    return found


def key_results(keys: str, files: Files = NO_FILES, ref: str = REF, **wishes: Any) -> dict[str, dict[str, Any]]:
    """Give what the data says of an objective's key results, by their ids."""
    return {each["id"]: each for each in measured(keys, files, ref, **wishes)["key_results"]}


def key_result(written: str, check_ins: str = "", files: Files = NO_FILES, **wishes: Any) -> dict[str, Any]:
    """Give what the data says of a key result, written within braces; its title is “Up” where it has no other."""
    title = "" if written.startswith(("title:", "same_as:")) else "title: Up, "
    keys = f"key_results: [{{{title}{written}}}]\n" + (f"check_ins: [{check_ins}]\n" if check_ins else "")
    (found,) = measured(keys, files, **wishes)["key_results"]
    return dict(found)


def refused(keys: str, files: Files = NO_FILES, **wishes: Any) -> None:
    """Insist on the findings that are marked in an objective and the other files, and no others."""
    expect_marked(site_of(keys, files), **wishes)


def parts(record: Mapping[str, Any], names: str) -> list[Any]:
    """Give some of what a record says, in the order asked."""
    return [record[name] for name in names.split()]
