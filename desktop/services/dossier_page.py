"""The head of a dossier's page in one call: what it is, in whose hands, the time left, what may be done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.dossier import BarredReviewer, Dossier
from desktop.models.finding import InternalNote
from desktop.models.jalali import in_tehran
from desktop.models.journal import JournalHead
from desktop.models.notice import Notice
from desktop.models.scheme import SchemeVersion
from desktop.models.vocabulary import Phase
from desktop.services.answer_deadlines import deadline_from
from desktop.services.blacklist import BlacklistHit, hits_of
from desktop.services.claims import CLAIMED_PHASES
from desktop.services.dossiers import DossierDetails, dossier_details
from desktop.services.due_dates import why_due
from desktop.services.due_states import DueState, due_states
from desktop.services.intake.entering import TITLE_FIELD
from desktop.services.office_clock import DueExplanation
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.scheme_guide import SchemeGuide, guide_of
from desktop.services.seen import followed_among
from desktop.services.step_natures import DeskStep, desk_steps
from desktop.services.undoing import Held, undoable


class Standing(StrEnum):
    """How a person stands to a dossier: why its page is open to his hand, or only to his eyes."""

    IN_HAND = "in_hand"
    FREE = "free"
    """At a desk of his, and nobody has it."""
    BARRED = "barred"
    """At a desk of his, but a re-examination wants other eyes."""
    WITH_COLLEAGUE = "with_colleague"
    WITH_APPLICANT = "with_applicant"
    WAITING_EXTERNAL = "waiting_external"
    OTHER_DESK = "other_desk"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class PageCounts:
    """What the tabs of the page announce."""

    journal: int
    notes: int
    notices: int


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything the page shows whichever of its tabs is open."""

    details: DossierDetails
    standing: Standing
    title: str
    """The business's name, or the applicant's where the form asks for none."""
    claimed_at: datetime | None
    due: DueState
    why: DueExplanation | None
    """How the due moment comes about; None where no limit runs or stands."""
    steps: tuple[DeskStep, ...]
    counts: PageCounts
    has_certificate: bool
    is_followed: bool
    newer_version: str | None
    """Code of the scheme version in force by now, where the dossier is pinned to an older one (C-07)."""
    answer_until: datetime
    """By when the applicant would have to answer if the dossier went back to him now."""
    held: Held | None
    """What this person did last and can still take back."""
    blacklist: tuple[BlacklistHit, ...]
    guide: SchemeGuide


def page_of(session: Session, actor: Actor, dossier_id: int) -> DossierPage:
    """The page as this person may see it now; raises NotFound("dossier.unknown")."""
    details = dossier_details(session, dossier_id)
    dossier = session.get_one(Dossier, dossier_id)
    return DossierPage(
        details=details,
        standing=_standing(session, actor, dossier),
        title=_title(details),
        claimed_at=dossier.claimed_at,
        due=due_states(session, [cast("Any", dossier)], actor.at)[dossier_id],
        why=why_due(session, dossier_id),
        steps=desk_steps(session, actor, dossier),
        counts=_counts(session, dossier_id),
        has_certificate=dossier.certificate_id is not None,
        is_followed=bool(followed_among(session, actor, [dossier_id])),
        newer_version=_newer_version(session, actor, dossier),
        answer_until=deadline_from(session, dossier, actor.at),
        held=undoable(session, actor, dossier_id),
        blacklist=tuple(hits_of(session, dossier_id)),
        guide=guide_of(session, dossier.scheme_version_id),
    )


def _standing(session: Session, actor: Actor, dossier: Dossier) -> Standing:
    if dossier.claimed_by_id is not None and dossier.claimed_by_id == actor.person_id:
        return Standing.IN_HAND
    without_us = _BY_PHASE.get(dossier.phase)
    if without_us is not None:
        return without_us
    desk = rules_of(session, dossier.scheme_version_id).desk_roles(dossier.status)
    if dossier.claimed_by_id is not None:
        return Standing.WITH_COLLEAGUE
    if dossier.phase not in CLAIMED_PHASES or desk.isdisjoint(actor.roles):
        return Standing.OTHER_DESK
    barred = session.get(BarredReviewer, (dossier.id, actor.known_id)) is not None
    return Standing.BARRED if barred else Standing.FREE


_BY_PHASE = {
    Phase.WITH_APPLICANT: Standing.WITH_APPLICANT,
    Phase.WAITING_EXTERNAL: Standing.WAITING_EXTERNAL,
    Phase.IN_FORCE: Standing.CLOSED,
    Phase.ENDED: Standing.CLOSED,
}


def _title(details: DossierDetails) -> str:
    named = next((field.value for field in details.fields if field.code == TITLE_FIELD), "")
    return named or details.applicant_name


def _newer_version(session: Session, actor: Actor, dossier: Dossier) -> str | None:
    pinned = aliased(SchemeVersion)
    return session.scalar(
        select(SchemeVersion.code)
        .join(pinned, pinned.scheme_id == SchemeVersion.scheme_id)
        .where(
            pinned.id == dossier.scheme_version_id,
            SchemeVersion.valid_from > pinned.valid_from,
            SchemeVersion.valid_from <= in_tehran(actor.at).date(),
        )
        .order_by(SchemeVersion.valid_from.desc())
        .limit(1)
    )


def _counts(session: Session, dossier_id: int) -> PageCounts:
    notes = select(func.count()).select_from(InternalNote).where(InternalNote.dossier_id == dossier_id)
    notices = select(func.count()).select_from(Notice).where(Notice.dossier_id == dossier_id)
    journal = select(JournalHead.length).where(JournalHead.chain == dossier_id)
    found = session.execute(
        select(journal.scalar_subquery(), notes.scalar_subquery(), notices.scalar_subquery())
    ).one()
    return PageCounts(found[0] or 0, found[1], found[2])
