"""`queue`: what waits for whom, and how much of it."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.arguments import Limit
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.commands.rows import dossier_rows
from desktop.services import queues

queue_commands = group("queue", "What waits for whom.")


@command(queue_commands, "counts")
def counts(desk: Desk) -> Answer:
    """Show my queues with how many dossiers each holds."""
    with desk.reading() as session:
        rows = queues.queues_of(session, desk.actor(session))
    say = desk.say
    headings = [say.label("queue"), say.label("name"), say.label("dossiers")]
    lines = table(
        headings,
        (
            [row.code, say.word("queue", row.code), say.formats.amount(row.count) + "+" * row.more]
            for row in rows
        ),
    )
    return Answer(rows, lines)


@command(queue_commands, "list")
def list_queue(
    desk: Desk,
    queue: Annotated[
        str,
        typer.Argument(metavar="QUEUE", help="mine, unclaimed, overdue, all, or a role such as reviewer."),
    ] = queues.Queue.MINE.value,
    sort: Annotated[
        queues.Sort, typer.Option("--sort", help="By what the list is sorted.")
    ] = queues.Sort.DUE,
    limit: Limit = 20,
) -> Answer:
    """List a queue, the most urgent first."""
    with desk.reading() as session:
        query = queues.QueueQuery(queue=queue, sort=sort)
        page = queues.first_page(session, desk.actor(session), query, limit)
    return page_answer(desk, page)


def page_answer(desk: Desk, page: queues.QueuePage) -> Answer:
    """A page of a list with how many there are in all."""
    say = desk.say
    code = "queue.more" if page.more else "queue.shown"
    last = say.done(code, shown=len(page.rows), count=page.count)
    return Answer(page, [*dossier_rows(page.rows, say), last])
