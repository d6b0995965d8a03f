"""Files received, stored once by content in chunks, in the same database as everything else."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code

CHUNK_BYTES = 1 << 20


class Attachment(Base):
    """One content, known by its SHA-256; many documents may point at it."""

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int]
    media_type: Mapped[Code]
    """Judged by content and a decoder, never by the name."""
    pages: Mapped[int]
    flags: Mapped[list[str]] = mapped_column(JSON)
    """What a reader should beware of, such as `encrypted` or `script`."""
    received_at: Mapped[datetime]


class AttachmentChunk(Base):
    """Up to 1 MiB of an attachment."""

    __tablename__ = "attachment_chunk"
    __table_args__ = (CheckConstraint("length(content) <= 1048576", name="size"),)

    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
