"""`office`: making an office, looking it over, backing it up and putting a backup in place."""

from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.commands.answers import Answer
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.models.vocabulary import Role
from desktop.services import backups
from desktop.services.founding import Founder, found_office
from desktop.services.office_card import office_card
from desktop.services.office_check import checked

office_commands = group("office", "Make, check, back up and restore an office.")


@command(office_commands, "create")
def create(
    desk: Desk,
    name: Annotated[str, typer.Option("--name", help="Name of the office in Persian; letters print it.")],
    name_ar: Annotated[str | None, typer.Option("--name-ar", help="Its name in Arabic.")] = None,
    name_en: Annotated[str | None, typer.Option("--name-en", help="Its name in English.")] = None,
    administrator: Annotated[
        str, typer.Option("--administrator", metavar="PERSON", help="Who may add schemes and closed days.")
    ] = "admin",
    administrator_name: Annotated[
        str, typer.Option("--administrator-name", metavar="NAME", help="The administrator's name in full.")
    ] = "مدیر سامانه",
) -> Answer:
    """Make an office ready for work: an administrator, the shipped schemes, the public holidays."""
    names = {"fa": name, "ar": name_ar or name, "en": name_en or name}
    founder = Founder(administrator, administrator_name, frozenset({Role.ADMINISTRATOR}))
    found_office(desk.folder, names, [founder], desk.at).close()
    data = {"folder": desk.folder, "name": names, "administrator": administrator}
    said = desk.say.done("office.created", folder=str(desk.folder), name=names, administrator=administrator)
    return Answer(data, [said])


@command(office_commands, "show")
def show(desk: Desk) -> Answer:
    """Show which office this is."""
    with desk.reading() as session:
        card = office_card(session)
    code = "office.card_demo" if card.is_demo else "office.card"
    said = desk.say.done(code, name=card.name, folder=str(desk.folder), created_at=card.created_at)
    return Answer({"folder": desk.folder, "card": card}, [said])


@command(office_commands, "check")
def check(desk: Desk) -> Answer:
    """Look the office over: file, tables, journal, attachments, numbers, search; fails when not in order."""
    with desk.office() as database:
        report = checked(database)
    say = desk.say
    findings = [
        {
            "finding": one.code,
            "values": one.values,
            "sentence": say.say("office_finding", one.code, one.values),
        }
        for one in report.findings
    ]
    lines = [str(one["sentence"]) for one in findings]
    data: dict[str, Any] = {"sound": report.is_sound, "counts": report.counts, "findings": findings}
    if report.is_sound:
        lines = [say.done("office.sound", **report.counts)]
    return Answer(data, lines, failed=not report.is_sound)


@command(office_commands, "backup")
def backup(
    desk: Desk,
    target: Annotated[str, typer.Argument(metavar="FILE", help="The backup to write; must not exist.")],
) -> Answer:
    """Back the office up to one file, while people work in it."""
    with desk.office() as database:
        made = backups.backup(database, Path(target))
    return Answer(
        made, [desk.say.done("office.backed_up", file=str(made.path), bytes=made.size, sha256=made.sha256)]
    )


@command(office_commands, "restore")
def restore(
    desk: Desk,
    source: Annotated[str, typer.Argument(metavar="FILE", help="The backup.")],
    replace: Annotated[bool, typer.Option("--replace", help="Keep the office that is there aside.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Also a backup of an office that was not in order.")
    ] = False,
) -> Answer:
    """Make the office from a backup, after checking all of it."""
    aside_at = desk.at if replace else None
    restored = backups.restore(Path(source), desk.folder, aside_at=aside_at, consent=force)
    say = desk.say
    lines = [say.done("office.restored", file=source, folder=str(desk.folder))]
    if restored.kept_aside is not None:
        lines.append(say.done("office.kept_aside", file=str(restored.kept_aside)))
    return Answer(restored, lines)
