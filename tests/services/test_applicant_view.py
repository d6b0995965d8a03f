"""What the applicant may see follows the status (C-07)."""

import pytest

from desktop.services.applicant_view import ApplicantView, applicant_view
from desktop.services.notes import write_note
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case


def seen(case: Case) -> ApplicantView:
    with reading(case.office) as session:
        return applicant_view(session, case.dossier_id)


@pytest.mark.requirement("C-07", "ENM-055", "X-04")
def test_the_checklist_is_hidden_while_under_review(case: Case):
    case.submitted().claimed().judged(B4="پنهان است.")
    view = seen(case)
    assert view.checklist is None
    assert view.paper_remarks is None
    assert not view.may_answer


@pytest.mark.requirement("C-07", "ENM-060", "ENM-061")
def test_the_checklist_comes_with_remarks_when_deficient(case: Case):
    case.submitted().claimed().judged(B4="پنهان است.").step("announce_deficiency")
    view = seen(case)
    assert view.checklist is not None
    assert {item.code: item.remark for item in view.checklist if item.rejected} == {"B4": "پنهان است."}
    assert view.may_answer
    assert view.answer_due_at is not None


@pytest.mark.requirement("X-03")
def test_the_route_is_seen_without_names_and_internal_notes(case: Case):
    case.submitted().claimed()
    case.by("reviewer", write_note, case.dossier_id, "با همکار مشورت شود.")
    view = seen(case)
    assert [move.status for move in view.moves or ()] == ["ready", "under_review"]
    assert "مشورت" not in repr(view)
    assert "کارشناس نخست" not in repr(view)


@pytest.mark.requirement("ENM-075")
def test_the_symbol_code_is_shown_after_final_approval_only(case: Case):
    case.with_manager()
    assert seen(case).symbol_code is None
    case.step("approve", by="manager")
    assert seen(case).symbol_code == case.certificate.symbol_code


@pytest.mark.requirement("X-04", "ENM-072")
def test_rejected_papers_are_answered_by_post_and_not_by_a_package(case: Case):
    case.submitted().claimed().judged().verified().cleared().step("approve_checklist").papers_received()
    case.papers_judged(commitment_letter="گواهی امضا ندارد.").step("reject_documents", by="officer")
    view = seen(case)
    assert [remark for _, remark in view.paper_remarks or ()] == ["گواهی امضا ندارد."]
    assert not view.may_answer
