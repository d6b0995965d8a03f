"""A person finds the window as he left it; nobody else's choices are in it, and it stays small."""

import pytest

from desktop.models.errors import NotAllowed, RuleBroken
from desktop.services import preferences
from desktop.services.people import actor_named, applicant, list_people
from desktop.services.preferences import LONGEST_VALUE, keep_preference, preferences_of
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading, run_told
from tests.builders.enamad import Case


def kept(case: Case, username="reviewer"):
    with reading(case.office) as session:
        ids = {row.username: row.id for row in list_people(session)}
        return preferences_of(session, ids[username])


def test_what_is_kept_is_found_again_by_its_owner_alone(case: Case):
    case.by("reviewer", keep_preference, "queue.mine", {"sort": "due", "columns": ["number", "due"]})
    case.by("reviewer", keep_preference, "language", "fa")
    case.by("colleague", keep_preference, "language", "ar")
    assert kept(case) == {"language": "fa", "queue.mine": {"sort": "due", "columns": ["number", "due"]}}
    assert kept(case, "colleague") == {"language": "ar"}
    assert kept(case, "manager") == {}


def test_a_later_value_takes_the_place_of_the_earlier_and_none_forgets_it(case: Case):
    case.by("reviewer", keep_preference, "text_scale", 100)
    case.by("reviewer", keep_preference, "text_scale", 150)
    assert kept(case) == {"text_scale": 150}
    case.by("reviewer", keep_preference, "text_scale", None)
    case.by("reviewer", keep_preference, "never_kept", None)
    assert kept(case) == {}


@pytest.mark.parametrize("value", [0, False, "", [], {}, "نماد‌اعتماد", 1.25])
def test_any_plain_value_comes_back_as_it_was(case: Case, value):
    case.by("reviewer", keep_preference, "key", value)
    assert kept(case) == {"key": value}


def test_a_value_without_bounds_is_refused(case: Case):
    case.by("reviewer", keep_preference, "note", "ن" * (LONGEST_VALUE - 2))
    with pytest.raises(RuleBroken) as refusal:
        case.by("reviewer", keep_preference, "note", "ن" * (LONGEST_VALUE - 1))
    assert (refusal.value.code, refusal.value.values["most"]) == ("preference.too_large", LONGEST_VALUE)
    assert len(kept(case)["note"]) == LONGEST_VALUE - 2


def test_keys_without_end_are_refused_but_those_there_are_can_still_change(case: Case, monkeypatch):
    monkeypatch.setattr(preferences, "MOST_KEYS", 2)
    for key in ("first", "second"):
        case.by("reviewer", keep_preference, key, 1)
    with pytest.raises(RuleBroken) as refusal:
        case.by("reviewer", keep_preference, "third", 1)
    assert refusal.value.code == "preference.too_many"
    case.by("reviewer", keep_preference, "second", 2)
    assert kept(case) == {"first": 1, "second": 2}


def test_nobody_without_a_name_keeps_anything(case: Case):
    with pytest.raises(NotAllowed):
        run_told(case.office, keep_preference, applicant(case.now), "key", 1)


def test_keeping_the_same_value_again_changes_nothing_and_nothing_is_journalled(claimed: Case):
    with reading(claimed.office) as session:
        before = timeline_of(session, claimed.dossier_id)
    claimed.by("reviewer", keep_preference, "language", "fa")
    with reading(claimed.office) as session:
        assert timeline_of(session, claimed.dossier_id) == before
    with reading(claimed.office) as session:
        reviewer = actor_named(session, "reviewer", claimed.now)
    assert run_told(claimed.office, keep_preference, reviewer, "language", "fa")[1] == frozenset()
