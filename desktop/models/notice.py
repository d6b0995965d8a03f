"""The outbox: what the applicant must be told, written in the same transaction as the step that causes it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Values, words
from desktop.models.vocabulary import NoticeState


class Notice(Base):
    """One message to one applicant; how it is delivered is settled later, that it must be is settled here."""

    __tablename__ = "notice"
    __table_args__ = (
        Index(
            "ix_notice_waiting",
            "not_before",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    kind: Mapped[Code]
    recipient: Mapped[Values]
    """Name, e-mail and mobile as they stood when the step was taken."""
    content: Mapped[Values]
    """Everything the text is made of, frozen: a later change of the dossier does not change what was said."""
    created_at: Mapped[datetime]
    not_before: Mapped[datetime]
    state: Mapped[NoticeState] = mapped_column(words(NoticeState))
