"""A clerk makes packages by keyboard and mouse; what is wrong is told as it is typed."""

import json
import zipfile

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Language
from desktop.services.intake.counter import begin_application, counter_drafts
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.views.counter.screen import CounterScreen
from desktop.views.navigation import route
from desktop.views.widgets.dialog import Dialog
from desktop.views.widgets.label import Label
from tests.builders.applications import FIELDS, asked
from tests.builders.counter import ENTERED, papers_in
from tests.builders.windows import settle
from tests.views.counter.conftest import LEFT, error_under, judged, typed
from tests.views.what_is_seen import nameless_in, words_wrong_in

APPLICANT = ENTERED["applicant"] | {"birth_date": "1370/05/12"}
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def begun(qtbot, screen) -> CounterScreen:
    """A new application is open."""
    qtbot.mouseClick(screen.drafts.begin, LEFT)
    return screen


@pytest.fixture
def choosing(monkeypatch):
    """The next file dialog answers with these names."""

    def answer(*names: object) -> None:
        chosen = [str(name) for name in names]
        dialog = QtWidgets.QFileDialog
        monkeypatch.setattr(dialog, "getOpenFileNames", lambda *_: (chosen, ""))
        monkeypatch.setattr(dialog, "getSaveFileName", lambda *_: (chosen[0], ""))

    return answer


@pytest.fixture
def whole(qtbot, begun, choosing, tmp_path) -> CounterScreen:
    """A whole application stands in the form."""
    typed(qtbot, begun, "$.subject", "golchin.example")
    for name in ("name", "national_id", "birth_date", "sex", "mobile", "email"):
        typed(qtbot, begun, f"$.applicant.{name}", APPLICANT[name])
    for code, value in FIELDS.items():
        typed(qtbot, begun, f"$.fields.{code}", value)
    typed(qtbot, begun, "$.services", ["general_goods"])
    typed(qtbot, begun, "$.verifications.email", True)
    for file in papers_in(tmp_path / "desk"):
        choosing(file.path)
        qtbot.mouseClick(begun.side.papers.choosing[file.rule], LEFT)
    judged(begun)
    return begun


def drafts(case):
    with reading(case.office) as session:
        return counter_drafts(session, actor_named(session, "clerk", case.now))


def words_in(widget) -> str:
    settle()
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def send(qtbot, screen) -> None:
    """Press the button of handing in."""
    qtbot.mouseClick(screen.side.hand_in, LEFT)


def test_a_whole_application_is_entered_and_handed_in(qtbot, whole, case, clerk):
    assert whole._presenter.troubles == []
    assert "ایرادی نیست" in words_in(whole.side)
    send(qtbot, whole)
    assert whole._middle.currentWidget() is whole.receipt
    assert "1405/00001" in whole.receipt._title.text().translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    assert asked(case.office, "SELECT number, subject FROM dossier") == [("1405/00001", "golchin.example")]
    assert drafts(case) == []
    with qtbot.waitSignal(clerk.gone) as gone:
        qtbot.mouseClick(whole.receipt.open, LEFT)
    assert gone.args == [route("dossier", id=1)]


@pytest.mark.requirement("X-06")
@pytest.mark.requirement("X-07")
def test_an_answer_replies_to_every_rejected_item_and_opens_only_what_they_touch(qtbot, screen, case):
    case.submitted().claimed().judged(B3="نام فروشگاه با سایت نمی‌خواند.", T2="ناخواناست.")
    case.step("announce_deficiency")
    qtbot.keyClicks(screen.drafts.number, case.number)
    qtbot.keyClick(screen.drafts.number, QtCore.Qt.Key.Key_Return)
    paths = set(screen.form.fields)
    assert {"$.replies[0].text", "$.replies[1].text", "$.fields.business_name"} <= paths
    assert "$.applicant.managing_director.name" not in paths
    assert not paths & {"$.subject", "$.applicant.name", "$.fields.postal_code"}
    assert "نام فروشگاه با سایت نمی‌خواند." in words_in(screen.form)
    send(qtbot, screen)
    assert error_under(screen, "$.replies[0].text") == "نوشته نشده است."
    typed(qtbot, screen, "$.replies[0].text", "نام سایت اصلاح شد.")
    typed(qtbot, screen, "$.replies[1].text", "تصویر تازه پیوست شد.")
    typed(qtbot, screen, "$.fields.business_name", "گل‌فروشی بهار")
    judged(screen)
    assert screen._presenter.troubles == []
    send(qtbot, screen)
    assert case.status == "under_review"
    assert asked(case.office, "SELECT max(round) FROM submission") == [(2,)]
    values = "SELECT value FROM field_value WHERE field_code = 'business_name' AND replaced_at IS NULL"
    assert asked(case.office, values) == [("گل‌فروشی بهار",)]


def test_an_answer_is_begun_once(qtbot, screen, case):
    case.submitted().claimed().judged(O2="ناخواناست.").step("announce_deficiency")
    for _ in range(2):
        qtbot.keyClicks(screen.drafts.number, case.number)
        qtbot.keyClick(screen.drafts.number, QtCore.Qt.Key.Key_Return)
    assert len(drafts(case)) == 1
    settle()
    brought = set(screen.side.papers.choosing)
    assert "national_card_front" in brought
    assert "lease" not in brought


def test_no_answer_is_begun_for_a_number_nobody_knows(qtbot, screen, case):
    qtbot.keyClicks(screen.drafts.number, "1405/99999")
    qtbot.mouseClick(screen.drafts.start_answer, LEFT)
    assert "۱۴۰۵/۹۹۹۹۹" in screen.drafts._number._below.text()
    assert drafts(case) == []


def test_a_wrong_national_id_is_told_under_its_field_and_no_other_field_complains(qtbot, begun):
    typed(qtbot, begun, "$.applicant.national_id", "0012345678")
    assert error_under(begun, "$.applicant.national_id") == ""
    qtbot.waitUntil(lambda: error_under(begun, "$.applicant.national_id") != "")
    assert "رقم کنترل" in error_under(begun, "$.applicant.national_id")
    assert error_under(begun, "$.applicant.name") == ""
    typed(qtbot, begun, "$.applicant.national_id", "0012345679")
    judged(begun)
    assert error_under(begun, "$.applicant.national_id") == ""


def test_digits_of_any_script_are_taken(qtbot, begun):
    typed(qtbot, begun, "$.applicant.national_id", "۰۰۱۲۳۴۵۶۷۹")
    judged(begun)
    assert begun._presenter.values["$.applicant.national_id"] == "0012345679"
    assert error_under(begun, "$.applicant.national_id") == ""


@pytest.mark.requirement("X-08")
def test_handing_in_shows_all_that_is_wrong_and_leads_to_the_first(qtbot, begun, case):
    send(qtbot, begun)
    assert error_under(begun, "$.subject") == error_under(begun, "$.fields.city") == "نوشته نشده است."
    assert QtWidgets.QApplication.focusWidget() is begun.form.fields["$.subject"].field
    begun._lead_on()
    assert QtWidgets.QApplication.focusWidget() is begun.form.fields["$.applicant.name"].field
    qtbot.mouseClick(begun.side.links["$.fields.city"], LEFT)
    assert QtWidgets.QApplication.focusWidget() is begun.form.fields["$.fields.city"].field
    assert asked(case.office, "SELECT count(*) FROM intake_package") == [(0,)]


def test_what_is_typed_is_kept_by_itself_and_found_after_a_crash(qtbot, begun, open_counter, case):
    typed(qtbot, begun, "$.applicant.name", "سارا کریمی")
    typed(qtbot, begun, "$.applicant.birth_date", "1370/05/12")
    typed(qtbot, begun, "$.fields.offer_kind", ["goods"])
    qtbot.waitUntil(lambda: drafts(case)[0].name == "سارا کریمی", timeout=2500)
    after = open_counter()
    qtbot.mouseClick(after.drafts.continued[drafts(case)[0].id], LEFT)
    assert after.form.fields["$.applicant.name"].field.value() == "سارا کریمی"
    assert after._presenter.values["$.applicant.birth_date"] == "1370/05/12"
    assert after.form.fields["$.fields.offer_kind"].field.value() == ["goods"]


def test_leaving_the_screen_keeps_what_was_typed_last(qtbot, begun, case):
    typed(qtbot, begun, "$.applicant.name", "سارا کریمی")
    begun.close_screen()
    assert drafts(case)[0].name == "سارا کریمی"


def test_on_return_the_open_draft_is_open_again(qtbot, begun, open_counter):
    typed(qtbot, begun, "$.applicant.name", "سارا کریمی")
    kept = begun.kept()
    after = open_counter()
    after.restore(kept)
    assert after.form.fields["$.applicant.name"].field.value() == "سارا کریمی"


def test_a_draft_is_thrown_away_only_after_a_question(qtbot, begun, case):
    (draft,) = drafts(case)
    begun.drafts.ask_to_discard(draft)
    dialog = next(one for one in begun.findChildren(Dialog) if one.isVisible())
    qtbot.mouseClick(dialog.buttons["no"], LEFT)
    assert len(drafts(case)) == 1
    begun.drafts.ask_to_discard(draft)
    dialog = next(one for one in begun.findChildren(Dialog) if one.isVisible())
    qtbot.mouseClick(dialog.buttons["discard"], LEFT)
    assert drafts(case) == []
    assert begun._middle.currentWidget() is begun._none


@pytest.mark.requirement("X-02")
def test_a_legal_person_is_asked_other_things(qtbot, begun):
    typed(qtbot, begun, "$.applicant.kind", "legal_person")
    shown = {path for path, field in begun.form.fields.items() if field.isVisibleTo(begun.form.widget())}
    assert {"$.applicant.legal_national_id", "$.applicant.managing_director.name"} <= shown
    assert not shown & {"$.applicant.national_id", "$.applicant.birth_date", "$.applicant.proxy.name"}
    typed(qtbot, begun, "$.applicant.has_proxy", True)
    assert begun.form.fields["$.applicant.proxy.name"].isVisibleTo(begun.form.widget())
    judged(begun)
    assert "official_gazette" in begun.side.papers.choosing
    assert "$.applicant.managing_director.name" in {one.path for one in begun._presenter.troubles}


def test_a_file_that_no_package_can_bring_is_told_and_taken_away(qtbot, begun, choosing, tmp_path):
    wrong = tmp_path / "letter.docx"
    wrong.write_bytes(b"PK\x03\x04")
    choosing(wrong)
    judged(begun)
    qtbot.mouseClick(begun.side.papers.choosing["national_card_front"], LEFT)
    assert "این فایل PNG، JPG" in words_in(begun.side)
    assert "letter.docx" in begun.side.links["$.documents.national_card_front"].text()
    begun._presenter.files.remove(begun._presenter.files.listed[0])
    assert "این فایل PNG، JPG" not in words_in(begun.side)


def test_a_date_that_is_none_is_told_in_the_words_of_its_field(qtbot, begun):
    typed(qtbot, begun, "$.applicant.birth_date", "1370/13/40")
    assert error_under(begun, "$.applicant.birth_date") != ""
    assert begun._presenter.values["$.applicant.birth_date"] in {None, ""}


def test_the_package_is_written_to_a_file(qtbot, whole, choosing, tmp_path):
    choosing(tmp_path / "written.zip")
    qtbot.mouseClick(whole.side.write, LEFT)
    with zipfile.ZipFile(tmp_path / "written.zip") as written:
        contents = json.loads(written.read("package.json"))
        assert len(written.namelist()) == 4
    assert contents["applicant"]["name"] == APPLICANT["name"]
    assert contents["verifications"][0]["value"] == FIELDS["email"]


def test_what_only_the_door_can_see_leaves_the_draft_here(qtbot, whole, case, tmp_path):
    (tmp_path / "desk" / whole._presenter.files.listed[2].path.name).write_bytes(b"no pdf")
    send(qtbot, whole)
    assert whole._middle.currentWidget() is whole.form
    assert "قرنطینه" in words_in(whole.side)
    assert len(drafts(case)) == 1


def test_by_keyboard_alone_an_application_is_begun_and_handed_in(qtbot, open_window, case):
    window = open_window("clerk", route("counter"))
    screen = window.screen_shown
    qtbot.keyClick(screen.drafts.begin, QtCore.Qt.Key.Key_N)
    subject = screen.form.fields["$.subject"].field
    subject.setFocus()
    qtbot.keyClicks(subject, "golchin.example")
    qtbot.keyClick(subject, QtCore.Qt.Key.Key_Return, CONTROL)
    assert error_under(screen, "$.applicant.name") == "نوشته نشده است."
    assert QtWidgets.QApplication.focusWidget() is screen.form.fields["$.applicant.name"].field


@pytest.mark.parametrize("language", Language)
def test_every_word_of_the_form_is_there_in_every_language(qtbot, worn, desk_of, case, language):
    case.by("clerk", begin_application, "enamad")
    screen = CounterScreen(desk_of("clerk", language), route("counter"))
    qtbot.addWidget(screen)
    screen.show()
    settle()
    qtbot.mouseClick(screen.drafts.continued[1], LEFT)
    settle()
    assert len(screen.form.fields) > 40
    assert [*words_wrong_in(screen, language), *nameless_in(screen)] == []
    assert all(screen.text(f"command.{command.code}") for command in screen.commands())
