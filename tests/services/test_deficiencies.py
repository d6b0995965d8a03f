"""The ledger of deficiencies: every item that was ever rejected, round by round, open, fixed or reopened."""

import pytest

from desktop.models.vocabulary import Verdict
from desktop.services.deficiencies import (
    DeficiencyState,
    deficiency_ledger,
    rejected_items,
    rejected_papers,
)
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.one_applicant import IDENTITY, LEASE, handed_in


def ledger(case: Case):
    with reading(case.office) as session:
        return {row.code: row for row in deficiency_ledger(session, case.dossier_id)}


def test_what_was_corrected_before_it_went_out_was_never_a_deficiency(claimed: Case):
    claimed.judged(B4="پنهان است.", T2="روشن نیست.").judged(T2="روشن نیست.")
    assert [(row.code, row.exchanges[0].verdict) for row in ledger(claimed).values()] == [
        ("B4", Verdict.ACCEPTED),
        ("T2", Verdict.REJECTED),
    ]


@pytest.mark.requirement("ENM-061")
def test_the_rejected_items_are_all_that_stand_rejected_in_the_checklists_order(claimed: Case):
    claimed.judged(T2="دوم", B4="نخست")
    with reading(claimed.office) as session:
        assert [(row.code, row.remark) for row in rejected_items(session, claimed.dossier_id)] == [
            ("B4", "نخست"),
            ("T2", "دوم"),
        ]


@pytest.mark.requirement("ENM-062", "ENM-064")
def test_a_deficiency_is_open_then_fixed_then_reopened_with_every_remark_and_reply(returned: Case):
    assert {code: row.state for code, row in ledger(returned).items()} == {
        "B4": DeficiencyState.OPEN,
        "T2": DeficiencyState.OPEN,
    }
    returned.later(days=1).resubmitted().claimed().judged(T2="هنوز نه.").step("announce_deficiency")
    assert {code: row.state for code, row in ledger(returned).items()} == {
        "B4": DeficiencyState.FIXED,
        "T2": DeficiencyState.OPEN,
    }
    returned.later(days=1).resubmitted().claimed("colleague").judged("colleague", B4="باز پنهان است.")
    rows = ledger(returned)
    assert (rows["B4"].state, rows["T2"].state) == (DeficiencyState.REOPENED, DeficiencyState.FIXED)
    assert [
        (said.round, said.verdict, said.remark, said.person, said.reply is not None)
        for said in rows["B4"].exchanges
    ] == [
        (1, Verdict.REJECTED, "اطلاعات دامنه پنهان است.", "کارشناس نخست", True),
        (2, Verdict.ACCEPTED, "", "کارشناس نخست", False),
        (3, Verdict.REJECTED, "باز پنهان است.", "کارشناس دوم", False),
    ]
    assert rows["T2"].first_round == 1


def test_an_item_rejected_later_is_a_deficiency_of_its_own_round(returned: Case):
    returned.later(days=1).resubmitted().claimed().judged(P1="صفحه‌ای نیست.")
    assert (ledger(returned)["P1"].first_round, ledger(returned)["P1"].state) == (2, DeficiencyState.OPEN)


def test_a_dossier_without_rejections_has_an_empty_ledger(claimed: Case):
    claimed.judged()
    assert ledger(claimed) == {}


def test_rejected_papers_stand_until_they_come_again(papers: Case):
    papers.papers_received().papers_judged(commitment_letter="مهر ندارد.")
    with reading(papers.office) as session:
        assert [(row.code, row.remark) for row in rejected_papers(session, papers.dossier_id)] == [
            ("commitment_letter", "مهر ندارد.")
        ]
    papers.step("reject_documents", by="officer").papers_received("44719999")
    with reading(papers.office) as session:
        assert rejected_papers(session, papers.dossier_id) == []


@pytest.mark.requirement("ENM-062", "ENM-064")
def test_a_rejection_that_stands_for_two_rounds_keeps_the_replies_of_both(case: Case):
    handed_in(case, IDENTITY | LEASE)
    case.claimed().judged(B4="پنهان است.").step("announce_deficiency").later(days=1).resubmitted()
    case.claimed("colleague").step("demand_guild_activity", "colleague", "فعالیت صنفی است.")
    case.later(days=1).resubmitted()
    (said,) = ledger(case)["B4"].exchanges
    assert said.round == 1
    assert len((said.reply or "").splitlines()) == 2
