"""Keeps received bytes in rows of 1 MiB; an attachment once, known by its SHA-256."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from desktop.models.attachment import CHUNK_BYTES, Attachment, AttachmentChunk
from desktop.services.intake.package import PackagedFile


def keep_file(session: Session, file: PackagedFile, at: datetime) -> int:
    """Id of the attachment with these bytes; stored now unless they came before."""
    known = session.scalar(select(Attachment.id).where(Attachment.sha256 == file.judged.sha256))
    return known if known is not None else _store(session, file, at)


def _store(session: Session, file: PackagedFile, at: datetime) -> int:
    judged = file.judged
    stored = session.execute(
        insert(Attachment).returning(Attachment.id),
        {
            "sha256": judged.sha256,
            "size": judged.size,
            "media_type": judged.media_type,
            "pages": judged.pages,
            "flags": [flag.value for flag in judged.flags],
            "received_at": at,
        },
    ).scalar_one()
    rows = [
        {"attachment_id": stored, "position": position, "content": chunk}
        for position, chunk in enumerate(chunks(file.data))
    ]
    session.execute(insert(AttachmentChunk), rows)
    return stored


def chunks(data: bytes) -> Iterator[bytes]:
    """The bytes in pieces of at most 1 MiB."""
    return (data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES))
