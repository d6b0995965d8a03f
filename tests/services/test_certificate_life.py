"""What becomes of certificates: temporary ones end, levels are raised and never lowered, days run out."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.models.certificate import Certificate
from desktop.models.vocabulary import CertificateState, Language
from desktop.services import correspondence
from desktop.services.dossiers import find_dossier
from desktop.services.intake.outcomes import Outcome, Quarantined, Receipt
from desktop.services.intake.sample import sample, write_package
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import Case
from tests.builders.packages import a_pdf
from tests.builders.refusals import refused
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


def asked_for(case: Case, level: str) -> Outcome:
    """What becomes of a package that asks to raise the certificate to this level."""
    (path, _) = sample(case.scratch / "again", case.now)
    with zipfile.ZipFile(path) as zipped:
        contents = {name: zipped.read(name) for name in zipped.namelist()}
    said = json.loads(contents["package.json"])
    said |= {"kind": "level_raise", "level": level, "package_id": f"raise-{level}"}
    files = {one["file"]: (one["rule"], contents[one["file"]]) for one in said["documents"]}
    write_package(path, said, files | {"papers/ssl.pdf": ("ssl_certificate", a_pdf(1))})
    return case.handed_in(path)


def raise_of_level(case: Case, level: str) -> Case:
    """A second dossier about the certificate of the first, which has come to the manager."""
    receipt = asked_for(case, level)
    assert isinstance(receipt, Receipt), receipt
    raising = replace(case, number=receipt.dossier)
    with reading(case.office) as session:
        raising.dossier_id = find_dossier(session, raising.number)
    raising.claimed().judged().verified().cleared().step("approve_checklist").paid()
    raising.papers_received("44710002").papers_judged().step("accept_documents", by="officer")
    return raising


@pytest.mark.requirement("ENM-079", "C-26")
def test_a_certificate_is_not_raised_to_the_level_it_has(approved: Case):
    outcome = asked_for(approved, "one_star")
    assert isinstance(outcome, Quarantined)
    assert [(one.where, one.rule) for one in outcome.findings] == [("$.level", "level_out_of_reach")]


@pytest.mark.requirement("ENM-079", "C-26")
def test_a_certificate_that_is_over_is_not_raised(approved: Case):
    with writing(approved.office) as session:
        session.query(Certificate).one().state = CertificateState.EXPIRED
    outcome = asked_for(approved, "two_stars")
    assert isinstance(outcome, Quarantined)
    assert [(one.where, one.rule) for one in outcome.findings] == [("$.level", "level_out_of_reach")]


@pytest.mark.requirement("ENM-079", "C-26")
def test_a_certificate_with_one_star_is_raised_to_two(approved: Case):
    raising = raise_of_level(approved, "two_stars").step("approve", by="manager")
    assert raising.certificate.level == "two_stars"
    assert raising.certificate.number == approved.certificate.number
    assert states(raising) == [CertificateState.VALID]


@pytest.mark.requirement("ENM-098")
def test_a_certificate_whose_last_day_is_over_is_not_printed(approved: Case):
    number = approved.certificate.number
    printing = (correspondence.certificate_print, number, Language.PERSIAN)
    approved.now = approved.now.replace(year=approved.now.year + 2, month=approved.now.month - 1)
    assert approved.by("manager", *printing).startswith(b"%PDF")
    approved.later(days=60)
    refusal = refused(approved, "manager", *printing)
    assert (refusal.code, refusal.values["state"]) == ("certificate.not_in_force", "expired")
