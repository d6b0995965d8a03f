"""Queues beside an oracle: the scheme files read plainly, all rows sorted in Python."""

from datetime import timedelta
from random import Random

import hypothesis
import hypothesis.strategies as st
import pytest
from sqlalchemy import select, update

from desktop.models.desk import FollowedDossier, SeenDossier
from desktop.models.dossier import Dossier, WorkDone
from desktop.models.errors import NotAllowed, RuleBroken
from desktop.models.finding import FindingDraft
from desktop.models.scheme import SchemeVersion
from desktop.models.vocabulary import RUNNING_PHASES, STANDING_PHASES, DossierKind, Phase
from desktop.services import queues
from desktop.services.people import applicant
from desktop.services.queues import (
    QueueQuery,
    Sort,
    first_page,
    queue_counts,
    queue_ids,
    queue_rows,
    queues_of,
)
from desktop.services.rules import rules_of
from desktop.services.unit_of_work import reading, writing
from tests.builders.dossier_rows import NOW, a_row, add_schemes, load, office_with, staff

GIVEN, FAMILY = "آرش پروین ژاله چنگیز گلی سارا".split(), "کریمی پناهی گنجی اخوان چراغی یزدانی".split()
SEEN, FOLLOWED, DRAFTS, WORKED = {}, {}, {}, {}
"""Ids by the name of the person, of the office of this module."""


@pytest.fixture(scope="module")
def filled(prepared_office, tmp_path_factory):
    """An office with dossiers everywhere, some claimed, in two schemes of two versions each."""
    folder = tmp_path_factory.mktemp("busy")
    with office_with(prepared_office, folder, ()) as (database, people):
        load(database, people["golnaz"], *rows_everywhere(database))
        for username in ("sara", "shirin", "houshang"):
            claim_some(database, people[username])
            keep_at_desk(database, people[username])
        # Who took them all over has had a hand in each.
        SEEN[people["golnaz"].name] = frozenset(range(1, 301))
        yield database, people


@pytest.fixture
def busy(filled):
    database, people = filled
    with reading(database) as session:
        yield session, people


def rows_everywhere(database):
    chance = Random(7)
    with reading(database) as session:
        versions = {v: rules_of(session, v) for v in session.scalars(select(SchemeVersion.id))}
    for serial in range(1, 301):
        version = chance.choice(list(versions))
        opened = NOW - timedelta(minutes=chance.randrange(60, 60_000))
        yield a_row(
            serial,
            scheme_version_id=version,
            status=chance.choice(list(versions[version].statuses)),
            applicant_name=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
            opened_at=opened,
            status_since=opened + timedelta(minutes=chance.randrange(60)),
            round=chance.randrange(4),
            kind=chance.choice((DossierKind.INITIAL, DossierKind.RENEWAL)),
        )


def claim_some(database, actor):
    some = Random(actor.person_id).sample(range(1, 301), 40)
    with writing(database) as session:
        free = update(Dossier).where(Dossier.id.in_(some), Dossier.claimed_by_id.is_(None))
        session.execute(free.values(claimed_by_id=actor.person_id, claimed_at=NOW))


def keep_at_desk(database, actor):
    """This person has seen some dossiers, follows some and has drafts in some."""
    chance = Random(actor.person_id)
    rows = {SeenDossier: SEEN, FollowedDossier: FOLLOWED, FindingDraft: DRAFTS, WorkDone: WORKED}
    details = {
        SeenDossier: {"seen_at": NOW},
        FollowedDossier: {"since": NOW},
        FindingDraft: {"item_code": "A1", "remark": "", "saved_at": NOW},
        WorkDone: {"kind": "review", "first_at": NOW},
    }
    with writing(database) as session:
        for kind, known in rows.items():
            known[actor.name] = frozenset(chance.sample(range(1, 301), 60))
            session.add_all(
                kind(person_id=actor.person_id, dossier_id=number, **details[kind])
                for number in known[actor.name]
            )


def places(session, roles):
    """Status and version of every step that somebody in these roles may take."""
    return {
        (version, step.from_status)
        for version in session.scalars(select(SchemeVersion.id))
        for rules in [rules_of(session, version)]
        for step in rules.transitions
        if step.role in roles
        and all(
            rules.parameters.get(guard.parameters["name"]) == "true"
            for guard in step.guards
            if guard.name == "parameter_on"
        )
    }


def belongs(session, actor, query, row, work):
    stands = (row.scheme_version_id, row.status)
    if query.queue == "mine":
        inside = row.claimed_by_id == actor.person_id
    elif query.queue in {"drafts", "followed"}:
        inside = row.id in {"drafts": DRAFTS, "followed": FOLLOWED}[query.queue].get(actor.name, ())
    elif query.queue in {"unclaimed", "overdue"}:
        inside = stands in work and row.phase in RUNNING_PHASES
        waits = row.claimed_by_id is None if query.queue == "unclaimed" else row.due_at and row.due_at < NOW
        inside = inside and bool(waits)
    else:
        inside = query.queue == "all" or stands in work
    return (
        inside
        and (not query.statuses or row.status in query.statuses)
        and (query.scheme is None or rules_of(session, row.scheme_version_id).scheme == query.scheme)
        and (query.claimed_by is None or row.claimed_by_id == query.claimed_by)
        and (not query.overdue or (row.due_at is not None and row.due_at < NOW))
        and (not query.kinds or row.kind in query.kinds)
        and (not query.phases or row.phase in query.phases)
        and (not query.worked_on or row.id in WORKED.get(actor.name, ()))
        and (not query.returned or (row.round > 1 and row.phase in RUNNING_PHASES))
        and (not query.paused or row.phase in STANDING_PHASES)
        and (not query.followed or row.id in FOLLOWED.get(actor.name, ()))
        and (not query.unseen or row.id not in SEEN.get(actor.name, ()))
        and (not query.due_from or (row.due_at is not None and row.due_at >= query.due_from))
        and (not query.due_until or (row.due_at is not None and row.due_at < query.due_until))
        and all(word in row.search for word in query.search.split())
    )


def expected(session, actor, query):
    work = places(session, actor.roles if query.queue in {"unclaimed", "overdue"} else {query.queue})
    every = session.scalars(select(Dossier))
    rows = [row for row in every if belongs(session, actor, query, row, work)]
    keys = {
        Sort.DUE: lambda row: (row.due_at or NOW, row.id),
        Sort.NAME: lambda row: (row.sort_key, row.id),
        Sort.NUMBER: lambda row: row.number,
        Sort.SINCE: lambda row: (row.status_since, row.id),
    }
    rows.sort(key=keys[query.sort], reverse=query.descending)
    if query.sort is Sort.DUE:
        rest = sorted((row for row in rows if row.due_at is None), key=lambda row: row.id)
        rest = rest[:: -1 if query.descending else 1]
        standing = [row for row in rest if row.phase in STANDING_PHASES]
        rows = [row for row in rows if row.due_at] + standing + [row for row in rest if row not in standing]
    return [row.id for row in rows]


seldom = st.sampled_from([False, False, False, True])
queries = st.builds(
    QueueQuery,
    queue=st.sampled_from(
        "mine unclaimed overdue drafts followed all reviewer clerk documents_officer manager auditor".split()
    ),
    kinds=st.sampled_from([(), (), (DossierKind.RENEWAL,), (DossierKind.INITIAL, DossierKind.LEVEL_RAISE)]),
    statuses=st.sampled_from([(), (), ("under_review",), ("deficient", "asked"), ("given",)]),
    scheme=st.sampled_from([None, None, "enamad", "stalls"]),
    claimed_by=st.sampled_from([None, None, None, 1, 2]),
    overdue=st.booleans(),
    returned=seldom,
    paused=seldom,
    unseen=seldom,
    followed=seldom,
    worked_on=seldom,
    phases=st.sampled_from([(), (), (Phase.REVIEW,), (Phase.WITH_APPLICANT, Phase.PAPERS)]),
    due_from=st.sampled_from([None, None, None, NOW - timedelta(days=9)]),
    due_until=st.sampled_from([None, None, None, NOW + timedelta(days=1)]),
    sort=st.sampled_from(Sort),
    descending=st.booleans(),
    search=st.sampled_from(["", "", "", "کریمی", "گن", "kala1 .example", "ناپیدا"]),
)


@pytest.mark.requirement("X-15")
@hypothesis.settings(suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])
@hypothesis.given(query=queries, username=st.sampled_from(["sara", "shirin", "houshang", "golnaz", "arash"]))
def test_a_queue_holds_what_belongs_to_it_in_order_and_its_first_page_begins_it(busy, query, username):
    session, people = busy
    wanted = expected(session, people[username], query)
    assert list(queue_ids(session, people[username], query)) == wanted
    for counted in (10_000, 5):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(queues, "COUNTED", counted)
            page = first_page(session, people[username], query, size=7)
        assert [row.id for row in page.rows] == wanted[:7]
        assert (page.count, page.more) == (min(len(wanted), counted), len(wanted) > counted)


def test_each_person_sees_own_queues_with_their_counts(busy):
    session, people = busy
    codes = {name: [queue.code for queue in queues_of(session, actor)] for name, actor in people.items()}
    assert codes["sara"] == ["mine", "unclaimed", "overdue", "reviewer", "all"]
    assert codes["shirin"] == ["mine", "unclaimed", "overdue", "clerk", "documents_officer", "all"]
    assert codes["arash"] == ["mine", "unclaimed", "overdue", "all"]
    for actor in people.values():
        for queue in queues_of(session, actor):
            query = QueueQuery(queue.code)
            assert (queue.count, queue.more) == (len(expected(session, actor, query)), False)


@pytest.mark.requirement("C-27")
def test_a_step_that_is_switched_off_brings_no_dossier_into_a_queue(busy):
    session, people = busy
    ids = queue_ids(session, people["houshang"], QueueQuery("manager", scheme="enamad"))
    assert {row.status for row in queue_rows(session, ids)} == {"manager_review", "refusal_proposed"}


def test_many_queries_are_counted_together(busy):
    session, people = busy
    queries = {
        "held": QueueQuery("mine"),
        "late": QueueQuery(overdue=True),
        "paused": QueueQuery(paused=True),
    }
    counts = queue_counts(session, people["sara"], queries)
    assert [one.code for one in counts] == list(queries)
    for one in counts:
        assert one.count == len(expected(session, people["sara"], queries[one.code]))
    assert queue_counts(session, people["sara"], {}) == []


def test_the_capped_count_says_that_there_are_more(busy, monkeypatch):
    session, people = busy
    monkeypatch.setattr(queues, "COUNTED", 20)
    everything = queues_of(session, people["sara"])[-1]
    assert (everything.code, everything.count, everything.more) == ("all", 20, True)


@pytest.mark.requirement("X-07")
def test_a_row_says_what_a_list_needs(office):
    people = staff(office)
    add_schemes(office, people["golnaz"])
    load(office, people["golnaz"], a_row(217, round=2), a_row(218, round=1, status="active"))
    with writing(office) as session:
        claim = update(Dossier).where(Dossier.id == 1)
        session.execute(claim.values(claimed_by_id=people["sara"].person_id, claimed_at=NOW))
    with reading(office) as session:
        settled, claimed = queue_rows(session, [2, 1])
        label = rules_of(session, 1).statuses["under_review"].label
    assert (claimed.number, claimed.applicant_name, claimed.subject) == (
        "1405/00217",
        "سارا کریمی",
        "kala217.example",
    )
    assert (claimed.scheme, claimed.kind, claimed.status, claimed.status_label) == (
        "enamad",
        "initial",
        "under_review",
        label,
    )
    assert (claimed.phase, claimed.round, claimed.returned) == ("review", 2, True)
    assert claimed.claimed_by == people["sara"].name
    assert claimed.due_at > claimed.status_since
    assert (settled.due_at, settled.claimed_by, settled.returned) == (None, None, False)


def test_rows_come_in_the_order_asked_for_without_what_is_gone(busy):
    session, _ = busy
    assert [row.id for row in queue_rows(session, [30, 4, 999, 17])] == [30, 4, 17]
    assert queue_rows(session, []) == []


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (QueueQuery("nobody"), "queue.unknown"),
        (QueueQuery(scheme="unknown"), "scheme.unknown"),
        (QueueQuery(statuses=("under_review", "lost")), "status.unknown"),
    ],
)
def test_what_no_scheme_knows_is_refused_with_what_is_known(busy, query, code):
    session, people = busy
    with pytest.raises(RuleBroken) as refusal:
        queue_ids(session, people["sara"], query)
    assert refusal.value.code == code
    assert refusal.value.values["known"]


def test_somebody_without_a_name_has_no_dossiers_of_his_own(busy):
    session, _ = busy
    with pytest.raises(NotAllowed):
        queue_ids(session, applicant(NOW), QueueQuery("mine"))


def test_an_office_without_schemes_has_empty_queues(office):
    people = staff(office)
    with reading(office) as session:
        assert {queue.count for queue in queues_of(session, people["sara"])} == {0}
        assert list(queue_ids(session, people["sara"], QueueQuery("reviewer"))) == []
        assert first_page(session, people["sara"], QueueQuery("reviewer", sort=Sort.SINCE), 10).rows == []
