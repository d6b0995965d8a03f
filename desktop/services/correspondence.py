"""Letters and certificates of real dossiers: gathers their facts, has them set, journals every printing."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.jalali import in_tehran
from desktop.models.notice import Notice
from desktop.models.office import Office
from desktop.models.scheme_rules import LetterRule
from desktop.models.staff import Person
from desktop.models.vocabulary import ApplicantKind, CertificateState, Language, NoticeState, Phase, Role
from desktop.services import deficiencies, journal, letters
from desktop.services.answer_deadlines import deadline_from
from desktop.services.letters import LetterFacts, LetterKind, RejectedItem
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.validity import is_valid_on


def letter_preview(session: Session, actor: Actor, kind: str, dossier_id: int, language: Language) -> bytes:
    """One letter of a dossier as PDF (L1, L2, L8), to look at; nothing is journalled.

    A deficiency notice is the one that was sent; while the dossier is under review, the one that would be
    sent. Raises RuleBroken("letter.not_of_scheme") for a letter its scheme does not have, and what
    `letters.render` raises.
    """
    actor.demand(*(role for role in Role if role is not Role.ADMINISTRATOR))
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    applicant = session.get_one(Applicant, dossier.applicant_id)
    _demand_letter(session, dossier, kind, applicant.kind)
    return letters.render(kind, language, _facts(session, actor, dossier, applicant, kind, language))


def letter_of(session: Session, actor: Actor, kind: str, dossier_id: int, language: Language) -> bytes:
    """The same letter to be printed: that somebody printed it is journalled."""
    pdf = letter_preview(session, actor, kind, dossier_id, language)
    journal.record(session, actor, "dossier:letter:printed", dossier_id, kind=kind, language=language.value)
    session.flush()
    return pdf


def certificate_preview(session: Session, actor: Actor, number: str, language: Language) -> bytes:
    """The certificate with this number as PDF (L7), from what was frozen at issue; nothing is journalled.

    Raises NotFound("certificate.unknown"), RuleBroken("certificate.not_in_force") unless it is valid and its
    last day is not over (ENM-098).
    """
    actor.demand(*(role for role in Role if role is not Role.ADMINISTRATOR))
    certificate = _in_force(session, actor, number)
    return letters.render(
        LetterKind.CERTIFICATE, language, _certificate_facts(session, certificate, language)
    )


def certificate_print(session: Session, actor: Actor, number: str, language: Language) -> bytes:
    """The same certificate to be printed: that somebody printed it is journalled."""
    pdf = certificate_preview(session, actor, number, language)
    certificate = _in_force(session, actor, number)
    journal.record(
        session,
        actor,
        "certificate:print:made",
        certificate.dossier_id,
        number=number,
        language=language.value,
    )
    session.flush()
    return pdf


def _in_force(session: Session, actor: Actor, number: str) -> Certificate:
    certificate = session.scalar(select(Certificate).where(Certificate.number == number))
    if certificate is None:
        raise NotFound("certificate.unknown", number=number)
    state = certificate.state
    if state is CertificateState.VALID and not is_valid_on(certificate.last_valid_day, actor.at):
        state = CertificateState.EXPIRED
    if state is not CertificateState.VALID:
        raise RuleBroken("certificate.not_in_force", number=number, state=state.value)
    return certificate


def _demand_letter(session: Session, dossier: Dossier, kind: str, applicant_kind: ApplicantKind) -> None:
    offered = session.execute(
        select(LetterRule.kind, LetterRule.applicant_kind).where(
            LetterRule.scheme_version_id == dossier.scheme_version_id
        )
    ).all()
    fitting = {name for name, only in offered if only in (None, applicant_kind.value)}
    if kind not in fitting:
        raise RuleBroken("letter.not_of_scheme", kind=kind, possible=sorted(fitting))


def _facts(
    session: Session, actor: Actor, dossier: Dossier, applicant: Applicant, kind: str, language: Language
) -> LetterFacts:
    office = session.get_one(Office, 1)
    director = applicant.managing_director or {}
    rules = rules_of(session, dossier.scheme_version_id)
    rejected, answer_due, round_, written_at = (
        _deficiencies(session, actor, dossier, language)
        if kind == LetterKind.DEFICIENCY_NOTICE
        else ((), None, dossier.round, actor.at)
    )
    return LetterFacts(
        office_name=office.name[language],
        applicant_kind=applicant.kind,
        holder_name=applicant.name,
        identity_number=applicant.identity_number,
        is_foreign=applicant.is_foreign,
        managing_director=director.get("name"),
        managing_director_id=director.get("national_id"),
        scheme=rules.scheme,
        scheme_title=rules.title[language],
        subject_kind=rules.subject_kind,
        domain=dossier.subject,
        user_id=applicant.user_id,
        dossier_number=dossier.number,
        round=round_,
        written_on=in_tehran(written_at).date(),
        po_box=rules.parameters.get("physical_address"),
        rejected_items=rejected,
        answer_due=answer_due,
        signatory_name=actor.name,
    )


def _deficiencies(
    session: Session, actor: Actor, dossier: Dossier, language: Language
) -> tuple[tuple[RejectedItem, ...], date | None, int, datetime]:
    """The items, the last day to answer, the round, and when it was written."""
    sent = session.scalars(
        select(Notice)
        .where(
            Notice.dossier_id == dossier.id,
            Notice.kind == "deficiency_notice",
            Notice.state != NoticeState.WITHDRAWN,
        )
        .order_by(Notice.id.desc())
    ).first()
    if dossier.phase is Phase.REVIEW or sent is None:
        rows = deficiencies.rejected_items(session, dossier.id)
        now = tuple(RejectedItem(row.code, row.title[language], row.remark) for row in rows)
        return now, in_tehran(deadline_from(session, dossier, actor.at)).date(), dossier.round, actor.at
    said: dict[str, Any] = sent.content
    due = said["answer_due_at"]
    items = tuple(RejectedItem(i["code"], i["title"][language], i["remark"]) for i in said["items"])
    until = None if due is None else in_tehran(datetime.fromisoformat(due)).date()
    return items, until, said["round"], sent.created_at


def _certificate_facts(session: Session, certificate: Certificate, language: Language) -> LetterFacts:
    frozen = certificate.facts
    rules = rules_of(session, certificate.scheme_version_id)
    level = frozen["level"]
    return LetterFacts(
        office_name=frozen["office"][language],
        applicant_kind=ApplicantKind(frozen["applicant_kind"]),
        holder_name=frozen["holder"],
        identity_number=frozen["identity_number"],
        scheme=rules.scheme,
        scheme_title=frozen["scheme"][language],
        subject_kind=rules.subject_kind,
        domain=frozen["subject"],
        dossier_number=frozen["dossier"],
        certificate_number=certificate.number,
        level_label=None if level is None else level[language],
        stars=frozen["stars"],
        issued_on=certificate.issued_on,
        last_valid_day=certificate.last_valid_day,
        symbol_code=certificate.symbol_code,
        signatory_name=session.get_one(Person, certificate.issued_by_id).name,
    )
