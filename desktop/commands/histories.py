"""`changes`, `due`, `timeline`: how a dossier came to where it is."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier
from desktop.commands.command import alone
from desktop.commands.desk import Desk
from desktop.commands.dossier_history import changes_lines, due_lines, timeline_lines
from desktop.services import changes, dossiers, due_dates, timeline
from desktop.services.scheme_choices import choices_of
from desktop.services.wording import stored_number


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
        choices, say = choices_of(session, stored_number(dossier)), desk.say_about(session, dossier)
    return Answer(found, changes_lines(found, choices, say))


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
