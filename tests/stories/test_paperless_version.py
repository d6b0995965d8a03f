"""A version of the scheme that takes an electronic affidavit instead of papers by post."""

import pytest

from desktop.services import steps
from desktop.services.approval import evidence
from desktop.services.intake.outcomes import Receipt
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.one_applicant import IDENTITY, LEASE, handed_in, papers
from tests.builders.refusals import code_of
from tests.builders.scheme_versions import office_under

SWITCHED_ON = ("electronic_affidavit = false", "electronic_affidavit = true")
OF_COMPANIES = 'applicant_kinds = ["legal_person"]\n'
PAPERS = [
    'stage = "physical"\nforms = ["original"]\n',
    'stage = "physical"\nforms = ["certified_copy"]\n',
    f'stage = "physical"\n{OF_COMPANIES}forms = ["certified_copy"]\n',
]
AFFIDAVIT = 'stage = "file"\nforms = ["scan"]\n'


@pytest.fixture
def paperless(tmp_path):
    off = [(f'{rule}level = "required"', f'{rule}level = "off"') for rule in PAPERS]
    required = (f'{AFFIDAVIT}level = "off"', f'{AFFIDAVIT}level = "required"')
    case = Case(office_under(tmp_path / "office", SWITCHED_ON, required, *off), tmp_path / "packages")
    yield case
    case.office.close()


@pytest.mark.requirement("C-05")
def test_a_dossier_goes_to_the_manager_without_any_paper(paperless: Case):
    case = paperless
    assert isinstance(handed_in(case, IDENTITY | LEASE | papers("electronic_affidavit")), Receipt)
    case.claimed().judged().cleared()
    case.step("approve_checklist_without_papers").paid()
    assert case.status == "manager_review"
    with reading(case.office) as session:
        seen = evidence(session, actor_named(session, "manager", case.now), case.dossier_id)
    assert seen.papers == ()
    case.step("approve", by="manager")
    assert case.certificate.number == "1405/00001"


@pytest.mark.requirement("C-05")
def test_the_affidavit_itself_is_needed_then(paperless: Case):
    paperless.submitted().claimed().judged().verified().cleared()
    taking = (steps.take_step, paperless.dossier_id, "approve_checklist_without_papers")
    assert code_of(paperless, "reviewer", *taking) == "guard.documents_present"


@pytest.mark.requirement("C-05")
def test_as_the_scheme_stands_there_is_no_way_around_the_papers(case: Case):
    case.submitted().claimed().judged().verified().cleared()
    taking = (steps.take_step, case.dossier_id, "approve_checklist_without_papers")
    assert code_of(case, "reviewer", *taking) == "guard.parameter_on"
