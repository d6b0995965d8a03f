"""Names in three languages for every code of a dossier's scheme: «Deficient» for `deficient`."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.checklist import ChecklistGroup, ChecklistItem
from desktop.models.dossier import Dossier
from desktop.models.scheme import Field, Status, Transition
from desktop.models.scheme_rules import (
    ClearanceRule,
    DocumentRule,
    FeeRule,
    Level,
    VerificationRule,
)
from desktop.services.reserved_fields import RESERVED
from desktop.services.rules import Label

Words = Mapping[str, Mapping[str, Label]]

_NAMED = {
    "status": (Status.scheme_version_id, Status.code, Status.label),
    "action": (Transition.scheme_version_id, Transition.action, Transition.label),
    "item": (ChecklistItem.scheme_version_id, ChecklistItem.code, ChecklistItem.title),
    "item_group": (ChecklistGroup.scheme_version_id, ChecklistGroup.code, ChecklistGroup.label),
    "field": (Field.scheme_version_id, Field.code, Field.label),
    "document": (DocumentRule.scheme_version_id, DocumentRule.code, DocumentRule.label),
    "fee": (FeeRule.scheme_version_id, FeeRule.code, FeeRule.label),
    "level": (Level.scheme_version_id, Level.code, Level.label),
    "authority": (ClearanceRule.scheme_version_id, ClearanceRule.authority, ClearanceRule.label),
    "verification": (VerificationRule.scheme_version_id, VerificationRule.kind, VerificationRule.label),
}


def words_about(session: Session, number: str) -> Words:
    """Kind of code → code → label, for the scheme version of the dossier with this number; else nothing."""
    version = session.scalar(select(Dossier.scheme_version_id).where(Dossier.number == number))
    return {} if version is None else words_of(session, version)


def words_of(session: Session, version: int) -> Words:
    """The same for a scheme version by its id."""
    words = {
        kind: dict(session.execute(select(code, label).where(owner == version)).all())
        for kind, (owner, code, label) in _NAMED.items()
    }
    reserved = {code: field.label for code, field in RESERVED.items()}
    return words | {"field": reserved | words["field"]}
