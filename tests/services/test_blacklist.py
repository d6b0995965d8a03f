"""The two blacklists: who enters and lifts, what a hit shows, and that an entry in force stops everything."""

import pytest

from desktop.models.errors import NotFound
from desktop.models.vocabulary import BlacklistSubject, ClearanceResult
from desktop.services import steps
from desktop.services.blacklist import enter, hits_of, lift
from desktop.services.blacklist_entries import list_entries
from desktop.services.people import actor_named
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.refusals import code_of, refused

DOMAIN = (BlacklistSubject.DOMAIN_NAME, "golchin.example", "شکایت بی‌پاسخ", "مرکز")


def hits(case: Case):
    with reading(case.office) as session:
        return hits_of(session, case.dossier_id)


def entries(case: Case, **named):
    with reading(case.office) as session:
        return list_entries(session, actor_named(session, "auditor", case.now), **named)


@pytest.mark.requirement("C-28")
def test_a_domain_name_on_the_list_is_a_hit_and_stops_the_approval(at_manager: Case):
    at_manager.by("manager", enter, *DOMAIN)
    (hit,) = hits(at_manager)
    assert (hit.subject_kind, hit.reason, hit.authority) == (DOMAIN[0], "شکایت بی‌پاسخ", "مرکز")
    taking = (steps.take_step, at_manager.dossier_id, "approve")
    assert code_of(at_manager, "manager", *taking) == "guard.not_blacklisted"
    at_manager.by("manager", lift, hit.entry_id, "رفع شکایت")
    at_manager.by("manager", *taking)
    assert at_manager.status == "approved"


@pytest.mark.requirement("C-28", "ENM-010")
def test_a_person_on_the_list_is_a_hit_in_every_dossier_of_his(claimed: Case):
    claimed.cleared(ClearanceResult.REFUSED).step("refuse_clearance", note="نامهٔ ۱۲/۳۴۵")
    again = Case(claimed.office, claimed.scratch / "again", now=claimed.later(days=9).now).submitted()
    (hit,) = hits(again)
    assert (hit.subject_kind, hit.reason) == (BlacklistSubject.PERSON, "نامهٔ ۱۲/۳۴۵")


def test_a_second_refusal_leaves_the_entry_in_force_as_it_is(claimed: Case):
    again = Case(claimed.office, claimed.scratch / "again", now=claimed.later(days=1).now).submitted()
    for case in (claimed, again):
        case.cleared(ClearanceResult.REFUSED)
        case.step("refuse_clearance", by="supervisor", note="نامهٔ ۱۲/۳۴۵")
    assert len(entries(claimed)) == 1


@pytest.mark.parametrize("username", ["reviewer", "supervisor", "clerk", "administrator"])
def test_only_managers_enter_and_lift(claimed: Case, username):
    entry_id = claimed.by("manager", enter, *DOMAIN)
    assert code_of(claimed, username, enter, DOMAIN[0], "x.example", "دلیل", "مرکز") == "role.missing"
    assert code_of(claimed, username, lift, entry_id, "دلیل") == "role.missing"


def test_entering_and_lifting_need_a_reason(claimed: Case):
    assert code_of(claimed, "manager", enter, *DOMAIN[:2], "  ", "مرکز") == "blacklist.reason_missing"
    entry_id = claimed.by("manager", enter, *DOMAIN)
    assert code_of(claimed, "manager", lift, entry_id, " ") == "blacklist.reason_missing"


def test_nothing_is_entered_twice_while_it_is_in_force(claimed: Case):
    claimed.by("manager", enter, *DOMAIN)
    refused(claimed, "manager", enter, *DOMAIN)
    assert len(entries(claimed)) == 1


def test_a_lifted_entry_stays_on_record_and_may_be_followed_by_another(claimed: Case):
    entry_id = claimed.by("manager", enter, *DOMAIN)
    claimed.by("manager", lift, entry_id, "رأی مرجع")
    assert entries(claimed) == []
    claimed.by("manager", enter, *DOMAIN)
    assert [row.lifted_on is None for row in entries(claimed, lifted_too=True)] == [True, False]
    for unknown in (entry_id, 99):
        error = refused(claimed, "manager", lift, unknown, "دلیل")
        assert isinstance(error, NotFound)
        assert error.code == "blacklist.no_entry"


def test_the_journal_never_learns_the_identity_number(claimed: Case):
    claimed.cleared(ClearanceResult.REFUSED).step("refuse_clearance", note="نامهٔ ۱۲/۳۴۵")
    with reading(claimed.office) as session:
        told = [entry for entry in timeline_of(session, claimed.dossier_id) if "blacklist" in entry.tag]
    assert [entry.values["kind"] for entry in told] == ["person"]
    assert "0012345679" not in str(told)


@pytest.mark.requirement("C-28", "X-14")
def test_an_entry_hits_however_its_domain_name_was_typed(at_manager: Case):
    typed = f" {at_manager.details.subject.upper()} "
    at_manager.by("manager", enter, BlacklistSubject.DOMAIN_NAME, typed, "شکایت بی‌پاسخ", "مرکز")
    assert len(hits(at_manager)) == 1


@pytest.mark.requirement("C-28", "ENM-010")
def test_an_entry_after_a_refused_clearance_names_the_authority(claimed: Case):
    claimed.cleared(ClearanceResult.REFUSED).step("refuse_clearance", note="نامهٔ ۱۲/۳۴۵")
    (entry,) = entries(claimed)
    assert entry.authority == "public_places_police"
