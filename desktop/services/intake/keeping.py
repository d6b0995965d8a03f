"""Keeps received bytes in rows of 1 MiB; an attachment once, known by its SHA-256."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from desktop.models.attachment import CHUNK_BYTES, Attachment, AttachmentChunk
from desktop.services.intake.package import PackagedFile


def keep_files(session: Session, files: Collection[PackagedFile], at: datetime) -> dict[str, int]:
    """Ids of the attachments with these bytes by their SHA-256; those that never came before are stored."""
    wanted = {file.judged.sha256: file for file in files}
    # Tables, not mapped classes: an intake package is mostly inserts, and this way they cost half.
    connection = session.connection()
    rows = connection.execute(select(Attachment.sha256, Attachment.id).where(Attachment.sha256.in_(wanted)))
    known = dict(rows.all())
    new = [file for sha256, file in wanted.items() if sha256 not in known]
    if new:
        returned = connection.execute(
            insert(Attachment).returning(Attachment.sha256, Attachment.id),
            [_row(file, at) for file in new],
        )
        known |= dict(returned.all())
        connection.execute(insert(AttachmentChunk), list(_chunk_rows(new, known)))
    return known


def _row(file: PackagedFile, at: datetime) -> dict[str, object]:
    judged = file.judged
    return {
        "sha256": judged.sha256,
        "size": judged.size,
        "media_type": judged.media_type,
        "pages": judged.pages,
        "flags": [flag.value for flag in judged.flags],
        "received_at": at,
    }


def _chunk_rows(files: Collection[PackagedFile], ids: dict[str, int]) -> Iterator[dict[str, object]]:
    for file in files:
        for position, chunk in enumerate(chunks(file.data)):
            attachment_id = ids[file.judged.sha256]
            yield {"attachment_id": attachment_id, "position": position, "content": chunk}


def chunks(data: bytes) -> Iterator[bytes]:
    """The bytes in pieces of at most 1 MiB; a small file is its own only piece."""
    if len(data) <= CHUNK_BYTES:
        return iter((data,))
    return (data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES))
