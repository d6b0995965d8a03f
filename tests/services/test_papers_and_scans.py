"""A paper is equal to the scan it was held against, and to no other that comes later."""

import pytest

from desktop.models.vocabulary import PaperVerdict
from desktop.services import physical_documents, steps
from desktop.services.intake.outcomes import Receipt
from desktop.services.unit_of_work import reading
from tests.builders.applications import an_answer, packed
from tests.builders.enamad import Case
from tests.builders.packages import a_pdf
from tests.builders.refusals import code_of


def verdicts(case: Case) -> dict[str, PaperVerdict | None]:
    with reading(case.office) as session:
        return {row.rule: row.verdict for row in physical_documents.papers_of(session, case.dossier_id)}


@pytest.mark.requirement("ENM-070", "C-25")
def test_an_accepted_copy_is_judged_again_when_its_scan_is_replaced(at_manager: Case):
    at_manager.step("return_to_reviewer", by="manager", note="پروانه تاریخ گذشته است.")
    at_manager.claimed().judged(B4="پروانهٔ تازه بفرستید.").step("announce_deficiency")
    sent = at_manager.now.isoformat(timespec="seconds")
    files = {"papers/licence.pdf": ("business_license", a_pdf(3))}
    answer = an_answer(
        at_manager.number,
        files,
        submitted_at=sent,
        fields={},
        terms={"version": "1405-1", "accepted_at": sent},
        replies=[{"item": "B4", "text": "فرستادم."}],
    )
    at_manager.scratch.mkdir(exist_ok=True)
    receipt = at_manager.handed_in(packed(at_manager.scratch, answer, files))
    assert isinstance(receipt, Receipt), receipt
    found = verdicts(at_manager)
    assert found["business_license_copy"] is PaperVerdict.PENDING
    assert found["commitment_letter"] is PaperVerdict.ACCEPTED

    at_manager.claimed().judged().step("approve_checklist")
    accepting = (steps.take_step, at_manager.dossier_id, "accept_documents")
    assert code_of(at_manager, "officer", *accepting) == "guard.documents_accepted"
    at_manager.papers_judged().step("accept_documents", by="officer")
    assert at_manager.status == "manager_review"
