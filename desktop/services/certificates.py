"""Certificates: issued at final approval with number, validity and symbol code; later raised in level."""

import secrets
from base64 import b32encode
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.jalali import in_tehran
from desktop.models.office import Office
from desktop.models.scheme_rules import Level
from desktop.models.vocabulary import CertificateState, DossierKind, Role
from desktop.services import journal
from desktop.services.numbers import CERTIFICATES, next_number
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.validity import last_valid_day

SYMBOL_CODE_BYTES = 20
"""They make 32 letters, too many to guess."""


@dataclass(frozen=True, slots=True)
class CertificateDetails:
    """A certificate as it was issued, with its present level and state."""

    id: int
    number: str
    dossier_id: int
    subject: str
    level: str | None
    issued_on: date
    last_valid_day: date
    state: CertificateState
    symbol_code: str
    code_installed_at: datetime | None
    facts: dict[str, Any]


def issue(session: Session, actor: Actor, dossier: Dossier, level: str | None) -> None:
    """Issue the certificate, or raise the level of the one the dossier is about (ENM-075…081, C-01, C-26).

    Validity comes from the dossier's scheme version and counts from today in Tehran. A parallel (temporary)
    certificate ends when the permanent one is issued (C-27), or when the dossier ends without one.
    """
    present = session.get(Certificate, dossier.certificate_id) if dossier.certificate_id else None
    if present is not None and (present.state, present.level_code) == (CertificateState.VALID, level):
        raise RuleBroken("certificate.already_issued", number=present.number)
    if present is not None and not _is_parallel(session, present.scheme_version_id, present.level_code):
        raises = dossier.kind is DossierKind.LEVEL_RAISE
        if not raises or _is_parallel(session, dossier.scheme_version_id, level):
            raise RuleBroken("certificate.already_issued", number=present.number)
        _raise_level(session, actor, dossier, present, level)
        return
    end_parallel(session, actor, dossier)
    certificate = _new_certificate(session, actor, dossier, level)
    session.add(certificate)
    session.flush()
    dossier.certificate_id = certificate.id
    journal.record(
        session,
        actor,
        "certificate:issue:done",
        dossier.id,
        number=certificate.number,
        level=level,
        issued_on=certificate.issued_on.isoformat(),
        last_valid_day=certificate.last_valid_day.isoformat(),
    )


def end_parallel(session: Session, actor: Actor, dossier: Dossier) -> None:
    """End the temporary certificate this dossier led to: the permanent one comes, or never will (C-27)."""
    present = session.get(Certificate, dossier.certificate_id) if dossier.certificate_id else None
    if present is None or present.dossier_id != dossier.id or present.state is not CertificateState.VALID:
        return
    if not _is_parallel(session, present.scheme_version_id, present.level_code):
        return
    present.state = CertificateState.EXPIRED
    journal.record(session, actor, "certificate:validity:ended", dossier.id, number=present.number)


def record_code_check(session: Session, actor: Actor, number: str, *, installed: bool) -> None:
    """Record that a person looked whether the code stands on the site's first page (ENM-075)."""
    actor.demand(Role.REVIEWER, Role.SUPPORT_AGENT)
    certificate = _by_number(session, number)
    certificate.code_installed_at = actor.at if installed else None
    certificate.code_checked_by_id = actor.known_id
    journal.record(
        session, actor, "certificate:code:checked", certificate.dossier_id, number=number, installed=installed
    )
    session.flush()


def certificate_details(session: Session, number: str) -> CertificateDetails:
    """One certificate by its number; raises NotFound("certificate.unknown")."""
    return _details(_by_number(session, number))


def certificate_of(session: Session, dossier_id: int) -> CertificateDetails | None:
    """The certificate a dossier led to or is about."""
    certificate = session.scalar(
        select(Certificate)
        .join(Dossier, Dossier.certificate_id == Certificate.id)
        .where(Dossier.id == dossier_id)
    )
    return None if certificate is None else _details(certificate)


def _new_certificate(session: Session, actor: Actor, dossier: Dossier, level: str | None) -> Certificate:
    today = in_tehran(actor.at).date()
    months = rules_of(session, dossier.scheme_version_id).validity_months
    return Certificate(
        number=next_number(session, CERTIFICATES, actor.at),
        scheme_version_id=dossier.scheme_version_id,
        dossier_id=dossier.id,
        applicant_id=dossier.applicant_id,
        subject=dossier.subject,
        level_code=level,
        issued_on=today,
        last_valid_day=last_valid_day(today, months),
        state=CertificateState.VALID,
        symbol_code=b32encode(secrets.token_bytes(SYMBOL_CODE_BYTES)).decode(),
        issued_by_id=actor.known_id,
        facts=_facts(session, dossier, level),
    )


def _facts(session: Session, dossier: Dossier, level: str | None) -> dict[str, Any]:
    applicant = session.get_one(Applicant, dossier.applicant_id)
    office = session.get_one(Office, 1)
    rules = rules_of(session, dossier.scheme_version_id)
    row = session.get(Level, (dossier.scheme_version_id, level)) if level else None
    return {
        "office": office.name,
        "scheme": dict(rules.title),
        "holder": applicant.name,
        "applicant_kind": applicant.kind.value,
        "identity_number": applicant.identity_number,
        "subject": dossier.subject,
        "dossier": dossier.number,
        "level": None if row is None else row.label,
        "stars": 0 if row is None else row.stars,
    }


def _raise_level(
    session: Session, actor: Actor, dossier: Dossier, certificate: Certificate, level: str | None
) -> None:
    before = certificate.level_code
    facts = _facts(session, dossier, level)
    certificate.level_code = level
    certificate.facts = {**certificate.facts, "level": facts["level"], "stars": facts["stars"]}
    journal.record(
        session,
        actor,
        "certificate:level:raised",
        dossier.id,
        number=certificate.number,
        **{"from": before, "to": level},
    )


def _is_parallel(session: Session, scheme_version_id: int, level_code: str | None) -> bool:
    level = session.get(Level, (scheme_version_id, level_code)) if level_code else None
    return level is not None and level.parallel


def _by_number(session: Session, number: str) -> Certificate:
    certificate = session.scalar(select(Certificate).where(Certificate.number == number))
    if certificate is not None:
        return certificate
    # Dossiers and certificates are numbered alike; who types the dossier's number is told the certificate's.
    of_dossier = session.scalar(
        select(Certificate.number)
        .join(Dossier, Dossier.certificate_id == Certificate.id)
        .where(Dossier.number == number)
    )
    if of_dossier is not None:
        raise NotFound("certificate.of_dossier", number=number, certificate=of_dossier)
    raise NotFound("certificate.unknown", number=number)


def _details(row: Certificate) -> CertificateDetails:
    return CertificateDetails(
        row.id,
        row.number,
        row.dossier_id,
        row.subject,
        row.level_code,
        row.issued_on,
        row.last_valid_day,
        row.state,
        row.symbol_code,
        row.code_installed_at,
        row.facts,
    )
