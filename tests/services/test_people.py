"""People and their roles: who acts, and that applicant and clock are nobody of the office."""

import json

import pytest
from sqlalchemy import select

from desktop.models.errors import NotAllowed, NotFound, RuleBroken
from desktop.models.journal import JournalEntry
from desktop.models.staff import Person
from desktop.models.vocabulary import Role, Verdict
from desktop.services import approval, claims, notes, review, steps
from desktop.services.certificates import record_code_check
from desktop.services.hiring import hire
from desktop.services.people import Actor, actor_named, add_person, applicant, clock, list_people
from desktop.services.unit_of_work import reading, run, writing
from tests.builders.enamad import PEOPLE, Case
from tests.builders.office import MADE_AT


@pytest.fixture
def outsiders(stage) -> Case:
    """A dossier that nobody holds, in an office that has an inspector and a complaints officer too."""
    case = stage("submitted")
    for role in (Role.INSPECTOR, Role.COMPLAINTS_OFFICER):
        run(case.office, add_person, role.value, role.value, [role], case.now)
    return case


def test_people_are_listed_by_username_with_their_roles(enamad):
    with reading(enamad) as session:
        rows = {row.username: row for row in list_people(session)}
    assert list(rows) == sorted(person.username for person in PEOPLE)
    assert rows["allrounder"].roles == (Role.DOCUMENTS_OFFICER, Role.MANAGER, Role.REVIEWER)
    assert all(row.active for row in rows.values())


def test_a_username_is_given_once(enamad):
    with pytest.raises(RuleBroken) as refusal, writing(enamad) as session:
        add_person(session, "clerk", "دیگری", [Role.CLERK], MADE_AT)
    assert refusal.value.code == "person.exists"


def test_who_has_left_acts_no_more(enamad):
    with writing(enamad) as session:
        session.get_one(Person, 1).active = False
    with reading(enamad) as session:
        with pytest.raises(NotFound) as refusal:
            actor_named(session, PEOPLE[0].username, MADE_AT)
        assert refusal.value.code == "person.unknown"
        assert [row.active for row in list_people(session) if row.id == 1] == [False]


def test_an_actor_has_the_roles_of_his_person_and_is_told_what_he_lacks():
    actor = Actor(1, "کسی", frozenset({Role.CLERK.value}), MADE_AT)
    actor.demand(Role.CLERK, Role.MANAGER)
    with pytest.raises(NotAllowed) as refusal:
        actor.demand(Role.MANAGER)
    assert refusal.value.values == {"person": "کسی", "roles": ["manager"]}


@pytest.mark.requirement("X-R13")
@pytest.mark.parametrize("nobody", [applicant, clock])
def test_applicants_and_the_clock_are_no_people_of_the_office(claimed: Case, nobody):
    actor = nobody(claimed.now)
    works = (
        (claims.claim, (claimed.dossier_id,)),
        (review.judge, (claimed.dossier_id, "B4", Verdict.ACCEPTED)),
        (notes.write_note, (claimed.dossier_id, "یادداشت")),
        (approval.stack, ()),
    )
    for work, arguments in works:
        with pytest.raises(NotAllowed), writing(claimed.office) as session:
            work(session, actor, *arguments)


@pytest.mark.requirement("X-R4", "X-R5")
@pytest.mark.parametrize("username", ["inspector", "complaints_officer"])
def test_inspectors_and_complaints_officers_have_no_desk_in_this_course(outsiders: Case, username):
    with reading(outsiders.office) as session:
        actor = actor_named(session, username, outsiders.now)
        assert steps.steps_open_to(session, actor, outsiders.dossier_id) == []
    for work, arguments in ((claims.claim, ()), (review.judge, ("B4", Verdict.ACCEPTED))):
        with pytest.raises(NotAllowed), writing(outsiders.office) as session:
            work(session, actor, outsiders.dossier_id, *arguments)


@pytest.mark.requirement("X-R6", "X-R12", "ENM-075")
def test_a_support_agent_confirms_that_the_code_is_installed_and_nothing_else(stage):
    case = stage("approved")
    run(case.office, add_person, "support", "پشتیبان", [Role.SUPPORT_AGENT], case.now)
    case.by("support", record_code_check, case.certificate.number, installed=True)
    with reading(case.office) as session:
        agent = actor_named(session, "support", case.now)
        open_to_him = {step.action for step in steps.steps_open_to(session, agent, case.dossier_id)}
    assert open_to_him == {"confirm_code_installed"}
    case.step("confirm_code_installed", by="support")
    assert case.status == "active"


def test_only_an_administrator_enters_people_and_the_journal_tells(case: Case):
    with pytest.raises(NotAllowed) as refusal:
        case.by("manager", hire, "friend", "دوست", [Role.MANAGER])
    assert refusal.value.code == "role.missing"
    hired = case.by("administrator", hire, "newcomer", "تازه‌وارد", [Role.REVIEWER])
    with reading(case.office) as session:
        told = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert told.tag == "office:person:hired"
    assert json.loads(told.content) == {"person": hired, "roles": ["reviewer"], "username": "newcomer"}
