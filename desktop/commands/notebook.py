"""`note`: internal notes of a dossier, which never leave the office."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.services import notes, wording

note_commands = group("note", "Internal notes, which never leave the office.")


@command(note_commands, "add")
def add(desk: Desk, dossier: Dossier, text: Annotated[str, typer.Argument(metavar="TEXT")]) -> Answer:
    """Write an internal note."""
    with desk.writing() as session:
        note = notes.write_note(session, desk.actor(session), desk.dossier(session, dossier), text)
    number = wording.stored_number(dossier)
    return Answer({"note": note, "number": number}, [desk.say.done("note.added", number=number)])


@command(note_commands, "list")
def list_notes(desk: Desk, dossier: Dossier) -> Answer:
    """Read the internal notes of a dossier, oldest first."""
    with desk.reading() as session:
        rows = notes.notes_of(session, desk.dossier(session, dossier))
    lines = [f"{desk.formats.shown(row.written_at)} {row.person}: {row.text}" for row in rows]
    return Answer(rows, lines or [desk.say.done("note.none")])
