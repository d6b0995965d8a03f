"""Changes among the people: an administrator's acts, and never so that work lies or nobody governs."""

import json

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desktop.models.errors import NotAllowed, NotFound
from desktop.models.journal import JournalEntry
from desktop.models.vocabulary import Role
from desktop.services.leaving import hand_on
from desktop.services.people import actor_named
from desktop.services.staff_register import open_work, staff
from desktop.services.staffing import change_roles, disable, enable, rename
from desktop.services.steps import take_step
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import PEOPLE, Case
from tests.builders.refusals import code_of, refused

IDS = {person.username: number for number, person in enumerate(PEOPLE, start=1)}
REASON = "مرخصی طولانی"


def rows(case: Case):
    with reading(case.office) as session:
        administrator = actor_named(session, "administrator", case.now)
        return {row.username: row for row in staff(session, administrator)}


def held_by(case: Case, username: str):
    with reading(case.office) as session:
        return [work.number for work in open_work(session, IDS[username])]


def last_entry(case: Case):
    with reading(case.office) as session:
        entry = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
        return entry.tag, json.loads(entry.content)


def test_the_list_shows_roles_last_acts_and_what_everybody_holds(claimed: Case):
    people = rows(claimed)
    assert people["allrounder"].roles == (Role.REVIEWER, Role.DOCUMENTS_OFFICER, Role.MANAGER)
    assert (people["reviewer"].open_claims, people["colleague"].open_claims) == (1, 0)
    assert people["reviewer"].last_act_at is not None
    assert people["colleague"].last_act_at is None
    assert held_by(claimed, "reviewer") == [claimed.number]


@pytest.mark.parametrize(
    ("service", "arguments"),
    [(rename, ("نام",)), (change_roles, ([Role.CLERK],)), (disable, ()), (enable, ())],
    ids=["rename", "change_roles", "disable", "enable"],
)
@pytest.mark.parametrize("username", ["manager", "supervisor", "auditor", "clerk"])
def test_only_an_administrator_changes_anything(claimed: Case, username, service, arguments):
    error = refused(claimed, username, service, IDS["colleague"], *arguments)
    assert isinstance(error, NotAllowed)
    assert code_of(claimed, "administrator", service, 99, *arguments) == "person.unknown"


def test_only_an_administrator_sees_the_list(claimed: Case):
    with reading(claimed.office) as session, pytest.raises(NotAllowed):
        staff(session, actor_named(session, "manager", claimed.now))


def test_a_name_is_put_right_and_the_journal_tells_both(claimed: Case):
    claimed.by("administrator", rename, IDS["clerk"], "  مريم   كاظمي ")
    assert rows(claimed)["clerk"].name == "مریم کاظمی"
    tag, said = last_entry(claimed)
    assert (tag, said["old"], said["new"]) == ("office:person:renamed", "متصدی باجه", "مریم کاظمی")
    assert code_of(claimed, "administrator", rename, IDS["clerk"], " ") == "person.name_missing"


def test_roles_are_given_and_taken(claimed: Case):
    claimed.by("administrator", change_roles, IDS["clerk"], [Role.REVIEWER, Role.CLERK])
    assert rows(claimed)["clerk"].roles == (Role.CLERK, Role.REVIEWER)
    claimed.by("administrator", change_roles, IDS["clerk"], [Role.REVIEWER])
    assert rows(claimed)["clerk"].roles == (Role.REVIEWER,)
    tag, said = last_entry(claimed)
    assert (tag, said["added"], said["removed"]) == ("office:roles:changed", [], ["clerk"])
    assert code_of(claimed, "administrator", change_roles, IDS["clerk"], []) == "person.no_role"


def test_what_changes_nothing_leaves_no_trace(claimed: Case):
    before = last_entry(claimed)
    claimed.by("administrator", rename, IDS["clerk"], "متصدی باجه")
    claimed.by("administrator", change_roles, IDS["clerk"], [Role.CLERK])
    claimed.by("administrator", enable, IDS["clerk"])
    assert last_entry(claimed) == before


def test_the_last_administrator_stays_one(claimed: Case):
    for change in ((change_roles, IDS["administrator"], [Role.CLERK]), (disable, IDS["administrator"])):
        expected = "person.oneself" if change[0] is disable else "person.last_administrator"
        assert code_of(claimed, "administrator", *change) == expected
    claimed.by("administrator", change_roles, IDS["clerk"], [Role.CLERK, Role.ADMINISTRATOR])
    claimed.by("clerk", disable, IDS["administrator"])
    assert code_of(claimed, "clerk", change_roles, IDS["clerk"], [Role.CLERK]) == "person.last_administrator"
    claimed.by("clerk", enable, IDS["administrator"])
    claimed.by("administrator", disable, IDS["clerk"])


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE person SET active = 0 WHERE username = 'administrator'",
        "DELETE FROM person_role WHERE role = 'administrator'",
        "UPDATE person_role SET role = 'clerk'",
        "DELETE FROM person WHERE username = 'administrator'",
    ],
)
def test_the_database_keeps_an_administrator_too(claimed: Case, attack):
    with claimed.office.writing.connect() as connection, pytest.raises(IntegrityError, match="protected"):
        connection.exec_driver_sql(attack)


def test_nobody_leaves_while_he_holds_dossiers(claimed: Case):
    for leaving in ((disable, IDS["reviewer"]), (change_roles, IDS["reviewer"], [Role.CLERK])):
        error = refused(claimed, "administrator", *leaving)
        assert error.code == "person.holds_dossiers"
        assert (error.values["count"], error.values["numbers"]) == (1, [claimed.number])
    claimed.by("administrator", change_roles, IDS["reviewer"], [Role.REVIEWER, Role.CLERK])


def test_what_is_held_for_an_outside_answer_counts_too(claimed: Case):
    claimed.by("reviewer", take_step, claimed.dossier_id, "await_clearance")
    leaving = (change_roles, IDS["reviewer"], [Role.SUPPORT_AGENT])
    assert code_of(claimed, "administrator", *leaving) == "person.holds_dossiers"
    claimed.by("administrator", change_roles, IDS["reviewer"], [Role.REVIEWER, Role.CLERK])


def test_what_he_held_is_handed_to_a_colleague_and_he_goes(claimed: Case):
    handed = claimed.by("administrator", hand_on, IDS["reviewer"], REASON, "colleague")
    assert (handed.to_colleague, handed.put_back) == (1, ())
    assert held_by(claimed, "colleague") == [claimed.number]
    with reading(claimed.office) as session:
        last = timeline_of(session, claimed.dossier_id)[-1]
    assert (last.tag, last.values["receiver"]) == ("dossier:claim:reassigned", "کارشناس دوم")
    claimed.by("administrator", disable, IDS["reviewer"])
    assert [rows(claimed)["reviewer"].active, last_entry(claimed)[0]] == [False, "office:person:disabled"]
    with reading(claimed.office) as session, pytest.raises(NotFound):
        actor_named(session, "reviewer", claimed.now)
    claimed.by("administrator", enable, IDS["reviewer"])
    assert rows(claimed)["reviewer"].active


def test_what_is_not_for_the_colleague_goes_back_to_its_desk(claimed: Case):
    handed = claimed.by("supervisor", hand_on, IDS["reviewer"], REASON, "officer")
    assert (handed.to_colleague, handed.put_back) == (0, (claimed.number,))
    assert held_by(claimed, "reviewer") == held_by(claimed, "officer") == []
    with reading(claimed.office) as session:
        assert timeline_of(session, claimed.dossier_id)[-1].tag == "dossier:claim:put_back"


def test_handing_on_needs_a_reason_and_somebody_who_may(claimed: Case):
    handing = (hand_on, IDS["reviewer"], " ", "colleague")
    assert code_of(claimed, "supervisor", *handing) == "handing_on.reason_missing"
    assert code_of(claimed, "manager", *handing) == "role.missing"
    assert code_of(claimed, "supervisor", hand_on, IDS["reviewer"], REASON, "nobody") == "person.unknown"


def test_who_was_disabled_keeps_his_name_on_what_he_did(claimed: Case):
    claimed.judged().step("await_clearance").by("administrator", hand_on, IDS["reviewer"], REASON)
    claimed.by("administrator", disable, IDS["reviewer"])
    with writing(claimed.office) as session:
        names = {entry.person for entry in timeline_of(session, claimed.dossier_id)}
    assert "کارشناس نخست" in names
