"""Desks in the window for tests: work runs at once, on the eNamad office, at the case's own time."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from desktop.models.vocabulary import Language
from desktop.services.people import list_people
from desktop.services.unit_of_work import reading
from desktop.views.background import AtOnce
from desktop.views.desk import Desk, Place
from tests.builders.enamad import Case
from tests.builders.office import OFFICE_NAME

MakeDesk = Callable[..., Desk]


@pytest.fixture
def desk_of(qapp, case: Case) -> Iterator[MakeDesk]:
    """Make the desk of somebody of the case's office: `desk_of("reviewer")`; its clock is the case's."""
    made: list[Desk] = []

    def make(username: str = "reviewer", language: Language = Language.PERSIAN, now: datetime | None = None):
        with reading(case.office) as session:
            person = next(one for one in list_people(session) if one.username == username)
        place = Place(case.office, OFFICE_NAME, is_demo=False)
        desk = Desk(place, person, AtOnce(), language, lambda: now or case.now)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.deleteLater()


@pytest.fixture
def desk(desk_of: MakeDesk) -> Desk:
    """The reviewer's desk."""
    return desk_of()
