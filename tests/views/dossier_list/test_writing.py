"""What a row says: its clock, its status as this person meets it, its number and subject in order."""

from datetime import timedelta

import pytest

from desktop.language.window import Words
from desktop.models.vocabulary import DossierKind, Language, Phase
from desktop.services.cautions import Caution
from desktop.services.desk_rows import DeskRow
from desktop.services.due_states import DueKind, DueState
from desktop.views.dossier_list.writing import LineWriter
from tests.builders.dossier_rows import NOW


def label(fa, ar="", en=""):
    return {"fa": fa, "ar": ar or fa, "en": en or fa}


def a_desk_row(**changes):
    given = {
        "id": 7,
        "number": "1405/04217",
        "applicant_name": "پوشاک تارینو",
        "subject": "tarino.example",
        "scheme": "enamad",
        "scheme_title": label("نماد اعتماد"),
        "kind": DossierKind.INITIAL,
        "level": None,
        "status": "under_review",
        "status_label": label("در حال بررسی", en="Under review"),
        "phase": Phase.REVIEW,
        "family": "blue",
        "icon": "eye",
        "round": 1,
        "version": 3,
        "unread": False,
        "followed": False,
        "changes": 0,
        "due": DueState(DueKind.NONE),
        "at_desk_since": NOW - timedelta(days=5),
        "holder": "سارا بهمنی",
        "is_mine": True,
        "cautions": frozenset(),
        "returned": False,
    }
    return DeskRow(**(given | changes))


def written(language=Language.PERSIAN, **changes):
    return LineWriter(Words(language), NOW).line(a_desk_row(**changes))


def bare(text):
    """Without the marks that keep numbers and Latin words in order."""
    return text.replace("\u2068", "").replace("\u2069", "")


def due(kind, moment, minutes, share=0.5):
    return written(due=DueState(kind, moment, minutes, share)).due


def test_number_and_subject_stand_in_their_own_direction():
    line = written()
    assert line.below == "\u2068۱۴۰۵/۰۴۲۱۷\u2069  ·  \u2068tarino.example\u2069"
    assert line.number == "1405/04217"


@pytest.mark.parametrize(
    ("minutes", "before", "said"),
    [
        (-7, timedelta(minutes=7), "۷ دقیقه گذشته"),
        (-61, timedelta(hours=1), "۱ ساعت گذشته"),
        (-15 * 60, timedelta(days=2), "۱۵ ساعت گذشته"),
        (-40 * 60, timedelta(days=7), "۷ روز گذشته"),
    ],
)
@pytest.mark.requirement("X-15")
def test_what_is_late_says_by_how_much_and_since_when(minutes, before, said):
    words = due(DueKind.OVERDUE, NOW - before, minutes, 0.0)
    assert words.kind == "over"
    assert words.words == said
    assert words.second.startswith("سررسید: ")


def test_what_is_due_today_is_amber_and_says_the_working_time_left():
    words = due(DueKind.TODAY, NOW + timedelta(hours=3), 160)
    assert words.kind == "amber"
    assert (bare(words.words), bare(words.second)) == ("امروز ۱۲:۳۰", "۲:۴۰ ساعت کاری مانده")


def test_what_is_due_later_says_its_day():
    assert bare(due(DueKind.RUNNING, NOW + timedelta(days=1), 500).words) == "فردا ۰۹:۳۰"
    assert bare(due(DueKind.RUNNING, NOW + timedelta(days=4), 900).words) == "۱۵ آبان، ۰۹:۳۰"


@pytest.mark.parametrize(
    ("phase", "why"),
    [
        (Phase.WITH_APPLICANT, "پاسخ متقاضی نرسیده است"),
        (Phase.WAITING_EXTERNAL, "پاسخ مرجع نرسیده است"),
    ],
)
def test_a_standing_clock_says_since_when_and_for_whom(phase, why):
    state = DueState(DueKind.PAUSED, None, 900, 0.6, paused_since=NOW - timedelta(days=3))
    words = written(phase=phase, due=state).due
    assert (words.kind, words.words, words.second) == ("paused", "ایستاده از ۸ آبان", why)


def test_a_dossier_without_a_clock_has_no_due_cell():
    assert written().due is None


@pytest.mark.requirement("X-07")
def test_what_came_back_with_changes_says_so():
    line = written(returned=True, round=2, changes=4)
    assert (line.status, line.status_icon, line.changes) == ("ارسال دوباره", "back", "۴")


def test_only_what_nobody_has_opened_or_holds_has_just_come():
    assert written(unread=True, holder=None).status == "تازه‌رسیده"
    assert written(unread=True, holder="سارا").status == "در حال بررسی"
    assert written(unread=False, holder=None).status == "در حال بررسی"


def test_cautions_are_a_sign_a_tip_and_spoken():
    line = written(cautions=frozenset({Caution.BLACKLISTED, Caution.EARLIER_REFUSAL}))
    assert line.caution == "red"
    assert "فهرست سیاه" in line.tips["name"]
    assert "ردشده" in line.spoken
    assert written(cautions=frozenset({Caution.EARLIER_REFUSAL})).caution == "amber"


def test_the_row_is_spoken_as_one_sentence():
    state = DueState(DueKind.TODAY, NOW + timedelta(hours=3), 160, 0.2)
    spoken = bare(written(due=state, changes=2, unread=True).spoken)
    parts = ("۱۴۰۵/۰۴۲۱۷", "پوشاک تارینو", "در حال بررسی", "امروز ۱۲:۳۰", "۲ تغییر", "دیده‌نشده")
    assert [spoken.index(part) for part in parts] == sorted(spoken.index(part) for part in parts)


def test_every_language_writes_every_kind_of_row():
    states = [
        DueState(DueKind.OVERDUE, NOW - timedelta(hours=2), -120, 0.0),
        DueState(DueKind.RUNNING, NOW + timedelta(days=40), 9000, 0.9),
        DueState(DueKind.PAUSED, None, None, None, paused_since=NOW),
    ]
    for language in Language:
        for state in states:
            line = written(language, due=state, phase=Phase.WAITING_EXTERNAL, changes=1, round=2)
            assert line.due.words
            assert line.spoken


def test_latin_lines_begin_with_a_capital():
    assert written(Language.ENGLISH).kind == "First certificate"
