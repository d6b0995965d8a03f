"""Brings one judged package into the office: opens a dossier or resubmits one, and takes the step."""

from dataclasses import asdict
from datetime import UTC, timedelta

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.intake_package import IntakePackage
from desktop.models.jalali import in_tehran
from desktop.models.submission import Submission
from desktop.models.vocabulary import IntakeState
from desktop.services import people
from desktop.services.dossiers import NewDossier, open_dossier
from desktop.services.intake import limits
from desktop.services.intake.contents import Contents
from desktop.services.intake.entitlement import certificate_asked_about
from desktop.services.intake.field_versions import present_values
from desktop.services.intake.form import Form, form_of, form_on
from desktop.services.intake.outcomes import Receipt, Refused
from desktop.services.intake.package import Package
from desktop.services.intake.report import Finding, Findings, Rule
from desktop.services.intake.request import request_of
from desktop.services.intake.resubmission import RESUBMIT, dossier_to_resubmit, update_applicant
from desktop.services.intake.submissions import Sending, write_submission
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.steps import steps_open_to, take_step
from desktop.services.work_done import record_work

SUBMIT = "submit"
CLOCKS_APART = timedelta(minutes=10)
"""How far a portal's clock may be ahead of the office's."""
TITLE_FIELD = "business_name"
"""The field whose value a dossier is searched by besides its subject, in schemes that declare it."""
PLACES = {
    "guard.verifications_at_least": "$.verifications",
    "guard.documents_present": "$.documents",
}
"""Where in the package the cause of a guard's refusal is to be found."""


def enter(session: Session, actor: Actor, file_name: str, package: Package) -> Receipt:
    """Enter a package in the caller's transaction, which must be undone when this raises Refused."""
    sending = (
        _resubmitted(session, actor, package)
        if package.contents.purpose == RESUBMIT
        else _opened(session, actor, package)
    )
    receipt = _receipt(session, sending)
    write_submission(session, sending, _package_row(session, actor, file_name, sending, receipt))
    _take_step(session, sending)
    if actor.person_id is not None:
        record_work(session, actor, sending.dossier.id, "intake")
    session.flush()
    return receipt


def _opened(session: Session, actor: Actor, package: Package) -> Sending:
    """A new dossier under the scheme version in force on the day of submission (C-01)."""
    contents, findings = package.contents, Findings()
    form = _form_on_submission(session, contents)
    _check_clock(session, actor, package, findings)
    request = request_of(form, contents, {}, findings)
    certificate_id = certificate_asked_about(session, form, request, contents.kind, findings)
    _refuse(findings)
    applicant = people.applicant(actor.at)
    dossier_id = open_dossier(
        session,
        applicant,
        NewDossier(
            scheme_version_id=form.version_id,
            kind=contents.kind,
            applicant=request.applicant,
            subject=request.subject,
            level=request.level,
            title=request.fields.get(TITLE_FIELD, ""),
            certificate_id=certificate_id,
        ),
    )
    dossier = session.get_one(Dossier, dossier_id)
    return Sending(applicant, form, package, request, dossier, round=1, present={}, is_first=True)


def _resubmitted(session: Session, actor: Actor, package: Package) -> Sending:
    """The dossier the package answers for, with what the applicant corrected about himself."""
    contents, findings = package.contents, Findings()
    _check_clock(session, actor, package, findings)
    dossier = dossier_to_resubmit(session, contents, findings)
    if dossier is None:
        raise Refused(tuple(findings))
    form = form_of(session, dossier.scheme_version_id)
    present = present_values(session, dossier.id)
    request = request_of(form, contents, present, findings)
    _refuse(findings)
    applicant = people.applicant(actor.at)
    title = {**present, **request.fields}.get(TITLE_FIELD, "")
    update_applicant(session, applicant, dossier, request.applicant, title)
    newest = session.scalar(select(func.max(Submission.round)).where(Submission.dossier_id == dossier.id))
    round_ = max(dossier.round, newest or 0) + 1
    return Sending(applicant, form, package, request, dossier, round_, present, is_first=False)


def _form_on_submission(session: Session, contents: Contents) -> Form:
    day = in_tehran(contents.submitted_at).date()
    try:
        return form_on(session, contents.scheme, day)
    except NotFound:
        finding = Finding("$.scheme", Rule.SCHEME_UNKNOWN, {"found": contents.scheme})
    except RuleBroken as refused:
        values = {**refused.values, "day": day.isoformat()}
        finding = Finding("$.submitted_at", Rule.SCHEME_NOT_IN_FORCE, values)
    raise Refused((finding,))


def _check_clock(session: Session, actor: Actor, package: Package, findings: Findings) -> None:
    """A submission lies neither ahead nor so far back that it could choose an old version (C-01).

    A package counts from its first arrival, however long it then waited in quarantine.
    """
    submitted = package.contents.submitted_at
    if submitted > actor.at + CLOCKS_APART:
        findings.add("$.submitted_at", Rule.IN_FUTURE, found=submitted.isoformat())
    came_before = select(func.min(IntakePackage.received_at)).where(IntakePackage.sha256 == package.sha256)
    arrived = session.scalar(came_before) or actor.at
    if submitted < arrived - timedelta(days=limits.SUBMISSION_DAYS):
        values = {"found": submitted.isoformat(), "days": limits.SUBMISSION_DAYS}
        findings.add("$.submitted_at", Rule.TOO_LONG_AGO, **values)


def _refuse(findings: Findings) -> None:
    if findings:
        raise Refused(tuple(findings))


def _receipt(session: Session, sending: Sending) -> Receipt:
    contents, rules = sending.package.contents, rules_of(session, sending.form.version_id)
    return Receipt(
        package_id=contents.package_id,
        contents_sha256=sending.package.contents_sha256,
        purpose=contents.purpose,
        scheme=rules.scheme,
        scheme_version=rules.version,
        dossier=sending.dossier.number,
        round=sending.round,
        files=len(sending.package.files),
        submitted_at=contents.submitted_at.astimezone(UTC).isoformat(),
        received_at=sending.applicant.at.astimezone(UTC).isoformat(),
    )


def _package_row(session: Session, actor: Actor, file_name: str, sending: Sending, receipt: Receipt) -> int:
    return (
        session.connection()
        .execute(
            insert(IntakePackage).returning(IntakePackage.id),
            {
                "package_id": receipt.package_id,
                "sha256": sending.package.sha256,
                "file_name": file_name,
                "size": sending.package.size,
                "state": IntakeState.TAKEN,
                "received_at": actor.at,
                "received_by_id": actor.person_id,
                "dossier_id": sending.dossier.id,
                "outcome": asdict(receipt),
            },
        )
        .scalar_one()
    )


def _take_step(session: Session, sending: Sending) -> None:
    action = SUBMIT if sending.is_first else RESUBMIT
    try:
        take_step(session, sending.applicant, sending.dossier.id, action)
    except RuleBroken as refused:
        raise Refused(_refusals(session, sending, action, refused)) from refused


def _refusals(session: Session, sending: Sending, action: str, first: RuleBroken) -> tuple[Finding, ...]:
    """Every guard that refuses the step, not only the first."""
    steps = steps_open_to(session, sending.applicant, sending.dossier.id)
    found = [
        (refusal.code, refusal.values) for step in steps if step.action == action for refusal in step.refusals
    ]
    return tuple(
        # A dossier that is not opened after all has no number.
        Finding(
            PLACES.get(code, ""), code, {name: value for name, value in values.items() if name != "number"}
        )
        for code, values in found or [(first.code, first.values)]
    )
