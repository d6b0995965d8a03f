from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from desktop.models.applicant import Applicant
from desktop.models.dossier import Dossier, StatusChange
from desktop.models.errors import NotAllowed, RuleBroken
from desktop.models.scheme import SchemeVersion
from desktop.models.vocabulary import ApplicantKind, DossierKind
from desktop.services import bulk_load
from desktop.services.applicants import NewApplicant
from desktop.services.bulk_load import load_dossiers
from desktop.services.dossiers import NewDossier, open_dossier
from desktop.services.due_dates import recompute_due
from desktop.services.journal import BrokenChain, verify_journal
from desktop.services.search import search
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading, run, writing
from tests.builders.dossier_rows import NOW, a_row, add_schemes, load, staff


@pytest.fixture
def people(office):
    actors = staff(office)
    add_schemes(office, actors["golnaz"])
    return actors


def count(office, table=Dossier):
    with reading(office) as session:
        return session.scalar(select(func.count()).select_from(table))


@pytest.mark.requirement("X-01", "X-03")
def test_a_loaded_dossier_stands_where_it_stood_with_applicant_move_and_journal(office, people):
    row = a_row(217, applicant_name="  علي   كريمي ", status="deficient", round=2)
    load(office, people["golnaz"], row)
    with reading(office) as session:
        dossier = session.scalars(select(Dossier)).one()
        applicant = session.scalars(select(Applicant)).one()
        change = session.scalars(select(StatusChange)).one()
        assert (dossier.number, dossier.status, dossier.phase, dossier.round) == (
            "1405/00217",
            "deficient",
            "with_applicant",
            2,
        )
        assert (dossier.opened_at, dossier.status_since) == (row.opened_at, row.status_since)
        assert dossier.applicant_name == applicant.name == "علی کریمی"
        assert (dossier.applicant_id, applicant.identity_number) == (applicant.id, row.identity_number)
        assert (change.from_status, change.to_status, change.at) == (None, "deficient", row.status_since)
        (entry,) = timeline_of(session, dossier.id)
        assert entry.values["to_label"]["fa"]
        assert not [found for found in verify_journal(session) if isinstance(found, BrokenChain)]


@pytest.mark.requirement("X-15")
def test_it_is_due_when_its_history_says(office, people):
    statuses = ("under_review", "physical_documents", "manager_review", "active", "deficient")
    load(office, people["golnaz"], *(a_row(n, status=status) for n, status in enumerate(statuses, start=1)))
    with writing(office) as session:
        dossiers = session.scalars(select(Dossier).order_by(Dossier.id)).all()
        assert [dossier.due_at is not None for dossier in dossiers] == [True, True, True, False, False]
        assert recompute_due(session, [dossier.id for dossier in dossiers]) == 0


def test_it_is_found_by_search_and_so_is_one_opened_afterwards(office, people):
    load(office, people["golnaz"], a_row(1, title="عطاری زعفران"), a_row(2))
    person = NewApplicant(ApplicantKind.NATURAL_PERSON, "0012345679", "نوید کاویانی")
    run(office, open_dossier, people["golnaz"], NewDossier(1, DossierKind.INITIAL, person, "novin.example"))
    with reading(office) as session:
        found = {
            words: [row.number for row in search(session, people["sara"], words).rows]
            for words in ("زعفران", "نوید", "kala2")
        }
    assert found == {"زعفران": ["1405/00001"], "نوید": ["1405/00003"], "kala2": ["1405/00002"]}


def test_numbers_given_afterwards_go_on_after_the_highest(office, people):
    load(office, people["golnaz"], a_row(41), a_row(7), a_row(1, number="1404/90000"))
    person = NewApplicant(ApplicantKind.NATURAL_PERSON, "0012345679", "نوید کاویانی")
    request = NewDossier(1, DossierKind.INITIAL, person, "novin.example")
    opened = run(office, open_dossier, people["golnaz"], request)
    with reading(office) as session:
        assert session.get_one(Dossier, opened).number == "1405/00042"


def test_owners_of_several_dossiers_are_entered_once(office, people):
    one = a_row(1)
    load(office, people["golnaz"], one, replace(a_row(2), identity_number=one.identity_number))
    load(office, people["golnaz"], replace(a_row(3), identity_number=one.identity_number))
    assert (count(office), count(office, Applicant)) == (3, 1)


def test_a_version_with_loaded_dossiers_is_in_use(office, people):
    load(office, people["golnaz"], a_row(1, scheme_version_id=2))
    with reading(office) as session:
        used = session.scalars(select(SchemeVersion.id).where(SchemeVersion.used_at.is_not(None))).all()
    assert used == [2]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "1405-00003"),
        ("number", "1405/3"),
        ("number", "۱۴۰۵/۰۰۰۰۳"),
        ("identity_number", "0012345678"),
        ("identity_number", "۰۰۱۲۳۴۵۶۷۹"),
        ("applicant_name", "  "),
        ("subject", ""),
        ("status", "nowhere"),
        ("round", -1),
        ("status_since", NOW - timedelta(days=400)),
        ("status_since", datetime(2026, 11, 1)),  # noqa: DTZ001 - without a zone on purpose
    ],
)
def test_a_row_that_cannot_be_true_is_named_and_nothing_is_loaded(office, people, field, value):
    rows = [a_row(1), a_row(2), a_row(3, **{field: value})]
    with pytest.raises(RuleBroken) as refusal:
        load(office, people["golnaz"], *rows)
    assert refusal.value.code == "load.row_refused"
    assert (refusal.value.values["row"], refusal.value.values["field"]) == (3, field)
    assert (count(office), count(office, Applicant)) == (0, 0)


@pytest.mark.parametrize("earlier", [True, False])
def test_a_second_dossier_of_one_number_is_named_and_nothing_is_loaded(office, people, earlier):
    if earlier:
        load(office, people["golnaz"], a_row(2))
    with pytest.raises(RuleBroken) as refusal:
        load(office, people["golnaz"], a_row(1), *([] if earlier else [a_row(2)]), a_row(2))
    assert (refusal.value.code, refusal.value.values["number"]) == ("load.number_taken", "1405/00002")
    assert count(office) == int(earlier)


def test_giving_up_halfway_leaves_nothing_and_search_goes_on_working(office, people, monkeypatch):
    monkeypatch.setattr(bulk_load, "AT_ONCE", 2)
    loading = load_dossiers(office, people["golnaz"], (a_row(n) for n in range(1, 8)))
    assert [next(loading), next(loading)] == [2, 4]
    loading.close()
    assert (count(office), count(office, StatusChange)) == (0, 0)
    load(office, people["golnaz"], a_row(1))
    with reading(office) as session:
        assert len(search(session, people["sara"], "kala1").rows) == 1


def test_progress_counts_up_to_all(office, people, monkeypatch):
    monkeypatch.setattr(bulk_load, "AT_ONCE", 3)
    assert list(load_dossiers(office, people["golnaz"], (a_row(n) for n in range(1, 8)))) == [3, 6, 7, 7]
    assert count(office) == 7


def test_only_an_administrator_takes_dossiers_over(office, people):
    with pytest.raises(NotAllowed):
        load(office, people["sara"], a_row(1))
