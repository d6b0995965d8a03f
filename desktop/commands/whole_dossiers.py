"""One dossier whole, as the office and as the applicant sees it: the parts gathered from many services."""

from typing import Any

from desktop.commands.answers import Answer
from desktop.commands.desk import Desk
from desktop.commands.dossier_page import outside_lines, page_lines
from desktop.services import (
    certificates,
    clearances,
    dossiers,
    fees,
    kindred,
    notes,
    physical_documents,
    review,
    verifications,
)
from desktop.services.applicant_view import applicant_view
from desktop.services.blacklist import hits_of
from desktop.services.scheme_choices import choices_of


def shown(desk: Desk, dossier: str) -> Answer:
    """What it asks for, where it stands, what came and what was found."""
    with desk.reading() as session:
        page = whole_dossier(session, desk.dossier(session, dossier))
        say = desk.say_about(session, dossier)
        choices = choices_of(session, page["details"].number)
    return Answer(page, page_lines(page, choices, say))


def seen_outside(desk: Desk, dossier: str) -> Answer:
    """What the applicant may see now."""
    with desk.reading() as session:
        seen = applicant_view(session, desk.dossier(session, dossier))
    return Answer(seen, outside_lines(seen, desk.say))


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
