"""The command line: one file a command, each turning arguments into one call and its result into words.

Exit codes of every command: 0 fine; 1 findings at or above the failing level; 2 wrong use or configuration;
3 a defect of the program itself.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from importlib import import_module
from typing import NoReturn

import click

from okrsite import __version__

_COMMANDS = {
    "init": "start a site: five files that explain themselves",
    "new": "write the first version of a file: an objective, a team, a check-in …",
    "build": "make the site",
    "serve": "show the site in the browser while its files are written",
    "check": "do all that build does, but for publishing",
    "show": "show an objective: why, key results, last words",
    "owe": "say what is due: check-ins, open asks, needs to answer",
    "review": "say what a change does, as a comment for a pull request",
    "explain": "say what a rule is for, with an example it finds and one it doesn't",
    "schema": "print or write the JSON Schema of a kind of file, for editors",
    "clean": "remove what build has made, and nothing else",
    "completion": "print what makes the shell complete okrsite's words",
}
_WRONG_USE, _DEFECT, _INTERRUPTED = 2, 3, 130
_SELDOM = 50_000, 20, 100
"""When Python looks for objects that hold each other: here there are few, and looking took a tenth of a build."""


class _Commands(click.Group):
    """The commands, each imported when it is called: `okrsite --help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        found: click.Command = import_module(f"okrsite.cli.{cmd_name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="okrsite")
def okrsite() -> None:
    """Turn markdown and YAML files into a site that shows every team's objectives, and why.

    Begin with `okrsite init` in an empty folder, then `okrsite build`. ROOT is the folder with okrsite.yaml (or
    content/); without one it is looked for upward from the current folder, like git does.

    Exit codes: 0 fine, 1 findings, 2 wrong use or configuration, 3 a defect of okrsite.
    """


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    _insist_on_utf8()
    gc.set_threshold(*_SELDOM)
    sys.exit(_run())


def _insist_on_utf8() -> None:
    """Begin again in UTF-8 where the locale is of another encoding: names of files are UTF-8 on every machine."""
    if sys.getfilesystemencoding().lower() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.execve(sys.executable, [sys.executable, "-m", "okrsite", *sys.argv[1:]], os.environ | {"PYTHONUTF8": "1"})  # noqa: S606 - itself


def _run() -> int:
    try:
        code = okrsite.main(prog_name="okrsite", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code if wrong.exit_code != 1 else _WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped.", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as trouble:  # noqa: BLE001 - whatever it is, it is said
        return _failed(trouble)
    return code if isinstance(code, int) else 0


def _failed(trouble: Exception) -> int:
    """Say what the system or the output folder refused; all else is a defect, and said as one."""
    from okrsite.publish import PublishError  # noqa: PLC0415 - `okrsite --version` needs none of it
    from okrsite.reports import clean  # noqa: PLC0415

    if isinstance(trouble, PublishError):
        way_out = f" {clean(trouble.help)}" if trouble.help else ""
        click.echo(f"okrsite: {clean(trouble.message)}{way_out}", err=True)
        return _WRONG_USE
    if isinstance(trouble, OSError):
        click.echo(f"okrsite: {clean(str(trouble))}", err=True)
        return _WRONG_USE
    click.echo("".join(traceback.format_exception(trouble)), err=True, nl=False)
    click.echo(
        f"okrsite {__version__}: this is a defect of okrsite, not of your files. Please report the lines above.",
        err=True,
    )
    return _DEFECT
