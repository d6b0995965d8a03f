"""What is new to one person is not new to another; looking at it, or acting on it, makes it known."""

import pytest

from desktop.models.errors import NotAllowed
from desktop.services.claims import claim
from desktop.services.notes import write_note
from desktop.services.people import actor_named, applicant
from desktop.services.seen import (
    follow,
    followed_among,
    mark_seen,
    unfollow,
    unread_among,
)
from desktop.services.unit_of_work import reading, run
from tests.builders.enamad import Case
from tests.builders.refusals import code_of


def is_unread(case: Case, username="reviewer"):
    with reading(case.office) as session:
        actor = actor_named(session, username, case.now)
        return case.dossier_id in unread_among(session, actor, [case.dossier_id])


def test_what_nobody_has_looked_at_is_new_to_everybody(case: Case):
    case.submitted()
    assert is_unread(case)
    assert is_unread(case, "manager")


def test_who_has_looked_knows_it_and_his_colleague_does_not(case: Case):
    case.submitted()
    assert case.by("reviewer", mark_seen, case.dossier_id)
    assert not is_unread(case)
    assert is_unread(case, "colleague")


def test_looking_again_at_what_is_known_writes_nothing(case: Case):
    case.submitted()
    case.by("reviewer", mark_seen, case.dossier_id)
    assert not case.by("reviewer", mark_seen, case.dossier_id)


def test_holding_a_dossier_is_not_yet_seeing_it(case: Case):
    case.submitted()
    case.by("reviewer", claim, case.dossier_id)
    assert is_unread(case)


def test_who_judges_or_takes_a_step_has_seen_the_dossier(returned: Case):
    assert not is_unread(returned)
    assert is_unread(returned, "colleague")


@pytest.mark.requirement("X-07")
def test_an_answer_of_the_applicant_is_new_to_who_asked_for_it(returned: Case):
    returned.later(days=2).resubmitted()
    assert is_unread(returned)
    returned.by("reviewer", mark_seen, returned.dossier_id)
    assert not is_unread(returned)


def test_a_colleagues_note_is_new_and_my_own_is_not(returned: Case):
    returned.by("reviewer", write_note, returned.dossier_id, "فردا زنگ می‌زنم.")
    assert not is_unread(returned)
    returned.by("colleague", write_note, returned.dossier_id, "زنگ زدم، نبود.")
    assert is_unread(returned)
    assert not is_unread(returned, "colleague")


def test_my_own_act_after_the_news_makes_it_known(returned: Case):
    returned.by("colleague", write_note, returned.dossier_id, "زنگ زدم، نبود.")
    returned.by("reviewer", write_note, returned.dossier_id, "سپاس.")
    assert not is_unread(returned)


def followed(case: Case, username="reviewer"):
    with reading(case.office) as session:
        return followed_among(session, actor_named(session, username, case.now), [case.dossier_id, 99])


def test_a_dossier_is_followed_by_who_asked_for_it_until_he_asks_no_more(case: Case):
    case.submitted()
    for _ in range(2):
        case.by("reviewer", follow, case.dossier_id)
    assert followed(case) == {case.dossier_id}
    assert followed(case, "colleague") == set()
    for _ in range(2):
        case.by("reviewer", unfollow, case.dossier_id)
    assert followed(case) == set()


@pytest.mark.parametrize("service", [mark_seen, follow])
def test_what_does_not_exist_can_neither_be_seen_nor_followed(case: Case, service):
    assert code_of(case, "reviewer", service, 99) == "dossier.unknown"


@pytest.mark.parametrize("service", [mark_seen, follow, unfollow])
def test_the_applicant_has_no_desk(case: Case, service):
    case.submitted()
    with pytest.raises(NotAllowed):
        run(case.office, service, applicant(case.now), case.dossier_id)
