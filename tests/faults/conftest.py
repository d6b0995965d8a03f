"""An office with many dossiers in one place of their course, made in a moment."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.models.dossier import Dossier
from desktop.models.outside import Clearance
from desktop.models.submission import TestAccount, Verification
from desktop.models.vocabulary import ClearanceResult
from desktop.services.bulk_load import load_dossiers
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading, writing
from tests.builders.dossier_rows import a_row
from tests.faults.struck_work import AT


@pytest.fixture
def dossiers_in(enamad):
    """Brings so many dossiers into a status and gives their ids."""

    def brought(status, how_many):
        with reading(enamad) as session:
            administrator = actor_named(session, "administrator", AT)
        given = {"status": status, "scheme_version_id": 2}
        given |= {"opened_at": AT - timedelta(days=9), "status_since": AT - timedelta(days=2)}
        list(load_dossiers(enamad, administrator, [a_row(n, **given) for n in range(1, how_many + 1)]))
        with reading(enamad) as session:
            return list(session.scalars(select(Dossier.id).order_by(Dossier.id)))

    return brought


@pytest.fixture
def stack_of(enamad, dossiers_in):
    """Brings so many dossiers to the manager, ready to be approved."""

    def stacked(how_many):
        ids = dossiers_in("manager_review", how_many)
        with writing(enamad) as session:
            for dossier_id in ids:
                session.add_all(_answers_about(dossier_id))
        return ids

    return stacked


def _answers_about(dossier_id):
    """What has to be known of a dossier before it is approved, and an account to be erased then."""
    for kind in ("email", "phone", "address"):
        yield Verification(dossier_id=dossier_id, kind=kind, counts=True, value=kind, verified_at=AT)
    yield Clearance(
        dossier_id=dossier_id,
        authority="public_places_police",
        result=ClearanceResult.GRANTED,
        asked_at=AT,
        answered_at=AT,
        reference="1",
    )
    yield TestAccount(dossier_id=dossier_id, username="trial", password="Secret-1405", given_at=AT)
