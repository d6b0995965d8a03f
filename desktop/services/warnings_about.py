"""The cautions about one dossier with their reasons: which other was refused and why, who is blacklisted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from desktop.models.dossier import Dossier, StatusChange
from desktop.models.vocabulary import Phase
from desktop.services.blacklist import BlacklistHit, hits_of
from desktop.services.cautions import Caution, is_refusal
from desktop.services.kindred import KindredRow, Kinship, kindred_of
from desktop.services.rules import rules_of_dossier


@dataclass(frozen=True, slots=True)
class Warned:
    """Why to be careful, in detail: because of another dossier, or of an entry of a blacklist."""

    caution: Caution
    other: KindredRow | None = None
    reason: str | None = None
    """Why the other dossier was refused, as the step that did so was noted."""
    at: datetime | None = None
    entry: BlacklistHit | None = None


def warnings_about(session: Session, dossier_id: int) -> tuple[Warned, ...]:
    """Every caution about the dossier, blacklists first, then the newest dossiers; as rows flag them."""
    listed = (Warned(Caution.BLACKLISTED, entry=hit) for hit in hits_of(session, dossier_id))
    kindred = kindred_of(session, dossier_id)
    return (*listed, *_refusals(session, kindred), *_duplicates(session, dossier_id, kindred))


def _refusals(session: Session, kindred: list[KindredRow]) -> Iterator[Warned]:
    for other in kindred:
        rules = rules_of_dossier(session, other.id)
        if other.kinship is not Kinship.SAME_SUBJECT and is_refusal(session, rules.version_id, other.status):
            note, at = _how_it_ended(session, other)
            yield Warned(Caution.EARLIER_REFUSAL, other, note, at)


def _duplicates(session: Session, dossier_id: int, kindred: list[KindredRow]) -> Iterator[Warned]:
    this = aliased(Dossier)
    going_on = set(
        session.scalars(
            select(Dossier.id)
            .join(this, this.id == dossier_id)
            .where(
                Dossier.id.in_([other.id for other in kindred]),
                Dossier.phase != Phase.ENDED,
                this.phase != Phase.ENDED,
            )
        )
    )
    for other in kindred:
        if other.kinship is Kinship.SAME_SUBJECT and other.id in going_on:
            yield Warned(Caution.DUPLICATE_SUBJECT, other, at=other.opened_at)


def _how_it_ended(session: Session, other: KindredRow) -> tuple[str | None, datetime | None]:
    ended = session.execute(
        select(StatusChange.note, StatusChange.at)
        .where(
            StatusChange.dossier_id == other.id,
            StatusChange.to_status == other.status,
            StatusChange.undone_at.is_(None),
        )
        .order_by(StatusChange.id.desc())
        .limit(1)
    ).first()
    return (None, None) if ended is None else (ended.note, ended.at)
