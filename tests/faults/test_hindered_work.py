"""A full or failing disk, a locked database: the work says which, loses nothing, and can be done later."""

import pytest
from sqlalchemy import select

from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.errors import Unavailable
from desktop.models.intake_package import IntakePackage
from desktop.models.vocabulary import Verdict
from desktop.services import approval, database, review
from desktop.services.database import open_office
from desktop.services.intake.batch import take_all
from desktop.services.intake.outcomes import Receipt
from desktop.services.intake.sample import sample
from desktop.services.office_check import checked
from desktop.services.people import actor_named, applicant
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.hindrances import disk_that_takes_nothing, full_disk, somebody_writing
from tests.faults.struck_work import AT


def judged(case: Case):
    with reading(case.office) as session:
        return [row.code for row in review.checklist_of(session, case.dossier_id) if row.verdict]


def test_findings_on_a_full_disk_are_refused_in_words_and_those_before_stay(case: Case):
    case.submitted().claimed()
    with reading(case.office) as session:
        codes = [row.code for row in review.checklist_of(session, case.dossier_id)]
    saved: list[str] = []

    def judge_all():
        for code in codes:
            case.by("reviewer", review.judge, case.dossier_id, code, Verdict.REJECTED, "نقص دارد. " * 250)
            saved.append(code)

    with full_disk(case.office, more_pages=12), pytest.raises(Unavailable) as refused:
        judge_all()
    assert refused.value.code == "disk.full"
    assert 0 < len(saved) < len(codes)
    assert judged(case) == saved
    assert checked(case.office).is_sound
    case.judged()
    assert judged(case) == codes


def test_a_package_on_a_full_disk_is_not_half_taken_and_is_taken_afterwards(case: Case, tmp_path):
    packages = sample(tmp_path / "packages", case.now)
    with full_disk(case.office, more_pages=6):
        arrivals = list(take_all(case.office, applicant(case.now), packages))
    assert [arrival.error and arrival.error.code for arrival in arrivals] == ["disk.full"] * 2
    with reading(case.office) as session:
        assert session.scalars(select(IntakePackage)).all() == []
    assert checked(case.office).is_sound
    again = list(take_all(case.office, applicant(case.now), packages))
    assert [type(arrival.outcome) for arrival in again] == [Receipt, Receipt]


def test_approvals_on_a_full_disk_leave_no_gap_and_no_certificate_undecided(enamad, stack_of):
    waiting = stack_of(40)

    def approve(dossier_ids):
        with reading(enamad) as session:
            manager = actor_named(session, "manager", AT)
        results = approval.decide_many(enamad, manager, dossier_ids, "approve")
        return {result.dossier_id: result.refusal and result.refusal.code for result in results}

    with full_disk(enamad, more_pages=4):
        outcomes = approve(waiting)
    assert set(outcomes.values()) == {None, "disk.full"}
    with reading(enamad) as session:
        certified = set(session.scalars(select(Certificate.dossier_id)))
        decided = set(session.scalars(select(Dossier.id).where(Dossier.decided_at.is_not(None))))
    assert certified == decided == {one for one, refusal in outcomes.items() if refusal is None}
    assert checked(enamad).is_sound
    assert set(approve(set(waiting) - decided).values()) == {None}
    assert checked(enamad).is_sound


def test_a_disk_that_takes_nothing_is_told_in_words_and_nothing_is_lost(case: Case):
    case.submitted().claimed()
    finding = (case.dossier_id, "B1", Verdict.ACCEPTED)
    with disk_that_takes_nothing(), pytest.raises(Unavailable) as refused:
        case.by("reviewer", review.judge, *finding)
    assert refused.value.code == "disk.failed"
    assert judged(case) == []
    case.by("reviewer", review.judge, *finding)
    assert judged(case) == ["B1"]
    assert checked(case.office).is_sound


def test_who_meets_a_locked_database_hears_so_and_can_try_again(case: Case, monkeypatch):
    case.submitted().claimed()
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 30)
    case.office = open_office(case.office.folder)
    finding = (case.dossier_id, "B1", Verdict.ACCEPTED)
    with somebody_writing(case.office), pytest.raises(Unavailable) as refused:
        case.by("reviewer", review.judge, *finding)
    assert refused.value.code == "database.locked"
    assert case.by("reviewer", review.judge, *finding)
    case.office.close()


def test_who_only_reads_is_not_kept_waiting_by_who_writes(case: Case):
    case.submitted()
    with somebody_writing(case.office):
        assert case.status == "under_review"
