"""What a new dossier may ask for: a kind its scheme takes, the certificate it is about, a level within reach.

What could only be refused at the final approval is refused at the door, before anybody works on it.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.certificate import Certificate
from desktop.models.text import fold
from desktop.models.vocabulary import CertificateState, DossierKind
from desktop.services.intake.form import Form
from desktop.services.intake.report import Findings, Rule
from desktop.services.intake.request import Request

_OF_WHAT_STANDS = frozenset({DossierKind.RENEWAL, DossierKind.DATA_CHANGE, DossierKind.CANCELLATION})
"""Kinds that leave a certificate at its level."""


def certificate_asked_about(
    session: Session, form: Form, request: Request, kind: DossierKind, findings: Findings
) -> int | None:
    """Id of the certificate a renewal, change, level raise or cancellation is about; none for a first one.

    Notes a kind the scheme does not take, a certificate that is missing and a level out of reach (ENM-079).
    """
    if kind not in form.kinds:
        allowed = [one.value for one in form.kinds]
        findings.add("$.kind", Rule.KIND_NOT_TAKEN, found=kind.value, allowed=allowed)
        return None
    held = None if kind is DossierKind.INITIAL else _held(session, request)
    if held is None and kind is not DossierKind.INITIAL:
        findings.add("$.kind", Rule.CERTIFICATE_MISSING, found=kind.value)
        return None
    _check_level(form, request.level, kind, held, findings)
    return held.id if held else None


def _held(session: Session, request: Request) -> Certificate | None:
    """The applicant's newest certificate for this subject that is valid or has expired."""
    certificates = session.scalars(
        select(Certificate)
        .join(Applicant, Applicant.id == Certificate.applicant_id)
        .where(
            Applicant.identity_number == request.applicant.identity_number,
            Certificate.state.in_((CertificateState.VALID, CertificateState.EXPIRED)),
        )
        .order_by(Certificate.id.desc())
    )
    wanted = fold(request.subject)
    return next((one for one in certificates if fold(one.subject) == wanted), None)


def _check_level(
    form: Form, asked: str | None, kind: DossierKind, held: Certificate | None, findings: Findings
) -> None:
    """A level that follows another needs a valid certificate of that one; a raise leads to such a level."""
    level = asked or next(iter(form.levels), None)
    if level is not None and level not in form.levels:
        return
    follows = form.levels.get(level) if level else None
    if follows is None and kind is not DossierKind.LEVEL_RAISE:
        return
    if held is not None and held.level_code == level and kind in _OF_WHAT_STANDS:
        return
    if follows is None or held is None or (held.state, held.level_code) != (CertificateState.VALID, follows):
        findings.add("$.level", Rule.LEVEL_OUT_OF_REACH, found=level, follows=follows)
