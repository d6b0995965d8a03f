"""Schemes in the office: effective-dated versions that never change once a dossier uses them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from desktop.models.checklist import CannedReason, ChecklistItem
from desktop.models.errors import Conflict, NotAllowed, NotFound, RuleBroken
from desktop.models.journal import JournalEntry
from desktop.models.scheme import SchemeVersion, Transition, TransitionGuard
from desktop.models.scheme_rules import DocumentRule, LevelRequirement
from desktop.models.vocabulary import Role, SubjectKind
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme, definition_of, list_schemes, version_on
from desktop.services.unit_of_work import reading, writing
from tests.builders.schemes import ENAMAD
from tests.builders.schemes import ENAMAD_TEXT as TEXT

AT = datetime(2026, 5, 10, 8, 0, tzinfo=UTC)
ADMINISTRATOR = Actor(None, "مدیر سامانه", frozenset({Role.ADMINISTRATOR.value}), AT)


@pytest.fixture
def stored(office):
    with writing(office) as session:
        add_scheme(session, ADMINISTRATOR, read_scheme(ENAMAD), TEXT)
    return office


def use(office, code):
    with writing(office) as session:
        session.scalars(select(SchemeVersion).where(SchemeVersion.code == code)).one().used_at = AT


def changed(*pairs):
    text = TEXT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_definition_becomes_rows(stored):
    with reading(stored) as session:
        version = version_on(session, "enamad", date(2026, 5, 10))
        rules = rules_of(session, version.id)
        assert rules.initial_status.code == "ready"
        assert len(rules.item_codes) == 38
        assert list(rules.item_codes)[:5] == ["O1", "O2", "O3", "O4", "O5"]
        assert rules.parameters["physical_address"] == "6385-14155"
        assert rules.parameters["temporary_symbol"] == "false"
        approve = next(step for step in rules.steps_from("manager_review") if step.action == "approve")
        assert approve.guards[0].name == "four_eyes"
        assert dict(approve.guards[0].parameters) == {"work": "any"}
        ruling = session.get_one(DocumentRule, (version.id, "majority_ruling"))
        assert ruling.conditions == [{"fact": "age_years", "below": 18}]
        assert session.get(LevelRequirement, (version.id, "two_stars", "S1")) is not None


@pytest.mark.requirement("C-01", "ENM-081")
@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2010, 3, 21), 12),
        (date(2019, 2, 23), 12),
        (date(2019, 2, 24), 24),
        (date(2026, 5, 10), 24),
    ],
)
def test_the_day_decides_the_version(stored, day, months):
    with reading(stored) as session:
        assert version_on(session, "enamad", day).validity_months == months


def test_before_its_first_day_a_scheme_is_not_in_force(stored):
    with reading(stored) as session, pytest.raises(RuleBroken) as refusal:
        version_on(session, "enamad", date(2010, 3, 20))
    assert refusal.value.code == "scheme.not_in_force"


def test_an_unknown_scheme_is_answered_with_the_known_ones(stored):
    with reading(stored) as session, pytest.raises(NotFound) as refusal:
        version_on(session, "enamed", date(2026, 5, 10))
    assert refusal.value.values["known"] == ["enamad"]


def test_a_version_ends_the_day_before_the_next_begins(stored):
    with reading(stored) as session:
        (scheme,) = list_schemes(session)
    first, second = scheme.versions
    assert (first.valid_to, second.valid_from) == (date(2019, 2, 23), date(2019, 2, 24))
    assert second.valid_to is None
    assert scheme.subject_kind is SubjectKind.DOMAIN_NAME


def test_the_same_content_again_changes_nothing(stored):
    with writing(stored) as session:
        entries = session.scalar(select(func.count()).select_from(JournalEntry))
        text = "# laid out anew\n" + TEXT
        answer = add_scheme(session, ADMINISTRATOR, read_scheme(text), text)
        assert answer.unchanged == ("1389-01-01", "1397-12-05")
        assert (answer.added, answer.replaced) == ((), ())
        assert session.scalar(select(func.count()).select_from(JournalEntry)) == entries


def test_adding_is_journalled(stored):
    with reading(stored) as session:
        entry = session.scalars(select(JournalEntry).where(JournalEntry.tag == "scheme:version:added")).one()
    assert '"added":["1389-01-01","1397-12-05"]' in entry.content


def test_an_unused_version_is_replaced_whole(stored):
    text = changed(
        ('code = "identity_image_unreadable"', 'code = "image_unreadable"'), ("months = 24", "months = 36")
    )
    with writing(stored) as session:
        old = version_on(session, "enamad", date(2026, 5, 10))
        assert rules_of(session, old.id).validity_months == 24
        answer = add_scheme(session, ADMINISTRATOR, read_scheme(text), text)
        assert answer.replaced == ("1389-01-01", "1397-12-05")
    with reading(stored) as session:
        version = version_on(session, "enamad", date(2026, 5, 10))
        assert rules_of(session, version.id).validity_months == 36
        assert session.get(CannedReason, (version.id, "image_unreadable")) is not None
        assert session.get(CannedReason, (version.id, "identity_image_unreadable")) is None
        steps = session.scalar(select(func.count()).select_from(Transition))
        assert steps == 2 * len(read_scheme(text).versions[0].transitions)
        orphans = select(func.count()).select_from(TransitionGuard)
        orphans = orphans.where(TransitionGuard.transition_id.not_in(select(Transition.id)))
        assert session.scalar(orphans) == 0


@pytest.mark.requirement("C-01", "C-02")
def test_a_version_in_use_is_not_changed(stored):
    use(stored, "1397-12-05")
    text = changed(("1_750_000", "1_900_000"))
    with pytest.raises(RuleBroken) as refusal, writing(stored) as session:
        add_scheme(session, ADMINISTRATOR, read_scheme(text), text)
    assert refusal.value.code == "scheme.version_in_use"
    assert refusal.value.values["version"] == "1397-12-05"


def test_the_database_too_refuses_to_change_a_version_in_use(stored):
    use(stored, "1397-12-05")
    with reading(stored) as session:
        version = version_on(session, "enamad", date(2026, 5, 10))
    with pytest.raises(Conflict), writing(stored) as session:
        session.get_one(ChecklistItem, (version.id, "S1")).required = True


@pytest.mark.requirement("C-02")
def test_a_new_version_leaves_the_used_one_as_it_is(stored):
    use(stored, "1397-12-05")
    later = TEXT.replace(
        "# --- Parameters",
        '[[version]]\ncode = "1406-01-01"\nvalid_from = "1406/01/01"\n[version.validity]\nmonths = 24\n'
        '[[version.fee]]\ncode = "symbol"\nlabel = {fa = "صدور نماد", ar = "إصدار العلامة", en = "Issue"}\n'
        'amount_rial = 3_000_000\ncharged_on = "issue"\n\n# --- Parameters',
        1,
    )
    with writing(stored) as session:
        answer = add_scheme(session, ADMINISTRATOR, read_scheme(later), later)
        assert answer.added == ("1406-01-01",)
        assert definition_of(session, version_on(session, "enamad", date(2026, 5, 10)).id).fees[
            0
        ].amount_rial == (1_750_000)
        assert version_on(session, "enamad", date(2027, 3, 21)).code == "1406-01-01"


@pytest.mark.requirement("C-01", "C-02")
def test_a_new_version_may_take_other_kinds_of_dossier(stored):
    use(stored, "1397-12-05")
    later = TEXT.replace(
        "# --- Parameters",
        '[[version]]\ncode = "1406-01-01"\nvalid_from = "1406/01/01"\n'
        'dossier_kinds = ["initial", "level_raise", "renewal"]\n[version.validity]\nmonths = 24\n'
        '[[version.fee]]\ncode = "symbol"\nlabel = {fa = "صدور نماد", ar = "إصدار العلامة", en = "Issue"}\n'
        'amount_rial = 3_000_000\ncharged_on = "issue"\n\n# --- Parameters',
        1,
    )
    with writing(stored) as session:
        assert add_scheme(session, ADMINISTRATOR, read_scheme(later), later).added == ("1406-01-01",)
        kinds = {version.code: version.dossier_kinds for version in session.query(SchemeVersion)}
    assert kinds == {
        "1389-01-01": ["initial", "level_raise"],
        "1397-12-05": ["initial", "level_raise"],
        "1406-01-01": ["initial", "level_raise", "renewal"],
    }


def test_two_versions_of_one_scheme_never_begin_on_the_same_day(stored):
    text = changed(('code = "1397-12-05"', 'code = "another"'))
    with pytest.raises(RuleBroken) as refusal, writing(stored) as session:
        add_scheme(session, ADMINISTRATOR, read_scheme(text), text)
    assert refusal.value.code == "scheme.day_taken"
    assert refusal.value.values["other"] == "1397-12-05"


def test_what_a_scheme_is_about_stays_once_it_is_used(stored):
    use(stored, "1389-01-01")
    definition = replace(read_scheme(ENAMAD), subject_kind=SubjectKind.PLACE)
    with pytest.raises(RuleBroken) as refusal, writing(stored) as session:
        add_scheme(session, ADMINISTRATOR, definition, TEXT)
    assert refusal.value.code == "scheme.subject_fixed"


def test_a_stored_version_says_all_that_its_definition_said(stored):
    with reading(stored) as session:
        version = version_on(session, "enamad", date(2026, 5, 10))
        assert definition_of(session, version.id) == read_scheme(ENAMAD).versions[1]
        with pytest.raises(NotFound):
            definition_of(session, 999)


def test_only_an_administrator_adds_schemes(office):
    reviewer = Actor(None, "کارشناس", frozenset({Role.REVIEWER.value}), AT)
    with pytest.raises(NotAllowed), writing(office) as session:
        add_scheme(session, reviewer, read_scheme(ENAMAD), TEXT)
