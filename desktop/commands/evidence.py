"""`mark` and `draft`: places on pages that prove a finding, and judgements not yet given."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.arguments import Dossier
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import Verdict
from desktop.services import notes, review, wording

mark_commands = group("mark", "Places on pages that prove a finding.")
draft_commands = group("draft", "My judgements not yet given.")

Item = Annotated[str, typer.Argument(metavar="ITEM", help="Code of the item.")]
_SIDES = 4


@command(mark_commands, "add")
def add(
    desk: Desk,
    dossier: Dossier,
    item: Item,
    document: Annotated[int, typer.Argument(metavar="DOCUMENT", help="As `attachment list` shows it.")],
    page: Annotated[int, typer.Argument(metavar="PAGE", help="Pages count from 1.")],
    place: Annotated[
        str,
        typer.Option(
            "--place", metavar="X,Y,W,H", help="Left, top, width, height as shares of the page, 0 to 1."
        ),
    ] = "0,0,1,1",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What is to be seen there.")] = "",
) -> Answer:
    """Mark a place on a page of a document as evidence for an item."""
    rectangle = _rectangle(place)
    with desk.writing() as session:
        actor, dossier_id = desk.actor(session), desk.dossier(session, dossier)
        mark = notes.mark(session, actor, dossier_id, item, document, page, rectangle, note)
    return Answer({"mark": mark}, [desk.say.done("mark.made", mark=mark, item=item)])


@command(mark_commands, "list")
def list_marks(desk: Desk, dossier: Dossier) -> Answer:
    """Show the marks that stand."""
    with desk.reading() as session:
        rows = notes.marks_of(session, desk.dossier(session, dossier))
    say, shown = desk.say, desk.formats.shown
    lines = table(
        [say.label(name) for name in ("id", "item", "document", "page", "person", "note")],
        (
            [shown(row.id), row.item, shown(row.document_id), shown(row.page), row.person, row.note]
            for row in rows
        ),
    )
    return Answer(rows, lines or [say.done("mark.none")])


@command(mark_commands, "remove")
def remove(desk: Desk, mark: Annotated[int, typer.Argument(metavar="MARK")]) -> Answer:
    """Take back one's own mark; it stays on record as removed."""
    with desk.writing() as session:
        notes.remove_mark(session, desk.actor(session), mark)
    return Answer({"mark": mark}, [desk.say.done("mark.removed", mark=mark)])


@command(draft_commands, "keep")
def keep(
    desk: Desk,
    dossier: Dossier,
    item: Item,
    comment: Annotated[str, typer.Option("--comment", metavar="TEXT", help="The remark so far.")] = "",
    verdict: Annotated[Verdict | None, typer.Option("--verdict", help="The verdict leaned to.")] = None,
) -> Answer:
    """Keep what I would say of an item; judging it removes the draft."""
    with desk.writing() as session:
        actor, dossier_id = desk.actor(session), desk.dossier(session, dossier)
        review.keep_draft(session, actor, dossier_id, item, verdict, comment)
    number = wording.stored_number(dossier)
    return Answer({"number": number, "item": item}, [desk.say.done("draft.kept", number=number, item=item)])


@command(draft_commands, "list")
def list_drafts(desk: Desk, dossier: Dossier) -> Answer:
    """Show my drafts on a dossier; nobody else sees them."""
    with desk.reading() as session:
        drafts = review.drafts_of(session, desk.actor(session), desk.dossier(session, dossier))
    say = desk.say
    data = [
        {"item": item, "verdict": verdict, "remark": remark} for item, (verdict, remark) in drafts.items()
    ]
    lines = table(
        [say.label(name) for name in ("item", "verdict", "remark")],
        ([item, say.word("verdict", verdict), remark] for item, (verdict, remark) in drafts.items()),
    )
    return Answer(data, lines or [say.done("draft.none")])


def _rectangle(text: str) -> notes.Rectangle:
    try:
        sides = [float(side) for side in wording.western_digits(text).split(",")]
    except ValueError:
        sides = []
    if len(sides) != _SIDES:
        raise RuleBroken("usage.place", place=text)
    return notes.Rectangle(*sides)
