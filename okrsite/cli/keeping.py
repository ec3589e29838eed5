"""Options on what is kept from one run to the next, and where; imported before anything heavy is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from okrsite.cache import Store, folder_for

Command = TypeVar("Command", bound=Callable[..., Any])


def place_option(command: Command) -> Command:
    """Take the folder where results of pure steps are kept."""
    return click.option(
        "--cache",
        type=click.Path(path_type=Path),
        metavar="DIR",
        envvar="OKRSITE_CACHE",
        help="Where to keep what need not be made anew, instead of your own cache folder. Also OKRSITE_CACHE.",
    )(command)


def cache_options(command: Command) -> Command:
    """Take that folder, or the wish to do without."""
    without = click.option("--no-cache", is_flag=True, help="Make all anew, and keep nothing.")
    return place_option(without(command))


def folder_of(root: Path, cache: Path | None) -> str | None:
    """Name the folder where the results of one site are kept; None where there is no place for it."""
    base = str(cache) if cache else own_cache_folder()
    return folder_for(os.path.abspath(base), str(root)) if base else None  # noqa: PTH100 - links stay as they are written


def store_of(root: Path, cache: Path | None, *, no_cache: bool = False) -> Store:
    """Open the store of a site; one that keeps nothing where that is wished, or there is no place for it."""
    folder = None if no_cache else folder_of(root, cache)
    return Store.at(folder, str(root)) if folder else Store()


def own_cache_folder() -> str | None:
    """Give the folder where this system keeps what a user's programs can make anew; None where the user has none."""
    home = os.path.expanduser("~")  # noqa: PTH111 - where there is none it stays as it is
    if sys.platform == "darwin":
        folder = f"{home}/Library/Caches"
    elif sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA", "")
    else:
        wished = os.environ.get("XDG_CACHE_HOME", "")
        folder = wished if wished.startswith("/") else f"{home}/.cache"
    return folder if Path(folder).is_absolute() else None


def tell(store: Store) -> None:
    """Let the store go, and say its word if it has one."""
    store.close()
    if store.word:
        click.echo(store.word, err=True)
