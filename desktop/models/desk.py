"""What a person keeps at his desk: how he likes his lists, which dossiers he has seen, which he follows."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class Preference(Base):
    """A value the window keeps for one person; nobody else reads it and the journal says nothing of it."""

    __tablename__ = "preference"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
    kept_at: Mapped[datetime]


class SeenDossier(Base):
    """When a person last looked at a dossier; what is newer is news to him."""

    __tablename__ = "seen_dossier"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    seen_at: Mapped[datetime]


class FollowedDossier(Base):
    """A dossier whose fate a person wants to be told of, though it is in other hands."""

    __tablename__ = "followed_dossier"
    __table_args__ = (Index("ix_followed_dossier_dossier", "dossier_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    since: Mapped[datetime]
