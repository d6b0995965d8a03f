"""`dossier`: lists dossiers, shows one whole; the list is asked for most and loads only what a list needs."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier, Limit
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.commands.queues import page_answer
from desktop.services import queues

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
    from desktop.commands.whole_dossiers import shown  # noqa: PLC0415 - a list does not wait for it

    return shown(desk, dossier)


@command(dossier_commands, "outside")
def outside(desk: Desk, dossier: Dossier) -> Answer:
    """Show what the applicant may see of a dossier now."""
    from desktop.commands.whole_dossiers import seen_outside  # noqa: PLC0415 - nor for this

    return seen_outside(desk, dossier)
