"""`letter` and `certificate`: what the office prints, and what it knows of a certificate."""

from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier, Force, Out
from desktop.commands.command import alone, command
from desktop.commands.desk import Desk
from desktop.commands.dossier_page import certificate_lines
from desktop.commands.groups import group
from desktop.commands.out_files import demand_free, write_out
from desktop.models.vocabulary import Language
from desktop.services import certificates, correspondence, wording

certificate_commands = group("certificate", "Show, print and check certificates.")

Number = Annotated[
    str, typer.Argument(metavar="NUMBER", help="Number of the certificate, such as 1405/00007.")
]
PaperLanguage = Annotated[Language, typer.Option("--in", metavar="fa|ar|en", help="Language of the paper.")]


@alone("letter")
def letter_commands(
    desk: Desk,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="commitment_letter or deficiency_notice.")],
    dossier: Dossier,
    out: Out,
    language: PaperLanguage = Language.PERSIAN,
    force: Force = False,
) -> Answer:
    """Print a letter of a dossier as PDF."""
    demand_free(out, force=force)
    with desk.writing() as session:
        dossier_id = desk.dossier(session, dossier)
        pdf = correspondence.letter_of(session, desk.actor(session), kind, dossier_id, language)
        path = write_out(out, pdf, force=force)
    data = {"kind": kind, "number": wording.stored_number(dossier), "file": str(path), "bytes": len(pdf)}
    return Answer(data, [desk.say.done("letter.printed", **data)])


@command(certificate_commands, "show")
def show(desk: Desk, number: Number) -> Answer:
    """Show a certificate as it was issued, and its present state."""
    with desk.reading() as session:
        details = certificates.certificate_details(session, wording.stored_number(number))
        say = desk.say_about(session, details.facts["dossier"])
    return Answer(details, certificate_lines(details, say))


@command(certificate_commands, "print")
def print_certificate(
    desk: Desk, number: Number, out: Out, language: PaperLanguage = Language.PERSIAN, force: Force = False
) -> Answer:
    """Print a certificate as PDF."""
    demand_free(out, force=force)
    stored = wording.stored_number(number)
    with desk.writing() as session:
        pdf = correspondence.certificate_print(session, desk.actor(session), stored, language)
        path = write_out(out, pdf, force=force)
        subject = certificates.certificate_details(session, stored).subject
    data = {"number": stored, "subject": subject, "file": str(path), "bytes": len(pdf)}
    return Answer(data, [desk.say.done("certificate.printed", **data)])


@command(certificate_commands, "check-code")
def check_code(
    desk: Desk,
    number: Number,
    missing: Annotated[bool, typer.Option("--missing", help="The code is not on the site.")] = False,
) -> Answer:
    """Record that somebody looked whether the code stands on the site's first page."""
    stored = wording.stored_number(number)
    with desk.writing() as session:
        certificates.record_code_check(session, desk.actor(session), stored, installed=not missing)
        subject = certificates.certificate_details(session, stored).subject
    said = "certificate.code_missing" if missing else "certificate.code_found"
    data = {"number": stored, "subject": subject, "installed": not missing}
    return Answer(data, [desk.say.done(said, **data)])
