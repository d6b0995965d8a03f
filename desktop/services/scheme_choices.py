"""Names of the choices an applicant had; they stand in the definition, which only a whole dossier reads."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.services.reserved_fields import APPLICANT_SEX, SERVICES, SEXES
from desktop.services.scheme_words import Words
from desktop.services.schemes.storing import definition_of


def choices_of(session: Session, number: str) -> Words:
    """Field → choice → label, for the services and the fields of choice of the dossier's scheme version."""
    version = session.scalar(select(Dossier.scheme_version_id).where(Dossier.number == number))
    if version is None:
        return {}
    definition = definition_of(session, version)
    declared = {
        field.code: {choice.code: choice.label.as_dict() for choice in field.choices}
        for field in definition.fields
        if field.choices
    }
    services = {service.code: service.label.as_dict() for service in definition.services}
    return {APPLICANT_SEX: SEXES, SERVICES: services, **declared}
