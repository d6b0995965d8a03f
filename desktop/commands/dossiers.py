"""`dossier`, `changes`, `due`, `timeline`: finding dossiers and reading them whole."""

from typing import Annotated, Any

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier, Limit
from desktop.commands.command import alone, command
from desktop.commands.desk import Desk
from desktop.commands.dossier_history import changes_lines, due_lines, timeline_lines
from desktop.commands.dossier_page import outside_lines, page_lines
from desktop.commands.groups import group
from desktop.commands.queues import page_answer
from desktop.services import (
    certificates,
    changes,
    clearances,
    dossiers,
    due_dates,
    fees,
    kindred,
    notes,
    physical_documents,
    queues,
    review,
    timeline,
    verifications,
)
from desktop.services.applicant_view import applicant_view
from desktop.services.blacklist import hits_of
from desktop.services.scheme_words import choices_of

dossier_commands = group("dossier", "List dossiers, show one whole.")


@command(dossier_commands, "list")
def list_dossiers(
    desk: Desk,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD…]", help="Words to search for.")] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", metavar="CODE", help="Only in this status.")
    ] = None,
    scheme: Annotated[
        str | None, typer.Option("--scheme", metavar="CODE", help="Only of this scheme.")
    ] = None,
    sort: Annotated[
        queues.Sort, typer.Option("--sort", help="By what the list is sorted.")
    ] = queues.Sort.NUMBER,
    descending: Annotated[bool, typer.Option("--descending", help="The other way round.")] = False,
    limit: Limit = 20,
) -> Answer:
    """List dossiers, or those that hold every word of a search."""
    query = queues.QueueQuery(
        statuses=tuple(status or ()),
        scheme=scheme,
        sort=sort,
        descending=descending,
        search=" ".join(words or ()),
    )
    with desk.reading() as session:
        page = queues.first_page(session, desk.reader(session), query, limit)
    return page_answer(desk, page)


@command(dossier_commands, "show")
def show(desk: Desk, dossier: Dossier) -> Answer:
    """Show a dossier whole: what it asks for, where it stands, what came and what was found."""
    with desk.reading() as session:
        page = whole_dossier(session, desk.dossier(session, dossier))
        say = desk.say_about(session, dossier)
        choices = choices_of(session, page["details"].number)
    return Answer(page, page_lines(page, choices, say))


def whole_dossier(session: Any, dossier_id: int) -> dict[str, Any]:
    """Everything a dossier's page shows, by name."""
    return {
        "details": dossiers.dossier_details(session, dossier_id),
        "checklist": review.checklist_of(session, dossier_id),
        "papers": physical_documents.papers_of(session, dossier_id),
        "verifications": verifications.verifications_of(session, dossier_id),
        "clearances": clearances.clearances_of(session, dossier_id),
        "fees": fees.fees_of(session, dossier_id),
        "certificate": certificates.certificate_of(session, dossier_id),
        "blacklist_hits": hits_of(session, dossier_id),
        "kindred": kindred.kindred_of(session, dossier_id),
        "notes": notes.notes_of(session, dossier_id),
    }


@command(dossier_commands, "outside")
def outside(desk: Desk, dossier: Dossier) -> Answer:
    """Show what the applicant may see of a dossier now."""
    with desk.reading() as session:
        seen = applicant_view(session, desk.dossier(session, dossier))
    return Answer(seen, outside_lines(seen, desk.say))


@alone("changes")
def changes_commands(
    desk: Desk,
    dossier: Dossier,
    since: Annotated[
        changes.Baseline, typer.Option("--since", help="Against what it is held.")
    ] = changes.Baseline.MY_LAST_REVIEW,
) -> Answer:
    """Show what changed since my last review: fields, papers, replies and verdicts."""
    with desk.reading() as session:
        found = changes.what_changed(session, desk.actor(session), desk.dossier(session, dossier), since)
        say = desk.say_about(session, dossier)
    return Answer(found, changes_lines(found, say))


@alone("due")
def due_commands(desk: Desk, dossier: Dossier) -> Answer:
    """Show when the office must have acted on a dossier, and why then."""
    with desk.reading() as session:
        dossier_id = desk.dossier(session, dossier)
        why = due_dates.why_due(session, dossier_id)
        end_to_end = due_dates.end_to_end_due_on(session, dossier_id)
        details = dossiers.dossier_details(session, dossier_id)
    data = {"why": why, "answer_due_at": details.answer_due_at, "end_to_end_due_on": end_to_end}
    return Answer(data, due_lines(data, details, desk.say))


@alone("timeline")
def timeline_commands(desk: Desk, dossier: Dossier) -> Answer:
    """Show every act on a dossier, oldest first, in words."""
    with desk.reading() as session:
        entries = timeline.timeline_of(session, desk.dossier(session, dossier))
        say = desk.say_about(session, dossier)
    return Answer(entries, timeline_lines(entries, say))
