"""Findings: recorded item by item by who holds the dossier, superseded and never overwritten."""

import pytest
from sqlalchemy import select

from desktop.models.errors import NotAllowed, NotFound
from desktop.models.finding import Finding
from desktop.models.vocabulary import Verdict
from desktop.services import claims, review, steps
from desktop.services.people import actor_named
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.refusals import code_of, refused


def judge(case: Case, item: str, verdict: Verdict, *arguments, by: str = "reviewer", **named):
    return case.by(by, review.judge, case.dossier_id, item, verdict, *arguments, **named)


def row(case: Case, item: str):
    with reading(case.office) as session:
        return next(row for row in review.checklist_of(session, case.dossier_id) if row.code == item)


def findings(case: Case, item: str):
    with reading(case.office) as session:
        rows = select(Finding).where(Finding.dossier_id == case.dossier_id, Finding.item_code == item)
        return [
            (found.verdict, found.remark, found.superseded_at is None)
            for found in session.scalars(rows.order_by(Finding.id))
        ]


@pytest.mark.requirement("X-06", "ENM-061")
def test_a_finding_stands_with_verdict_remark_person_and_round(claimed: Case):
    judge(claimed, "B4", Verdict.REJECTED, "  پنهان است.  ")
    found = row(claimed, "B4")
    assert (found.verdict, found.remark) == (Verdict.REJECTED, "پنهان است.")
    assert (found.person, found.round) == ("کارشناس نخست", 1)


@pytest.mark.requirement("ENM-064")
def test_a_changed_finding_supersedes_the_earlier_one_which_stays(claimed: Case):
    judge(claimed, "B4", Verdict.REJECTED, "پنهان است.")
    judge(claimed, "B4", Verdict.ACCEPTED)
    assert findings(claimed, "B4") == [
        (Verdict.REJECTED, "پنهان است.", False),
        (Verdict.ACCEPTED, "", True),
    ]


def test_saying_the_same_again_changes_nothing(claimed: Case):
    assert judge(claimed, "B4", Verdict.REJECTED, "پنهان است.") is True
    with reading(claimed.office) as session:
        before = len(timeline_of(session, claimed.dossier_id))
    assert judge(claimed, "B4", Verdict.REJECTED, " پنهان است. ") is False
    with reading(claimed.office) as session:
        assert len(timeline_of(session, claimed.dossier_id)) == before


def test_the_same_verdict_of_another_reviewer_is_a_finding_of_his_own(claimed: Case):
    judge(claimed, "B4", Verdict.ACCEPTED)
    claimed.by("reviewer", claims.release, claimed.dossier_id)
    claimed.claimed("colleague")
    assert judge(claimed, "B4", Verdict.ACCEPTED, by="colleague") is True
    assert row(claimed, "B4").person == "کارشناس دوم"


@pytest.mark.parametrize("remark", ["", "   ", "\n\t"])
def test_a_rejection_without_a_remark_is_refused(claimed: Case, remark):
    judging = (review.judge, claimed.dossier_id, "B4", Verdict.REJECTED, remark)
    assert code_of(claimed, "reviewer", *judging) == "finding.remark_missing"


def test_a_remark_has_a_longest_length(claimed: Case):
    judging = (review.judge, claimed.dossier_id, "B4", Verdict.REJECTED)
    assert code_of(claimed, "reviewer", *judging, "آ" * 5_001) == "finding.remark_too_long"
    judge(claimed, "B4", Verdict.REJECTED, "آ" * 5_000)
    assert len(row(claimed, "B4").remark) == 5_000


def test_a_canned_reason_opens_the_remark(claimed: Case):
    judge(claimed, "B4", Verdict.REJECTED, "دامنهٔ دوم هم.", reason="whois_hidden")
    assert row(claimed, "B4").remark.startswith("اطلاعات مالک دامنه پنهان است.")
    assert row(claimed, "B4").remark.endswith("دامنهٔ دوم هم.")
    judge(claimed, "T2", Verdict.REJECTED, reason="same_as_before")
    assert row(claimed, "T2").verdict is Verdict.REJECTED


@pytest.mark.parametrize("reason", ["no_https", "nonsense"])
def test_a_canned_reason_of_another_item_or_of_none_is_unknown(claimed: Case, reason):
    error = refused(claimed, "reviewer", review.judge, claimed.dossier_id, "B4", Verdict.REJECTED, "", reason)
    assert isinstance(error, NotFound)
    assert error.code == "finding.reason_unknown"


def test_an_item_the_checklist_does_not_have_is_unknown(claimed: Case):
    judging = (review.judge, claimed.dossier_id, "Z9", Verdict.ACCEPTED)
    assert code_of(claimed, "reviewer", *judging) == "finding.item_unknown"
    drafting = (review.keep_draft, claimed.dossier_id, "Z9", None, "")
    assert code_of(claimed, "reviewer", *drafting) == "finding.item_unknown"


def test_only_who_holds_the_dossier_judges_it(claimed: Case):
    error = refused(claimed, "colleague", review.judge, claimed.dossier_id, "B4", Verdict.ACCEPTED)
    assert isinstance(error, NotAllowed)
    assert error.code == "claim.not_yours"


@pytest.mark.parametrize("username", ["clerk", "officer", "supervisor", "manager", "auditor"])
def test_other_roles_do_not_judge_items(claimed: Case, username):
    judging = (review.judge, claimed.dossier_id, "B4", Verdict.ACCEPTED)
    assert code_of(claimed, username, *judging) == "role.missing"


@pytest.mark.parametrize("where", ["returned", "papers", "manager", "approved"])
def test_items_are_judged_only_while_under_review(stage, where):
    case = stage(where)
    judging = (review.judge, case.dossier_id, "B4", Verdict.ACCEPTED)
    assert code_of(case, "reviewer", *judging) == "finding.not_under_review"


def test_a_dossier_that_does_not_exist_is_not_judged(claimed: Case):
    assert code_of(claimed, "reviewer", review.judge, 99, "B4", Verdict.ACCEPTED) == "dossier.unknown"


def test_a_draft_is_its_writers_alone_until_the_finding_takes_its_place(claimed: Case):
    claimed.by("reviewer", review.keep_draft, claimed.dossier_id, "B4", Verdict.REJECTED, "نیمه‌کاره")
    claimed.by("reviewer", review.keep_draft, claimed.dossier_id, "B4", None, "نیمه‌کارهٔ دیگر")
    with reading(claimed.office) as session:
        mine = review.drafts_of(session, actor_named(session, "reviewer", claimed.now), claimed.dossier_id)
        others = review.drafts_of(session, actor_named(session, "colleague", claimed.now), claimed.dossier_id)
    assert mine == {"B4": (None, "نیمه‌کارهٔ دیگر")}
    assert others == {}
    assert row(claimed, "B4").verdict is None
    judge(claimed, "B4", Verdict.ACCEPTED)
    with reading(claimed.office) as session:
        reviewer = actor_named(session, "reviewer", claimed.now)
        assert review.drafts_of(session, reviewer, claimed.dossier_id) == {}


def test_findings_of_an_earlier_round_are_confirmed_for_this_one(returned: Case):
    returned.later(days=2).resubmitted().claimed()
    assert row(returned, "O1").round == 1
    confirming = (review.confirm, returned.dossier_id)
    assert returned.by("reviewer", *confirming, ["O1", "O2", "B4"]) == 3
    assert returned.by("reviewer", *confirming, ["O1"]) == 0
    assert row(returned, "O1").round == 2
    assert (row(returned, "B4").verdict, row(returned, "B4").round) == (Verdict.REJECTED, 2)


def test_what_was_never_judged_cannot_be_confirmed(claimed: Case):
    confirming = (review.confirm, claimed.dossier_id, ["O1"])
    assert code_of(claimed, "reviewer", *confirming) == "finding.nothing_to_confirm"


def test_not_applicable_is_a_verdict_that_lets_the_checklist_pass(claimed: Case):
    claimed.judged().verified().cleared()
    judge(claimed, "C6", Verdict.NOT_APPLICABLE, "ضمانت ندارد.")
    claimed.by("reviewer", steps.take_step, claimed.dossier_id, "approve_checklist")
    assert claimed.status == "physical_documents"
