"""The palette's few letters: the first dossiers, certificates and applicants meant by them, at most eight."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Any, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.physical_documents import Packet
from desktop.models.text import fold, isolate, western_digits
from desktop.services.identity import masked
from desktop.services.people import Actor
from desktop.services.queues import QueueRow, queue_rows
from desktop.services.search import search
from desktop.services.search_index import dossier_number

MOST: Final = 8

_SOME: Final = 3
"""So many applicants, certificates and further dossiers of one applicant are named beside the dossiers."""


class HitKind(StrEnum):
    """What was found."""

    DOSSIER = "dossier"
    CERTIFICATE = "certificate"
    APPLICANT = "applicant"


@dataclass(frozen=True, slots=True)
class PaletteHit:
    """One line of the palette, and the place it leads to: a screen by name with its arguments."""

    kind: HitKind
    name: str
    number: str
    """Of a dossier or certificate; of an applicant the identity number, masked."""
    about: str
    target: str
    arguments: dict[str, Any] = field(default_factory=dict)

    @property
    def detail(self) -> str:
        """Number and subject, each kept in its own order."""
        return " · ".join(isolate(part) for part in (self.number, self.about) if part)


def palette_hits(session: Session, actor: Actor, typed: str) -> list[PaletteHit]:
    """What `typed` may mean, at most eight.

    An identifier typed whole comes first: the number of a dossier or certificate, a symbol code, a tracking
    number, a domain name, an identity number. Then come the most urgent dossiers that hold the words, the
    applicants that are called so, and the certificates of those dossiers.
    """
    if not fold(typed):
        return []
    known: dict[tuple[HitKind, str, str], PaletteHit] = {}
    for hit in chain(_exactly(session, typed), _holding(session, actor, typed)):
        known.setdefault((hit.kind, hit.number, hit.about), hit)
    return list(known.values())[:MOST]


def _exactly(session: Session, typed: str) -> Iterator[PaletteHit]:
    whole, code = fold(typed), western_digits(typed).strip()
    number = dossier_number(typed) or ""
    applicants = session.scalars(select(Applicant).where(Applicant.identity_number == whole)).all()
    of_applicants = select(Dossier.id).where(Dossier.applicant_id.in_([one.id for one in applicants]))
    dossiers = chain(
        session.scalars(select(Dossier.id).where(Dossier.number == number)),
        session.scalars(select(Packet.dossier_id).where(Packet.tracking_number == code)),
        session.scalars(select(Dossier.id).where(Dossier.subject_folded == whole).limit(MOST)),
        session.scalars(of_applicants.order_by(Dossier.id.desc()).limit(_SOME)),
    )
    certificates = select(Certificate).where(
        or_(Certificate.number == number, Certificate.symbol_code == typed.strip())
    )
    yield from map(_applicant, applicants)
    yield from map(_dossier, queue_rows(session, list(dict.fromkeys(dossiers))))
    yield from map(_certificate, session.scalars(certificates))


def _holding(session: Session, actor: Actor, typed: str) -> Iterator[PaletteHit]:
    rows = search(session, actor, typed, MOST).rows
    certificates = select(Certificate).where(Certificate.dossier_id.in_([row.id for row in rows]))
    beside = (
        *_called(session, rows, typed),
        *map(_certificate, session.scalars(certificates.order_by(Certificate.id.desc()).limit(_SOME))),
    )
    yield from map(_dossier, rows[: MOST - len(beside)])
    yield from beside
    yield from map(_dossier, rows)


def _called(session: Session, rows: Sequence[QueueRow], typed: str) -> Iterable[PaletteHit]:
    """The applicants of these dossiers whose name holds every word."""
    words = fold(typed).split()
    named = [row.id for row in rows if all(word in fold(row.applicant_name) for word in words)]
    applicants = (
        select(Applicant)
        .where(Applicant.id.in_(select(Dossier.applicant_id).where(Dossier.id.in_(named))))
        .order_by(Applicant.id)
        .limit(_SOME)
    )
    return map(_applicant, session.scalars(applicants))


def _dossier(row: QueueRow) -> PaletteHit:
    return PaletteHit(HitKind.DOSSIER, row.applicant_name, row.number, row.subject, "dossier", {"id": row.id})


def _certificate(row: Certificate) -> PaletteHit:
    holder = str(row.facts["holder"])
    return PaletteHit(HitKind.CERTIFICATE, holder, row.number, row.subject, "certificate", {"id": row.id})


def _applicant(row: Applicant) -> PaletteHit:
    shown = masked(row.identity_number)
    return PaletteHit(HitKind.APPLICANT, row.name, shown, "", "results", {"search": row.name})
