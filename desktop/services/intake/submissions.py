"""Writes down what one package brings its dossier: a submission with fields, documents and replies."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, FieldValue
from desktop.models.jalali import in_tehran
from desktop.models.submission import ItemReply, Submission, Verification
from desktop.models.text import fold, normalize_persian, western_digits
from desktop.services import journal, lent_accounts, verifications
from desktop.services.intake.document_versions import standing_documents, write_documents
from desktop.services.intake.fields import SEPARATOR
from desktop.services.intake.form import Form
from desktop.services.intake.package import Package
from desktop.services.intake.request import Request, Verified
from desktop.services.intake.requirements import facts_of, settle_requirements
from desktop.services.people import Actor
from desktop.services.physical_documents import reopen_papers

SERVICES, PROXY_NAME, PROXY_NATIONAL_ID = "services", "proxy_name", "proxy_national_id"
"""Field codes under which every dossier keeps its services and its proxy, whatever its scheme declares."""


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


def present_values(session: Session, dossier_id: int) -> dict[str, str]:
    """The standing value of every field of the dossier."""
    rows = session.execute(
        select(FieldValue.field_code, FieldValue.value).where(
            FieldValue.dossier_id == dossier_id, FieldValue.replaced_at.is_(None)
        )
    )
    return dict(rows.all())


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
    _write_verifications(session, sending)
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


def _given_values(sending: Sending) -> dict[str, str]:
    """Everything that is kept as a value of a field, services and proxy included."""
    given, proxy = sending.request, sending.package.contents.applicant.proxy
    values: dict[str, str] = {}
    if given.services is not None:
        values[SERVICES] = SEPARATOR.join(given.services)
    if proxy or PROXY_NAME in sending.present:
        values[PROXY_NAME] = normalize_persian(proxy.name) if proxy else ""
        values[PROXY_NATIONAL_ID] = western_digits(proxy.national_id) if proxy else ""
    return values | given.fields


def _write_fields(session: Session, sending: Sending, submission_id: int) -> dict[str, str]:
    """Replace what changed and void what was verified of it (ENM-052); gives all values that stand now."""
    given = _given_values(sending)
    changed = {code: value for code, value in given.items() if value != sending.present.get(code, "")}
    replaced = [code for code in changed if code in sending.present]
    if replaced:
        session.execute(
            update(FieldValue)
            .where(
                FieldValue.dossier_id == sending.dossier.id,
                FieldValue.field_code.in_(replaced),
                FieldValue.replaced_at.is_(None),
            )
            .values(replaced_at=sending.applicant.at),
            execution_options={"synchronize_session": False},
        )
        verifications.void_changed(session, sending.applicant, sending.dossier.id, set(replaced))
    if changed:
        same = {"dossier_id": sending.dossier.id, "submission_id": submission_id}
        rows = [{**same, "field_code": code, "value": value} for code, value in changed.items()]
        session.connection().execute(insert(FieldValue), rows)
    journal.record(
        session,
        sending.applicant,
        "dossier:submission:received",
        sending.dossier.id,
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


def _write_verifications(session: Session, sending: Sending) -> None:
    """Add what was verified; one that stands for the same value stays as it is."""
    standing = {} if sending.is_first else _standing_verifications(session, sending)
    new: list[Verified] = []
    for verified in sending.request.verified:
        before = standing.get(verified.asked.kind)
        if before is None or fold(before.value) != fold(verified.value):
            new.append(verified)
            if before is not None:
                before.voided_at = sending.applicant.at
                session.flush()
    rows = [
        {
            "dossier_id": sending.dossier.id,
            "kind": verified.asked.kind,
            "counts": verified.asked.counts,
            "value": verified.value,
            "verified_at": verified.verified_at,
        }
        for verified in new
    ]
    if rows:
        session.connection().execute(insert(Verification), rows)


def _standing_verifications(session: Session, sending: Sending) -> dict[str, Verification]:
    rows = session.scalars(
        select(Verification).where(
            Verification.dossier_id == sending.dossier.id, Verification.voided_at.is_(None)
        )
    )
    return {row.kind: row for row in rows}


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
