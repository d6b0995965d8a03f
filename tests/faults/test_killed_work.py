"""kill -9 at random moments of the work: what was reported as saved is there, and nothing is half done."""

import json
import random
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from desktop.models.certificate import Certificate
from desktop.models.document import Document
from desktop.models.dossier import Dossier, FieldValue
from desktop.models.finding import Finding
from desktop.models.intake_package import IntakePackage
from desktop.models.journal import JournalEntry
from desktop.models.notice import Notice
from desktop.models.outside import Clearance
from desktop.models.submission import Submission, TestAccount, Verification
from desktop.models.vocabulary import Phase
from desktop.services.intake.outcomes import Receipt
from desktop.services.intake.sample import write_package
from desktop.services.intake.taking import take
from desktop.services.office_check import checked
from desktop.services.people import applicant
from desktop.services.unit_of_work import reading, writing
from tests.builders.applications import FILES, an_application
from tests.faults.striking import Worker
from tests.faults.struck_work import AT


@pytest.fixture
def kills(full_counts):
    return 200 if full_counts else 8


def moments(kills, longest):
    """Seconds after the first report, from at once to `longest`; the same in every run."""
    chance = random.Random(kills)
    return [chance.uniform(0, longest) for _ in range(kills)]


def demand_sound(office):
    report = checked(office)
    assert report.is_sound, report.findings


def test_no_finding_that_was_reported_as_saved_is_lost(case, kills):
    case.submitted().claimed()
    saved, next_number, unreported = {}, 0, 0
    with Worker("findings", case.office.folder) as worker:
        for after in moments(kills, 0.2):
            saved |= dict(worker.killed(case.dossier_id, next_number, after=after))
            demand_sound(case.office)
            with reading(case.office) as session:
                kept = {
                    int(remark.split()[1]): item
                    for item, remark in session.execute(select(Finding.item_code, Finding.remark))
                }
                journalled = session.scalar(
                    select(func.count()).where(JournalEntry.tag == "dossier:finding:recorded")
                )
            assert saved.items() <= kept.items()
            assert sorted(kept) == list(range(len(kept)))
            assert journalled == len(kept)
            unreported += len(kept) - max(saved, default=-1) - 1
            next_number = len(kept)
    print(f"findings: {kills} kills, {len(saved)} reported as saved, 0 lost, {unreported} saved unreported")
    assert len(saved) > kills
    assert unreported <= kills


def packages_in(folder, how_many):
    folder.mkdir()
    for number in range(how_many):
        document = an_application({}, package_id=f"package-{number:05}", subject=f"shop{number}.example")
        write_package(folder / f"{number:05}.zip", document, FILES)
    return folder


def count_of(session, table, *where):
    return session.scalar(select(func.count()).select_from(table).where(*where))


def demand_whole_dossiers(session, how_many):
    """Every package has its dossier and every dossier all that came with its package."""
    assert count_of(session, IntakePackage) == how_many
    assert count_of(session, Dossier, Dossier.status == "under_review", Dossier.round == 1) == how_many
    assert count_of(session, Submission) == how_many
    assert count_of(session, Clearance) == how_many
    assert count_of(session, Notice, Notice.kind == "receipt") == how_many
    for table, each in ((Document, 3), (Verification, 1), (FieldValue, 24)):
        per_dossier = Counter(session.scalars(select(table.dossier_id)))
        assert set(per_dossier.values()) == ({each} if how_many else set())
        assert len(per_dossier) == how_many


def test_no_receipt_is_lost_and_no_package_is_half_taken(enamad, tmp_path, kills):
    folder = packages_in(tmp_path / "packages", kills * 6)
    receipts, next_number = {}, 0
    with Worker("packages", enamad.folder) as worker:
        for after in moments(kills, 0.1):
            receipts |= dict(worker.killed(str(folder), next_number, after=after))
            demand_sound(enamad)
            next_number = len(receipts)
            with reading(enamad) as session:
                kept = dict(session.execute(select(IntakePackage.package_id, IntakePackage.outcome)).all())
                demand_whole_dossiers(session, len(kept))
            assert len(kept) in (len(receipts), len(receipts) + 1)
            for number, receipt in receipts.items():
                assert kept[f"package-{number:05}"] == json.loads(receipt)
    print(f"intake: {kills} kills, {len(receipts)} receipts, 0 lost")
    assert len(receipts) > kills / 2
    with writing(enamad) as session:
        again = take(session, applicant(AT + timedelta(days=1)), folder / "00000.zip")
    assert isinstance(again, Receipt)
    assert again.as_json() == receipts[0]


def test_no_certificate_without_decision_and_no_gap_in_the_numbers(enamad, stack_of, kills):
    stack_of(kills * 8)
    approved, batch = set(), 0
    with Worker("approvals", enamad.folder) as worker:
        for after in moments(kills, 0.1):
            batch += 8
            results = worker.killed(batch, after=after)
            assert {refusal for _, refusal in results} <= {None}
            approved |= {dossier_id for dossier_id, _ in results}
            demand_sound(enamad)
            demand_decided(enamad, approved)
    print(f"approval: {kills} kills, {len(approved)} approvals reported, 0 lost")
    assert len(approved) > kills / 2


def demand_decided(office, approved):
    with reading(office) as session:
        decided = set(session.scalars(select(Dossier.id).where(Dossier.decided_at.is_not(None))))
        in_force = set(session.scalars(select(Dossier.id).where(Dossier.phase == Phase.IN_FORCE)))
        certified = list(session.scalars(select(Certificate.dossier_id)))
        told = list(session.scalars(select(Notice.dossier_id).where(Notice.kind == "approval_notice")))
        lent = set(session.scalars(select(TestAccount.dossier_id)))
    assert approved <= decided
    assert decided == in_force
    assert sorted(certified) == sorted(told) == sorted(decided)
    assert lent.isdisjoint(decided)
