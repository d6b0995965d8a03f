"""The desk of paper by post: whose papers have come, whose are awaited, and one dossier's packets."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.document import DocumentRequirement
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.physical_documents import Packet, Paper
from desktop.models.staff import Person
from desktop.models.text import western_digits
from desktop.models.vocabulary import PAPER_FORMS, PaperVerdict, Phase, Role
from desktop.services.desk_rows import DeskRow, desk_rows
from desktop.services.dossiers import find_dossier
from desktop.services.people import Actor
from desktop.services.queue_query import QueueQuery
from desktop.services.queue_selection import select_queue
from desktop.services.queues import counted

QUEUE: Final = QueueQuery(Role.DOCUMENTS_OFFICER.value)
"""Where a step of the documents officer waits: papers to judge, and papers that are to come again."""


class PapersPart(StrEnum):
    """Parts of the desk."""

    ALL = "all"
    RECEIVED = "received"
    SENT_AGAIN = "sent_again"
    AWAITED = "awaited"
    WITH_APPLICANT = "with_applicant"


@dataclass(frozen=True, slots=True)
class PapersRow:
    """A dossier of this desk with its papers counted."""

    dossier: DeskRow
    expected: int
    """Papers it must bring; of those that stand for one another, one."""
    verdicts: Mapping[PaperVerdict, int]
    """Received papers that stand, by verdict."""
    was_sent_again: bool
    received_on: date | None
    """The day of the newest packet."""

    @property
    def received(self) -> int:
        """Papers that are here."""
        return sum(self.verdicts.values())


@dataclass(frozen=True, slots=True)
class PacketRow:
    """One packet of a dossier."""

    tracking_number: str
    received_on: date
    received_by: str
    entered_at: datetime


_earlier = aliased(Paper)
_STANDS: Final = and_(Paper.dossier_id == Dossier.id, Paper.replaced_by_id.is_(None))
_PENDING: Final = and_(_STANDS, Paper.verdict == PaperVerdict.PENDING)
_AT_DESK: Final = Dossier.phase == Phase.PAPERS
_AGAIN: Final = exists().where(_earlier.replaced_by_id == Paper.id)
_CONDITIONS: Final[Mapping[PapersPart, tuple[ColumnElement[bool], ...]]] = {
    PapersPart.ALL: (),
    PapersPart.RECEIVED: (_AT_DESK, exists().where(_STANDS)),
    PapersPart.SENT_AGAIN: (_AT_DESK, exists().where(_PENDING, _AGAIN)),
    PapersPart.AWAITED: (_AT_DESK, ~exists().where(_STANDS)),
    PapersPart.WITH_APPLICANT: (Dossier.phase == Phase.WITH_APPLICANT,),
}

_IDS: Any = bindparam("ids", expanding=True)
_VERDICTS: Final = (
    select(Paper.dossier_id, Paper.verdict, func.count(), func.max(_AGAIN))
    .where(Paper.dossier_id.in_(_IDS), Paper.replaced_by_id.is_(None))
    .group_by(Paper.dossier_id, Paper.verdict)
)
_EXPECTED: Final = select(
    DocumentRequirement.dossier_id,
    DocumentRequirement.forms,
    DocumentRequirement.one_of,
    DocumentRequirement.rule_code,
).where(DocumentRequirement.dossier_id.in_(_IDS), DocumentRequirement.level == "required")
_NEWEST: Final = (
    select(Packet.dossier_id, func.max(Packet.received_on))
    .where(Packet.dossier_id.in_(_IDS))
    .group_by(Packet.dossier_id)
)


def papers_ids(session: Session, actor: Actor, part: PapersPart = PapersPart.ALL) -> list[int]:
    """Ids of one part of the desk, the most urgent first; those without a due moment come last."""
    where = select_queue(session, actor, QUEUE).where()
    waiting = select(Dossier.id).where(*where, *_CONDITIONS[part])
    return list(session.scalars(waiting.order_by(Dossier.due_at.is_(None), Dossier.due_at, Dossier.id)))


def papers_counts(session: Session, actor: Actor) -> dict[PapersPart, tuple[int, bool]]:
    """How many dossiers each part has, up to the limit of counting, and whether there are more."""
    selection = select_queue(session, actor, QUEUE)
    parts = []
    for conditions in _CONDITIONS.values():
        narrowed = selection
        for condition in conditions:
            narrowed = narrowed.that(condition)
        parts.append(narrowed)
    return dict(zip(_CONDITIONS, counted(session, *parts), strict=True))


def papers_rows(session: Session, actor: Actor, ids: Sequence[int]) -> list[PapersRow]:
    """The rows of these dossiers in the order of `ids`; one that is gone is left out."""
    asked = {"ids": list(ids)}
    verdicts: defaultdict[int, Counter[PaperVerdict]] = defaultdict(Counter)
    again = set()
    for dossier_id, verdict, count, was_again in session.execute(_VERDICTS, asked):
        verdicts[dossier_id][verdict] += count
        if was_again and verdict is PaperVerdict.PENDING:
            again.add(dossier_id)
    expected: defaultdict[int, set[str]] = defaultdict(set)
    for dossier_id, forms, one_of, rule in session.execute(_EXPECTED, asked):
        if PAPER_FORMS.intersection(forms):
            expected[dossier_id].add(one_of or rule)
    newest = dict(session.execute(_NEWEST, asked).all())
    return [
        PapersRow(row, len(expected[row.id]), dict(verdicts[row.id]), row.id in again, newest.get(row.id))
        for row in desk_rows(session, actor, ids)
    ]


def packets_of(session: Session, dossier_id: int) -> list[PacketRow]:
    """The packets of a dossier, newest first."""
    rows = session.execute(
        select(Packet.tracking_number, Packet.received_on, Person.name, Packet.entered_at)
        .join(Person, Person.id == Packet.received_by_id)
        .where(Packet.dossier_id == dossier_id)
        .order_by(Packet.id.desc())
    )
    return [PacketRow(*row) for row in rows]


def find_by_paper(session: Session, typed: str) -> int:
    """The dossier with this number, or of the packet with this tracking number, in any digits.

    Raises NotFound("dossier.unknown").
    """
    wanted = western_digits(typed).strip()
    found = session.scalar(
        select(Packet.dossier_id).where(Packet.tracking_number.in_((wanted, typed.strip())))
    )
    if found is not None:
        return found
    if not any(letter.isdigit() for letter in wanted):
        raise NotFound("dossier.unknown", number=typed)
    return find_dossier(session, typed)
