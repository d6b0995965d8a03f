"""`claim`: one person holds a dossier while working on it."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier, Reason
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.services import claims, wording

claim_commands = group("claim", "Take a dossier in hand, put it back, hand it on.")


@command(claim_commands, "take")
def take(desk: Desk, dossier: Dossier) -> Answer:
    """Take a dossier in hand."""
    with desk.writing() as session:
        claimed = claims.claim(session, desk.actor(session), desk.dossier(session, dossier))
    return Answer(claimed, [desk.say.done("claim.taken", number=claimed.number)])


@command(claim_commands, "next")
def take_next(desk: Desk) -> Answer:
    """Take the most urgent free dossier of my desks in hand."""
    with desk.writing() as session:
        claimed = claims.claim_next(session, desk.actor(session))
    return Answer(claimed, [desk.say.done("claim.taken", number=claimed.number)])


@command(claim_commands, "release")
def release(desk: Desk, dossier: Dossier) -> Answer:
    """Put a dossier back for others."""
    with desk.writing() as session:
        claims.release(session, desk.actor(session), desk.dossier(session, dossier))
    number = wording.stored_number(dossier)
    return Answer({"number": number}, [desk.say.done("claim.released", number=number)])


@command(claim_commands, "reassign")
def reassign(
    desk: Desk,
    dossier: Dossier,
    to: Annotated[str, typer.Option("--to", metavar="PERSON", help="Who gets it.")],
    reason: Reason,
) -> Answer:
    """Hand a dossier to another person."""
    with desk.writing() as session:
        claims.reassign(session, desk.actor(session), desk.dossier(session, dossier), to, reason)
    number = wording.stored_number(dossier)
    said = desk.say.done("claim.reassigned", number=number, person=to)
    return Answer({"number": number, "to": to}, [said])
