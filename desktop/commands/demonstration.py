"""`demo`: an office to try things out in, with invented dossiers in every status."""

import sys
from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.command import alone
from desktop.commands.desk import Desk
from desktop.services import people
from desktop.services.demo.making import DOSSIERS, remake_demo_office


@alone("demo")
def demo_commands(
    desk: Desk,
    dossiers: Annotated[int, typer.Option("--dossiers", min=1, help="How many dossiers.")] = DOSSIERS,
) -> Answer:
    """Make the demo office; one that is there is thrown away, a real office never is."""
    desk = desk.for_demo()
    make_demo(desk, dossiers)
    with desk.reading() as session:
        staff = [person.username for person in people.list_people(session)]
    data = {"folder": desk.folder, "dossiers": dossiers, "people": staff}
    said = desk.say.done("demo.made", folder=str(desk.folder), dossiers=dossiers, people=staff)
    return Answer(data, [said])


def make_demo(desk: Desk, dossiers: int = DOSSIERS) -> None:
    """Make the demo office anew; on a terminal one line tells how far it is."""
    telling = sys.stderr.isatty()
    for progress in remake_demo_office(desk.folder, desk.at, dossiers):
        if telling:
            said = desk.say.done("demo.progress", done=progress.done, total=progress.total)
            typer.echo(f"\r{said}", nl=False, err=True)
    if telling:
        typer.echo("\r\033[K", nl=False, err=True)
