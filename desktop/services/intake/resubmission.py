"""A package that answers a deficiency notice must be this dossier's and reply to everything."""

from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.text import fold, sort_key
from desktop.models.vocabulary import PseudoRole
from desktop.services import applicants, deficiencies
from desktop.services.applicants import NewApplicant
from desktop.services.dossiers import find_dossier
from desktop.services.intake.contents import Contents
from desktop.services.intake.report import Findings, Rule
from desktop.services.intake.request import applicant_of
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.search_index import search_text

RESUBMIT = "resubmit"


def dossier_to_resubmit(session: Session, contents: Contents, findings: Findings) -> Dossier | None:
    """The dossier the package is about; everything that does not fit it is noted (X-04, X-07, ENM-062)."""
    try:
        dossier = session.get_one(Dossier, find_dossier(session, contents.dossier or ""))
    except NotFound:
        findings.add("$.dossier", Rule.DOSSIER_UNKNOWN, found=contents.dossier)
        return None
    _check_identity(session, dossier, contents, findings)
    _check_turn(session, dossier, findings)
    _check_replies(session, dossier, contents, findings)
    return dossier


def _check_identity(session: Session, dossier: Dossier, contents: Contents, findings: Findings) -> None:
    """Scheme, applicant, kind, subject and level are what the dossier is; they never change."""
    applicant = session.get_one(Applicant, dossier.applicant_id)
    given = applicant_of(contents.applicant)
    compared = {
        "$.scheme": (rules_of(session, dossier.scheme_version_id).scheme, contents.scheme),
        "$.applicant": (applicant.identity_number, given.identity_number),
        "$.applicant.kind": (applicant.kind, given.kind),
        "$.kind": (dossier.kind, contents.kind),
        "$.subject": (dossier.subject_folded, fold(contents.subject)),
        "$.level": (dossier.level, contents.level or dossier.level),
    }
    for where, (held, found) in compared.items():
        if held != found:
            findings.add(where, Rule.DOSSIER_DIFFERS, dossier=dossier.number)


def _check_turn(session: Session, dossier: Dossier, findings: Findings) -> None:
    """Only a dossier from whose status the applicant may resubmit is with the applicant (X-04)."""
    steps = rules_of(session, dossier.scheme_version_id).steps_from(dossier.status)
    if not any(step.action == RESUBMIT and step.role == PseudoRole.APPLICANT for step in steps):
        findings.add(
            "$.dossier", Rule.DOSSIER_NOT_WITH_APPLICANT, dossier=dossier.number, status=dossier.status
        )


def _check_replies(session: Session, dossier: Dossier, contents: Contents, findings: Findings) -> None:
    rejected = {item.code for item in deficiencies.rejected_items(session, dossier.id)}
    replied: set[str] = set()
    for position, reply in enumerate(contents.replies):
        where = f"$.replies[{position}].item"
        if reply.item not in rejected:
            findings.add(where, Rule.REPLY_NOT_ASKED, found=reply.item, rejected=sorted(rejected))
        elif reply.item in replied:
            findings.add(where, Rule.REPEATED, found=reply.item)
        replied.add(reply.item)
    if missing := sorted(rejected - replied):
        findings.add("$.replies", Rule.REPLY_MISSING, items=missing)


def update_applicant(
    session: Session, actor: Actor, dossier: Dossier, given: NewApplicant, title: str
) -> None:
    """Take over what the applicant corrected about himself; the journal tells which data, not the values."""
    applicant = session.get_one(Applicant, dossier.applicant_id)
    changed = applicants.overwrite(applicant, given)
    applicants.journal_change(session, actor, dossier.id, changed)
    dossier.applicant_name, dossier.sort_key = applicant.name, sort_key(applicant.name)
    dossier.search = search_text(
        dossier.number,
        applicant.name,
        dossier.subject,
        title,
        applicant.identity_number,
        applicant.user_id,
    )
