"""Wherever random people have brought the office: an act that is taken back leaves everything as it was."""

import shutil
from collections import Counter
from datetime import timedelta
from random import Random

from desktop.services import claims, steps, undoing
from desktop.services.database import OFFICE_FILE, open_office
from desktop.services.people import actor_named
from tests.builders.observed import observed
from tests.stories.office_laws import broken_laws
from tests.stories.random_walk import NAMES, NOTES, Walk
from tests.stories.what_people_do import go_on, open_a_dossier

ACTS_OF_A_WALK = 80


def reversible(walk, dossier_id):
    """Every step open to somebody that can be taken back, and what can be done with the claim."""

    def ask(session):
        actors = [(who, actor_named(session, who, walk.now)) for who in NAMES]
        return [
            (who, steps.take_step, (answer.action, NOTES[-1]))
            for who, actor in actors
            for answer in steps.steps_open_to(session, actor, dossier_id)
            if answer.is_open and answer.can_be_undone
        ]

    holder, receiver = walk.holder_of(dossier_id), walk.somebody("colleague", "reviewer")
    return [
        *walk.ask(ask),
        (holder, claims.claim, ()),
        (holder, claims.release, ()),
        ("supervisor", claims.reassign, (receiver, "مرخصی")),
    ]


def do_and_undo(walk, done):
    dossier_id = walk.some_dossier()
    who, service, arguments = walk.chance.choice(reversible(walk, dossier_id))
    before, version = observed(walk.office, "work_done"), walk.commits_seen()
    walk.by(who, service, dossier_id, *arguments)
    if walk.commits_seen() == version:
        return
    walk.now += timedelta(seconds=walk.chance.choice([0, 1, 7]))
    assert walk.by(who, undoing.undo, dossier_id) is not None, walk.done[-2:]
    assert observed(walk.office, "work_done") == before, walk.done[-2:]
    done[arguments[0] if service is steps.take_step else service.__name__] += 1


def test_what_is_taken_back_leaves_everything_as_it_was(prepared_enamad, tmp_path, full_counts):
    done = Counter()
    for seed in range(40 if full_counts else 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        shutil.copyfile(prepared_enamad / OFFICE_FILE, folder / OFFICE_FILE)
        walk = Walk(open_office(folder), folder, Random(seed))
        while not walk.has_begun:
            open_a_dossier(walk)
        for _ in range(ACTS_OF_A_WALK):
            go_on(walk)
            do_and_undo(walk, done)
        assert walk.ask(broken_laws) == {}
        walk.office.close()
    assert {"claim", "release", "reassign"} <= done.keys()
    assert len(done) > (12 if full_counts else 6)
