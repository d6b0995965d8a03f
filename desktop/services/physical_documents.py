"""Paper by post: packets received, each paper judged against its scan (ENM-067…073, G-17)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.document import Document, DocumentRequirement
from desktop.models.dossier import Dossier
from desktop.models.errors import NotAllowed, NotFound, RuleBroken
from desktop.models.jalali import in_tehran
from desktop.models.physical_documents import Packet, Paper
from desktop.models.scheme_rules import DocumentRule
from desktop.models.staff import Person
from desktop.models.vocabulary import PAPER_FORMS, DocumentForm, PaperVerdict, Phase, Role
from desktop.services import journal
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of
from desktop.services.steps import take_step
from desktop.services.work_done import record_work


@dataclass(frozen=True, slots=True)
class PaperRow:
    """An expected paper with what came and how it was judged."""

    rule: str
    label: Label
    form: DocumentForm
    required: bool
    one_of: str | None
    tracking_number: str | None
    verdict: PaperVerdict | None
    """None while nothing has come."""
    reason: str
    scan_document_id: int | None
    judged_by: str | None
    judged_at: datetime | None


def receive_packet(
    session: Session,
    actor: Actor,
    dossier_id: int,
    tracking_number: str,
    received_on: date,
    rule_codes: list[str] | None = None,
) -> int:
    """Enter a posted packet and the papers in it; without `rule_codes`, every paper still awaited is in it.

    A paper sent again replaces the rejected one. When the scheme has a step that waits for this (ENM-072),
    it is taken. Raises RuleBroken for a date in the future, a used tracking number, or nothing awaited.
    """
    actor.demand(Role.CLERK, Role.DOCUMENTS_OFFICER)
    dossier = _existing(session, dossier_id)
    _demand_asked(session, dossier)
    _demand_packet(session, actor, tracking_number, received_on)
    awaited = _awaited(session, dossier)
    chosen = {code: awaited[code] for code in (rule_codes or awaited) if code in awaited}
    unknown = sorted(set(rule_codes or ()) - set(awaited))
    if unknown:
        raise RuleBroken("paper.not_awaited", number=dossier.number, papers=unknown)
    if not chosen:
        raise RuleBroken("paper.all_received", number=dossier.number)
    packet = Packet(
        dossier_id=dossier_id,
        tracking_number=tracking_number.strip(),
        received_on=received_on,
        received_by_id=actor.known_id,
        entered_at=actor.at,
    )
    session.add(packet)
    session.flush()
    for requirement in chosen.values():
        _enter_paper(session, packet, requirement)
    record_work(session, actor, dossier_id, "intake")
    journal.record(
        session,
        actor,
        "dossier:packet:received",
        dossier_id,
        tracking_number=packet.tracking_number,
        received_on=received_on.isoformat(),
        papers=sorted(chosen),
    )
    session.flush()
    _take_waiting_step(session, actor, dossier)
    return packet.id


def judge_paper(
    session: Session, actor: Actor, dossier_id: int, rule_code: str, verdict: PaperVerdict, reason: str = ""
) -> None:
    """Accept a paper as equal to its scan, or reject it with a reason; the officer may change his mind."""
    dossier = _existing(session, dossier_id)
    if dossier.phase is not Phase.PAPERS:
        raise RuleBroken("paper.not_at_desk", number=dossier.number, status=dossier.status)
    actor.demand(*rules_of(session, dossier.scheme_version_id).desk_roles(dossier.status))
    if dossier.claimed_by_id not in (None, actor.known_id):
        raise NotAllowed("claim.not_yours", number=dossier.number)
    paper = _current_paper(session, dossier_id, rule_code)
    if paper is None:
        raise NotFound("paper.not_received", number=dossier.number, paper=rule_code)
    if verdict is PaperVerdict.REJECTED and not reason.strip():
        raise RuleBroken("paper.reason_missing", paper=rule_code)
    paper.verdict, paper.reason = verdict, reason.strip()
    judged = verdict is not PaperVerdict.PENDING
    paper.judged_by_id, paper.judged_at = (actor.known_id, actor.at) if judged else (None, None)
    record_work(session, actor, dossier_id, "documents")
    journal.record(
        session,
        actor,
        "dossier:paper:judged",
        dossier_id,
        paper=paper.id,
        rule=rule_code,
        verdict=verdict.value,
        reason=paper.reason,
    )
    session.flush()


def reopen_papers(session: Session, actor: Actor, dossier_id: int) -> None:
    """Have papers judged again whose scan a newer one has replaced: they were held against the old one."""
    stale = session.execute(
        select(Paper, Document.superseded_by_id)
        .join(Document, Document.id == Paper.document_id)
        .where(
            Paper.dossier_id == dossier_id,
            Paper.replaced_by_id.is_(None),
            Paper.verdict != PaperVerdict.REJECTED,
            Document.superseded_by_id.is_not(None),
        )
    )
    for paper, newer in stale:
        paper.document_id, paper.verdict = newer, PaperVerdict.PENDING
        paper.judged_by_id = paper.judged_at = None
        journal.record(
            session, actor, "dossier:paper:reopened", dossier_id, paper=paper.id, rule=paper.rule_code
        )


def papers_of(session: Session, dossier_id: int) -> list[PaperRow]:
    """Every paper the dossier must or may bring, with what came last."""
    dossier = _existing(session, dossier_id)
    rows: Any = session.execute(
        select(DocumentRequirement, DocumentRule.label, Paper, Packet.tracking_number, Person.name)
        .join(
            DocumentRule,
            (DocumentRule.scheme_version_id == dossier.scheme_version_id)
            & (DocumentRule.code == DocumentRequirement.rule_code),
        )
        .outerjoin(
            Paper,
            (Paper.dossier_id == DocumentRequirement.dossier_id)
            & (Paper.rule_code == DocumentRequirement.rule_code)
            & Paper.replaced_by_id.is_(None),
        )
        .outerjoin(Packet, Packet.id == Paper.packet_id)
        .outerjoin(Person, Person.id == Paper.judged_by_id)
        .where(DocumentRequirement.dossier_id == dossier_id)
        .order_by(DocumentRequirement.position)
    )
    return [
        PaperRow(
            rule=requirement.rule_code,
            label=label,
            form=_paper_form(requirement),
            required=requirement.level == "required",
            one_of=requirement.one_of,
            tracking_number=tracking,
            verdict=None if paper is None else paper.verdict,
            reason="" if paper is None else paper.reason,
            scan_document_id=None if paper is None else paper.document_id,
            judged_by=judge,
            judged_at=None if paper is None else paper.judged_at,
        )
        for requirement, label, paper, tracking, judge in rows
        if PAPER_FORMS.intersection(requirement.forms)
    ]


def _demand_asked(session: Session, dossier: Dossier) -> None:
    steps = rules_of(session, dossier.scheme_version_id).steps_from(dossier.status)
    comes_again = any(guard.name == "papers_received_again" for step in steps for guard in step.guards)
    if dossier.phase is not Phase.PAPERS and not comes_again:
        raise RuleBroken("paper.not_asked_for", number=dossier.number, status=dossier.status)


def _demand_packet(session: Session, actor: Actor, tracking_number: str, received_on: date) -> None:
    if not tracking_number.strip():
        raise RuleBroken("packet.tracking_missing")
    if received_on > in_tehran(actor.at).date():
        raise RuleBroken("packet.in_future", received_on=received_on)
    known = session.scalar(select(Packet.id).where(Packet.tracking_number == tracking_number.strip()))
    if known is not None:
        raise RuleBroken("packet.tracking_used", tracking_number=tracking_number)


def _awaited(session: Session, dossier: Dossier) -> dict[str, DocumentRequirement]:
    requirements = session.scalars(
        select(DocumentRequirement)
        .where(DocumentRequirement.dossier_id == dossier.id)
        .order_by(DocumentRequirement.position)
    )
    awaited = {}
    for requirement in requirements:
        paper = _current_paper(session, dossier.id, requirement.rule_code)
        open_still = paper is None or paper.verdict is PaperVerdict.REJECTED
        if PAPER_FORMS.intersection(requirement.forms) and open_still:
            awaited[requirement.rule_code] = requirement
    return awaited


def _enter_paper(session: Session, packet: Packet, requirement: DocumentRequirement) -> None:
    before = _current_paper(session, packet.dossier_id, requirement.rule_code)
    scan = session.scalar(
        select(Document.id)
        .where(
            Document.dossier_id == packet.dossier_id,
            Document.rule_code == (requirement.compares_with or requirement.rule_code),
            Document.superseded_by_id.is_(None),
        )
        .order_by(Document.id.desc())
        .limit(1)
    )
    paper = Paper(
        dossier_id=packet.dossier_id,
        packet_id=packet.id,
        rule_code=requirement.rule_code,
        form=_paper_form(requirement),
        document_id=scan,
        verdict=PaperVerdict.PENDING,
        reason="",
    )
    session.add(paper)
    session.flush()
    if before is not None:
        before.replaced_by_id = paper.id


def _take_waiting_step(session: Session, actor: Actor, dossier: Dossier) -> None:
    for step in rules_of(session, dossier.scheme_version_id).steps_from(dossier.status):
        waits = any(guard.name == "papers_received_again" for guard in step.guards)
        still_rejected = any(row.verdict is PaperVerdict.REJECTED for row in papers_of(session, dossier.id))
        if waits and step.role in actor.roles and not still_rejected:
            take_step(session, actor, dossier.id, step.action)
            return


def _paper_form(requirement: DocumentRequirement) -> DocumentForm:
    return next(DocumentForm(form) for form in requirement.forms if form in PAPER_FORMS)


def _current_paper(session: Session, dossier_id: int, rule_code: str) -> Paper | None:
    return session.scalar(
        select(Paper).where(
            Paper.dossier_id == dossier_id, Paper.rule_code == rule_code, Paper.replaced_by_id.is_(None)
        )
    )


def _existing(session: Session, dossier_id: int) -> Dossier:
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    return dossier
