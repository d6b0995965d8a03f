"""Attachments as the office keeps them: which came with a dossier, and their bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.attachment import Attachment, AttachmentChunk
from desktop.models.document import Document
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.scheme_rules import DocumentRule
from desktop.models.submission import Submission
from desktop.services.rules import Label


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One version of one document with the file behind it; `replaced` when a newer version came."""

    id: int
    rule: str
    label: Label
    file_name: str
    media_type: str
    size: int
    """Bytes."""
    pages: int
    flags: tuple[str, ...]
    sha256: str
    round: int
    added_at: datetime
    replaced: bool


def documents_of(session: Session, dossier_id: int) -> list[DocumentRow]:
    """Every document a dossier's applicant has sent, in all versions, by rule (X-08, ENM-063)."""
    rows = session.execute(
        select(Document, Attachment, Submission.round, DocumentRule.label)
        .join(Attachment, Attachment.id == Document.attachment_id)
        .join(Submission, Submission.id == Document.submission_id)
        .join(Dossier, Dossier.id == Document.dossier_id)
        .join(
            DocumentRule,
            (DocumentRule.scheme_version_id == Dossier.scheme_version_id)
            & (DocumentRule.code == Document.rule_code),
        )
        .where(Document.dossier_id == dossier_id)
        .order_by(DocumentRule.position, Document.id)
    )
    return [
        DocumentRow(
            document.id,
            document.rule_code,
            label,
            document.file_name,
            attachment.media_type,
            attachment.size,
            attachment.pages,
            tuple(attachment.flags),
            attachment.sha256,
            came_in,
            document.added_at,
            document.superseded_by_id is not None,
        )
        for document, attachment, came_in, label in rows
    ]


def document_bytes(session: Session, dossier_id: int, document_id: int) -> Iterator[bytes]:
    """The file behind a document of this dossier, in pieces of at most 1 MiB.

    Raises NotFound("document.unknown").
    """
    attachment_id = session.scalar(
        select(Document.attachment_id).where(Document.id == document_id, Document.dossier_id == dossier_id)
    )
    if attachment_id is None:
        raise NotFound("document.unknown", document_id=document_id)
    return iter(
        session.scalars(
            select(AttachmentChunk.content)
            .where(AttachmentChunk.attachment_id == attachment_id)
            .order_by(AttachmentChunk.position)
        )
    )
