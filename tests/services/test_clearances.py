"""Clearance by an outside authority: asked at the sending, answered with a number, told to the applicant."""

import pytest

from desktop.models.errors import NotFound
from desktop.models.vocabulary import ClearanceResult
from desktop.services import blacklist
from desktop.services.clearances import clearances_of, record_answer
from desktop.services.notices import notices_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import POLICE, Case
from tests.builders.refusals import code_of, refused

GRANTED = (POLICE, ClearanceResult.GRANTED, "۱۲/۳۴۵")


def enquiries(case: Case):
    with reading(case.office) as session:
        return clearances_of(session, case.dossier_id)


@pytest.mark.requirement("ENM-009", "X-R8")
def test_the_authority_is_asked_when_the_dossier_is_sent(stage):
    (asked,) = enquiries(stage("submitted"))
    assert (asked.authority, asked.result) == (POLICE, ClearanceResult.PENDING)
    assert asked.answered_at is None


@pytest.mark.requirement("ENM-012", "N2")
def test_its_answer_is_recorded_with_its_number_and_told(claimed: Case):
    claimed.by("reviewer", record_answer, claimed.dossier_id, *GRANTED)
    (answered,) = enquiries(claimed)
    assert (answered.result, answered.reference) == (ClearanceResult.GRANTED, "۱۲/۳۴۵")
    with reading(claimed.office) as session:
        notice = notices_of(session, claimed.dossier_id)[-1]
    assert (notice.kind, notice.content["result"]) == ("clearance_result", "granted")


def test_an_answer_needs_a_number_and_is_no_answer_while_pending(claimed: Case):
    answering = (record_answer, claimed.dossier_id, POLICE)
    missing = "clearance.reference_missing"
    assert code_of(claimed, "reviewer", *answering, ClearanceResult.GRANTED, "  ") == missing
    assert code_of(claimed, "reviewer", *answering, ClearanceResult.PENDING, "۱") == missing


def test_an_answer_is_recorded_once(claimed: Case):
    claimed.cleared()
    error = refused(claimed, "reviewer", record_answer, claimed.dossier_id, *GRANTED)
    assert (error.code, error.values["result"]) == ("clearance.answered", "granted")


def test_nobody_answers_what_was_not_asked(claimed: Case):
    for dossier_id, authority in ((claimed.dossier_id, "tax_office"), (99, POLICE)):
        answering = (record_answer, dossier_id, authority, ClearanceResult.GRANTED, "۱")
        error = refused(claimed, "reviewer", *answering)
        assert isinstance(error, NotFound)
        assert error.code == "clearance.not_asked"


@pytest.mark.parametrize("username", ["clerk", "officer", "manager", "auditor"])
def test_answers_are_recorded_by_reviewers_and_supervisors(claimed: Case, username):
    assert code_of(claimed, username, record_answer, claimed.dossier_id, *GRANTED) == "role.missing"


@pytest.mark.requirement("ENM-011")
def test_after_a_refusal_the_authority_is_asked_anew_on_re_examination(claimed: Case):
    claimed.cleared(ClearanceResult.REFUSED).step("refuse_clearance", note="نامهٔ ۱۲/۳۴۵")
    with reading(claimed.office) as session:
        (hit,) = blacklist.hits_of(session, claimed.dossier_id)
    claimed.by("manager", blacklist.lift, hit.entry_id, "رأی مرجع بالاتر")
    claimed.step("reexamine", by="supervisor", note="به درخواست متقاضی")
    assert [row.result for row in enquiries(claimed)] == [ClearanceResult.REFUSED, ClearanceResult.PENDING]
    claimed.cleared()
    assert enquiries(claimed)[-1].result is ClearanceResult.GRANTED


def test_a_clearance_that_was_granted_is_not_asked_for_again(returned: Case):
    returned.cleared().later(days=1).resubmitted()
    assert [row.result for row in enquiries(returned)] == [ClearanceResult.GRANTED]
