"""The whole command line: finds the command, loads only its module, and turns every failure into words."""

import os
import sys
from importlib import import_module
from typing import Any

import typer

from desktop import __version__
from desktop.commands.failures import REFUSED, failure_of, tell
from desktop.commands.groups import Group
from desktop.commands.languages import language_for
from desktop.commands.listing import COMMANDS
from desktop.language.formats import Formats
from desktop.language.messages import Messages

NAME = "parvandeh"
INTERRUPTED = 130


class Commands(Group):
    """Every command by name; its module is imported only when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command or group of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        found = import_module(f"desktop.commands.{module}")
        return typer.main.get_command(getattr(found, f"{cmd_name.replace('-', '_')}_commands"))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_text) for name, (_, help_text) in COMMANDS.items()])


program = typer.Typer(
    name=NAME, cls=Commands, no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


@program.callback()
def _program(
    version: bool = typer.Option(False, "--version", help="Say which version this is."),
) -> None:
    """Parvandeh: dossiers of a certification authority, from intake package to certificate."""
    if version:
        typer.echo(f"{NAME} {__version__}")
        raise typer.Exit


def run(arguments: list[str]) -> int:
    """Run one command line and give its exit status; nothing it meets ends as a bare traceback."""
    try:
        told = told_by(arguments)
        return told if isinstance(told, int) else told.show()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the answer has gone; the interpreter must not try to write the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last door before the person
        failure = failure_of(error)
        say = Messages(Formats(language_for(arguments), isolating=sys.stderr.isatty()))
        tell(failure, say, as_json="--json" in arguments)
        return failure.status


def told_by(arguments: list[str]) -> Any:
    """What a command line leads to, not yet printed: a `Told`, or an exit status where typer has answered."""
    told = program(arguments, prog_name=NAME, standalone_mode=False)
    return 0 if told is None else told
