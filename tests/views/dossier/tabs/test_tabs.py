"""The tabs beside the review: what they show, and the work that is done on them."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.vocabulary import ClearanceResult
from desktop.services import clearances, fees, notes
from desktop.services.dossier_information import information_of
from desktop.services.people import actor_named
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from desktop.services.verifications import verifications_of
from desktop.views.dossier.history import ActKind
from desktop.views.dossier.tabs.forms import GO
from tests.views.dossier.conftest import REJECTED

LEFT_BUTTON = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def tab(shown):
    """Open a tab of the page; gives the tab and the screen."""

    def open_tab(code, username="reviewer", **named):
        screen = shown(username, **named)
        screen.show_tab(code)
        return screen._tabs[code], screen

    return open_tab


def words_on(widget):
    return [one.text() for one in widget.findChildren(QtWidgets.QLabel) if one.text()]


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT_BUTTON)


# --- information


@pytest.mark.requirement("ENM-064")
def test_the_form_is_shown_in_groups_with_choices_by_their_names(tab):
    found, _ = tab("information")
    words = words_on(found)
    assert {"متقاضی", "مشخصات کسب‌وکار", "تماس و نشانی"} <= set(words)
    assert "صنفی" in words
    assert "سبد خرید سایت، تلفن" in words


@pytest.mark.requirement("ENM-049", "ENM-050")
def test_a_verification_is_recorded_by_its_button(qtbot, tab, case):
    found, _ = tab("information")
    click(qtbot, found.findings.buttons["verify:mobile"])
    with reading(case.office) as session:
        rows = {row.kind: row for row in verifications_of(session, case.dossier_id)}
    assert rows["mobile"].verified_at is not None
    assert "verify:mobile" not in found.findings.buttons


@pytest.mark.requirement("ENM-012")
def test_the_answer_of_an_authority_is_recorded_with_its_number(qtbot, tab, case):
    found, _ = tab("information")
    click(qtbot, found.findings.buttons["answer:public_places_police"])
    form = found.findings.form
    form.result.choose("granted")
    form.reference.setText("۱۲/۳۴۵")
    click(qtbot, form.dialog.buttons[GO])
    with reading(case.office) as session:
        (row,) = clearances.clearances_of(session, case.dossier_id)
    assert (row.result, row.reference) == (ClearanceResult.GRANTED, "۱۲/۳۴۵")


def test_a_payment_is_recorded_from_its_receipt(qtbot, tab, case):
    case.judged().verified().cleared().step("approve_checklist")
    found, _ = tab("information", "clerk")
    click(qtbot, found.findings.buttons["pay:symbol"])
    form = found.findings.form
    assert form.amount.value() == "1750000"
    form.reference.setText("R-77")
    click(qtbot, form.dialog.buttons[GO])
    with reading(case.office) as session:
        assert all(not row.owed_rial for row in fees.fees_of(session, case.dossier_id) if not row.informative)
        assert [row.reference for row in information_of(session, case.dossier_id).payments] == ["R-77"]


@pytest.mark.requirement("ENM-019", "ENM-020")
def test_the_lent_account_is_hidden_until_asked_for_and_every_look_is_journalled(qtbot, tab, case):
    found, _ = tab("information")
    section = found.findings.account
    assert not any("shop-test" in one or "secret" in one for one in words_on(section))
    click(qtbot, section.button)
    shown = words_on(section)
    assert any("نام کاربری" in one for one in shown)
    with reading(case.office) as session:
        tags = [entry.tag for entry in timeline_of(session, case.dossier_id)]
    assert tags.count("dossier:test-account:read") == 1


def test_who_has_not_the_dossier_in_hand_does_not_see_the_lent_account(tab):
    found, _ = tab("information", "colleague")
    assert not found.findings.account.button.isEnabled()
    assert "در دست شما نیست" in found.findings.account.button.toolTip()


def test_a_field_leads_to_the_items_that_are_held_against_it(qtbot, tab):
    found, screen = tab("information")
    tag = next(one for one in found.findChildren(QtWidgets.QPushButton) if one.text() == "B5")
    click(qtbot, tag)
    assert screen.head.tabs.code() == "review"
    assert screen.presenter.review.current == "B5"


# --- documents


def test_documents_show_what_is_missing_and_every_version_of_what_came(tab):
    found, _ = tab("documents")
    words = words_on(found)
    assert any(one.startswith("نسخهٔ ۲ —") for one in words)
    assert any(one.startswith("نسخهٔ ۱ —") for one in words)
    assert "نرسیده است" in words
    assert "یکی از این‌ها بس است" in words


def test_a_version_opens_in_the_viewer(qtbot, tab, case):
    found, screen = tab("documents")
    replaced = next(row for row in screen.presenter.review.desk.documents if row.replaced)
    click(qtbot, found.open_buttons[replaced.id])
    assert screen.head.tabs.code() == "review"
    assert screen.review.viewer.viewer.version.key == replaced.sha256


# --- history


@pytest.mark.requirement("X-03")
def test_the_history_tells_everything_and_can_be_narrowed(qtbot, tab):
    found, _ = tab("history")
    everything = words_on(found)
    assert "نتیجهٔ ۳۸ بند ثبت شد (دور ۱)" in everything
    assert "ساعت ایستاد — نزد متقاضی" in everything
    click(qtbot, found.chips[ActKind.CLOCK])
    qtbot.waitUntil(lambda: "نتیجهٔ ۳۸ بند ثبت شد (دور ۱)" not in words_on(found))
    assert "ساعت ایستاد — نزد متقاضی" in words_on(found)


# --- notes


def test_a_note_is_written_and_appears(qtbot, tab, case):
    found, screen = tab("notes")
    qtbot.keyClicks(found.field, "call the shop")
    click(qtbot, found.keep)
    with reading(case.office) as session:
        assert [one.text for one in notes.notes_of(session, case.dossier_id)][-1] == "call the shop"
    assert "call the shop" in words_on(found)
    assert found.field.value() == ""
    assert screen.head.tabs.accessibleTabName(4) == "یادداشت داخلی ۲"


def test_an_empty_note_is_refused_at_its_field(qtbot, tab):
    found, _ = tab("notes")
    click(qtbot, found.keep)
    assert "متن یادداشت را بنویسید." in words_on(found.form)


def test_a_note_half_written_is_found_again(qtbot, tab, desk):
    found, screen = tab("notes", desk=desk)
    qtbot.keyClicks(found.field, "half a note")
    screen.close_screen()
    again, _ = tab("notes", desk=desk)
    assert again.field.value() == "half a note"


def test_who_only_reads_has_no_field_for_notes(tab):
    found, _ = tab("notes", "auditor")
    assert not hasattr(found, "field")


# --- letters and certificates


def test_letters_show_to_whom_what_went_and_where_it_stands(tab):
    found, _ = tab("letters")
    words = words_on(found)
    assert "اعلام نقص" in words
    assert "در انتظار ارسال" in words
    (items,) = [one for one in words if one.startswith("۴ بند")]
    assert all(code in items for code in REJECTED)


def test_a_letter_to_print_opens_on_its_own_page(qtbot, tab, desk):
    gone = []
    desk.gone.connect(gone.append)
    found, _ = tab("letters", desk=desk)
    click(qtbot, found.letter_buttons["commitment_letter"])
    assert (gone[-1].screen, gone[-1].get("letter")) == ("notice", "commitment_letter")


def test_who_may_not_open_letters_is_not_offered_them(tab):
    found, _ = tab("letters", "clerk")
    assert not hasattr(found, "letter_buttons")


def test_without_a_certificate_the_tab_says_so_and_with_one_leads_to_it(qtbot, tab, desk_of, case):
    found, _ = tab("certificates")
    assert "این پرونده هنوز گواهینامه‌ای ندارد." in words_on(found)
    case.judged().verified().cleared().step("approve_checklist").paid().papers_received().papers_judged()
    case.step("accept_documents", by="officer").step("approve", by="manager")
    manager, gone = desk_of("manager"), []
    manager.gone.connect(gone.append)
    found, _ = tab("certificates", desk=manager)
    click(qtbot, found.open_button)
    assert (gone[-1].screen, gone[-1].get("id")) == ("certificate", case.certificate.id)


# --- all of them


def test_a_tab_nobody_sees_is_read_again_only_when_it_is_seen(tab, case, qtbot):
    found, screen = tab("notes")
    screen.show_tab("history")
    case.by("colleague", notes.write_note, case.dossier_id, "تازه")
    screen.desk.changes.announce(frozenset({("dossier", case.dossier_id), ("internal_note", 9)}))
    screen.refresh()
    assert "تازه" not in words_on(found)
    screen.show_tab("notes")
    assert "تازه" in words_on(found)


def test_a_look_at_the_lent_account_is_not_covered_again_by_its_own_journal_entry(qtbot, tab):
    found, screen = tab("information")
    click(qtbot, found.findings.account.button)
    screen.refresh()
    assert any("نام کاربری" in one for one in words_on(found.findings.account))
    assert found.findings.account.button.text() == "پوشاندن"


def test_values_are_copied_without_marks_nobody_sees(qtbot, tab, case):
    found, _ = tab("information")
    click(qtbot, found.findings.account.button)
    copy = next(
        one
        for one in found.findings.account.findChildren(QtWidgets.QAbstractButton)
        if one.accessibleName().startswith("رونوشت: نام کاربری")
    )
    click(qtbot, copy)
    text = QtGui.QGuiApplication.clipboard().text()
    assert text
    assert not set(text) & {"\u2068", "\u2069"}
    with reading(case.office) as session:
        assert actor_named(session, "reviewer", case.now).name == "کارشناس نخست"
