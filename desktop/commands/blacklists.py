"""`blacklist`: persons and domain names nothing may be granted to."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.arguments import Reason
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.models.vocabulary import BlacklistSubject
from desktop.services import blacklist, blacklist_entries, wording

blacklist_commands = group("blacklist", "Persons and domain names nothing may be granted to.")


@command(blacklist_commands, "list")
def list_entries(
    desk: Desk, everything: Annotated[bool, typer.Option("--all", help="Lifted entries too.")] = False
) -> Answer:
    """List the entries in force."""
    with desk.reading() as session:
        rows = blacklist_entries.list_entries(session, desk.actor(session), lifted_too=everything)
    say, shown = desk.say, desk.formats.shown
    names = ("entry", "kind", "value", "entered_on", "reason", "authority", "lifted_on")
    lines = table(
        [say.label(name) for name in names],
        (
            [
                shown(row.id),
                say.word("blacklist_subject", row.subject_kind),
                shown(row.value),
                shown(row.entered_on),
                row.reason,
                row.authority,
                shown(row.lifted_on),
            ]
            for row in rows
        ),
    )
    return Answer(rows, lines or [say.done("blacklist.empty")])


@command(blacklist_commands, "enter")
def enter(
    desk: Desk,
    kind: Annotated[BlacklistSubject, typer.Argument(metavar="person|domain_name")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Identity number or domain name.")],
    reason: Reason,
    authority: Annotated[str, typer.Option("--authority", metavar="TEXT", help="Whose order it is.")] = "",
) -> Answer:
    """Put a person or a domain name on its list."""
    subject = wording.western_digits(value).strip()
    with desk.writing() as session:
        entry = blacklist.enter(session, desk.actor(session), kind, subject, reason, authority)
    return Answer({"entry": entry}, [desk.say.done("blacklist.entered", entry=entry, kind=kind)])


@command(blacklist_commands, "lift")
def lift(desk: Desk, entry: Annotated[int, typer.Argument(metavar="ENTRY")], reason: Reason) -> Answer:
    """Lift an entry; it stays on record."""
    with desk.writing() as session:
        blacklist.lift(session, desk.actor(session), entry, reason)
    return Answer({"entry": entry}, [desk.say.done("blacklist.lifted", entry=entry)])
