"""The page's presenter without a window: judging, drafts, what is left, and what others do meanwhile."""

import pytest

from desktop.models.vocabulary import Verdict
from desktop.services import claims, review
from desktop.services.changes import Baseline
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.review.items import Facet
from tests.builders.plain_desks import PlainDesk
from tests.views.dossier.conftest import LEFT


class Shown:
    """A view that notes what it was told."""

    def __init__(self):
        self.events = []
        self.documents = []

    def __getattr__(self, name):
        if not name.startswith("show_"):
            raise AttributeError(name)

        def note(*values):
            self.events.append((name, *values))

        return note

    def show_document(self, document_id, page):
        self.documents.append((document_id, page))

    def count(self, name):
        return sum(event[0] == name for event in self.events)


@pytest.fixture
def opened(case):
    """Open the page for somebody; gives presenter, view and desk."""

    def open_page(username="reviewer", **arguments):
        desk, view = PlainDesk(case, username), Shown()
        presenter = DossierPresenter(desk, case.dossier_id, arguments.get("queue"), view)
        desk.changed = lambda changes: presenter.read() if presenter.concerns(changes) else None
        presenter.open()
        return presenter, view, desk

    return open_page


def standing(case, code):
    with reading(case.office) as session:
        return next(row for row in review.checklist_of(session, case.dossier_id) if row.code == code)


def left(presenter):
    return tuple(item.code for item in presenter.review.items if item.is_left)


@pytest.mark.requirement("ENM-064", "X-06")
def test_in_a_later_round_what_was_rejected_or_has_changed_is_left_to_look_at(opened):
    presenter, _, desk = opened()
    assert left(presenter) == LEFT
    assert presenter.review.current == "O1"
    assert presenter.review.progress.left == 6
    assert presenter.review.item("B1").is_hollow
    assert not presenter.review.item("B1").is_left
    assert desk.messages.errors == []


def test_a_group_of_which_nothing_is_left_is_folded_when_the_page_opens(opened):
    presenter, _, _ = opened()
    assert presenter.review.closed_groups == {"legality", "privacy", "security"}


@pytest.mark.requirement("X-06", "ENM-061")
def test_a_verdict_is_shown_at_once_and_then_stands(opened, case):
    presenter, _, desk = opened()
    desk.is_held = True
    presenter.review.judge(Verdict.ACCEPTED)
    assert (presenter.review.item("O1").verdict, presenter.review.item("O1").is_left) == ("accepted", False)
    assert standing(case, "O1").round == 1
    desk.let_go()
    assert standing(case, "O1").round == 2
    assert left(presenter) == LEFT[1:]


@pytest.mark.requirement("ENM-061")
def test_a_rejection_without_a_remark_asks_for_it_and_writes_nothing(opened, case):
    presenter, view, _ = opened()
    presenter.review.judge(Verdict.REJECTED, "C4")
    assert presenter.review.current == "C4"
    assert view.count("show_remark_wanted") == 1
    assert standing(case, "C4").round == 1
    presenter.review.typed("مهلت هنوز کوتاه است.")
    presenter.review.judge(Verdict.REJECTED)
    row = standing(case, "C4")
    assert (row.verdict, row.remark, row.round) == (Verdict.REJECTED, "مهلت هنوز کوتاه است.", 2)


def test_a_rejection_that_waited_for_its_remark_is_given_when_the_item_is_left(opened, case):
    presenter, _, _ = opened()
    presenter.review.judge(Verdict.REJECTED, "C4")
    presenter.review.typed("مهلت هنوز کوتاه است.")
    presenter.review.choose("C5")
    row = standing(case, "C4")
    assert (row.verdict, row.remark, row.round) == (Verdict.REJECTED, "مهلت هنوز کوتاه است.", 2)
    assert presenter.review.current == "C5"


def test_a_remark_that_nobody_asked_for_stays_a_draft_when_the_item_is_left(opened, case):
    presenter, _, _ = opened()
    presenter.review.choose("C4")
    presenter.review.typed("مهلت هنوز کوتاه است.")
    presenter.review.choose("C5")
    assert standing(case, "C4").round == 1


def test_what_was_typed_is_found_again_after_a_crash(opened):
    presenter, _, _ = opened()
    presenter.review.choose("B7")
    presenter.review.typed("کد پستی خوانا نیست")
    presenter.review.drafts.save()
    # The program dies here: nothing is closed, nothing is flushed.
    again, _, _ = opened()
    assert again.review.text("B7") == "کد پستی خوانا نیست"
    assert again.review.item("B7").has_draft


def test_what_was_typed_is_saved_when_the_page_closes(opened):
    presenter, _, _ = opened()
    presenter.review.choose("B6")
    presenter.review.typed("شماره پاسخ نمی‌دهد")
    presenter.close()
    again, _, _ = opened()
    assert again.review.text("B6") == "شماره پاسخ نمی‌دهد"


def test_a_refresh_keeps_what_is_being_typed(opened):
    presenter, _, _ = opened()
    presenter.review.choose("B7")
    presenter.review.typed("هنوز")
    presenter.read()
    presenter.review.typed("هنوز ننوشته‌ام")
    presenter.read()
    assert presenter.review.text("B7") == "هنوز ننوشته‌ام"


def test_a_saved_draft_says_when_and_does_not_make_the_page_read_itself_again(opened):
    presenter, view, _ = opened()
    before = view.count("show_page")
    presenter.review.typed("یادداشت نیمه‌کاره")
    presenter.review.drafts.save()
    assert view.count("show_saved") == 1
    assert presenter.review.drafts.saved_at.keys() == {"O1"}
    assert view.count("show_page") == before


def test_a_draft_on_its_way_does_not_outlive_the_verdict_given_meanwhile(opened, case):
    presenter, _, desk = opened()
    presenter.review.typed("هنوز فکر می‌کنم")
    desk.is_held = True
    presenter.review.drafts.save()
    presenter.review.judge(Verdict.ACCEPTED)
    desk.let_go()
    with reading(case.office) as session:
        assert review.drafts_of(session, actor_named(session, "reviewer", case.now), case.dossier_id) == {}
    assert standing(case, "O1").remark == "هنوز فکر می‌کنم"


def test_a_draft_that_could_not_be_kept_is_tried_again_and_never_dropped(opened, case):
    presenter, _, desk = opened()
    presenter.review.typed("این متن نباید گم شود")
    case.by("supervisor", claims.reassign, case.dossier_id, "colleague", "مرخصی")
    presenter.review.drafts.save()
    assert [error.code for error in desk.messages.errors] == ["claim.not_yours"]
    assert not presenter.review.drafts.are_saved
    assert presenter.review.text("O1") == "این متن نباید گم شود"
    case.by("supervisor", claims.reassign, case.dossier_id, "reviewer", "بازگشت")
    presenter.review.drafts.save()
    assert presenter.review.drafts.are_saved


@pytest.mark.requirement("ENM-064")
def test_undo_takes_the_last_verdict_back_and_the_former_stands_again(opened, case):
    presenter, _, _ = opened()
    presenter.review.judge(Verdict.NOT_APPLICABLE)
    assert presenter.review.verdicts.undo()
    row = standing(case, "O1")
    assert (row.verdict, row.round) == (Verdict.ACCEPTED, 1)
    assert left(presenter) == LEFT
    assert not presenter.review.verdicts.undo()


def test_unchanged_accepted_items_of_a_group_are_confirmed_together_and_undone_together(opened, case):
    presenter, _, _ = opened()
    presenter.review.choose("B6")
    assert presenter.review.confirm_group() == 6
    assert {standing(case, f"B{n}").round for n in (1, 2, 3, 4, 5, 8)} == {2}
    assert (standing(case, "B6").round, standing(case, "B7").round) == (1, 1)
    presenter.review.verdicts.undo()
    assert {standing(case, f"B{n}").round for n in range(1, 9)} == {1}


def test_a_verdict_that_is_refused_is_taken_off_the_screen_again(opened, case):
    presenter, _, desk = opened()
    case.by("supervisor", claims.reassign, case.dossier_id, "colleague", "مرخصی")
    presenter.review.judge(Verdict.ACCEPTED)
    assert [error.code for error in desk.messages.errors] == ["claim.not_yours"]
    assert presenter.review.item("O1").is_left


def test_f_goes_round_what_is_left_and_says_when_nothing_is(opened, case):
    presenter, _, _ = opened()
    seen = [presenter.review.current]
    for _ in LEFT:
        presenter.review.next_left()
        seen.append(presenter.review.current)
    assert tuple(seen) == (*LEFT, "O1")
    for code in LEFT:
        presenter.review.choose(code)
        presenter.review.judge(Verdict.ACCEPTED)
    assert not presenter.review.next_left()


def test_a_facet_takes_its_first_item_at_hand_and_steps_go_through_what_it_shows(opened):
    presenter, _, _ = opened()
    presenter.review.choose_facet(Facet.REJECTED)
    assert [item.code for item in presenter.review.shown()] == ["B6", "B7", "T3", "C4"]
    assert presenter.review.current == "B6"
    presenter.review.step(-1)
    assert presenter.review.current == "B6"
    presenter.review.step(1)
    assert presenter.review.current == "B7"


def test_the_document_an_item_is_held_against_comes_into_sight_with_it(opened):
    presenter, view, _ = opened()
    rules = {row.id: row.rule for row in presenter.review.desk.documents}
    assert rules[view.documents[-1][0]] == "national_card_front"
    presenter.review.choose("B7")
    assert rules[view.documents[-1][0]] == "lease"
    before = len(view.documents)
    presenter.review.choose("B8")
    assert len(view.documents) == before


def test_the_baseline_of_the_changes_can_be_the_first_version(opened):
    presenter, _, _ = opened()
    presenter.compare_with(Baseline.FIRST_VERSION)
    assert presenter.review.baseline is Baseline.FIRST_VERSION


def test_who_only_reads_can_judge_nothing_and_is_told_who_has_it(opened, case):
    presenter, _, _ = opened("colleague")
    presenter.review.judge(Verdict.ACCEPTED)
    assert standing(case, "O1").round == 1
    (condition,) = presenter.conditions()
    assert "کارشناس نخست" in condition.sentence


def test_a_dossier_with_the_applicant_says_since_when_and_until_when(opened, almost_done):
    almost_done.step("announce_deficiency")
    presenter, _, _ = opened()
    (condition,) = presenter.conditions()
    assert condition.kind == "amber"
    assert "نزد متقاضی است" in condition.sentence
    assert "مهلت پاسخ" in condition.sentence


def test_a_move_by_somebody_else_is_said_and_one_s_own_is_not(opened, case):
    presenter, _, _ = opened()
    presenter.decision.release()
    assert [one.action for one in presenter.conditions()] == ["claim"]
    presenter.decision.claim()
    assert presenter.conditions() == []
    case.by("supervisor", claims.reassign, case.dossier_id, "colleague", "مرخصی")
    presenter.read()
    assert [one.action for one in presenter.conditions()] == ["see_change", ""]
    presenter.see_change()
    assert [one.action for one in presenter.conditions()] == [""]


def test_a_step_over_a_state_that_somebody_changed_is_refused(opened, almost_done):
    case = almost_done
    presenter, _, desk = opened()
    main = presenter.decision.bar.main
    case.step("announce_deficiency")
    case.resubmitted().claimed()
    presenter.decision.take(main, "")
    assert [error.code for error in desk.messages.errors] == ["dossier.changed"]


def test_an_unknown_dossier_is_told_to_the_view(case):
    desk, view = PlainDesk(case), Shown()
    DossierPresenter(desk, 4711, None, view).open()
    assert [event[1].code for event in view.events if event[0] == "show_failure"] != []


def test_the_history_is_shown_whichever_of_journal_and_page_is_read_first(case):
    desk, view, held = PlainDesk(case), Shown(), []
    read_now = desk.read

    def read(work, then, failed=None, *, lane=None, **rest):
        def go():
            read_now(work, then, failed, lane=lane, **rest)

        held.append(go) if lane == "page" else go()

    desk.read = read
    DossierPresenter(desk, case.dossier_id, None, view).open()
    assert view.count("show_history") == 0
    held.pop()()
    assert view.count("show_history") == 1
