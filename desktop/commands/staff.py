"""`people`: who works in the office and in which roles."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.models.vocabulary import Role
from desktop.services import hiring, people

people_commands = group("people", "The people of the office and their roles.")


@command(people_commands, "list")
def list_people(desk: Desk) -> Answer:
    """List everybody in the office."""
    with desk.reading() as session:
        rows = people.list_people(session)
    say = desk.say
    headings = [say.label("username"), say.label("name"), say.label("roles")]
    lines = table(headings, ([row.username, row.name, say.words("role", row.roles)] for row in rows))
    return Answer(rows, lines or [say.done("people.none")])


@command(people_commands, "add")
def add(
    desk: Desk,
    username: Annotated[str, typer.Argument(metavar="PERSON", help="Short name to sign in with.")],
    name: Annotated[str, typer.Option("--name", help="Name in full, as letters print it.")],
    role: Annotated[list[Role], typer.Option("--role", help="A role; say it again for another one.")],
) -> Answer:
    """Enter a person with the roles he has."""
    with desk.writing() as session:
        person_id = hiring.hire(session, desk.actor(session), username, name, role)
    said = desk.say.done("people.added", username=username, name=name, roles=role)
    return Answer({"id": person_id, "username": username, "name": name, "roles": role}, [said])
