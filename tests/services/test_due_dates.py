"""Due dates in an office: histories of steps, closures that come and go, and the reason for each day."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, StatusChange
from desktop.models.errors import NotAllowed, NotFound, RuleBroken
from desktop.models.jalali import TEHRAN, from_jalali
from desktop.models.journal import JournalEntry
from desktop.models.office import Closure, Setting
from desktop.models.scheme import SchemeParameter, SchemeVersion, Status
from desktop.models.vocabulary import Phase, Role
from desktop.services import closures
from desktop.services.database import Database
from desktop.services.due_dates import calendar_of, end_to_end_due_on, recompute_due, why_due
from desktop.services.people import Actor, actor_named, add_person
from desktop.services.unit_of_work import writing
from desktop.services.working_calendar import FRIDAY, DayOff, OfficeHours
from tests.builders.rows import one_row, one_row_each

STATUSES = {
    "ready": (Phase.PREPARATION, None),
    "under_review": (Phase.REVIEW, 3),
    "deficient": (Phase.WITH_APPLICANT, None),
    "manager_review": (Phase.DECISION, 2),
    "refused": (Phase.ENDED, None),
}


def tehran(month: int, day: int, hour: int) -> datetime:
    return datetime.combine(from_jalali(1405, month, day), time(hour), TEHRAN)


DOSSIER = 2


@pytest.fixture
def session(office: Database) -> Iterator[Session]:
    """An office with an unmoved dossier under a scheme version of five statuses."""
    with writing(office) as session:
        one_row_each(session.connection())
        session.execute(delete(Closure))
        session.execute(delete(Setting))
        _enter(session, SchemeVersion, id=2, code="2", valid_from=from_jalali(1405, 1, 1), used_at=None)
        for code, (phase, days) in STATUSES.items():
            _enter(session, Status, scheme_version_id=2, code=code, phase=phase, sla_working_days=days)
        opened = {"scheme_version_id": 2, "opened_at": tehran(8, 20, 23)}
        _enter(session, Dossier, id=DOSSIER, number="1405/00002", **opened)
        yield session


@pytest.fixture
def administrator(session: Session) -> Actor:
    add_person(session, "yazdani", "مریم یزدانی", [Role.ADMINISTRATOR], tehran(8, 1, 8))
    return actor_named(session, "yazdani", tehran(8, 25, 9))


def _enter(session: Session, thing: Any, **values: Any) -> None:
    session.execute(insert(thing.__table__).values({**one_row(thing.__table__), **values}))


def moved(session: Session, *steps: tuple[datetime, str]) -> Dossier:
    """The dossier after these steps."""
    for at, status in steps:
        phase, _ = STATUSES[status]
        session.add(
            StatusChange(
                dossier_id=DOSSIER, at=at, action="x", to_status=status, phase=phase, role="reviewer", round=1
            )
        )
        session.flush()
    recompute_due(session, [DOSSIER])
    return session.get_one(Dossier, DOSSIER)


@pytest.mark.requirement("ENM-057", "C-06")
def test_a_review_is_due_three_working_days_after_the_sending(session: Session):
    dossier = moved(session, (tehran(8, 20, 9), "ready"), (tehran(8, 27, 14), "under_review"))
    assert dossier.due_at == tehran(9, 2, 14)


def test_nothing_is_due_before_the_sending_or_after_the_end(session: Session):
    assert moved(session, (tehran(8, 20, 9), "ready")).due_at is None
    assert why_due(session, DOSSIER) is None
    moved(session, (tehran(8, 24, 8), "under_review"), (tehran(8, 24, 9), "refused"))
    assert session.get_one(Dossier, DOSSIER).due_at is None
    assert why_due(session, DOSSIER) is None


@pytest.mark.requirement("ENM-057")
def test_the_clock_stands_while_the_applicant_has_the_dossier_and_then_goes_on(session: Session):
    dossier = moved(session, (tehran(8, 24, 8), "under_review"), (tehran(8, 25, 12), "deficient"))
    assert dossier.due_at is None
    moved(session, (tehran(9, 1, 12), "under_review"))
    assert dossier.due_at == tehran(9, 2, 16)
    why = why_due(session, DOSSIER)
    assert why is not None
    assert why.due_at == dossier.due_at
    assert [(stop.since, stop.until) for stop in why.stops] == [(tehran(8, 25, 12), tehran(9, 1, 12))]


@pytest.mark.requirement("C-06")
def test_each_status_of_the_offices_own_work_has_a_limit_of_its_own(session: Session):
    dossier = moved(session, (tehran(8, 24, 8), "under_review"), (tehran(8, 26, 8), "manager_review"))
    assert dossier.due_at == tehran(8, 27, 16)
    moved(session, (tehran(8, 26, 12), "under_review"))
    assert dossier.due_at == tehran(9, 1, 12)


def test_a_dossier_taken_up_again_after_its_end_has_a_whole_limit(session: Session):
    dossier = moved(
        session,
        (tehran(8, 24, 8), "under_review"),
        (tehran(8, 26, 8), "refused"),
        (tehran(9, 1, 8), "under_review"),
    )
    assert dossier.due_at == tehran(9, 3, 16)


def test_recomputing_counts_only_what_has_moved(session: Session):
    moved(session, (tehran(8, 24, 8), "under_review"))
    assert recompute_due(session, [DOSSIER]) == 0


@pytest.mark.requirement("X-15")
def test_a_closure_delays_what_is_due_after_it_and_says_so(session: Session, administrator: Actor):
    dossier = moved(session, (tehran(8, 24, 8), "under_review"))
    assert dossier.due_at == tehran(8, 26, 16)
    day = from_jalali(1405, 8, 25)
    assert closures.add_closure(session, administrator, day, " تعطیلی به‌سبب  برف") == 1
    assert dossier.due_at == tehran(8, 27, 16)
    why = why_due(session, DOSSIER)
    assert why is not None
    assert [(skipped.day, skipped.reason, skipped.title) for skipped in why.skipped] == [
        (day, DayOff.CLOSURE, "تعطیلی به‌سبب برف")
    ]


def test_a_removed_closure_gives_the_day_back(session: Session, administrator: Actor):
    dossier = moved(session, (tehran(8, 24, 8), "under_review"))
    closures.add_closure(session, administrator, from_jalali(1405, 8, 26), "تعطیلی")
    assert closures.remove_closure(session, administrator, from_jalali(1405, 8, 26)) == 1
    assert dossier.due_at == tehran(8, 26, 16)
    tags = session.scalars(
        select(JournalEntry.tag).where(JournalEntry.chain == 0).order_by(JournalEntry.sequence)
    )
    assert [tag for tag in tags if "closure" in tag] == ["office:closure:added", "office:closure:removed"]


def test_a_closure_after_the_due_day_moves_nothing(session: Session, administrator: Actor):
    moved(session, (tehran(8, 24, 8), "under_review"))
    assert closures.add_closure(session, administrator, from_jalali(1405, 8, 27), "تعطیلی") == 0


def test_the_calendar_is_kept_by_administrators_with_a_title_and_one_row_a_day(
    session: Session, administrator: Actor
):
    day = from_jalali(1405, 8, 25)
    reviewer = Actor(administrator.person_id, "رضا کاظمی", frozenset({Role.REVIEWER.value}), administrator.at)
    with pytest.raises(NotAllowed, match=r"role\.missing"):
        closures.add_closure(session, reviewer, day, "تعطیلی")
    with pytest.raises(RuleBroken, match=r"closure\.title_missing"):
        closures.add_closure(session, administrator, day, "  ")
    closures.add_closure(session, administrator, day, "تعطیلی")
    with pytest.raises(RuleBroken, match=r"closure\.exists"):
        closures.add_closure(session, administrator, day, "دوباره")
    with pytest.raises(NotFound, match=r"closure\.unknown"):
        closures.remove_closure(session, administrator, day + timedelta(days=1))


@pytest.mark.requirement("X-15")
def test_the_office_may_work_on_thursdays_and_in_other_hours(session: Session, administrator: Actor):
    dossier = moved(session, (tehran(8, 27, 8), "under_review"))
    assert dossier.due_at == tehran(9, 1, 16)
    hours = OfficeHours(time(7), time(13))
    assert closures.set_working_week(session, administrator, frozenset({FRIDAY}), hours) == 1
    assert calendar_of(session).hours == hours
    assert dossier.due_at == tehran(9, 1, 8)
    with pytest.raises(RuleBroken, match=r"calendar\.no_working_day"):
        closures.set_working_week(session, administrator, frozenset(range(7)), hours)


def test_public_holidays_are_entered_once_and_keep_what_the_office_wrote(
    session: Session, administrator: Actor
):
    nowruz = from_jalali(1405, 1, 1)
    closures.add_closure(session, administrator, nowruz, "نوروز")
    entered = closures.seed_closures(session, [1405])
    rows = closures.list_closures(session, 1405)
    assert len(rows) == entered + 1
    assert rows[0] == closures.ClosureRow(nowruz, "نوروز", official=False)
    assert all(row.official for row in rows[1:])
    assert closures.seed_closures(session, [1405]) == 0


def test_public_holidays_have_persian_titles_and_lie_in_their_jalali_year():
    official = closures.official_closures([1405])
    assert official[from_jalali(1405, 1, 13)] == "روز طبیعت"
    assert official[from_jalali(1405, 3, 15)] == "قیام ۱۵ خرداد"
    assert min(official) >= from_jalali(1405, 1, 1)
    assert max(official) < from_jalali(1406, 1, 1)
    assert from_jalali(1403, 1, 6) not in closures.official_closures([1403])


@pytest.mark.requirement("C-06")
def test_the_whole_course_has_a_limit_in_calendar_days_where_the_scheme_sets_one(session: Session):
    assert end_to_end_due_on(session, DOSSIER) is None
    session.info["rules"].clear()
    _enter(session, SchemeParameter, scheme_version_id=2, name="end_to_end_days", value="30")
    assert end_to_end_due_on(session, DOSSIER) == from_jalali(1405, 9, 20)


def test_an_unknown_dossier_has_no_reason(session: Session):
    with pytest.raises(NotFound, match=r"dossier\.unknown"):
        why_due(session, 4711)
    with pytest.raises(NotFound, match=r"dossier\.unknown"):
        end_to_end_due_on(session, 4711)
