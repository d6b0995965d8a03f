"""Attachments as the office keeps them: which came with a dossier, and their bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
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
    rows: Any = session.execute(_DOCUMENTS, {"dossier": dossier_id})
    return [DocumentRow(*(*row[:7], tuple(row.flags), *row[8:])) for row in rows]


# In the order of DocumentRow's fields; built once, because a page asks for it at every turn.
_DOCUMENTS = (
    select(
        Document.id,
        Document.rule_code,
        DocumentRule.label,
        Document.file_name,
        Attachment.media_type,
        Attachment.size,
        Attachment.pages,
        Attachment.flags,
        Attachment.sha256,
        Submission.round,
        Document.added_at,
        Document.superseded_by_id.is_not(None),
    )
    .join(Attachment, Attachment.id == Document.attachment_id)
    .join(Submission, Submission.id == Document.submission_id)
    .join(Dossier, Dossier.id == Document.dossier_id)
    .join(
        DocumentRule,
        (DocumentRule.scheme_version_id == Dossier.scheme_version_id)
        & (DocumentRule.code == Document.rule_code),
    )
    .where(Document.dossier_id == bindparam("dossier"))
    .order_by(DocumentRule.position, Document.id)
)


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
