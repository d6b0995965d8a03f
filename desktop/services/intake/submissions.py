"""Writes down what one package brings its dossier: a submission with fields, documents and replies."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.jalali import in_tehran
from desktop.models.submission import ItemReply, Submission
from desktop.models.text import normalize_persian
from desktop.services import journal, lent_accounts, verifications
from desktop.services.intake.document_versions import standing_documents, write_documents
from desktop.services.intake.field_versions import given_values, write_values
from desktop.services.intake.fields import SEPARATOR
from desktop.services.intake.form import Form
from desktop.services.intake.package import Package
from desktop.services.intake.request import Request
from desktop.services.intake.requirements import facts_of, settle_requirements
from desktop.services.intake.verified_values import void_verified_mobile, write_verifications
from desktop.services.people import Actor
from desktop.services.physical_documents import reopen_papers
from desktop.services.reserved_fields import APPLICANT_MOBILE, SERVICES


@dataclass(frozen=True, slots=True)
class Sending:
    """One package on its way into its dossier: who brings it, what it asks, what the dossier held before."""

    applicant: Actor
    form: Form
    package: Package
    request: Request
    dossier: Dossier
    round: int
    present: Mapping[str, str]
    is_first: bool


def write_submission(session: Session, sending: Sending, package_row: int) -> None:
    """Write the submission and all its parts; the dossier itself moves by its step afterwards."""
    contents = sending.package.contents
    submission_id = _insert_submission(session, sending, package_row)
    values = _write_fields(session, sending, submission_id)
    dossier_id = sending.dossier.id
    standing = {} if sending.is_first else standing_documents(session, dossier_id)
    write_documents(session, sending.applicant, dossier_id, submission_id, sending.package, standing)
    if not sending.is_first:
        reopen_papers(session, sending.applicant, dossier_id)
    _write_replies(session, sending, submission_id)
    verified = sending.request.verified
    write_verifications(session, sending.applicant, dossier_id, verified, is_first=sending.is_first)
    if contents.test_account:
        account = contents.test_account
        lent = lent_accounts.LentAccount(account.username, account.password, account.note)
        lent_accounts.keep(session, sending.applicant, dossier_id, lent)
    _settle_requirements(session, sending, values)


def _insert_submission(session: Session, sending: Sending, package_row: int) -> int:
    contents = sending.package.contents
    row = {
        "dossier_id": sending.dossier.id,
        "round": sending.round,
        "package_id": package_row,
        "submitted_at": contents.submitted_at,
        "received_at": sending.applicant.at,
        "message": normalize_lines(contents.message) or None,
        "terms_version": contents.terms.version,
        "terms_accepted_at": contents.terms.accepted_at,
    }
    return session.connection().execute(insert(Submission).returning(Submission.id), row).scalar_one()


def normalize_lines(text: str) -> str:
    """A text of several lines as stored: each line normalised, blank ones at the ends dropped."""
    return "\n".join(normalize_persian(line) for line in text.splitlines()).strip()


def _write_fields(session: Session, sending: Sending, submission_id: int) -> dict[str, str]:
    """Replace what changed and void what was verified of it (ENM-052); gives all values that stand now."""
    given = given_values(sending.request, sending.package.contents.applicant.proxy)
    changed = {code: value for code, value in given.items() if value != sending.present.get(code, "")}
    dossier = sending.dossier
    write_values(session, sending.applicant, dossier.id, submission_id, changed, sending.present)
    if replaced := changed.keys() & sending.present.keys():
        verifications.void_changed(session, sending.applicant, dossier.id, replaced)
    if APPLICANT_MOBILE in replaced:
        void_verified_mobile(session, sending.applicant, dossier, sending.present[APPLICANT_MOBILE])
    journal.record(
        session,
        sending.applicant,
        "dossier:submission:received",
        dossier.id,
        package_id=sending.package.contents.package_id,
        sha256=sending.package.sha256,
        round=sending.round,
        fields=sorted(changed),
        documents=sorted({document.rule for document in sending.package.contents.documents}),
    )
    return {**sending.present, **given}


def _write_replies(session: Session, sending: Sending, submission_id: int) -> None:
    rows = [
        {"submission_id": submission_id, "item_code": reply.item, "text": normalize_lines(reply.text)}
        for reply in sending.package.contents.replies
    ]
    if rows:
        session.connection().execute(insert(ItemReply), rows)


def _settle_requirements(session: Session, sending: Sending, values: Mapping[str, str]) -> None:
    contents = sending.package.contents
    facts = facts_of(
        form=sending.form,
        applicant=sending.request.applicant,
        kind=contents.kind,
        level=sending.dossier.level,
        fields=values,
        services=[service for service in values.get(SERVICES, "").split(SEPARATOR) if service],
        has_proxy=contents.applicant.has_proxy,
        submitted_on=in_tehran(contents.submitted_at).date(),
    )
    settle_requirements(session, sending.dossier.id, sending.form, facts, is_first=sending.is_first)
