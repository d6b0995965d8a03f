"""Internal notes, which never leave the office, and marks on pages that prove a finding."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.attachment import Attachment
from desktop.models.checklist import ChecklistItem
from desktop.models.document import Document
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.finding import EvidenceMark, InternalNote
from desktop.models.staff import Person
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.claims import demand_claim
from desktop.services.findings import LONGEST_REMARK
from desktop.services.people import Actor


@dataclass(frozen=True, slots=True)
class NoteRow:
    """An internal note."""

    person: str
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on a page, in shares of its width and height from the top left, 0 to 1."""

    left: float
    top: float
    width: float
    height: float

    @property
    def lies_on_page(self) -> bool:
        """True when no part lies outside the page and it has an extent."""
        starts = self.left >= 0 and self.top >= 0 and self.width > 0 and self.height > 0
        return starts and self.left + self.width <= 1 and self.top + self.height <= 1


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark on a page of a document, tied to an item."""

    id: int
    item: str
    document_id: int
    page: int
    place: Rectangle
    note: str
    person: str


def write_note(session: Session, actor: Actor, dossier_id: int, text: str) -> int:
    """Write an internal note; anybody with a desk may, in any status."""
    actor.demand(*(role for role in Role if role not in (Role.AUDITOR, Role.ADMINISTRATOR)))
    if session.get(Dossier, dossier_id) is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    written = text.strip()
    if not written or len(written) > LONGEST_REMARK:
        raise RuleBroken("note.length", length=len(written), most=LONGEST_REMARK)
    note = InternalNote(dossier_id=dossier_id, person_id=actor.known_id, text=written, written_at=actor.at)
    session.add(note)
    session.flush()
    journal.record(session, actor, "dossier:note:written", dossier_id, note=note.id)
    return note.id


def notes_of(session: Session, dossier_id: int) -> list[NoteRow]:
    """The internal notes of a dossier, oldest first."""
    rows = session.execute(
        select(Person.name, InternalNote.text, InternalNote.written_at)
        .join(Person, Person.id == InternalNote.person_id)
        .where(InternalNote.dossier_id == dossier_id)
        .order_by(InternalNote.id)
    )
    return [NoteRow(*row) for row in rows]


def mark(
    session: Session,
    actor: Actor,
    dossier_id: int,
    item_code: str,
    document_id: int,
    page: int,
    place: Rectangle,
    note: str = "",
) -> int:
    """Mark a place on a page (pages count from 1) as evidence for an item; gives the mark's id."""
    actor.demand(Role.REVIEWER, Role.DOCUMENTS_OFFICER)
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    demand_claim(actor, dossier)
    _demand_page(session, dossier_id, document_id, page)
    if not place.lies_on_page:
        raise RuleBroken("mark.outside_page", page=page)
    if session.get(ChecklistItem, (dossier.scheme_version_id, item_code)) is None:
        raise NotFound("finding.item_unknown", item=item_code, number=dossier.number)
    row = EvidenceMark(
        dossier_id=dossier_id,
        item_code=item_code,
        document_id=document_id,
        page=page,
        left_edge=place.left,
        top_edge=place.top,
        width=place.width,
        height=place.height,
        note=note.strip(),
        person_id=actor.known_id,
        marked_at=actor.at,
    )
    session.add(row)
    session.flush()
    journal.record(session, actor, "dossier:mark:made", dossier_id, mark=row.id, item=item_code)
    return row.id


def remove_mark(session: Session, actor: Actor, mark_id: int) -> None:
    """Take back one's own mark; it stays on record as removed."""
    row = session.get(EvidenceMark, mark_id)
    if row is None or row.removed_at is not None or row.person_id != actor.known_id:
        raise NotFound("mark.unknown", mark_id=mark_id)
    row.removed_at = actor.at
    journal.record(session, actor, "dossier:mark:removed", row.dossier_id, mark=mark_id)
    session.flush()


def marks_of(session: Session, dossier_id: int) -> list[MarkRow]:
    """The marks that stand, by item, document and page."""
    rows: Any = session.execute(_MARKS, {"dossier": dossier_id})
    return [MarkRow(*(*row[:4], Rectangle(*row[4:8]), *row[8:])) for row in rows]


# In the order of MarkRow's fields, the place in its four sides.
_MARKS = (
    select(
        EvidenceMark.id,
        EvidenceMark.item_code,
        EvidenceMark.document_id,
        EvidenceMark.page,
        EvidenceMark.left_edge,
        EvidenceMark.top_edge,
        EvidenceMark.width,
        EvidenceMark.height,
        EvidenceMark.note,
        Person.name,
    )
    .join(Person, Person.id == EvidenceMark.person_id)
    .where(EvidenceMark.dossier_id == bindparam("dossier"), EvidenceMark.removed_at.is_(None))
    .order_by(EvidenceMark.item_code, EvidenceMark.document_id, EvidenceMark.page, EvidenceMark.id)
)


def _demand_page(session: Session, dossier_id: int, document_id: int, page: int) -> None:
    pages = session.scalar(
        select(Attachment.pages)
        .join(Document, Document.attachment_id == Attachment.id)
        .where(Document.id == document_id, Document.dossier_id == dossier_id)
    )
    if pages is None:
        raise NotFound("document.unknown", document_id=document_id)
    if not 1 <= page <= pages:
        raise RuleBroken("mark.no_such_page", page=page, pages=pages)
