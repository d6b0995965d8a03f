"""Identity data behind a mask: enough is shown to tell two apart; who looks at the whole is journalled."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.dossier import Dossier, FieldValue
from desktop.models.errors import NotFound
from desktop.models.vocabulary import FieldType, Role
from desktop.services import journal
from desktop.services.people import Actor
from desktop.services.reserved_fields import named_fields

IDENTITY_NUMBER: Final = "identity_number"
"""The applicant's own number; the other identity data are fields and have their codes."""

MASKED_TYPES: Final = frozenset({FieldType.NATIONAL_ID, FieldType.MOBILE})
"""Fields of these types are shown masked."""

REVEALED: Final = "dossier:identity:revealed"
_MASK: Final = "•"
_SHOWN_BEFORE, _SHOWN_AFTER = 4, 2


def masked(value: str) -> str:
    """The value with its middle hidden; of a short one only the end is seen."""
    before = _SHOWN_BEFORE if len(value) > _SHOWN_BEFORE + _SHOWN_AFTER else 0
    after = max(min(_SHOWN_AFTER, len(value) - 1), 0)
    end = len(value) - after
    return value[:before] + _MASK * (end - before) + value[end:]


def reveal_identity(session: Session, actor: Actor, dossier_id: int, field: str) -> str:
    """The whole of one piece of identity data; the journal learns who looked at what, never what it says.

    Raises NotAllowed for auditors and administrators, who have no work on dossiers, and
    NotFound("identity.unknown") for a field that is not masked or has no value.
    """
    actor.demand(*(role for role in Role if role not in (Role.AUDITOR, Role.ADMINISTRATOR)))
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    if field == IDENTITY_NUMBER:
        value: str | None = session.get_one(Applicant, dossier.applicant_id).identity_number
        said = {}
    else:
        value, said = _value(session, dossier, field), {"field": field}
    if not value:
        raise NotFound("identity.unknown", field=field, number=dossier.number)
    journal.record(session, actor, REVEALED, dossier_id, **said)
    session.flush()
    return value


def _value(session: Session, dossier: Dossier, code: str) -> str | None:
    field = named_fields(session, dossier.scheme_version_id).get(code)
    if field is None or field.type not in MASKED_TYPES:
        return None
    return session.scalar(
        select(FieldValue.value).where(
            FieldValue.dossier_id == dossier.id,
            FieldValue.field_code == code,
            FieldValue.replaced_at.is_(None),
        )
    )
