"""Random people take random steps: the laws of the office hold after each, and guards answer rightly."""

import shutil
import sys
from collections import Counter, defaultdict
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from desktop.models.dossier import Dossier
from desktop.models.guards import GUARDS
from desktop.models.journal import JournalHead
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.database import OFFICE_FILE, open_office
from desktop.services.guard_questions import which_hold
from desktop.services.office import create_office
from desktop.services.office_check import checked
from desktop.services.people import Actor, add_person
from desktop.services.rules import Call
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import PEOPLE
from tests.builders.office import MADE_AT, OFFICE_NAME
from tests.builders.schemes import ENAMAD_TEXT
from tests.stories.guard_answers import ANSWERS, PARAMETERS, Asked
from tests.stories.office_laws import broken_laws
from tests.stories.random_walk import NOTES, Walk
from tests.stories.what_people_do import go_on, open_a_dossier

TEMPORARY_SYMBOL_ON = ENAMAD_TEXT.replace("temporary_symbol = false", "temporary_symbol = true")
ACTS_OF_A_WALK = 300
GUARDS_AT_ONCE = 6
MOSTLY = {"under_review", "deficient", "physical_documents", "manager_review", "approved"}
SELDOM = 5
"""Guards that may always give the same answer on so few walks."""
EVERYWHERE = {
    *("under_review", "deficient", "waiting_external", "physical_documents", "physical_rejected"),
    *("manager_review", "refusal_proposed", "approved", "active", "refused", "blacklisted_person"),
    *("not_applicable", "lapsed", "withdrawn"),
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Two offices nobody works in: under the scheme as it is, and with the temporary symbol switched on."""
    folders = []
    for text in (ENAMAD_TEXT, TEMPORARY_SYMBOL_ON):
        folders.append(tmp_path_factory.mktemp("prepared"))
        create_office(folders[-1], OFFICE_NAME, MADE_AT)
        office = open_office(folders[-1])
        administrator = Actor(None, "", frozenset({Role.ADMINISTRATOR.value}), MADE_AT)
        with writing(office) as session:
            for person in PEOPLE:
                add_person(session, person.username, person.name, person.roles, MADE_AT)
            add_scheme(session, administrator, read_scheme(text), text)
        office.close()
    return folders


class Watch:
    """What was seen on all walks together."""

    def __init__(self):
        self.statuses, self.refusals = set(), Counter()
        self.answers = defaultdict(set)
        self.begin()

    def begin(self):
        """A new walk in a new office."""
        self.lengths, self.commits = {}, None

    def look(self, walk):
        """Ask every law and each grown chain of the journal, if anything was done; and some guards."""
        with reading(walk.office) as session:
            before, self.commits = self.commits, walk.commits_seen()
            if self.commits != before:
                assert broken_laws(session) == {}
                self._verify_what_grew(session)
                self.statuses.update(session.scalars(select(Dossier.status)))
            dossier = session.get_one(Dossier, walk.some_dossier())
            for guard in walk.chance.sample(sorted(GUARDS), GUARDS_AT_ONCE):
                self._compare(session, walk, dossier, guard)

    def _verify_what_grew(self, session):
        for head in session.scalars(select(JournalHead)).all():
            if self.lengths.get(head.chain) != head.length:
                self.lengths[head.chain] = head.length
                assert list(journal._verify_chain(session, head.chain, head)) == [head.length]

    def _compare(self, session, walk, dossier, guard):
        chance = walk.chance
        person = chance.choice([None, dossier.claimed_by_id, *range(1, len(PEOPLE) + 1)])
        now = walk.now + timedelta(days=chance.choice([0, 0, 20, 60]))
        note, given = chance.choice(NOTES), chance.choice(PARAMETERS.get(guard, ({},)))
        actor = Actor(person, "", frozenset(), now)
        answer = bool(which_hold(session, actor, dossier.id, [Call(guard, given)], note))
        expected = ANSWERS[guard](Asked(session, dossier, person, note, now, given))
        assert answer is expected, (guard, given, dossier.number, person, note)
        self.answers[guard].add(answer)


def walk_once(seed, prepared, folder, watch):
    folder.mkdir()
    shutil.copyfile(prepared[seed % len(prepared)] / OFFICE_FILE, folder / OFFICE_FILE)
    walk = Walk(open_office(folder), folder, Random(seed))
    watch.begin()
    try:
        while not walk.has_begun:
            open_a_dossier(walk)
        for _ in range(ACTS_OF_A_WALK):
            go_on(walk)
            watch.look(walk)
        assert checked(walk.office).findings == ()
    except BaseException:
        sys.stdout.write("\n  ".join([f"walk {seed}:", *walk.done[-60:], ""]))
        raise
    finally:
        walk.office.close()
    watch.refusals.update(walk.refused)


def test_whatever_people_do_the_laws_of_the_office_hold(prepared, tmp_path, full_counts):
    watch = Watch()
    walks = 40 if full_counts else 3
    for seed in range(walks):
        walk_once(seed, prepared, tmp_path / str(seed), watch)
    assert watch.statuses >= (EVERYWHERE if full_counts else MOSTLY)
    always = {guard for guard, answers in watch.answers.items() if len(answers) < 2}
    assert len(always) <= (0 if full_counts else SELDOM)
    assert len(watch.refusals) > 25


def test_every_guard_has_an_answer_of_its_own():
    assert ANSWERS.keys() == GUARDS.keys()
    assert {name for name in GUARDS if GUARDS[name].parameters} == PARAMETERS.keys()
