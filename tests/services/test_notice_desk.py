"""What lies before whoever sends a deficiency notice: its items, their history, what stands in the way."""

import pytest

from desktop.models.vocabulary import Language, Verdict
from desktop.services.correspondence import letter_of, letter_preview
from desktop.services.letters import LetterKind
from desktop.services.notice_desk import NoticeDesk, notice_desk
from desktop.services.people import actor_named
from desktop.services.review import judge, keep_draft
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case

BLURRED = "تصویر خوانا نیست؛ تصویری تازه بفرستید."


def desk_for(case: Case, username: str = "reviewer") -> NoticeDesk:
    with reading(case.office) as session:
        return notice_desk(session, actor_named(session, username, case.now), case.dossier_id)


def test_the_items_that_stand_rejected_are_the_notice_in_checklist_order(case):
    case.submitted().claimed().judged(B4=BLURRED, O2=BLURRED)
    desk = desk_for(case)
    assert [item.row.code for item in desk.items] == ["O2", "B4"]
    assert desk.unjudged == ()
    assert desk.may_edit
    assert desk.step is not None
    assert desk.step.answer.is_open
    assert (desk.answer_days, desk.round_cap) == (15, 5)


def test_items_nobody_has_judged_are_named(case):
    case.submitted().claimed()
    case.by("reviewer", judge, case.dossier_id, "B4", Verdict.REJECTED, BLURRED)
    desk = desk_for(case)
    assert "O1" in desk.unjudged
    assert "B4" not in desk.unjudged


@pytest.mark.requirement("X-06")
def test_what_is_still_open_from_an_earlier_round_says_since_when_and_what_was_answered(case):
    case.submitted().claimed().judged(B4=BLURRED).step("announce_deficiency").later(days=2).resubmitted()
    case.claimed()
    carried = desk_for(case).items
    assert [(item.row.code, item.open_since, item.is_confirmed) for item in carried] == [("B4", 1, False)]
    assert carried[0].answer
    case.by("reviewer", judge, case.dossier_id, "B4", Verdict.REJECTED, BLURRED + " باز هم")
    case.by("reviewer", judge, case.dossier_id, "O2", Verdict.REJECTED, BLURRED)
    assert [(item.row.code, item.open_since, item.is_confirmed) for item in desk_for(case).items] == [
        ("O2", None, True),
        ("B4", 1, True),
    ]


def test_a_draft_of_the_reader_is_shown_as_long_as_it_says_something_else(case):
    case.submitted().claimed().judged(B4=BLURRED)
    assert desk_for(case).items[0].draft is None
    case.by("reviewer", keep_draft, case.dossier_id, "B4", None, "نوشتهٔ تازه")
    assert desk_for(case).items[0].draft == "نوشتهٔ تازه"


def test_only_who_has_the_dossier_in_hand_may_change_remarks(case):
    case.submitted().claimed().judged(B4=BLURRED)
    assert not desk_for(case, "colleague").may_edit
    case.step("announce_deficiency")
    assert not desk_for(case).may_edit


def test_looking_at_a_letter_leaves_no_entry_in_the_journal_and_printing_it_does(case):
    case.submitted().claimed().judged(B4=BLURRED)
    notice = (LetterKind.DEFICIENCY_NOTICE, case.dossier_id, Language.PERSIAN)

    def printed() -> int:
        with reading(case.office) as session:
            return sum(one.tag == "dossier:letter:printed" for one in timeline_of(session, case.dossier_id))

    with reading(case.office) as session:
        seen = letter_preview(session, actor_named(session, "reviewer", case.now), *notice)
    assert printed() == 0
    now = case.now
    assert case.by("reviewer", letter_of, *notice) == seen
    assert printed() == 1
    assert now != case.now
