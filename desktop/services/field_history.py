"""Every field of a dossier with the values it had before: what a form said, round by round (ENM-064)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, FieldValue
from desktop.models.errors import NotFound
from desktop.models.submission import Submission
from desktop.models.vocabulary import FieldType
from desktop.services.reserved_fields import named_fields
from desktop.services.rules import Label


@dataclass(frozen=True, slots=True)
class GivenValue:
    """One value as one sending gave it; empty where the applicant took it back."""

    value: str
    round: int
    given_at: datetime


@dataclass(frozen=True, slots=True)
class FieldHistory:
    """A field with all its values, the newest first."""

    code: str
    group: str
    label: Label
    type: FieldType
    values: tuple[GivenValue, ...]

    @property
    def present(self) -> str:
        """What it says now."""
        return self.values[0].value


def field_histories(session: Session, dossier_id: int) -> list[FieldHistory]:
    """Fields that ever had a value, in the order of the form; raises NotFound("dossier.unknown")."""
    version = session.scalar(select(Dossier.scheme_version_id).where(Dossier.id == dossier_id))
    if version is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    rows = session.execute(
        select(FieldValue.field_code, FieldValue.value, Submission.round, Submission.submitted_at)
        .join(Submission, Submission.id == FieldValue.submission_id)
        .where(FieldValue.dossier_id == dossier_id)
        .order_by(FieldValue.id.desc())
    )
    values: defaultdict[str, list[GivenValue]] = defaultdict(list)
    for code, value, round_, given_at in rows:
        values[code].append(GivenValue(value, round_, given_at))
    return [
        FieldHistory(code, field.group, field.label, field.type, tuple(values[code]))
        for code, field in named_fields(session, version).items()
        if any(given.value for given in values[code])
    ]
