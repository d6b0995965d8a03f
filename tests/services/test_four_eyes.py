"""Whoever had a hand in a dossier, in whatever way, does not decide on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.models.vocabulary import ClearanceResult, Role
from desktop.services import clearances, fees, physical_documents, steps, verifications
from desktop.services.founding import Founder, found_office
from desktop.services.unit_of_work import reading
from tests.builders.enamad import PEOPLE, POLICE, Case
from tests.builders.office import MADE_AT, OFFICE_NAME
from tests.builders.refusals import code_of

HANDYMAN = Founder(
    "handyman",
    "دست به همه‌کار",
    frozenset({Role.CLERK, Role.REVIEWER, Role.SUPERVISOR, Role.MANAGER}),
)


@pytest.fixture
def handy(tmp_path: Path) -> Iterator[Case]:
    """A case in an office where one person may do nearly everything."""
    office = found_office(tmp_path / "office", OFFICE_NAME, (*PEOPLE, HANDYMAN), MADE_AT)
    yield Case(office, tmp_path / "packages")
    office.close()


def verify_contacts(case: Case) -> None:
    with reading(case.office) as session:
        rows = verifications.verifications_of(session, case.dossier_id)
    kind = next(row.kind for row in rows if row.counts and row.verified_at is None)
    case.by("handyman", verifications.record_verification, case.dossier_id, kind)


def record_clearance(case: Case) -> None:
    answer = (case.dossier_id, POLICE, ClearanceResult.GRANTED, "۱۲/۳۴۵")
    case.by("handyman", clearances.record_answer, *answer)


def record_payment(case: Case) -> None:
    with reading(case.office) as session:
        due = next(row for row in fees.fees_of(session, case.dossier_id) if row.amount_rial)
    payment = (case.dossier_id, due.code, due.amount_rial, case.today, "رسید ۱")
    case.by("handyman", fees.record_payment, *payment)


def receive_papers(case: Case) -> None:
    packet = (case.dossier_id, "99110001", case.today)
    case.by("handyman", physical_documents.receive_packet, *packet)


BEFORE_APPROVAL = (verify_contacts, record_clearance)
AFTER_APPROVAL = (record_payment, receive_papers)


@pytest.mark.requirement("X-R3")
@pytest.mark.parametrize("hand", [*BEFORE_APPROVAL, *AFTER_APPROVAL])
def test_a_hand_in_the_dossier_bars_from_approving_it(handy: Case, hand: Callable[[Case], None]):
    handy.submitted().claimed().judged()
    if hand in BEFORE_APPROVAL:
        hand(handy)
    handy.verified()
    if hand is not record_clearance:
        handy.cleared()
    handy.step("approve_checklist")
    if hand in AFTER_APPROVAL:
        hand(handy)
    handy.paid()
    if hand is not receive_papers:
        handy.papers_received()
    handy.papers_judged().step("accept_documents", by="officer")
    approval = (steps.take_step, handy.dossier_id, "approve")
    assert code_of(handy, "handyman", *approval) == "guard.four_eyes"
    handy.step("approve", by="manager")
    assert handy.status == "approved"
