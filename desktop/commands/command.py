"""Turns a function that answers into a command: adds the options all commands share and prints the answer."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from desktop.commands.answers import Answer, as_json
from desktop.commands.desk import Desk, desk_of
from desktop.commands.failures import failure_of, tell
from desktop.models.errors import ParvandehError

Work = Callable[..., Answer]


def group(name: str, help_text: str) -> typer.Typer:
    """A group of commands such as `dossier`."""
    made = typer.Typer(name=name, help=help_text, add_completion=False, rich_markup_mode=None)
    # With a callback a group of one command stays a group.
    made.callback()(lambda: None)
    return made


def command(commands: typer.Typer, name: str) -> Callable[[Work], Work]:
    """Register a function as a command; its first parameter is the desk, the others are its own options."""

    def register(work: Work) -> Work:
        commands.command(name, help=inspect.getdoc(work))(_command(work))
        return work

    return register


def alone(name: str) -> Callable[[Work], typer.Typer]:
    """Make a command that stands in no group."""

    def register(work: Work) -> typer.Typer:
        made = typer.Typer(add_completion=False, rich_markup_mode=None)
        command(made, name)(work)
        return made

    return register


def _shared(
    as_json: Annotated[bool, typer.Option("--json", help="Answer as one JSON document.")] = False,
    acting: Annotated[
        str | None, typer.Option("--as", metavar="PERSON", envvar="PARVANDEH_AS", help="Who acts.")
    ] = None,
    office: Annotated[
        str | None,
        typer.Option("--office", metavar="FOLDER", envvar="PARVANDEH_OFFICE", help="Folder of the office."),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="fa|ar|en", envvar="PARVANDEH_LANG", help="Language of the answer."),
    ] = None,
    moment: Annotated[str | None, typer.Option("--at", metavar="MOMENT", hidden=True)] = None,
) -> None:
    """The options every command has; only its signature is used."""


_SHARED = inspect.signature(_shared).parameters


def _command(work: Work) -> Callable[..., None]:
    def run(**given: Any) -> None:
        desk = desk_of(**{name: given.pop(name) for name in _SHARED})
        try:
            answer = work(desk, **given)
        except ParvandehError as error:
            failure = failure_of(error)
            tell(failure, desk.say_of(error), as_json=desk.as_json)
            raise typer.Exit(failure.status) from error
        show(desk, answer)

    own = [one for one in inspect.signature(work).parameters.values() if one.name != "desk"]
    options = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in (*own, *_SHARED.values())]
    run.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in options}
    return run


def show(desk: Desk, answer: Answer) -> None:
    """Print the answer as the desk wants it; ends with 1 when a part of it was refused."""
    if desk.as_json:
        typer.echo(as_json(answer.data))
    else:
        for line in answer.lines:
            typer.echo(line)
    if answer.failed:
        raise typer.Exit(1)
