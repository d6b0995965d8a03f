"""`retention`: what of ended dossiers need not be kept any longer, shown and erased."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.models.errors import NeedsConfirmation
from desktop.services import retention, wording
from desktop.services.retention import purge_due, retention_due

retention_commands = group("retention", "What is due to be erased.")


@command(retention_commands, "list")
def list_due(desk: Desk) -> Answer:
    """Show what is due to be erased by the rules of the schemes."""
    with desk.reading() as session:
        rows = retention_due(session, desk.at)
    say = desk.say
    lines = [
        say.done(
            "retention.by_hand" if row.by_hand else "retention.due",
            number=row.number,
            what=row.what,
            since=row.since,
        )
        for row in rows
    ]
    return Answer(rows, lines or [say.done("retention.none")])


@command(retention_commands, "purge")
def purge(
    desk: Desk, consent: Annotated[bool, typer.Option("--yes", help="It cannot be had back.")] = False
) -> Answer:
    """Erase what is due; what lies on paper stays for the office to destroy."""
    with desk.office() as database:
        if not consent:
            with desk.reading() as session:
                due = [row for row in retention_due(session, desk.at) if not row.by_hand]
            raise NeedsConfirmation("retention.consent", count=len(due))
        erased = list(purge_due(database, desk.at))
    say = desk.say
    lines = [say.done("retention.erased", number=row.number, what=row.what) for row in erased]
    return Answer(erased, lines or [say.done("retention.none")])


@command(retention_commands, "destroyed")
def destroyed(
    desk: Desk,
    dossier: Dossier,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What lay on paper, such as papers.")],
) -> Answer:
    """Record that what lies on paper was destroyed by hand."""
    with desk.writing() as session:
        retention.purge(session, desk.actor(session), desk.dossier(session, dossier), what)
    number = wording.stored_number(dossier)
    said = desk.say.done("retention.destroyed", number=number, what=what)
    return Answer({"number": number, "what": what}, [said])
