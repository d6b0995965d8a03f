"""The clock's own work: it reminds before an answer is due and lapses the dossier after it, once each."""

from datetime import timedelta

import pytest

from desktop.services import answer_deadlines
from desktop.services.daily_round import go_round
from desktop.services.notices import notices_of
from desktop.services.steps import take_step
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from tests.builders.damage import change_past_protections
from tests.builders.enamad import Case
from tests.builders.refusals import code_of


def outcomes(case: Case, at):
    return [(result.outcome, result.failed) for result in go_round(case.office, at)]


@pytest.mark.requirement("G-06")
def test_nothing_is_done_before_the_reminder_is_due(returned: Case):
    due = returned.details.answer_due_at
    assert outcomes(returned, due - timedelta(days=12)) == []


@pytest.mark.requirement("G-06")
def test_the_applicant_is_reminded_once(returned: Case):
    due = returned.details.answer_due_at
    assert outcomes(returned, due - timedelta(days=1)) == [("reminded", False)]
    assert outcomes(returned, due - timedelta(hours=1)) == []
    with reading(returned.office) as session:
        kinds = [notice.kind for notice in notices_of(session, returned.dossier_id)]
        told = [entry for entry in timeline_of(session, returned.dossier_id) if "reminded" in entry.tag]
    assert kinds[-1] == "answer_reminder"
    assert [entry.person for entry in told] == [None]


@pytest.mark.requirement("G-06")
def test_after_the_deadline_the_dossier_lapses_and_says_so(returned: Case):
    due = returned.details.answer_due_at
    assert outcomes(returned, due) == [("reminded", False)]
    assert returned.status == "deficient"
    assert outcomes(returned, due + timedelta(seconds=1)) == [("lapse", False)]
    assert (returned.status, returned.details.answer_due_at) == ("lapsed", None)
    assert outcomes(returned, due + timedelta(days=9)) == []
    with reading(returned.office) as session:
        assert notices_of(session, returned.dossier_id)[-1].kind == "lapse_notice"


@pytest.mark.requirement("G-06")
def test_an_extension_is_reminded_of_anew(returned: Case):
    due = returned.details.answer_due_at
    assert outcomes(returned, due - timedelta(days=1)) == [("reminded", False)]
    returned.step("extend_deadline", by="supervisor", note="به درخواست متقاضی")
    longer = returned.details.answer_due_at
    assert longer > due
    assert outcomes(returned, due + timedelta(seconds=1)) == []
    assert outcomes(returned, longer - timedelta(days=1)) == [("reminded", False)]


def test_an_extension_after_the_deadline_counts_from_now(returned: Case):
    due = returned.details.answer_due_at
    returned.now = due + timedelta(days=3)
    returned.step("extend_deadline", by="supervisor", note="به درخواست متقاضی")
    assert returned.details.answer_due_at > due + timedelta(days=13)


@pytest.mark.requirement("X-07", "G-06")
def test_an_answer_in_time_stops_the_clock(returned: Case):
    due = returned.details.answer_due_at
    returned.later(days=2).resubmitted()
    assert returned.details.answer_due_at is None
    assert outcomes(returned, due + timedelta(days=1)) == []


@pytest.mark.requirement("G-06")
def test_rejected_papers_are_awaited_with_a_deadline_too(papers: Case):
    papers.papers_received().papers_judged(commitment_letter="مهر ندارد.")
    papers.step("reject_documents", by="officer")
    due = papers.details.answer_due_at
    assert outcomes(papers, due + timedelta(days=1)) == [("lapse", False)]
    assert papers.status == "lapsed"


def test_where_no_answer_is_awaited_there_is_nothing_to_extend(claimed: Case):
    def extend(session, actor, dossier_id):
        dossier = session.get(answer_deadlines.Dossier, dossier_id)
        answer_deadlines.extend(session, actor, dossier, 5)

    assert code_of(claimed, "supervisor", extend, claimed.dossier_id) == "deadline.none"


def test_nobody_lapses_a_dossier_by_hand(returned: Case):
    returned.now = returned.details.answer_due_at + timedelta(days=1)
    for username in ("reviewer", "supervisor", "manager", "administrator"):
        assert code_of(returned, username, take_step, returned.dossier_id, "lapse") == "step.role_missing"


def test_one_dossier_that_cannot_be_settled_stops_no_other(returned: Case):
    other = Case(returned.office, returned.scratch / "other", now=returned.now).submitted(legal_person=True)
    other.claimed().judged(B4="پنهان است.").step("announce_deficiency")
    broken = "DELETE FROM journal_head WHERE chain = 1"
    change_past_protections(returned.office.folder, "journal_head", broken)
    at = other.details.answer_due_at + timedelta(days=9)
    results = {result.dossier_id: result for result in go_round(returned.office, at)}
    assert results[returned.dossier_id].failed
    assert (results[other.dossier_id].outcome, other.status) == ("lapse", "lapsed")


@pytest.mark.requirement("ENM-012")
def test_the_round_resumes_a_review_whose_clearance_has_come(case: Case):
    case.submitted().claimed().step("await_clearance")
    assert list(go_round(case.office, case.later(days=1).now)) == []
    case.cleared()
    assert [row.outcome for row in go_round(case.office, case.now)] == ["resume"]
    assert case.status == "under_review"
