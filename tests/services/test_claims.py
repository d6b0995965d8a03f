"""Claims: one person holds a dossier at a time, only at his own desk, and fresh eyes when they are wanted."""

import pytest

from desktop.models.errors import Conflict, NotAllowed, NotFound
from desktop.services import claims, queues, review
from desktop.services.dossiers import dossier_details
from desktop.services.people import actor_named
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.refusals import code_of, refused

REASON = "مدل فعالیت فروشگاه با قوانین سازگار نیست."


def holder(case: Case):
    return case.details.claimed_by


def test_a_dossier_that_is_claimed_is_refused_to_others_with_holder_and_moment(claimed: Case):
    since = claimed.now
    error = refused(claimed, "colleague", claims.claim, claimed.dossier_id)
    assert isinstance(error, Conflict)
    assert error.code == "claim.taken"
    assert error.values["holder"] == "کارشناس نخست"
    assert error.values["since"] < since


def test_claiming_what_one_holds_changes_nothing(claimed: Case):
    with reading(claimed.office) as session:
        before = len(timeline_of(session, claimed.dossier_id))
    assert claimed.by("reviewer", claims.claim, claimed.dossier_id).number == claimed.number
    with reading(claimed.office) as session:
        assert len(timeline_of(session, claimed.dossier_id)) == before


@pytest.mark.parametrize(
    "username", ["clerk", "officer", "supervisor", "manager", "auditor", "administrator"]
)
def test_only_who_has_work_in_a_status_claims_there(stage, username):
    case = stage("submitted")
    error = refused(case, username, claims.claim, case.dossier_id)
    assert isinstance(error, NotAllowed)
    assert error.code == "claim.not_your_desk"


def test_decisions_are_taken_from_a_common_stack_that_nobody_claims(at_manager: Case):
    assert code_of(at_manager, "manager", claims.claim, at_manager.dossier_id) == "claim.not_your_desk"


def test_a_dossier_with_the_applicant_is_nobodys(returned: Case):
    assert holder(returned) is None
    assert code_of(returned, "reviewer", claims.claim, returned.dossier_id) == "claim.not_your_desk"


def test_a_dossier_that_does_not_exist_is_unknown(claimed: Case):
    error = refused(claimed, "reviewer", claims.claim, 99)
    assert isinstance(error, NotFound)
    assert error.code == "dossier.unknown"


def test_only_its_holder_puts_a_dossier_back(claimed: Case):
    assert code_of(claimed, "colleague", claims.release, claimed.dossier_id) == "claim.not_yours"
    claimed.by("reviewer", claims.release, claimed.dossier_id)
    assert holder(claimed) is None
    assert code_of(claimed, "reviewer", claims.release, claimed.dossier_id) == "claim.not_yours"


def test_a_supervisor_reassigns_with_a_reason_and_what_was_found_stays(claimed: Case):
    claimed.judged(B4="پنهان است.")
    claimed.by("supervisor", claims.reassign, claimed.dossier_id, "colleague", "مرخصی")
    assert holder(claimed) == "کارشناس دوم"
    with reading(claimed.office) as session:
        persons = {row.person for row in review.checklist_of(session, claimed.dossier_id)}
        last = timeline_of(session, claimed.dossier_id)[-1]
    assert persons == {"کارشناس نخست"}
    assert (last.tag, last.person) == ("dossier:claim:reassigned", "سرپرست")
    assert last.values["reason"] == "مرخصی"


def test_its_holder_refers_a_dossier_and_nobody_else_does(claimed: Case):
    refer = (claims.reassign, claimed.dossier_id, "colleague", "تخصص من نیست.")
    assert code_of(claimed, "allrounder", *refer) == "role.missing"
    claimed.by("reviewer", *refer)
    assert holder(claimed) == "کارشناس دوم"


def test_a_reassignment_needs_a_reason_and_somebody_whose_desk_it_is(claimed: Case):
    reassign = (claims.reassign, claimed.dossier_id)
    assert code_of(claimed, "supervisor", *reassign, "colleague", "  ") == "reassign.reason_missing"
    assert code_of(claimed, "supervisor", *reassign, "officer", "مرخصی") == "claim.not_your_desk"
    assert code_of(claimed, "supervisor", *reassign, "nobody", "مرخصی") == "person.unknown"


@pytest.mark.requirement("G-08")
def test_who_reviewed_before_a_re_examination_gets_it_neither_by_claim_nor_by_hand(claimed: Case):
    claimed.step("propose_refusal", note=REASON).step("refuse", by="manager", note=REASON)
    claimed.step("reexamine", by="supervisor", note="اعتراض متقاضی وارد است.")
    assert code_of(claimed, "reviewer", claims.claim, claimed.dossier_id) == "claim.barred"
    reassign = (claims.reassign, claimed.dossier_id, "reviewer", "مرخصی")
    assert code_of(claimed, "supervisor", *reassign) == "claim.barred"
    assert code_of(claimed, "reviewer", claims.claim_next) == "claim.nothing_free"
    assert claimed.by("colleague", claims.claim_next).dossier_id == claimed.dossier_id


def test_the_next_case_is_the_one_due_first(stage):
    case = stage("submitted")
    first = case.dossier_id
    second = case.later(days=1).submitted(legal_person=True).dossier_id
    assert case.by("colleague", claims.claim_next).dossier_id == first
    assert case.by("colleague", claims.claim_next).dossier_id == second
    assert code_of(case, "reviewer", claims.claim_next) == "claim.nothing_free"


def test_the_next_case_is_first_of_all_what_came_back_to_oneself(returned: Case):
    mine = returned.dossier_id
    other = returned.submitted(legal_person=True).dossier_id
    returned.dossier_id, returned.number = mine, number_of(returned, mine)
    returned.later(days=1).resubmitted()
    assert due(returned, other) < due(returned, mine)
    assert returned.by("reviewer", claims.claim_next).dossier_id == mine


def number_of(case: Case, dossier_id: int):
    with reading(case.office) as session:
        return dossier_details(session, dossier_id).number


def due(case: Case, dossier_id: int):
    with reading(case.office) as session:
        return dossier_details(session, dossier_id).due_at


def test_claimed_and_free_dossiers_are_counted_in_their_queues(claimed: Case):
    with reading(claimed.office) as session:
        reviewer = actor_named(session, "reviewer", claimed.now)
        counts = {row.code: row.count for row in queues.queues_of(session, reviewer)}
    assert counts["mine"] == 1
    assert counts["unclaimed"] == 0
