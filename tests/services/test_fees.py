"""Fees by the tariff of the version, and payments recorded from their receipts."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.models.errors import NotFound
from desktop.services import steps
from desktop.services.fees import fees_of, record_payment
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.refusals import code_of, refused
from tests.builders.scheme_versions import office_under

FEE = 1_750_000


@pytest.fixture
def unpaid(stage):
    return stage("submitted").claimed().judged().verified().cleared().step("approve_checklist")


def lines(case: Case):
    with reading(case.office) as session:
        return {row.code: row for row in fees_of(session, case.dossier_id)}


def pay(case: Case, amount: int, reference: str, fee: str = "symbol", by: str = "clerk"):
    case.by(by, record_payment, case.dossier_id, fee, amount, case.today, reference)


def refusal(case: Case, amount: int = FEE, fee: str = "symbol", later: int = 0, reference: str = "R"):
    day = case.today + timedelta(days=later)
    return code_of(case, "clerk", record_payment, case.dossier_id, fee, amount, day, reference)


@pytest.mark.requirement("C-02", "F3", "ENM-082")
def test_fees_fall_due_with_the_step_the_tariff_names(claimed: Case):
    assert lines(claimed) == {}
    claimed.judged().verified().cleared().step("approve_checklist")
    line = lines(claimed)["symbol"]
    assert (line.amount_rial, line.paid_rial, line.informative, line.charged_on) == (FEE, 0, False, "issue")


@pytest.mark.requirement("C-02", "F1", "F2", "ENM-082", "X-R7")
def test_the_old_version_has_a_line_of_zero_and_lines_that_only_inform(tmp_path):
    case = Case(office_under(tmp_path), tmp_path / "packages", now=datetime(2019, 2, 9, 6, tzinfo=UTC))
    case.submitted().claimed().judged().verified().cleared().step("approve_checklist")
    assert {code: (row.amount_rial, row.informative) for code, row in lines(case).items()} == {
        "symbol": (0, False),
        "contractor": (0, True),
        "post": (0, True),
    }
    assert refusal(case, 1, "contractor") == "fee.informative"
    case.papers_received().papers_judged().step("accept_documents", by="officer")
    case.step("approve", by="manager")
    assert case.status == "approved"
    case.office.close()


def test_a_fee_may_be_paid_in_parts_and_counts_when_it_is_whole(unpaid: Case):
    unpaid.papers_received().papers_judged().step("accept_documents", by="officer")
    pay(unpaid, FEE - 1, "R-1")
    taking = (steps.take_step, unpaid.dossier_id, "approve")
    assert code_of(unpaid, "manager", *taking) == "guard.fee_paid"
    pay(unpaid, 1, "R-2", by="officer")
    assert lines(unpaid)["symbol"].paid_rial == FEE
    unpaid.by("manager", *taking)
    assert unpaid.status == "approved"


def test_a_payment_that_cannot_be_true_is_refused(unpaid: Case):
    assert refusal(unpaid, 0) == "payment.amount"
    assert refusal(unpaid, -FEE) == "payment.amount"
    assert refusal(unpaid, later=1) == "payment.in_future"
    pay(unpaid, FEE, "R-1")
    assert refusal(unpaid, reference="R-1") == "payment.reference_used"


def test_only_fees_the_dossier_has_are_paid(unpaid: Case):
    error = refused(unpaid, "clerk", record_payment, unpaid.dossier_id, "gift", 1, unpaid.today, "R")
    assert isinstance(error, NotFound)
    assert error.code == "fee.unknown"


@pytest.mark.parametrize("username", ["manager", "supervisor", "auditor", "administrator"])
def test_who_decides_records_no_payments(unpaid: Case, username):
    paying = (record_payment, unpaid.dossier_id, "symbol", FEE, unpaid.today, "R")
    assert code_of(unpaid, username, *paying) == "role.missing"


def test_a_second_round_charges_nothing_twice(papers: Case):
    papers.papers_received().papers_judged().step("accept_documents", by="officer")
    papers.step("return_to_reviewer", by="manager", note="بند ت۲ را ببینید.").claimed()
    papers.step("approve_checklist")
    assert len(lines(papers)) == len({row.code for row in lines(papers).values()})
    assert lines(papers)["symbol"].paid_rial == FEE


def test_more_than_is_owed_is_not_recorded(unpaid: Case):
    assert refusal(unpaid, FEE * 10) == "payment.too_much"
    pay(unpaid, FEE - 1, "R-1")
    assert refusal(unpaid, 2, reference="R-2") == "payment.too_much"
