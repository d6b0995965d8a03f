"""What is asked of a shop is an item of the checklist, and a shop that lacks it hears of that item."""

import pytest

from desktop.models.vocabulary import Verdict
from desktop.services import review
from desktop.services.notices import notices_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case


@pytest.mark.parametrize(
    ("item", "asked"),
    [
        pytest.param("B1", "under construction", marks=pytest.mark.requirement("ENM-003")),
        pytest.param("T1", "use, price and specification", marks=pytest.mark.requirement("ENM-004")),
        pytest.param("T6", "items, quantity, price", marks=pytest.mark.requirement("ENM-005")),
        pytest.param("O4", "holder in Whois", marks=pytest.mark.requirement("ENM-006")),
        pytest.param("B3", "board member's name is tolerated", marks=pytest.mark.requirement("ENM-008")),
        pytest.param("L5", "image of the symbol before issue", marks=pytest.mark.requirement("ENM-021")),
        pytest.param("L5", "counts as forgery", marks=pytest.mark.requirement("ENM-022")),
        pytest.param("L6", "gateway must not serve another site", marks=pytest.mark.requirement("ENM-024")),
        pytest.param("C5", "file and follow complaints", marks=pytest.mark.requirement("ENM-025")),
        pytest.param("C4", "at least 7 working days", marks=pytest.mark.requirement("ENM-026")),
        pytest.param("P1", "which data are kept", marks=pytest.mark.requirement("ENM-027")),
        pytest.param("O5", "applicant's national id", marks=pytest.mark.requirement("ENM-034")),
    ],
)
def test_a_shop_that_lacks_what_is_asked_hears_of_it(case: Case, item, asked):
    case.submitted().claimed()
    with reading(case.office) as session:
        row = next(row for row in review.checklist_of(session, case.dossier_id) if row.code == item)
    assert row.required
    assert asked in row.how_to_check["en"]
    assert all(row.how_to_check[language] and row.evidence[language] for language in ("fa", "ar", "en"))
    case.by("reviewer", review.judge, case.dossier_id, item, Verdict.REJECTED, "این بند برقرار نیست.")
    case.step("announce_deficiency")
    with reading(case.office) as session:
        (said,) = notices_of(session, case.dossier_id)[-1].content["items"]
    assert (said["code"], said["title"]) == (item, dict(row.title))
