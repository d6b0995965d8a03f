"""Cases that have come some way, each prepared once and copied: what a service does is seen from there."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.services.database import OFFICE_FILE, open_office
from tests.builders.enamad import Case

Stage = Callable[[str], Case]

STAGES: dict[str, Callable[[Case], object]] = {
    "submitted": lambda case: case.submitted(),
    "claimed": lambda case: case.submitted().claimed(),
    "returned": lambda case: (
        case.submitted()
        .claimed()
        .judged(B4="اطلاعات دامنه پنهان است.", T2="واحد پول روشن نیست.")
        .step("announce_deficiency")
    ),
    "papers": lambda case: (
        case.submitted().claimed().judged().verified().cleared().step("approve_checklist").paid()
    ),
    "manager": lambda case: case.with_manager(),
    "approved": lambda case: case.with_manager().step("approve", by="manager"),
}


@pytest.fixture(scope="session")
def _prepared_cases() -> dict[str, Case]:
    return {}


@pytest.fixture
def stage(
    prepared_enamad: Path,
    _prepared_cases: dict[str, Case],
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
) -> Iterator[Stage]:
    """Gives a case of this test's own that has come as far as one of `STAGES`."""
    opened = []

    def prepared(name: str) -> Case:
        if name not in _prepared_cases:
            folder = tmp_path_factory.mktemp(name)
            shutil.copyfile(prepared_enamad / OFFICE_FILE, folder / OFFICE_FILE)
            case = Case(open_office(folder), folder / "packages")
            STAGES[name](case)
            case.office.close()
            _prepared_cases[name] = case
        return _prepared_cases[name]

    def own(name: str) -> Case:
        folder = tmp_path / f"{name}-{len(opened)}"
        folder.mkdir()
        shutil.copyfile(prepared(name).office.folder / OFFICE_FILE, folder / OFFICE_FILE)
        case = replace(prepared(name), office=open_office(folder), scratch=folder / "packages")
        opened.append(case.office)
        return case

    yield own
    for office in opened:
        office.close()


@pytest.fixture
def claimed(stage: Stage) -> Case:
    """Under review, in the hands of `reviewer`."""
    return stage("claimed")


@pytest.fixture
def returned(stage: Stage) -> Case:
    """With the applicant, items B4 and T2 rejected by `reviewer`."""
    return stage("returned")


@pytest.fixture
def papers(stage: Stage) -> Case:
    """Waiting for the physical documents, the fee paid."""
    return stage("papers")


@pytest.fixture
def at_manager(stage: Stage) -> Case:
    """On the manager's stack, ready to be approved."""
    return stage("manager")


@pytest.fixture
def approved(stage: Stage) -> Case:
    """Finally approved, with a certificate."""
    return stage("approved")
