"""`attachment`: what an applicant has sent, in all versions."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.arguments import Dossier, Force, Out
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.commands.out_files import demand_free, write_out
from desktop.services import attachments

attachment_commands = group("attachment", "What an applicant has sent.")


@command(attachment_commands, "list")
def list_attachments(desk: Desk, dossier: Dossier) -> Answer:
    """Show every document that came with a dossier, in all versions."""
    with desk.reading() as session:
        rows = attachments.documents_of(session, desk.dossier(session, dossier))
    say, formats = desk.say, desk.formats
    names = ("document", "name", "file", "media_type", "bytes", "pages", "round", "beware", "replaced")
    lines = table(
        [say.label(name) for name in names],
        (
            [
                formats.shown(row.id),
                formats.label(row.label),
                formats.text(row.file_name),
                row.media_type,
                formats.amount(row.size),
                formats.shown(row.pages),
                formats.shown(row.round),
                say.words("attachment_flag", row.flags),
                say.word("flag", row.replaced),
            ]
            for row in rows
        ),
    )
    return Answer(rows, lines or [say.done("attachment.none")])


@command(attachment_commands, "save")
def save(
    desk: Desk,
    dossier: Dossier,
    document: Annotated[
        int, typer.Argument(metavar="DOCUMENT", help="Number of the document, as `list` shows it.")
    ],
    out: Out,
    force: Force = False,
) -> Answer:
    """Save a document to a file."""
    demand_free(out, force=force)
    with desk.reading() as session:
        dossier_id = desk.dossier(session, dossier)
        content = b"".join(attachments.document_bytes(session, dossier_id, document))
    path = write_out(out, content, force=force)
    data = {"document": document, "file": str(path), "bytes": len(content)}
    return Answer(data, [desk.say.done("attachment.saved", **data)])
