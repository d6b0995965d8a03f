"""A package of one applicant with just these papers, fields and services; the case goes on with it."""

from typing import Any

from desktop.services.dossiers import find_dossier
from desktop.services.intake.outcomes import Outcome, Receipt
from desktop.services.intake.sample import Files, write_package
from desktop.services.unit_of_work import reading
from tests.builders.applications import FIELDS, FILES, an_application
from tests.builders.enamad import Case
from tests.builders.packages import a_document, a_pdf

IDENTITY = {name: FILES[name] for name in ("papers/card.png", "papers/booklet.jpg")}
LEASE = {"papers/lease.pdf": FILES["papers/lease.pdf"]}
PROVEN = {"email": "info@golchin.example", "phone": "02144556677", "address": "خیابان انقلاب، پلاک ۱۲"}


def papers(*rules: str) -> dict[str, tuple[str, bytes]]:
    """A PDF for each document rule."""
    return {f"papers/{rule}.pdf": (rule, a_pdf()) for rule in rules}


def handed_in(
    case: Case,
    files: Files,
    fields: dict[str, Any] | None = None,
    services: tuple[str, ...] = ("general_goods",),
    **applicant: Any,
) -> Outcome:
    """What becomes of a package with all three verifications; what is None of the applicant is left out."""
    sent = case.now.isoformat(timespec="seconds")
    document = an_application(
        {},
        package_id="from-this-applicant",
        submitted_at=sent,
        fields=FIELDS | (fields or {}),
        services=list(services),
        terms={"version": "1405-1", "accepted_at": sent},
        verifications=[{"kind": k, "value": v, "verified_at": sent} for k, v in PROVEN.items()],
    )
    given = a_document()["applicant"] | applicant
    document["applicant"] = {key: value for key, value in given.items() if value is not None}
    case.scratch.mkdir(exist_ok=True)
    outcome: Outcome = case.handed_in(write_package(case.scratch / "package.zip", document, files))
    if isinstance(outcome, Receipt):
        with reading(case.office) as session:
            case.dossier_id, case.number = find_dossier(session, outcome.dossier), outcome.dossier
    return outcome
