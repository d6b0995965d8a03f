"""One certificate by keyboard and by mouse: its state, itself as printed, its code on the site, dossiers."""

import pytest
from PySide6 import QtCore

from desktop.models.vocabulary import CertificateState, Language
from desktop.services.certificate_page import certificate_page
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.views.certificate.screen import NOT_SEEN, SEEN, CertificateScreen
from desktop.views.certificate_state.card import StateCard
from desktop.views.letters.printing import FILE
from desktop.views.navigation import route
from desktop.views.widgets.buttons import Link
from desktop.views.widgets.label import Label
from tests.builders.certificate_shelf import settle

KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
NEVER = 999


@pytest.fixture
def staged(on_stage):
    """A certificate on the stage."""
    return lambda number=1, username="reviewer", **named: on_stage(
        CertificateScreen, route("certificate", id=number), username, **named
    )


def page(case, number=1):
    with reading(case.office) as session:
        return certificate_page(session, actor_named(session, "auditor", case.now), number)


def said(screen) -> list[str]:
    return [label.text() for label in screen.findChildren(Label) if label.isVisible()]


def test_a_certificate_in_force_is_shown_as_it_is_printed(qtbot, staged):
    screen = staged().screen
    assert screen.title() == "گواهینامهٔ \u2068۱۴۰۵/۰۰۰۰۱\u2069"
    assert screen.letter.pdf.startswith(b"%PDF")
    qtbot.waitUntil(lambda: screen.letter.pane.canvas.shown_page == 1, timeout=15_000)
    assert screen.findChild(StateCard).sentence.startswith("تا پایان روز")


@pytest.mark.requirement("ENM-098")
@pytest.mark.parametrize(
    ("number", "state", "word"),
    [
        (3, CertificateState.EXPIRED, "گذشت"),
        (4, CertificateState.SUSPENDED, "تعلیق"),
        (5, CertificateState.REVOKED, "ابطال"),
        (6, CertificateState.CANCELLED, "لغو"),
    ],
)
def test_every_other_state_says_why_and_nothing_can_be_printed(qtbot, staged, number, state, word):
    stage = staged(number)
    screen = stage.screen
    assert screen.presenter.page.row.state is state
    assert word in screen.findChild(StateCard).sentence
    assert screen.letter.pdf == b""
    assert "تنها گواهینامهٔ معتبر چاپ می‌شود" in screen.letter.reason
    assert not screen.letter.bar.print.isEnabled()
    qtbot.keyClick(screen.letter.pane.canvas, KEY.Key_P)
    assert stage.refused == ["تنها گواهینامهٔ معتبر چاپ می‌شود."]


def test_identity_numbers_are_masked(staged, case):
    whole = page(case).facts["identity_number"]
    text = " ".join(said(staged().screen))
    assert "•" in text
    assert whole not in text


def test_looking_leaves_no_trace_and_printing_is_listed_at_once(qtbot, staged, case, tmp_path, monkeypatch):
    screen = staged().screen
    assert page(case).prints == ()
    monkeypatch.setattr(screen.printing, "ask_file", lambda _name: tmp_path / "one.pdf")
    qtbot.keyClick(screen.letter.pane.canvas, KEY.Key_P)
    screen.printing.dialog.buttons[FILE].click()
    settle()
    assert (tmp_path / "one.pdf").read_bytes() == screen.letter.pdf
    assert [(one.kind, one.language) for one in page(case).prints] == [(None, "fa")]
    assert screen.presenter.page.prints == page(case).prints


def test_another_language_is_remembered(staged):
    screen = staged().screen
    persian = screen.letter.pdf
    screen.letter.bar.language_chosen.emit("en")
    assert screen.letter.pdf not in (b"", persian)
    assert screen.desk.preferences.get("letter_language", "") == Language.ENGLISH


def test_whoever_looked_for_the_code_records_what_he_found(qtbot, staged, case):
    stage = staged()
    screen = stage.screen
    qtbot.keyClick(screen.letter.pane.canvas, KEY.Key_C)
    screen.dialog.buttons[SEEN].click()
    settle()
    assert page(case).code_seen_at is not None
    assert screen.presenter.page.code_checked_by == "کارشناس نخست"
    assert len(stage.told) == 1
    qtbot.keyClick(screen.letter.pane.canvas, KEY.Key_C)
    screen.dialog.buttons[NOT_SEEN].click()
    settle()
    assert page(case).code_seen_at is None


def test_others_have_no_command_for_the_code(staged):
    assert "check_code" not in [command.code for command in staged(username="manager").screen.commands()]


def test_a_press_on_a_dossier_opens_it(qtbot, staged, case):
    stage = staged()
    link = next(one for one in stage.screen.findChildren(Link) if "۱۴۰۵/" in one.text())
    qtbot.mouseClick(link, LEFT)
    assert stage.gone == [route("dossier", id=case.dossier_id)]


def test_in_a_narrow_window_nothing_is_lost(staged):
    wide, narrow = staged().screen, staged(wide=1000).screen
    assert not narrow.end.isVisible()
    assert set(said(wide)) == set(said(narrow))


def test_a_certificate_that_is_not_there_says_so_and_leads_back(qtbot, staged):
    screen = staged(NEVER).screen
    assert screen.presenter.page is None
    assert screen._pages.currentIndex() == 1


def test_the_administrator_reads_the_page_without_the_certificate_itself(staged):
    screen = staged(username="administrator").screen
    assert screen.presenter.page is not None
    assert screen.letter.pdf == b""
    assert screen.letter.reason
