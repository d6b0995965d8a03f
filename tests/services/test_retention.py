"""What retention rules name is erased when its time is over, and not a day before (G-19)."""

import pytest
from sqlalchemy import func, select

from desktop.models.attachment import Attachment
from desktop.models.document import Document
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.scheme_rules import DocumentRule
from desktop.services import journal, retention
from desktop.services.people import clock
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import Case
from tests.builders.scheme_versions import office_under


def withdrawn(case: Case) -> Case:
    return case.submitted().claimed().step("withdraw", by="clerk", note="به درخواست متقاضی")


def identity_scans(case: Case) -> int:
    with reading(case.office) as session:
        return session.scalar(
            select(func.count())
            .select_from(Document)
            .join(DocumentRule, DocumentRule.code == Document.rule_code)
            .where(Document.dossier_id == case.dossier_id, DocumentRule.stage == "application")
        )


def attachments(case: Case) -> int:
    with reading(case.office) as session:
        return session.scalar(select(func.count()).select_from(Attachment))


@pytest.mark.requirement("G-19")
def test_identity_scans_of_a_withdrawn_dossier_go_after_ninety_days(case: Case):
    withdrawn(case)
    before = attachments(case)
    assert list(retention.purge_due(case.office, case.later(days=89).now)) == []
    assert identity_scans(case) > 0
    purged = [row.what for row in retention.purge_due(case.office, case.later(days=2).now)]
    assert purged == ["identity_scans"]
    assert identity_scans(case) == 0
    assert attachments(case) < before
    with reading(case.office) as session:
        assert all(isinstance(held, int) for held in journal.verify_journal(session))


@pytest.mark.requirement("G-19")
def test_what_was_erased_is_not_due_again(case: Case):
    withdrawn(case).later(days=100)
    assert list(retention.purge_due(case.office, case.now))
    assert list(retention.purge_due(case.office, case.now)) == []


@pytest.mark.requirement("G-19")
def test_a_file_that_another_dossier_needs_stays(case: Case):
    withdrawn(case)
    other = Case(case.office, case.scratch / "other", now=case.now).submitted()
    list(retention.purge_due(case.office, case.later(days=100).now))
    assert identity_scans(case) == 0
    assert identity_scans(other) > 0


def test_paper_in_the_archive_is_only_reminded_of(case: Case):
    withdrawn(case)
    with pytest.raises(NotFound) as refused, writing(case.office) as session:
        retention.purge(session, clock(case.now), case.dossier_id, "papers")
    assert refused.value.code == "retention.by_hand"


def test_a_dossier_that_goes_on_is_never_touched(case: Case):
    case.submitted().claimed().later(days=4000)
    assert list(retention.purge_due(case.office, case.now)) == []


def test_a_supervisor_records_that_paper_was_destroyed_and_is_reminded_no_more(case: Case):
    reason = "مدل فعالیت فروشگاه با قوانین سازگار نیست."
    case.submitted().claimed().step("propose_refusal", note=reason).step("refuse", by="manager", note=reason)
    case.later(days=366)
    with reading(case.office) as session:
        by_hand = [row.what for row in retention.retention_due(session, case.now) if row.by_hand]
    assert by_hand == ["papers"]
    case.by("supervisor", retention.purge, case.dossier_id, "papers")
    with reading(case.office) as session:
        assert "papers" not in [row.what for row in retention.retention_due(session, case.now)]


def test_nobody_erases_before_its_time_or_without_the_right(case: Case):
    withdrawn(case)
    with pytest.raises(RuleBroken) as early:
        case.by("supervisor", retention.purge, case.dossier_id, "identity_scans")
    assert early.value.code == "retention.not_due"
    case.later(days=100)
    with pytest.raises(RuleBroken) as stranger:
        case.by("reviewer", retention.purge, case.dossier_id, "identity_scans")
    assert stranger.value.code == "role.missing"
    assert identity_scans(case) > 0


@pytest.mark.requirement("G-19")
def test_contact_data_goes_from_everywhere_when_a_scheme_says_so(tmp_path):
    rule = '[[retention]]\nwhat = "contact_data"\nafter = "withdrawn"\ndays = 90\n'
    present = '[[retention]]\nwhat = "test_account"'
    office = office_under(tmp_path, (present, f"{rule}\n{present}"))
    case = withdrawn(Case(office, tmp_path / "packages"))
    case.by("supervisor", retention.purge, case.later(days=100).dossier_id, "contact_data")
    office.close()
    everything = b"".join(path.read_bytes() for path in office.folder.iterdir() if path.is_file())
    assert b"09121234567" not in everything
    assert b"info@golchin.example" not in everything
