"""A verdict is taken back by who gave it, in its round: the item then stands as before, or is not judged."""

import pytest
from sqlalchemy import select

from desktop.models.finding import Finding
from desktop.models.vocabulary import Verdict
from desktop.services import claims, review
from desktop.services.changes import what_changed
from desktop.services.deficiencies import deficiency_ledger
from desktop.services.findings import Judgement
from desktop.services.people import actor_named
from desktop.services.review import checklist_of, drafts_of, judge, judge_all
from desktop.services.steps import take_step
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from desktop.services.verdict_undoing import undo_verdicts
from tests.builders.enamad import Case
from tests.builders.observed import observed
from tests.builders.refusals import code_of

ASIDE = ("finding", "finding_draft", "work_done")


def items(case: Case):
    with reading(case.office) as session:
        return {row.code: row for row in checklist_of(session, case.dossier_id)}


def ledger(case: Case):
    with reading(case.office) as session:
        return deficiency_ledger(session, case.dossier_id)


def judged(case: Case, item: str, verdict: Verdict, remark: str = "", by: str = "reviewer"):
    case.by(by, judge, case.dossier_id, item, verdict, remark)


def undone(case: Case, *codes: str, by: str = "reviewer"):
    case.by(by, undo_verdicts, case.dossier_id, codes)


@pytest.fixture
def second_round(returned: Case) -> Case:
    """Back from the applicant after B4 and T2 were rejected, in the hands of `colleague`."""
    return returned.resubmitted().claimed(by="colleague")


def test_an_item_that_had_no_verdict_has_none_again(claimed: Case):
    before, everything = items(claimed), observed(claimed.office, *ASIDE)
    judged(claimed, "B4", Verdict.REJECTED, "اطلاعات دامنه پنهان است.")
    undone(claimed, "B4")
    assert items(claimed) == before
    assert observed(claimed.office, *ASIDE) == everything
    assert ledger(claimed) == []


def test_verdicts_are_taken_back_one_after_the_other(claimed: Case):
    judged(claimed, "B4", Verdict.ACCEPTED)
    once = items(claimed)
    judged(claimed, "B4", Verdict.NOT_APPLICABLE)
    twice = items(claimed)
    judged(claimed, "B4", Verdict.REJECTED, "پنهان است.")
    undone(claimed, "B4")
    assert items(claimed) == twice
    undone(claimed, "B4")
    assert items(claimed) == once
    undone(claimed, "B4")
    assert items(claimed)["B4"].verdict is None
    assert code_of(claimed, "reviewer", undo_verdicts, claimed.dossier_id, ["B4"]) == "undo.no_verdict"


def test_anothers_finding_of_an_earlier_round_stands_again_as_it_was(second_round: Case):
    before, deficient = items(second_round), ledger(second_round)
    judged(second_round, "B4", Verdict.ACCEPTED, by="colleague")
    assert ledger(second_round) != deficient
    undone(second_round, "B4", by="colleague")
    assert items(second_round) == before
    assert ledger(second_round) == deficient
    assert (items(second_round)["B4"].person, items(second_round)["B4"].round) == ("کارشناس نخست", 1)


def test_a_group_that_was_confirmed_together_is_taken_back_together(second_round: Case):
    before = items(second_round)
    codes = [code for code, row in before.items() if row.verdict is Verdict.ACCEPTED][:5]
    second_round.by("colleague", review.confirm, second_round.dossier_id, codes)
    undone(second_round, *codes, by="colleague")
    assert items(second_round) == before


def test_all_are_taken_back_or_none(claimed: Case):
    claimed.by(
        "reviewer",
        judge_all,
        claimed.dossier_id,
        [Judgement("B4", Verdict.ACCEPTED), Judgement("T2", Verdict.ACCEPTED)],
    )
    taking_back = (undo_verdicts, claimed.dossier_id, ["B4", "T2", "S1"])
    assert code_of(claimed, "reviewer", *taking_back) == "undo.no_verdict"
    assert items(claimed)["B4"].verdict is Verdict.ACCEPTED


def test_only_ones_own_verdict_of_this_round_is_taken_back(second_round: Case):
    taking_back = (undo_verdicts, second_round.dossier_id, ["T2"])
    assert code_of(second_round, "colleague", *taking_back) == "undo.verdict_not_yours"
    assert code_of(second_round, "reviewer", *taking_back) == "claim.not_yours"
    second_round.by("colleague", claims.reassign, second_round.dossier_id, "reviewer", "مرخصی")
    assert code_of(second_round, "reviewer", *taking_back) == "undo.verdict_not_yours"


def test_a_verdict_that_went_out_is_taken_back_no_more(claimed: Case):
    judged(claimed, "B4", Verdict.REJECTED, "پنهان است.")
    claimed.by("reviewer", take_step, claimed.dossier_id, "announce_deficiency")
    taking_back = (undo_verdicts, claimed.dossier_id, ["B4"])
    assert code_of(claimed, "reviewer", *taking_back) == "finding.not_under_review"


def test_what_was_written_is_a_draft_again(claimed: Case):
    judged(claimed, "B4", Verdict.REJECTED, "اطلاعات دامنه پنهان است.")
    undone(claimed, "B4")
    with reading(claimed.office) as session:
        reviewer = actor_named(session, "reviewer", claimed.now)
        drafts = drafts_of(session, reviewer, claimed.dossier_id)
    assert drafts == {"B4": (None, "اطلاعات دامنه پنهان است.")}


def test_nothing_is_erased_and_the_journal_tells_both(claimed: Case):
    judged(claimed, "B4", Verdict.REJECTED, "پنهان است.")
    undone(claimed, "B4")
    with reading(claimed.office) as session:
        kept = session.scalars(select(Finding).where(Finding.item_code == "B4")).one()
        assert kept.undone_at == kept.superseded_at is not None
        *_, recorded, back = timeline_of(session, claimed.dossier_id)
    assert (recorded.tag, back.tag) == ("dossier:finding:recorded", "dossier:finding:undone")
    assert (back.values["item"], back.values["verdict"]) == ("B4", "rejected")


def test_ones_own_taken_back_verdict_is_no_change_to_others(second_round: Case):
    second_round.judged(by="colleague")
    second_round.by("colleague", claims.reassign, second_round.dossier_id, "reviewer", "مرخصی")
    judged(second_round, "B4", Verdict.REJECTED, "هنوز پنهان است.")
    undone(second_round, "B4")
    with reading(second_round.office) as session:
        reviewer = actor_named(session, "reviewer", second_round.now)
        seen = {row.code: row for row in what_changed(session, reviewer, second_round.dossier_id).verdicts}
    assert (seen["B4"].old, seen["B4"].new, seen["B4"].person) == (
        Verdict.REJECTED,
        Verdict.ACCEPTED,
        "کارشناس دوم",
    )
