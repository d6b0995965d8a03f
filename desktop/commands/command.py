"""Turns a function that answers into a command: adds the options all share, catches what is refused."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from desktop.commands.answers import Answer
from desktop.commands.desk import desk_of
from desktop.commands.failures import failure_of
from desktop.commands.told import Told
from desktop.models.errors import ParvandehError

Work = Callable[..., Answer]


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
    moment: Annotated[
        str | None, typer.Option("--at", metavar="MOMENT", envvar="PARVANDEH_AT", hidden=True)
    ] = None,
) -> None:
    """The options every command has; only its signature is used."""


_SHARED = inspect.signature(_shared).parameters


def _command(work: Work) -> Callable[..., Told]:
    def run(**given: Any) -> Told:
        desk = desk_of(**{name: given.pop(name) for name in _SHARED})
        try:
            return Told(work(desk, **given), desk.say, desk.as_json)
        except ParvandehError as error:
            return Told(failure_of(error), desk.say_of(error), desk.as_json)

    own = [one for one in inspect.signature(work).parameters.values() if one.name != "desk"]
    options = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in (*own, *_SHARED.values())]
    run.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in options}
    return run
