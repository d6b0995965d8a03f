"""Decisions on a dossier: which are open and why not the others, what is asked, where one goes after."""

import pytest

from desktop.models.vocabulary import Verdict
from desktop.services import claims, review
from desktop.services.dossiers import dossier_details
from desktop.services.step_natures import StepNature
from desktop.services.unit_of_work import reading
from desktop.views.dossier.presenter import DossierPresenter
from tests.builders.plain_desks import PlainDesk
from tests.views.dossier.test_presenter import Shown


@pytest.fixture
def decided(case):
    """Open the page for somebody; gives the presenter of decisions and the desk."""

    def open_page(username="reviewer", queue=None, **choices):
        desk, view = PlainDesk(case, username), Shown()
        desk.preferences.update(choices)
        presenter = DossierPresenter(desk, case.dossier_id, queue, view)
        desk.changed = lambda changes: presenter.read() if presenter.concerns(changes) else None
        presenter.open()
        return presenter.decision, desk

    return open_page


def status(case):
    with reading(case.office) as session:
        return dossier_details(session, case.dossier_id).status


def by_nature(bar, nature):
    offers = [*([bar.main] if bar.main else []), *bar.beside, *bar.menu]
    return next(offer for offer in offers if offer.nature is nature)


@pytest.mark.requirement("C-08", "ENM-061")
def test_what_is_left_closes_the_approval_and_names_the_items(almost_done, decided):
    decision, _ = decided()
    assert decision.left == ["B7", "C4"]
    assert decision.bar.why.startswith("۲ بند مانده است:")
    assert "B7" in decision.bar.why
    approval = by_nature(decision.bar, StepNature.APPROVAL)
    assert not approval.is_open
    assert "بندی از چک‌لیست تأیید نشده است" in approval.reason


@pytest.mark.requirement("ENM-061")
def test_with_a_rejection_the_main_decision_is_the_deficiency_with_its_number(almost_done, decided):
    decision, _ = decided()
    assert decision.bar.main.nature is StepNature.DEFICIENCY
    assert decision.bar.main.text == "ارسال اعلام نقص، ۳ بند…"
    assert decision.bar.main.is_open


@pytest.mark.requirement("C-08")
def test_without_a_rejection_the_main_decision_is_the_approval_and_says_what_it_wants(case, decided):
    case.judged()
    decision, _ = decided()
    assert decision.bar.main.nature is StepNature.APPROVAL
    assert not decision.bar.main.is_open
    assert decision.bar.why == decision.bar.main.reason
    assert "پلیس نظارت بر اماکن عمومی" in decision.bar.why


def test_what_ends_a_dossier_stands_in_the_menu_and_what_the_scheme_switched_off_nowhere(case, decided):
    decision, _ = decided()
    endings = {offer.action for offer in decision.bar.menu if offer.nature is StepNature.ENDING}
    assert endings == {"mark_not_applicable", "propose_refusal", "refuse_clearance"}
    offers = [decision.bar.main, *decision.bar.beside, *decision.bar.menu]
    assert "approve_checklist_without_papers" not in {offer.action for offer in offers}


def test_the_question_names_what_follows_and_what_was_not_looked_at(almost_done, decided):
    decision, _ = decided()
    question = decision.question(decision.bar.main)
    assert question.title == "۳ نقص به گل‌فروشی گلچین اعلام شود؟"
    assert question.consequences[0] == "پرونده نزد متقاضی می‌رود و ساعت رسیدگی می‌ایستد."
    assert any("هنوز بررسی نشده است" in line and "C4" in line for line in question.consequences)
    assert any("فرصت پاسخ دارد" in line for line in question.consequences)
    assert (question.verb, question.safe) == ("ارسال اعلام نقص", "ادامهٔ بررسی")
    assert question.is_hasty
    assert question.note_label == ""


def test_a_question_with_nothing_left_has_the_keyboard_on_its_verb(almost_done, decided):
    def rest(session, actor):
        for code in ("B7", "C4"):
            review.judge(session, actor, almost_done.dossier_id, code, Verdict.ACCEPTED)

    almost_done.by("reviewer", rest)
    decision, _ = decided()
    question = decision.question(decision.bar.main)
    assert not question.is_hasty
    assert not question.is_final
    assert "تا ۸ ثانیه پس از آن می‌توانید واگرد کنید." in question.consequences


def test_what_cannot_be_undone_says_so_and_wants_a_reason(case, decided):
    decision, _ = decided()
    ending = next(offer for offer in decision.bar.menu if offer.action == "mark_not_applicable")
    question = decision.question(ending)
    assert question.is_final
    assert question.note_required
    assert question.note_explained == "این متن در نامه به متقاضی می‌آید."
    assert "این کار واگرد ندارد." in question.consequences


@pytest.mark.requirement("X-03", "ENM-061")
def test_the_deficiency_goes_out_and_can_be_taken_back(almost_done, decided):
    decision, desk = decided()
    decision.take(decision.bar.main, "")
    assert status(almost_done) == "deficient"
    assert "اعلام نقص" in desk.told[-1]
    # The desk's clock has gone on by a minute; the hold is eight seconds.
    almost_done.later(minutes=-1)
    desk.undoing[-1]()
    assert status(almost_done) == "under_review"
    assert desk.gone[-1].get("id") == almost_done.dossier_id


def test_after_a_decision_the_next_dossier_of_the_queue_opens(almost_done, decided):
    with_another = second_dossier(almost_done)
    decision, desk = decided(queue="mine")
    assert (decision.place.number, decision.place.of, decision.place.following) == (1, 2, with_another)
    decision.take(decision.bar.main, "")
    assert (desk.gone[-1].get("id"), desk.gone[-1].get("queue")) == (with_another, "mine")


@pytest.mark.parametrize(("choice", "gone", "back"), [("stay", 0, 0), ("back", 0, 1), ("next", 0, 1)])
def test_where_to_go_after_a_decision_is_the_person_s_choice(almost_done, decided, choice, gone, back):
    decision, desk = decided(after_decision=choice)
    decision.take(decision.bar.main, "")
    assert (len(desk.gone), desk.went_back) == (gone, back)


def test_the_next_dossier_without_a_queue_is_the_most_urgent_free_one(case, decided):
    free = second_dossier(case, claimed=False)
    decision, desk = decided()
    decision.go_to_next()
    assert desk.gone[-1].get("id") == free
    with reading(case.office) as session:
        assert dossier_details(session, free).claimed_by == "کارشناس نخست"


def test_a_dossier_is_referred_only_to_those_whose_desk_it_is(case, decided):
    decision, desk = decided()
    found = []
    decision.read_receivers(found.extend, None)
    assert [person.username for person in found] == ["allrounder", "colleague"]
    colleague = next(person for person in found if person.username == "colleague")
    decision.refer(colleague, "مرخصی هستم")
    with reading(case.office) as session:
        assert dossier_details(session, case.dossier_id).claimed_by == "کارشناس دوم"
    assert (
        desk.told[-1] == "\u20681405/00001\u2069 به کارشناس دوم ارجاع شد." or "کارشناس دوم" in desk.told[-1]
    )


@pytest.mark.parametrize(
    ("username", "may"), [("reviewer", True), ("colleague", False), ("supervisor", True), ("auditor", False)]
)
def test_who_has_a_dossier_and_who_leads_may_refer_it(case, decided, username, may):
    decision, _ = decided(username)
    assert decision.may_refer is may


def test_a_free_dossier_can_be_taken_and_put_back(case, decided):
    case.by("reviewer", claims.release, case.dossier_id)
    decision, _ = decided("colleague")
    assert decision.page.standing == "free"
    assert decision.bar.main is None
    decision.claim()
    assert decision.page.standing == "in_hand"
    decision.release()
    assert decision.page.standing == "free"


def test_the_documents_officer_has_his_own_decisions_at_his_desk(case, decided):
    case.judged().verified().cleared().step("approve_checklist")
    decision, _ = decided("officer")
    natures = {offer.action: offer.nature for offer in [decision.bar.main, *decision.bar.beside]}
    assert natures["accept_documents"] is StepNature.APPROVAL


def second_dossier(case, *, claimed=True):
    """Another applicant's dossier in the same office; gives its id."""
    other = type(case)(case.office, case.scratch / "other", case.now, packages=7).submitted(legal_person=True)
    if claimed:
        other.claimed()
    case.now = other.now
    return other.dossier_id
