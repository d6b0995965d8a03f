"""Names of the choices an applicant had; they stand in the definition, which only a whole dossier reads."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.services.scheme_words import Words
from desktop.services.schemes.storing import definition_of


def choices_of(session: Session, number: str) -> Words:
    """Field → choice → label, for the fields of choice of the dossier's scheme version."""
    version = session.scalar(select(Dossier.scheme_version_id).where(Dossier.number == number))
    if version is None:
        return {}
    return {
        field.code: {choice.code: choice.label.as_dict() for choice in field.choices}
        for field in definition_of(session, version).fields
        if field.choices
    }
