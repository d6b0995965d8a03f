"""Guards in the office's own situations; the random walk holds every one against plain Python."""

import pytest

from desktop.models.guards import GUARDS
from desktop.models.vocabulary import Verdict
from desktop.services import review, steps
from desktop.services.guard_questions import which_hold
from desktop.services.people import actor_named
from desktop.services.rules import Call
from desktop.services.unit_of_work import reading
from desktop.services.verifications import record_verification, void_changed
from tests.builders.enamad import Case
from tests.builders.refusals import refused
from tests.builders.scheme_versions import office_under


def answers(case: Case, guard: str, username: str = "reviewer", note: str | None = None, **parameters):
    with reading(case.office) as session:
        actor = actor_named(session, username, case.now)
        return bool(which_hold(session, actor, case.dossier_id, [Call(guard, parameters)], note))


def test_many_guards_are_answered_together_as_each_alone(claimed: Case):
    asked = [
        Call("claimed_by_actor", {}),
        Call("verifications_at_least", {"n": 1}),
        Call("verifications_at_least", {"n": 3}),
        Call("decided_within", {"days": 30}),
        Call("clearance_pending", {"authority": "public_places_police"}),
        Call("answer_overdue", {}),
    ]
    with reading(claimed.office) as session:
        actor = actor_named(session, "reviewer", claimed.now)
        together = which_hold(session, actor, claimed.dossier_id, asked, None)
        alone = [which_hold(session, actor, claimed.dossier_id, [one], None) for one in asked]
    assert together == frozenset().union(*alone)
    assert {name for name, _ in together} == {
        "claimed_by_actor",
        "verifications_at_least",
        "clearance_pending",
    }
    assert ("verifications_at_least", (("n", 3),)) not in together


def test_a_claim_answers_for_its_holder_only(claimed: Case):
    assert answers(claimed, "claimed_by_actor")
    assert not answers(claimed, "claimed_by_actor", "colleague")


@pytest.mark.requirement("C-08")
def test_only_verifications_that_count_are_counted_and_voided_ones_are_not(claimed: Case):
    assert answers(claimed, "verifications_at_least", n=1)
    claimed.by("reviewer", record_verification, claimed.dossier_id, "technical")
    assert not answers(claimed, "verifications_at_least", n=2)
    claimed.by("reviewer", record_verification, claimed.dossier_id, "phone")
    assert answers(claimed, "verifications_at_least", n=2)
    claimed.by("reviewer", void_changed, claimed.dossier_id, {"landline"})
    assert not answers(claimed, "verifications_at_least", n=2)


def test_items_are_all_judged_only_when_the_last_one_is(claimed: Case):
    with reading(claimed.office) as session:
        codes = [row.code for row in review.checklist_of(session, claimed.dossier_id)]
    for code in codes:
        assert not answers(claimed, "all_items_judged")
        claimed.by("reviewer", review.judge, claimed.dossier_id, code, Verdict.ACCEPTED)
    assert answers(claimed, "all_items_judged")
    claimed.by("reviewer", review.judge, claimed.dossier_id, codes[0], Verdict.REJECTED, "نه.")
    assert answers(claimed, "some_item_rejected")
    assert not answers(claimed, "no_item_rejected")


@pytest.mark.requirement("G-06")
def test_rounds_have_a_limit_after_which_a_refusal_is_proposed(tmp_path):
    office = office_under(
        tmp_path, ('{guard = "rounds_at_most", n = 5}', '{guard = "rounds_at_most", n = 2}')
    )
    case = Case(office, tmp_path / "packages").submitted()
    for _ in range(2):
        case.claimed().judged(B4="پنهان است.").step("announce_deficiency").later(days=1).resubmitted()
    case.claimed().judged(B4="پنهان است.")
    error = refused(case, "reviewer", steps.take_step, case.dossier_id, "announce_deficiency")
    assert (error.code, error.values["n"]) == ("guard.rounds_at_most", 2)
    case.step("propose_refusal", note="پس از چند دور هنوز برطرف نشده است.")
    assert case.status == "refusal_proposed"
    office.close()


def test_every_guard_is_one_question_with_bound_values_only():
    for name, guard in GUARDS.items():
        assert guard.sql.lstrip().upper().startswith("SELECT"), name
        assert ";" not in guard.sql, name
        for parameter in guard.parameters:
            # A guard with `days` is asked with the moment that many days ago.
            assert f":{'since' if parameter == 'days' else parameter}" in guard.sql, name
