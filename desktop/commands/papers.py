"""`physical`: papers that come by post, and their judgement against the scans."""

from enum import StrEnum
from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier
from desktop.commands.calendars import day_of
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.dossier_page import paper_lines
from desktop.commands.groups import group
from desktop.models.vocabulary import PaperVerdict
from desktop.services import dossiers, physical_documents, wording

physical_commands = group("physical", "Papers by post: received, held against their scans.")


class PaperJudgement(StrEnum):
    """What may be said of a paper on the command line."""

    ACCEPT = "accept"
    REJECT = "reject"
    RECONSIDER = "reconsider"


VERDICTS = {
    PaperJudgement.ACCEPT: PaperVerdict.ACCEPTED,
    PaperJudgement.REJECT: PaperVerdict.REJECTED,
    PaperJudgement.RECONSIDER: PaperVerdict.PENDING,
}


@command(physical_commands, "list")
def list_papers(desk: Desk, dossier: Dossier) -> Answer:
    """Show the papers a dossier must or may bring, and what came of them."""
    with desk.reading() as session:
        rows = physical_documents.papers_of(session, desk.dossier(session, dossier))
    return Answer(rows, paper_lines(rows, desk.say) or [desk.say.done("physical.none")])


@command(physical_commands, "receive")
def receive(
    desk: Desk,
    dossier: Dossier,
    tracking: Annotated[
        str, typer.Option("--tracking", metavar="NUMBER", help="Tracking number of the post.")
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="Jalali day it came; today if not given.")
    ] = None,
    paper: Annotated[
        list[str] | None,
        typer.Option("--paper", metavar="CODE", help="A paper in it; all awaited if not given."),
    ] = None,
) -> Answer:
    """Enter a posted packet and the papers in it."""
    came_on = day_of(on) if on else wording.in_tehran(desk.at).date()
    with desk.writing() as session:
        actor, dossier_id = desk.actor(session), desk.dossier(session, dossier)
        packet = physical_documents.receive_packet(session, actor, dossier_id, tracking, came_on, paper)
        details = dossiers.dossier_details(session, dossier_id)
        papers = [
            row.rule for row in physical_documents.papers_of(session, dossier_id) if row.verdict == "pending"
        ]
        say = desk.say_about(session, dossier)
    data = {
        "packet": packet,
        "number": details.number,
        "status": details.status,
        "awaiting_judgement": papers,
    }
    said = say.done(
        "physical.received", number=details.number, tracking=tracking, papers=papers, status=details.status
    )
    return Answer(data, [said])


@command(physical_commands, "judge")
def judge(
    desk: Desk,
    dossier: Dossier,
    papers: Annotated[
        list[str], typer.Argument(metavar="PAPER…", help="Codes of papers, or `all` that have come.")
    ],
    judgement: Annotated[PaperJudgement, typer.Argument(metavar="accept|reject|reconsider")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why a paper is rejected.")] = "",
) -> Answer:
    """Accept papers as equal to their scans, or reject them with a reason."""
    with desk.writing() as session:
        actor, dossier_id = desk.actor(session), desk.dossier(session, dossier)
        rows = physical_documents.papers_of(session, dossier_id)
        named = [row.rule for row in rows if row.verdict == "pending"] if papers == ["all"] else papers
        for paper in named:
            physical_documents.judge_paper(session, actor, dossier_id, paper, VERDICTS[judgement], reason)
        say = desk.say_about(session, dossier)
    verdict, number = VERDICTS[judgement], wording.stored_number(dossier)
    lines = [say.done("physical.judged", number=number, paper=paper, verdict=verdict) for paper in named]
    return Answer(
        {"number": number, "papers": named, "verdict": verdict}, lines or [say.done("physical.none_left")]
    )
