"""`stack` and `approve`: the manager's decisions, each with its evidence and a journal entry of its own."""

from typing import Annotated, Any

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Note
from desktop.commands.command import alone
from desktop.commands.courses import refusal_data
from desktop.commands.desk import Desk
from desktop.commands.stack_page import evidence_lines
from desktop.models.errors import ParvandehError
from desktop.services import approval, certificates, steps, wording

Numbers = Annotated[list[str], typer.Argument(metavar="DOSSIER…", help="Numbers of dossiers.")]


@alone("stack")
def stack_commands(
    desk: Desk,
    dossiers: Annotated[list[str] | None, typer.Argument(metavar="[DOSSIER…]", help="Only these.")] = None,
) -> Answer:
    """Show what awaits a decision, each dossier with the evidence it rests on."""
    with desk.reading() as session:
        actor = desk.actor(session)
        ids = [desk.dossier(session, one) for one in dossiers] if dossiers else approval.stack(session, actor)
        pages = [approval.evidence(session, actor, dossier_id) for dossier_id in ids]
        lines = [
            line for page in pages for line in evidence_lines(page, desk.say_about(session, page.number))
        ]
    return Answer(pages, lines or [desk.say.done("stack.empty")])


@alone("approve")
def approve_commands(
    desk: Desk,
    dossiers: Numbers,
    action: Annotated[str, typer.Option("--action", metavar="ACTION", help="The deciding step.")] = "approve",
    note: Note = None,
) -> Answer:
    """Approve dossiers one by one; a refusal of one does not stop the others."""
    with desk.office() as database:
        results = [_decide(desk, database, one, action, note) for one in dossiers]
    data = [result for result, _ in results]
    return Answer(data, [line for _, line in results], failed=not all(one["done"] for one in data))


def _decide(
    desk: Desk, database: Any, number: str, action: str, note: str | None
) -> tuple[dict[str, Any], str]:
    """What became of one dossier, for programs and in words."""
    with desk.reading() as session:
        actor, say = desk.actor(session), desk.say_about(session, number)
        try:
            dossier_id = desk.dossier(session, number)
        except ParvandehError as error:
            return _refused(number, steps.Refusal(error.code, error.values), say)
    result = next(iter(approval.decide_many(database, actor, [dossier_id], action, note)))
    if result.refusal is not None:
        return _refused(number, result.refusal, say)
    with desk.reading() as session:
        certificate = certificates.certificate_of(session, dossier_id)
    issued = None if certificate is None else certificate.number
    values = {"number": result.number, "action": action, "certificate": issued}
    return {"number": result.number, "done": True, "certificate": issued}, say.done(
        "decision.taken", **values
    )


def _refused(number: str, refusal: steps.Refusal, say: Any) -> tuple[dict[str, Any], str]:
    told = refusal_data(refusal, say)
    stored = wording.stored_number(number)
    sentence = say.done("decision.refused", number=stored, sentence=told["sentence"])
    return {"number": stored, "done": False, **told}, sentence
