"""The outbox: written with the step that causes it, frozen as it was then, held back for a moment."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.models.applicant import Applicant
from desktop.models.notice import Notice
from desktop.models.vocabulary import NoticeState, Verdict
from desktop.services import review
from desktop.services.notices import HOLD, notices_of
from desktop.services.people import actor_named
from desktop.services.steps import take_step
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import Case


def notices(case: Case):
    with reading(case.office) as session:
        return notices_of(session, case.dossier_id)


@pytest.mark.requirement("X-11", "N3")
def test_a_notice_names_whom_to_tell_and_by_what_means(returned: Case):
    notice = notices(returned)[-1]
    assert notice.recipient == {
        "name": "سارا کریمی",
        "email": "sara.karimi@golchin.example",
        "mobile": "09121234567",
    }
    assert notice.state is NoticeState.WAITING


@pytest.mark.requirement("X-11")
def test_a_step_that_is_undone_tells_nobody(claimed: Case):
    claimed.judged(B4="پنهان است.")
    before = len(notices(claimed))
    with writing(claimed.office) as session:
        reviewer = actor_named(session, "reviewer", claimed.now)
        take_step(session, reviewer, claimed.dossier_id, "announce_deficiency")
        assert len(notices_of(session, claimed.dossier_id)) == before + 1
        session.rollback()
    assert len(notices(claimed)) == before
    assert claimed.status == "under_review"


@pytest.mark.requirement("ENM-061", "ENM-064")
def test_what_was_said_does_not_change_with_the_dossier(returned: Case):
    said = notices(returned)[-1]
    assert [item["code"] for item in said.content["items"]] == ["B4", "T2"]
    assert said.content["items"][0]["title"].keys() == {"fa", "ar", "en"}
    returned.later(days=1).resubmitted().claimed()
    returned.by("reviewer", review.judge, returned.dossier_id, "B4", Verdict.REJECTED, "دیگر")
    with writing(returned.office) as session:
        session.scalars(select(Applicant)).one().email = "new@golchin.example"
    assert next(one for one in notices(returned) if one.id == said.id) == said


def test_a_notice_waits_so_that_its_step_can_be_taken_back(returned: Case):
    with reading(returned.office) as session:
        rows = session.scalars(select(Notice)).all()
    assert {row.not_before - row.created_at for row in rows} == {HOLD}
    assert timedelta() < HOLD < timedelta(minutes=1)


@pytest.mark.requirement("ENM-074", "ENM-075")
def test_the_approval_is_told_with_number_code_and_last_day(approved: Case):
    said = notices(approved)[-1]
    held = approved.certificate
    assert said.kind == "approval_notice"
    assert (said.content["certificate"], said.content["symbol_code"]) == (held.number, held.symbol_code)
    assert said.content["last_valid_day"] == held.last_valid_day.isoformat()


@pytest.mark.requirement("ENM-002")
def test_a_reason_that_goes_out_is_the_note_of_its_step(claimed: Case):
    claimed.step("mark_not_applicable", note="سایت فروش اینترنتی ندارد.")
    assert notices(claimed)[-1].content["text"] == "سایت فروش اینترنتی ندارد."


@pytest.mark.requirement("X-09")
def test_every_sending_that_is_taken_is_confirmed_with_a_notice_too(returned: Case):
    returned.later(days=1).resubmitted()
    assert [notice.kind for notice in notices(returned)] == ["receipt", "deficiency_notice", "receipt"]
