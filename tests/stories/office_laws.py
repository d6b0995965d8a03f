"""What holds in every office at every moment, whatever people have done: each law names what breaks it."""

from collections import Counter
from collections.abc import Callable, Iterator

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier, FieldValue, StatusChange, WorkDone
from desktop.models.finding import Finding
from desktop.models.intake_package import IntakePackage
from desktop.models.journal import JournalEntry
from desktop.models.notice import Notice
from desktop.models.outside import Clearance
from desktop.models.submission import Submission, TestAccount, Verification
from desktop.models.vocabulary import (
    RUNNING_PHASES,
    CertificateState,
    IntakeState,
    NoticeState,
    Phase,
    Verdict,
)
from desktop.services.claims import CLAIMED_PHASES
from desktop.services.rules import rules_of

DECIDED = {"approved", "active", "refused", "not_applicable", "blacklisted_person"}
"""Statuses of the eNamad scheme in which somebody has decided."""
ISSUING = {"approve", "grant_temporary"}
Law = Callable[[Session], Iterator[object]]


def dossiers(session: Session) -> list[Dossier]:
    """Every dossier."""
    return list(session.scalars(select(Dossier)))


def history(session: Session, dossier: Dossier) -> list[StatusChange]:
    """Every move of a dossier that was not taken back, oldest first."""
    moves = select(StatusChange).where(
        StatusChange.dossier_id == dossier.id, StatusChange.undone_at.is_(None)
    )
    return list(session.scalars(moves.order_by(StatusChange.id)))


def every_status_is_of_the_scheme(session: Session) -> Iterator[object]:
    """And carries its phase."""
    for dossier in dossiers(session):
        status = rules_of(session, dossier.scheme_version_id).statuses.get(dossier.status)
        if status is None or status.phase is not dossier.phase:
            yield dossier.number, dossier.status, dossier.phase


def every_move_is_a_step_of_the_scheme(session: Session) -> Iterator[object]:
    """And goes on from where the one before ended."""
    for dossier in dossiers(session):
        steps = {
            (step.from_status, step.action, step.to_status, step.role)
            for step in rules_of(session, dossier.scheme_version_id).transitions
        }
        opened, *moves = history(session, dossier)
        stands = opened.to_status
        for move in moves:
            if (stands, move.action, move.to_status, move.role) not in steps or move.from_status != stands:
                yield dossier.number, stands, move.action, move.to_status, move.role
            stands = move.to_status
        if stands != dossier.status:
            yield dossier.number, stands, dossier.status


def a_decision_has_a_decider_and_a_day(session: Session) -> Iterator[object]:
    """Where the status says that it was taken, and nowhere else."""
    for dossier in dossiers(session):
        known = {dossier.decided_by_id is not None, dossier.decided_at is not None, dossier.status in DECIDED}
        if len(known) > 1:
            yield dossier.number, dossier.status, dossier.decided_by_id, dossier.decided_at


def nobody_approves_his_own_work(session: Session) -> Iterator[object]:
    """Nor refuses, nor grants a temporary symbol."""
    yield from session.execute(
        select(StatusChange.dossier_id, StatusChange.action, WorkDone.kind)
        .join(
            WorkDone,
            (WorkDone.dossier_id == StatusChange.dossier_id) & (WorkDone.person_id == StatusChange.person_id),
        )
        .where(
            StatusChange.action.in_(ISSUING | {"refuse"}),
            StatusChange.role == "manager",
            WorkDone.first_at <= StatusChange.at,
        )
    )


def certificates_come_from_decisions(session: Session) -> Iterator[object]:
    """Of a manager; their numbers have neither gap nor repeat."""
    issued = Counter(session.scalars(select(Certificate.dossier_id)))
    granted = Counter(
        move.dossier_id
        for move in session.scalars(select(StatusChange).where(StatusChange.action.in_(ISSUING)))
        if not _raises_a_level(session, move)
    )
    if issued != granted:
        yield issued, granted
    numbers = sorted(session.scalars(select(Certificate.number)))
    for year in {number[:4] for number in numbers}:
        of_year = [number for number in numbers if number.startswith(year)]
        if of_year != [f"{year}/{serial:05}" for serial in range(1, len(of_year) + 1)]:
            yield of_year


def _raises_a_level(session: Session, move: StatusChange) -> bool:
    raised = select(JournalEntry.id).where(
        JournalEntry.chain == move.dossier_id,
        JournalEntry.tag == "certificate:level:raised",
        JournalEntry.at == move.at,
    )
    return session.scalar(raised) is not None


def one_valid_certificate_at_most(session: Session) -> Iterator[object]:
    """For each dossier that led to one."""
    valid = Counter(
        session.scalars(select(Certificate.dossier_id).where(Certificate.state == CertificateState.VALID))
    )
    yield from (dossier_id for dossier_id, count in valid.items() if count > 1)


def a_rejection_says_why(session: Session) -> Iterator[object]:
    """To the applicant, in its remark."""
    rejected = session.scalars(select(Finding).where(Finding.verdict == Verdict.REJECTED))
    yield from (finding.id for finding in rejected if not finding.remark.strip())


def only_open_work_is_in_hand(session: Session) -> Iterator[object]:
    """A claim stands at a desk, or while an outside authority is waited for."""
    for dossier in dossiers(session):
        open_work = dossier.phase in CLAIMED_PHASES | {Phase.WAITING_EXTERNAL}
        if dossier.claimed_by_id is not None and not open_work:
            yield dossier.number, dossier.status


def a_due_moment_stands_exactly_while_the_clock_runs(session: Session) -> Iterator[object]:
    """And an answer is awaited exactly while the applicant has the dossier."""
    for dossier in dossiers(session):
        if (dossier.due_at is None) == (dossier.phase in RUNNING_PHASES):
            yield dossier.number, dossier.status, dossier.due_at
        if (dossier.answer_due_at is None) == (dossier.phase is Phase.WITH_APPLICANT):
            yield dossier.number, dossier.status, dossier.answer_due_at


def what_stands_is_one(session: Session) -> Iterator[object]:
    """Value of a field, finding on an item, verification of a kind."""
    for key, is_current in (
        ((FieldValue.dossier_id, FieldValue.field_code), FieldValue.replaced_at.is_(None)),
        ((Finding.dossier_id, Finding.item_code), Finding.superseded_at.is_(None)),
        ((Verification.dossier_id, Verification.kind), Verification.voided_at.is_(None)),
    ):
        count = func.count()
        rows: list[Row[tuple[object, ...]]] = list(
            session.execute(select(*key, count).where(is_current).group_by(*key).having(count > 1)).all()
        )
        yield from rows


def every_applicant_is_told_what_he_must_be(session: Session) -> Iterator[object]:
    """One notice for each step that tells him something, each answer of an authority and each reminder.

    What was taken back he is never told.
    """
    for dossier in dossiers(session):
        steps = rules_of(session, dossier.scheme_version_id).transitions
        due = Counter(
            effect.parameters["kind"]
            for move in history(session, dossier)
            for step in steps
            if (step.from_status, step.action, step.role) == (move.from_status, move.action, move.role)
            for effect in step.effects
            if effect.name == "send_notice"
        )
        answered = select(func.count()).where(
            Clearance.dossier_id == dossier.id, Clearance.answered_at.is_not(None)
        )
        reminded = select(func.count()).where(
            JournalEntry.chain == dossier.id, JournalEntry.tag == "dossier:answer:reminded"
        )
        due += Counter(
            clearance_result=session.scalar(answered) or 0, answer_reminder=session.scalar(reminded) or 0
        )
        notices = select(Notice.kind).where(
            Notice.dossier_id == dossier.id, Notice.state != NoticeState.WITHDRAWN
        )
        told = Counter(session.scalars(notices))
        if told != due:
            yield dossier.number, told, due


def every_round_was_opened_by_a_sending(session: Session) -> Iterator[object]:
    """Or by a re-examination."""
    for dossier in dossiers(session):
        opening = [
            move
            for move in history(session, dossier)
            if move.action in {"submit", "resubmit"} or move.action == "reexamine"
        ]
        sent = session.scalar(select(func.count()).where(Submission.dossier_id == dossier.id))
        if dossier.round != len(opening) or sent != len(
            [move for move in opening if move.action != "reexamine"]
        ):
            yield dossier.number, dossier.round, sent


def every_dossier_has_its_packages(session: Session) -> Iterator[object]:
    """As many as it has submissions."""
    taken = Counter(
        session.scalars(select(IntakePackage.dossier_id).where(IntakePackage.state == IntakeState.TAKEN))
    )
    sent = Counter(session.scalars(select(Submission.dossier_id)))
    if taken != sent:
        yield taken, sent


def a_lent_account_is_gone_when_it_is_no_longer_needed(session: Session) -> Iterator[object]:
    """After approval, withdrawal, lapse; a refused dossier may be re-examined and keeps it."""
    kept = select(Dossier).join(TestAccount, TestAccount.dossier_id == Dossier.id)
    for dossier in session.scalars(kept):
        if dossier.phase in (Phase.IN_FORCE, Phase.ENDED) and dossier.status != "refused":
            yield dossier.number, dossier.status


def superseded_findings_stay(session: Session) -> Iterator[object]:
    """Each made way for a later one at that moment, was taken back, or a re-examination judges anew."""
    later = aliased(Finding)
    followed = select(later.id).where(
        later.dossier_id == Finding.dossier_id,
        later.item_code == Finding.item_code,
        later.id > Finding.id,
        later.recorded_at == Finding.superseded_at,
    )
    examined_anew = select(StatusChange.id).where(
        StatusChange.dossier_id == Finding.dossier_id,
        StatusChange.action == "reexamine",
        StatusChange.at == Finding.superseded_at,
    )
    yield from session.scalars(
        select(Finding.id).where(
            Finding.superseded_at.is_not(None),
            Finding.undone_at.is_(None),
            ~followed.exists(),
            ~examined_anew.exists(),
        )
    )


LAWS: tuple[Law, ...] = (
    every_status_is_of_the_scheme,
    every_move_is_a_step_of_the_scheme,
    a_decision_has_a_decider_and_a_day,
    nobody_approves_his_own_work,
    certificates_come_from_decisions,
    one_valid_certificate_at_most,
    a_rejection_says_why,
    only_open_work_is_in_hand,
    a_due_moment_stands_exactly_while_the_clock_runs,
    what_stands_is_one,
    every_applicant_is_told_what_he_must_be,
    every_round_was_opened_by_a_sending,
    every_dossier_has_its_packages,
    a_lent_account_is_gone_when_it_is_no_longer_needed,
    superseded_findings_stay,
)


def broken_laws(session: Session) -> dict[str, list[object]]:
    """Every law that does not hold, with what breaks it."""
    found = {law.__name__: list(law(session)) for law in LAWS}
    return {name: what for name, what in found.items() if what}
