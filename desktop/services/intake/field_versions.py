"""Values of fields as packages bring them: what changes is replaced, and what it replaces stays (ENM-064)."""

from collections.abc import Mapping

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from desktop.models.dossier import FieldValue
from desktop.models.text import normalize_persian, western_digits
from desktop.services import applicants
from desktop.services.intake.contents import Person
from desktop.services.intake.fields import SEPARATOR
from desktop.services.intake.request import Request
from desktop.services.people import Actor
from desktop.services.reserved_fields import PROXY_NAME, PROXY_NATIONAL_ID, SERVICES


def present_values(session: Session, dossier_id: int) -> dict[str, str]:
    """The standing value of every field of the dossier."""
    rows = session.execute(
        select(FieldValue.field_code, FieldValue.value).where(
            FieldValue.dossier_id == dossier_id, FieldValue.replaced_at.is_(None)
        )
    )
    return dict(rows.all())


def given_values(request: Request, proxy: Person | None) -> dict[str, str]:
    """Everything that is kept as a value of a field: the applicant, proxy and services included.

    Services that are not mentioned are left out; a proxy that is not mentioned acts no more.
    """
    values = applicants.values_of(request.applicant)
    if request.services is not None:
        values[SERVICES] = SEPARATOR.join(request.services)
    values[PROXY_NAME] = normalize_persian(proxy.name) if proxy else ""
    values[PROXY_NATIONAL_ID] = western_digits(proxy.national_id) if proxy else ""
    return values | request.fields


def write_values(
    session: Session,
    actor: Actor,
    dossier_id: int,
    submission_id: int,
    changed: Mapping[str, str],
    present: Mapping[str, str],
) -> None:
    """Put the changed values in the place of those present, which stay as replaced."""
    replaced = [code for code in changed if code in present]
    if replaced:
        session.execute(
            update(FieldValue)
            .where(
                FieldValue.dossier_id == dossier_id,
                FieldValue.field_code.in_(replaced),
                FieldValue.replaced_at.is_(None),
            )
            .values(replaced_at=actor.at),
            execution_options={"synchronize_session": False},
        )
    if changed:
        same = {"dossier_id": dossier_id, "submission_id": submission_id}
        rows = [{**same, "field_code": code, "value": value} for code, value in changed.items()]
        session.connection().execute(insert(FieldValue), rows)
