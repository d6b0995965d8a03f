"""Two processes after the same thing at once: one has it, the other hears so, and nothing is doubled."""

from collections import Counter
from contextlib import ExitStack

import pytest
from sqlalchemy import func, select

from desktop.models.dossier import Dossier
from desktop.models.intake_package import IntakePackage
from desktop.services.intake.sample import write_package
from desktop.services.office_check import checked
from desktop.services.unit_of_work import reading
from tests.builders.applications import FILES, an_application
from tests.faults.striking import Worker


def at_once(office, work, *orders):
    """What each of several processes reports that get their orders at the same moment."""
    with ExitStack() as stack:
        workers = [stack.enter_context(Worker(work, office.folder)) for _ in orders]
        for worker, order in zip(workers, orders, strict=True):
            worker.order(*order)
        return [worker.reported() for worker in workers]


@pytest.fixture
def dossiers(dossiers_in, full_counts):
    """Ids of dossiers under review that nobody holds."""
    return dossiers_in("under_review", 400 if full_counts else 60)


def test_of_two_who_claim_a_dossier_at_once_one_has_it_and_the_other_hears_so(enamad, dossiers):
    first, second = at_once(enamad, "claiming", ("reviewer", dossiers), ("colleague", dossiers))
    for dossier_id, said in dict(first).items():
        assert sorted([said, dict(second)[dossier_id]]) == ["Conflict claim.taken", "claimed"]
    with reading(enamad) as session:
        held = Counter(session.scalars(select(Dossier.claimed_by_id)))
    assert sum(held.values()) == len(dossiers)
    assert None not in held
    assert checked(enamad).is_sound


def test_two_who_ask_for_the_next_case_never_get_the_same(enamad, dossiers):
    half = len(dossiers) // 2
    first, second = at_once(enamad, "claiming_next", ("reviewer", half), ("colleague", half))
    assert sorted(first + second) == dossiers


def test_two_who_take_the_same_package_at_once_get_the_same_receipt(enamad, tmp_path, full_counts):
    how_many = 60 if full_counts else 8
    for number in range(how_many):
        document = an_application({}, package_id=f"package-{number:05}", subject=f"shop{number}.example")
        write_package(tmp_path / f"{number:05}.zip", document, FILES)
    orders = (str(tmp_path), 0)
    first, second = at_once(enamad, "packages", orders, orders)
    assert first == second
    assert len(first) == how_many
    with reading(enamad) as session:
        assert session.scalar(select(func.count()).select_from(Dossier)) == how_many
        assert session.scalar(select(func.count()).select_from(IntakePackage)) == how_many
    assert checked(enamad).is_sound
