"""The checklist of a scheme version: groups, items and the canned reasons reviewers choose from."""

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Labels


class ChecklistGroup(Base):
    """Items that belong together, such as «privacy»."""

    __tablename__ = "checklist_group"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[Labels]


class ChecklistItem(Base):
    """One thing to judge, with how to check it and what proves it (G-01)."""

    __tablename__ = "checklist_item"
    __table_args__ = (
        ForeignKeyConstraint(
            ["scheme_version_id", "group_code"], ["checklist_group.scheme_version_id", "checklist_group.code"]
        ),
    )

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    group_code: Mapped[Code]
    position: Mapped[int]
    title: Mapped[Labels]
    how_to_check: Mapped[Labels]
    evidence: Mapped[Labels]
    required: Mapped[bool]
    official_code: Mapped[Code | None]


class CannedReason(Base):
    """A ready sentence for a rejection, for one item or for any."""

    __tablename__ = "canned_reason"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    item_code: Mapped[Code | None]
    text: Mapped[Labels]
