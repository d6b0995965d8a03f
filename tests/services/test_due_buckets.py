"""Groups by due date: every dossier is in the one its day says, and a snapshot tells where each begins."""

from datetime import UTC, datetime, timedelta
from itertools import groupby, pairwise

import hypothesis
import hypothesis.strategies as st
import pytest
from sqlalchemy import select, update

from desktop.models.dossier import Dossier
from desktop.models.jalali import TEHRAN
from desktop.models.vocabulary import STANDING_PHASES, Phase
from desktop.services import due_buckets, queues
from desktop.services.due_buckets import (
    BucketCount,
    BucketStart,
    DueBucket,
    bucket_counts,
    bucket_of,
    bucket_starts,
    spans_at,
)
from desktop.services.facets import Facet, facet_counts, narrowed
from desktop.services.people import applicant
from desktop.services.queues import QueueQuery, queue_ids
from desktop.services.seen import mark_seen
from desktop.services.unit_of_work import reading, run, writing
from desktop.services.working_calendar import WorkingCalendar
from tests.builders.dossier_rows import NOW, a_row, office_with

SUNDAY = datetime(2026, 11, 1, 10, 0, tzinfo=TEHRAN)
"""1405/08/10, two days into the Iranian week."""


def at(days, hour=12):
    return SUNDAY.replace(hour=hour) + timedelta(days=days)


def bucket(due_at, now=SUNDAY, **calendar):
    return bucket_of(spans_at(WorkingCalendar(**calendar), now), due_at, Phase.REVIEW)


@pytest.mark.parametrize(
    ("due_at", "expected"),
    [
        (at(-400), DueBucket.OVERDUE),
        (at(0, 9), DueBucket.OVERDUE),
        (SUNDAY, DueBucket.TODAY),
        (at(0, 23), DueBucket.TODAY),
        (at(1, 0), DueBucket.TOMORROW),
        (at(2), DueBucket.THIS_WEEK),
        (at(5, 23), DueBucket.THIS_WEEK),
        (at(6, 0), DueBucket.NEXT_WEEK),
        (at(12), DueBucket.NEXT_WEEK),
        (at(13, 0), DueBucket.LATER),
        (at(400), DueBucket.LATER),
    ],
)
@pytest.mark.requirement("X-15")
def test_the_day_in_tehran_says_the_bucket(due_at, expected):
    assert bucket(due_at) is expected
    assert bucket(due_at.astimezone(UTC)) is expected


@pytest.mark.parametrize(
    ("weekend", "days"),
    [({3, 4}, 6), ({4}, 6), ({4, 5}, 7), ({5, 6}, 2), ({6, 0}, 2), (set(), 6)],
)
def test_the_week_begins_after_the_offices_weekend_but_tomorrow_stays_tomorrow(weekend, days):
    weekend = frozenset(weekend)
    assert bucket(at(days), weekend=weekend) is DueBucket.NEXT_WEEK
    assert bucket(at(days - 1), weekend=weekend) in {DueBucket.THIS_WEEK, DueBucket.TOMORROW}


@hypothesis.given(
    weekend=st.frozensets(st.integers(0, 6), max_size=6),
    now=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_the_buckets_lie_side_by_side_and_none_is_empty(weekend, now):
    spans = spans_at(WorkingCalendar(weekend=weekend), now)
    assert (spans[0].since, spans[-1].until) == (None, None)
    for one, following in pairwise(spans):
        assert one.until == following.since
    assert all(span.since is None or span.until is None or span.since < span.until for span in spans)
    assert [span.bucket for span in spans] == sorted({s.bucket for s in spans}, key=list(DueBucket).index)


def test_without_a_due_moment_the_phase_says_whether_the_clock_stands():
    assert bucket_of((), None, Phase.WITH_APPLICANT) is DueBucket.PAUSED
    assert bucket_of((), None, Phase.ENDED) is DueBucket.NONE


@pytest.fixture(scope="module")
def filled(prepared_office, tmp_path_factory):
    """Dossiers due every quarter of an hour from long ago until next month, others paused or ended."""
    statuses = ["under_review"] * 6 + ["physical_documents", "deficient", "active", "lapsed"]
    rows = (
        a_row(
            serial,
            status=statuses[serial % len(statuses)],
            status_since=NOW - timedelta(days=14) + timedelta(hours=serial),
            opened_at=NOW - timedelta(days=15),
            round=serial % 3,
        )
        for serial in range(1, 320)
    )
    folder = tmp_path_factory.mktemp("buckets")
    with office_with(prepared_office, folder, rows) as (database, people):
        with writing(database) as session:
            session.execute(update(Dossier).where(Dossier.id.in_([300, 301])).values(due_at=at(30)))
        for number in range(1, 40):
            run(database, mark_seen, people["sara"], number)
        yield database, people


QUERIES = [
    QueueQuery(),
    QueueQuery(descending=True),
    QueueQuery("reviewer"),
    QueueQuery("unclaimed"),
    QueueQuery(statuses=("deficient",)),
    QueueQuery(paused=True),
    QueueQuery(search="ناپیدا"),
    QueueQuery(search="kala12"),
]


def expected(session, ids):
    spans = spans_at(WorkingCalendar(), NOW)
    rows = {row.id: row for row in session.scalars(select(Dossier).where(Dossier.id.in_(ids)))}
    found = [bucket_of(spans, rows[number].due_at, rows[number].phase) for number in ids]
    starts, start = [], 0
    for one, group in groupby(found):
        count = len(list(group))
        starts.append(BucketStart(one, start, count))
        start += count
    return starts


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("probes", [2, 64])
def test_a_snapshot_tells_where_each_bucket_begins(filled, query, probes, monkeypatch):
    database, people = filled
    monkeypatch.setattr(due_buckets, "_PROBES", probes)
    with reading(database) as session:
        ids = queue_ids(session, people["sara"], query)
        starts = bucket_starts(session, people["sara"], ids)
        assert starts == expected(session, ids)
    assert len({start.bucket for start in starts}) == len(starts)


@pytest.mark.parametrize("query", QUERIES)
def test_the_counts_without_a_snapshot_are_the_same(filled, query):
    database, people = filled
    with reading(database) as session:
        starts = bucket_starts(session, people["sara"], queue_ids(session, people["sara"], query))
        counts = bucket_counts(session, people["sara"], query)
    assert [count.bucket for count in counts] == list(DueBucket)
    assert {one.bucket: one.count for one in counts if one.count} == {one.bucket: one.count for one in starts}


def test_every_bucket_is_met_in_the_list_of_all(filled):
    database, people = filled
    with reading(database) as session:
        counts = {count.bucket: count.count for count in bucket_counts(session, people["sara"], QueueQuery())}
    assert [name for name, count in counts.items() if not count] == []


@pytest.mark.parametrize("query", QUERIES)
def test_a_facet_counts_what_it_will_show(filled, query):
    database, people = filled
    with reading(database) as session:
        for facet in facet_counts(session, people["sara"], query):
            seen = narrowed(session, query, facet.facet, NOW)
            assert facet.count == len(queue_ids(session, people["sara"], seen)), facet
            assert not facet.more


def test_facets_look_at_a_part_of_the_queue(filled):
    database, people = filled
    with reading(database) as session:
        counts = {facet.facet: facet.count for facet in facet_counts(session, people["sara"], QueueQuery())}
        paused = session.scalars(select(Dossier.id).where(Dossier.phase.in_(STANDING_PHASES))).all()
    assert counts[Facet.ALL] == 319
    assert counts[Facet.PAUSED] == len(paused)
    assert counts[Facet.UNSEEN] == 319 - 39
    assert all(counts.values())


def test_counts_are_capped(filled, monkeypatch):
    database, people = filled
    monkeypatch.setattr(queues, "COUNTED", 3)
    with reading(database) as session:
        assert BucketCount(DueBucket.NONE, 3, more=True) in bucket_counts(
            session, people["sara"], QueueQuery()
        )
        assert all(facet.more for facet in facet_counts(session, people["sara"], QueueQuery()))


def test_an_empty_queue_has_no_buckets(office):
    with reading(office) as session:
        assert bucket_starts(session, applicant(NOW), []) == []
