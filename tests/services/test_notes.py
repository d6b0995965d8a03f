"""Internal notes that never leave the office, and marks on pages that prove a finding."""

import pytest

from desktop.models.vocabulary import Language
from desktop.services import attachments, correspondence
from desktop.services.notes import Rectangle, mark, marks_of, notes_of, remove_mark, write_note
from desktop.services.notices import notices_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.refusals import code_of

SECRET = "به گمان من مدارک دستکاری شده است."
PLACE = Rectangle(0.1, 0.2, 0.3, 0.05)


def documents(case: Case):
    with reading(case.office) as session:
        return {row.rule: row.id for row in attachments.documents_of(session, case.dossier_id)}


def marks(case: Case):
    with reading(case.office) as session:
        return marks_of(session, case.dossier_id)


def test_notes_are_read_by_colleagues_in_the_order_they_were_written(claimed: Case):
    claimed.by("reviewer", write_note, claimed.dossier_id, f"  {SECRET}  ")
    claimed.by("manager", write_note, claimed.dossier_id, "بررسی شود.")
    with reading(claimed.office) as session:
        rows = notes_of(session, claimed.dossier_id)
    assert [(row.person, row.text) for row in rows] == [("کارشناس نخست", SECRET), ("مدیر", "بررسی شود.")]
    assert rows[0].written_at < rows[1].written_at


def test_nothing_of_a_note_goes_out(claimed: Case):
    claimed.by("reviewer", write_note, claimed.dossier_id, SECRET)
    claimed.judged(B4="اطلاعات دامنه پنهان است.").step("announce_deficiency")
    with reading(claimed.office) as session:
        notices = notices_of(session, claimed.dossier_id)
    assert [notice.kind for notice in notices] == ["receipt", "deficiency_notice"]
    assert SECRET not in str(notices)
    printing = (correspondence.letter_of, "deficiency_notice", claimed.dossier_id, Language.PERSIAN)
    assert claimed.by("reviewer", *printing).startswith(b"%PDF")


@pytest.mark.parametrize("text", ["", "   ", "آ" * 5_001])
def test_a_note_says_something_and_not_too_much(claimed: Case, text):
    assert code_of(claimed, "reviewer", write_note, claimed.dossier_id, text) == "note.length"


@pytest.mark.parametrize("username", ["auditor", "administrator"])
def test_who_only_watches_writes_no_notes(claimed: Case, username):
    assert code_of(claimed, username, write_note, claimed.dossier_id, SECRET) == "role.missing"


def test_a_note_needs_a_dossier(claimed: Case):
    assert code_of(claimed, "reviewer", write_note, 99, SECRET) == "dossier.unknown"


@pytest.mark.requirement("X-06")
def test_a_mark_ties_a_place_on_a_page_to_an_item(claimed: Case):
    lease = documents(claimed)["lease"]
    marking = (mark, claimed.dossier_id, "B7", lease, 3, PLACE, " نشانی دیگری است. ")
    claimed.by("reviewer", *marking)
    (made,) = marks(claimed)
    assert (made.item, made.document_id, made.page, made.place) == ("B7", lease, 3, PLACE)
    assert (made.note, made.person) == ("نشانی دیگری است.", "کارشناس نخست")


@pytest.mark.parametrize(
    "place",
    [
        Rectangle(-0.1, 0, 0.5, 0.5),
        Rectangle(0, 0, 0, 0.5),
        Rectangle(0.6, 0, 0.5, 0.5),
        Rectangle(0, 0.6, 0.5, 0.5),
        Rectangle(0, 0, 0.5, -0.1),
    ],
)
def test_a_mark_lies_on_its_page(claimed: Case, place):
    marking = (mark, claimed.dossier_id, "B7", documents(claimed)["lease"], 1, place)
    assert code_of(claimed, "reviewer", *marking) == "mark.outside_page"


def test_a_mark_needs_a_page_a_document_and_an_item_there_are(claimed: Case):
    lease = documents(claimed)["lease"]
    marking = (mark, claimed.dossier_id)
    for page in (0, 4):
        assert code_of(claimed, "reviewer", *marking, "B7", lease, page, PLACE) == "mark.no_such_page"
    assert code_of(claimed, "reviewer", *marking, "B7", 99, 1, PLACE) == "document.unknown"
    assert code_of(claimed, "reviewer", *marking, "Z9", lease, 1, PLACE) == "finding.item_unknown"
    assert code_of(claimed, "reviewer", mark, 99, "B7", lease, 1, PLACE) == "dossier.unknown"


def test_a_document_of_another_dossier_is_not_marked(claimed: Case):
    other = Case(claimed.office, claimed.scratch / "other", now=claimed.now).submitted(legal_person=True)
    elsewhere = documents(other)["articles_of_association"]
    marking = (mark, claimed.dossier_id, "B7", elsewhere, 1, PLACE)
    assert code_of(claimed, "reviewer", *marking) == "document.unknown"


def test_only_who_holds_the_dossier_marks_it(claimed: Case):
    marking = (mark, claimed.dossier_id, "B7", documents(claimed)["lease"], 1, PLACE)
    assert code_of(claimed, "colleague", *marking) == "claim.not_yours"
    assert code_of(claimed, "clerk", *marking) == "role.missing"


def test_one_takes_back_ones_own_mark_only_and_once(claimed: Case):
    made = claimed.by("reviewer", mark, claimed.dossier_id, "B7", documents(claimed)["lease"], 1, PLACE)
    assert code_of(claimed, "colleague", remove_mark, made) == "mark.unknown"
    claimed.by("reviewer", remove_mark, made)
    assert marks(claimed) == []
    assert code_of(claimed, "reviewer", remove_mark, made) == "mark.unknown"
