"""`verification` and `clearance`: what the office learns by phone, post and from other authorities."""

from enum import StrEnum
from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.dossier_page import clearance_lines, verification_lines
from desktop.commands.groups import group
from desktop.models.vocabulary import ClearanceResult
from desktop.services import clearances, verifications, wording

verification_commands = group("verification", "Contacts verified by the office.")
clearance_commands = group("clearance", "Answers of outside authorities.")


class ClearanceAnswer(StrEnum):
    """What an authority may answer."""

    GRANTED = "granted"
    REFUSED = "refused"


@command(verification_commands, "list")
def list_verifications(desk: Desk, dossier: Dossier) -> Answer:
    """Show what is verified and what is not."""
    with desk.reading() as session:
        rows = verifications.verifications_of(session, desk.dossier(session, dossier))
    return Answer(rows, verification_lines(rows, desk.say))


@command(verification_commands, "record")
def record(
    desk: Desk,
    dossier: Dossier,
    kinds: Annotated[list[str], typer.Argument(metavar="KIND…", help="Kinds, such as email or address.")],
) -> Answer:
    """Record that the present value of a contact has been verified."""
    with desk.writing() as session:
        actor, dossier_id = desk.actor(session), desk.dossier(session, dossier)
        for kind in kinds:
            verifications.record_verification(session, actor, dossier_id, kind)
        say = desk.say_about(session, dossier)
    number = wording.stored_number(dossier)
    lines = [say.done("verification.recorded", number=number, kind=kind) for kind in kinds]
    return Answer({"number": number, "verified": kinds}, lines)


@command(clearance_commands, "list")
def list_clearances(desk: Desk, dossier: Dossier) -> Answer:
    """Show the enquiries of a dossier and their answers."""
    with desk.reading() as session:
        rows = clearances.clearances_of(session, desk.dossier(session, dossier))
        say = desk.say_about(session, dossier)
    return Answer(rows, clearance_lines(rows, say) or [say.done("clearance.none")])


@command(clearance_commands, "answer")
def answer(
    desk: Desk,
    dossier: Dossier,
    authority: Annotated[str, typer.Argument(metavar="AUTHORITY", help="Code of the authority.")],
    result: Annotated[ClearanceAnswer, typer.Argument(metavar="granted|refused")],
    reference: Annotated[str, typer.Option("--reference", metavar="NUMBER", help="Number of its letter.")],
) -> Answer:
    """Record the answer of an outside authority."""
    with desk.writing() as session:
        actor, dossier_id = desk.actor(session), desk.dossier(session, dossier)
        given = ClearanceResult(result.value)
        clearances.record_answer(session, actor, dossier_id, authority, given, reference)
        say = desk.say_about(session, dossier)
    number = wording.stored_number(dossier)
    data = {"number": number, "authority": authority, "result": given, "reference": reference}
    return Answer(data, [say.done("clearance.answered", **data)])
