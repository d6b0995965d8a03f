"""What a dossier's page is made of: how one stands to it, its clock, its steps by nature, its history."""

import pytest

from desktop.models.errors import NotFound
from desktop.models.vocabulary import ClearanceResult
from desktop.services import steps
from desktop.services.changes import Baseline
from desktop.services.document_shelf import shelf_of
from desktop.services.dossier_information import information_of
from desktop.services.dossier_page import Standing, page_of
from desktop.services.due_states import DueKind
from desktop.services.field_history import field_histories
from desktop.services.people import actor_named
from desktop.services.queue_neighbours import place_in
from desktop.services.receivers import receivers_of
from desktop.services.review_desk import desk_of
from desktop.services.scheme_guide import guide_of
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme
from desktop.services.seen import follow
from desktop.services.step_natures import StepNature
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.schemes import ENAMAD_TEXT

NEWEST, _, REST = ENAMAD_TEXT.partition("# --- Parameters")
FEES = f"""
[version.validity]
months = 24

[[version.fee]]
code = "symbol"
label = {{fa = "صدور نماد", ar = "إصدار العلامة", en = "Issue of the symbol"}}
amount_rial = 2_000_000
charged_on = "issue"

# --- Parameters{REST}"""
"""A third version of the scheme, from 1405/02/14 on, with another fee."""


def page(case: Case, username="reviewer"):
    with reading(case.office) as session:
        return page_of(session, actor_named(session, username, case.now), case.dossier_id)


def test_how_a_person_stands_to_a_dossier_follows_its_course(case: Case):
    case.submitted()
    assert page(case).standing is Standing.FREE
    assert page(case, "officer").standing is Standing.OTHER_DESK
    case.claimed()
    assert page(case).standing is Standing.IN_HAND
    assert page(case, "colleague").standing is Standing.WITH_COLLEAGUE
    case.judged(B4="پنهان است.").step("announce_deficiency")
    assert page(case).standing is Standing.WITH_APPLICANT
    case.resubmitted().claimed().judged().step("await_clearance")
    assert page(case, "colleague").standing is Standing.WAITING_EXTERNAL
    case.cleared(ClearanceResult.REFUSED).step("refuse_clearance", note="پاسخ استعلام مخالف بود")
    assert page(case, "colleague").standing is Standing.CLOSED


@pytest.mark.requirement("G-08")
def test_who_judged_before_a_re_examination_is_barred(case: Case):
    reason = "مدارک با واقعیت سازگار نیست و اصلاح نشد"
    case.submitted().claimed().judged().step("propose_refusal", note=reason)
    case.step("refuse", by="manager", note=reason).step(
        "reexamine", by="supervisor", note="درخواست بررسی مجدد"
    )
    assert page(case).standing is Standing.BARRED
    assert page(case, "colleague").standing is Standing.FREE


def test_the_clock_says_what_is_left_and_stands_with_the_applicant(claimed: Case):
    running = page(claimed)
    assert (running.due.kind, running.why.working_days) == (DueKind.RUNNING, 3)
    claimed.judged(B4="پنهان است.").step("announce_deficiency")
    standing = page(claimed)
    assert (standing.due.kind, standing.why.due_at) == (DueKind.PAUSED, None)


def test_the_page_is_called_by_the_business_and_counts_what_is_behind_its_tabs(claimed: Case):
    found = page(claimed)
    assert found.title == "گل‌فروشی گلچین"
    assert (found.counts.notes, found.counts.notices) == (0, 1)
    assert found.counts.journal > 4
    assert not found.has_certificate


@pytest.mark.requirement("C-01", "C-07")
def test_a_dossier_says_when_its_checklist_is_no_longer_the_newest(claimed: Case):
    assert page(claimed).newer_version is None
    newer = NEWEST + '\n[[version]]\ncode = "1405-02-14"\nvalid_from = "1405/02/14"\n' + FEES
    claimed.by("administrator", lambda session, actor: add_scheme(session, actor, read_scheme(newer), newer))
    assert page(claimed).newer_version is None
    claimed.later(days=3)
    assert page(claimed).newer_version == "1405-02-14"


def test_a_page_knows_whether_it_is_followed(claimed: Case):
    assert not page(claimed).is_followed
    claimed.by("reviewer", follow, claimed.dossier_id)
    assert page(claimed).is_followed
    assert not page(claimed, "colleague").is_followed


def test_steps_are_told_by_what_they_mean_and_not_by_their_names(claimed: Case):
    natures = {step.answer.action: step.nature for step in page(claimed).steps}
    assert natures == {
        "announce_deficiency": StepNature.DEFICIENCY,
        "demand_guild_activity": StepNature.DEMAND,
        "approve_checklist": StepNature.APPROVAL,
        "mark_not_applicable": StepNature.ENDING,
        "await_clearance": StepNature.OTHER,
        "refuse_clearance": StepNature.ENDING,
        "propose_refusal": StepNature.ENDING,
    }
    going_out = {step.answer.action for step in page(claimed).steps if step.note_goes_out}
    assert going_out == {"demand_guild_activity", "mark_not_applicable", "refuse_clearance"}


def test_only_what_was_just_done_by_this_person_is_offered_to_be_undone(claimed: Case):
    claimed.judged(B4="پنهان است.")
    claimed.by("reviewer", steps.take_step, claimed.dossier_id, "announce_deficiency")
    claimed.later(hours=-1)
    assert page(claimed).held.action == "announce_deficiency"
    assert page(claimed, "colleague").held is None
    assert page(claimed.later(hours=1)).held is None


def test_an_unknown_dossier_has_no_page(enamad):
    with reading(enamad) as session:
        actor = actor_named(session, "reviewer", Case(enamad, enamad.folder).now)
        for ask in (
            lambda: page_of(session, actor, 99),
            lambda: desk_of(session, actor, 99, Baseline.MY_LAST_REVIEW),
            lambda: information_of(session, 99),
            lambda: shelf_of(session, 99),
            lambda: receivers_of(session, 99),
            lambda: guide_of(session, 99),
        ):
            with pytest.raises(NotFound):
                ask()


@pytest.mark.requirement("ENM-064")
def test_the_desk_brings_everything_of_the_review_at_once(returned: Case):
    with reading(returned.office) as session:
        actor = actor_named(session, "reviewer", returned.now)
        desk = desk_of(session, actor, returned.dossier_id, Baseline.MY_LAST_REVIEW)
    assert len(desk.items) == 38
    assert set(desk.ledger) == {row.code for row in desk.items if row.verdict == "rejected"}
    assert desk.changes.since_round == 1
    assert min(desk.sent_at) == 1
    assert {row.kind for row in desk.verifications} >= {"email", "phone", "address"}


def test_a_guide_names_codes_and_says_what_is_held_against_what(claimed: Case):
    with reading(claimed.office) as session:
        version = page(claimed).guide
        again = guide_of(
            session, session.connection().exec_driver_sql("SELECT scheme_version_id FROM dossier").scalar()
        )
    assert again is version
    assert version.words["action"]["approve_checklist"]["en"] == "Approve the checklist, on to the papers"
    assert version.items_of(field="address") == ("B7", "C2")
    assert version.items_of(document="lease") == ("B7",)
    assert version.items_of() == ()
    own, *general = version.reasons_for("B4")
    assert (own.code, [one.code for one in general]) == ("whois_hidden", ["same_as_before"])
    assert version.choices["province"]["yazd"]["fa"] == "یزد"
    assert version.verified_fields["phone"] == "landline"


def test_a_dossier_can_be_referred_to_whoever_has_a_desk_for_it(claimed: Case):
    with reading(claimed.office) as session:
        found = {person.username for person in receivers_of(session, claimed.dossier_id)}
    assert found == {"colleague", "allrounder"}


def test_neighbours_of_a_dossier_are_those_of_its_queue(case: Case):
    first = case.submitted().claimed().dossier_id
    second = Case(case.office, case.scratch / "2", case.now, packages=5).submitted(legal_person=True)
    second.claimed()
    with reading(case.office) as session:
        actor = actor_named(session, "reviewer", second.now)
        place = place_in(session, actor, "mine", first)
        last = place_in(session, actor, "mine", second.dossier_id)
        gone = place_in(session, actor, "unclaimed", first)
    assert (place.number, place.of, place.previous, place.following) == (1, 2, None, second.dossier_id)
    assert (last.number, last.previous, last.following) == (2, first, None)
    assert gone is None


@pytest.mark.requirement("ENM-064")
def test_a_field_keeps_every_value_it_had_newest_first(returned: Case):
    with reading(returned.office) as session:
        found = {field.code: field for field in field_histories(session, returned.dossier_id)}
    assert found["landline"].present == "02144556677"
    assert found["landline"].values[-1].round == 1
    assert [field.group for field in found.values()][:1] == ["applicant"]


@pytest.mark.requirement("C-24", "C-25")
def test_the_shelf_shows_what_is_asked_for_and_what_came_of_it(claimed: Case):
    with reading(claimed.office) as session:
        shelf = {one.rule: one for one in shelf_of(session, claimed.dossier_id)}
    assert shelf["lease"].one_of == shelf["deed"].one_of == "place_of_business"
    assert [row.round for row in shelf["lease"].versions] == [1]
    assert shelf["deed"].versions == ()
    assert shelf["commitment_letter"].paper.verdict is None
    assert shelf["lease"].paper is None


def test_information_brings_payments_with_their_receipts(case: Case):
    case.submitted().claimed().judged().verified().cleared().step("approve_checklist").paid()
    with reading(case.office) as session:
        found = information_of(session, case.dossier_id)
    (payment,) = found.payments
    assert (payment.fee, payment.amount_rial, payment.person) == ("symbol", 1_750_000, "متصدی باجه")
    assert found.has_lent_account
    assert [row.result for row in found.clearances] == [ClearanceResult.GRANTED]
