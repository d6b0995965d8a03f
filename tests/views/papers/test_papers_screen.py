"""The desk of papers by keyboard and mouse: packets, verdicts against the scan, and the decision."""

from dataclasses import replace

import pytest
from PySide6 import QtCore, QtWidgets
from sqlalchemy import select

from desktop.models.document import Document
from desktop.models.physical_documents import Paper
from desktop.models.vocabulary import PaperVerdict, Verdict
from desktop.services import papers_desk
from desktop.services.physical_documents import papers_of, reopen_papers
from desktop.services.unit_of_work import reading
from desktop.views.navigation import route

KEY = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier
PLAIN = QtCore.Qt.KeyboardModifier.NoModifier
LETTER, LICENCE = "commitment_letter", "business_license_copy"
REASON = "گواهی امضا ندارد."


def press(qtbot, screen, key, modifier=PLAIN):
    screen.pane.papers.setFocus()
    qtbot.keyClick(screen.pane.papers, key, modifier)


def verdicts(case):
    with reading(case.office) as session:
        return {paper.rule: paper.verdict for paper in papers_of(session, case.dossier_id)}


def packets(case):
    with reading(case.office) as session:
        return papers_desk.packets_of(session, case.dossier_id)


def heard(signal):
    said = []
    signal.connect(lambda sentence, *_: said.append(sentence))
    return said


def differ(qtbot, screen, reason=REASON):
    press(qtbot, screen, KEY.Key_2)
    screen.acts.question._field.setPlainText(reason)
    screen.acts.question.buttons["record"].click()


@pytest.mark.requirement("ENM-067")
def test_b_registers_a_packet_of_the_open_dossier(qtbot, at_desk, case):
    window, screen = at_desk()
    said = heard(window.desk.messages.told)
    press(qtbot, screen, KEY.Key_B)
    form = screen.acts.registering
    assert form.number.value() == case.number
    assert set(form.boxes) == {LETTER, LICENCE}
    qtbot.keyClicks(form.tracking, "44710001")
    qtbot.keyClick(form.tracking, KEY.Key_Return)
    assert packets(case) == []
    form.dialog.buttons["register"].click()
    assert [packet.tracking_number for packet in packets(case)] == ["44710001"]
    assert set(verdicts(case).values()) == {PaperVerdict.PENDING}
    assert len(said) == 1
    assert not form.dialog.isVisible()


def test_a_used_tracking_number_is_refused_in_the_form(qtbot, at_desk, case):
    case.papers_received("44710001").papers_judged(commitment_letter=REASON)
    case.step("reject_documents", by="officer")
    _, screen = at_desk(now=case.now)
    screen.acts.register()
    form = screen.acts.registering
    form.tracking.setText("44710001")
    form.dialog.buttons["register"].click()
    assert form.dialog.isVisible()
    assert form.dialog._refusal is not None
    form.tracking.setText("44710002")
    form.dialog.buttons["register"].click()
    assert len(packets(case)) == 2
    assert case.status == "physical_documents"


def test_without_a_paper_nothing_is_registered(qtbot, at_desk, case):
    _, screen = at_desk()
    screen.acts.register()
    form = screen.acts.registering
    form.tracking.setText("44710001")
    for box in form.boxes.values():
        box.setChecked(False)
    form.dialog.buttons["register"].click()
    assert packets(case) == []
    assert form.dialog._refusal is not None


def test_only_the_papers_that_are_ticked_have_come(qtbot, at_desk, case):
    _, screen = at_desk()
    screen.acts.register()
    form = screen.acts.registering
    form.tracking.setText("44710001")
    form.boxes[LICENCE].setChecked(False)
    form.dialog.buttons["register"].click()
    assert verdicts(case) == {LETTER: PaperVerdict.PENDING, LICENCE: None}


def test_the_scan_of_the_current_paper_is_shown_and_follows_it(qtbot, at_desk, case):
    case.papers_received()
    _, screen = at_desk(now=case.now)
    assert screen.presenter.rule == LETTER
    press(qtbot, screen, KEY.Key_J)
    assert screen.presenter.rule == LICENCE
    assert screen.viewer.document.id == f"{case.dossier_id}:business_license"
    press(qtbot, screen, KEY.Key_K)
    assert screen.presenter.rule == LETTER


@pytest.mark.requirement("ENM-068")
def test_1_says_equal_and_goes_on_to_the_next_paper(qtbot, at_desk, case):
    case.papers_received()
    _, screen = at_desk(now=case.now)
    press(qtbot, screen, KEY.Key_1)
    assert verdicts(case) == {LETTER: PaperVerdict.ACCEPTED, LICENCE: PaperVerdict.PENDING}
    assert screen.presenter.rule == LICENCE
    screen.pane.verdicts.buttons[Verdict.ACCEPTED].click()
    assert set(verdicts(case).values()) == {PaperVerdict.ACCEPTED}


@pytest.mark.requirement("ENM-069")
def test_2_wants_to_know_the_difference_first(qtbot, at_desk, case):
    case.papers_received()
    _, screen = at_desk(now=case.now)
    press(qtbot, screen, KEY.Key_2)
    screen.acts.question.buttons["record"].click()
    assert screen.acts.question.isVisible()
    assert verdicts(case)[LETTER] is PaperVerdict.PENDING
    screen.acts.question._field.setPlainText(REASON)
    screen.acts.question.buttons["record"].click()
    assert verdicts(case)[LETTER] is PaperVerdict.REJECTED


def test_3_takes_a_verdict_back(qtbot, at_desk, case):
    case.papers_received()
    _, screen = at_desk(now=case.now)
    press(qtbot, screen, KEY.Key_1)
    screen.presenter.choose_paper(LETTER)
    press(qtbot, screen, KEY.Key_3)
    assert verdicts(case)[LETTER] is PaperVerdict.PENDING


def test_a_paper_that_has_not_come_cannot_be_judged(qtbot, at_desk, case):
    window, screen = at_desk()
    assert screen.presenter.why_not_judge() == "این برگ هنوز نرسیده است."
    assert not screen.pane.verdicts.buttons[Verdict.ACCEPTED].isEnabled()
    refused = heard(window.commanding.refused)
    press(qtbot, screen, KEY.Key_1)
    assert refused == ["این برگ هنوز نرسیده است."]


@pytest.mark.requirement("ENM-071")
def test_when_all_are_equal_ctrl_enter_accepts_them(qtbot, at_desk, case):
    case.papers_received()
    window, screen = at_desk(now=case.now)
    assert not screen.bar.accept.isEnabled()
    assert screen.bar.why.text()
    press(qtbot, screen, KEY.Key_1)
    press(qtbot, screen, KEY.Key_1)
    assert screen.bar.accept.isEnabled()
    press(qtbot, screen, KEY.Key_Return, CONTROL)
    assert case.status == "physical_documents"
    undos = []
    window.desk.messages.told.connect(lambda _sentence, undo, _seconds: undos.append(undo))
    screen.bar.dialog.buttons["decide"].click()
    assert case.status == "manager_review"
    assert screen.presenter.current is None
    undos[0]()
    assert case.status == "physical_documents"
    assert screen.presenter.current == case.dossier_id


@pytest.mark.requirement("ENM-072")
def test_with_a_difference_ctrl_enter_sends_them_back_and_names_the_reason(qtbot, at_desk, case):
    case.papers_received()
    _, screen = at_desk(now=case.now)
    differ(qtbot, screen)
    press(qtbot, screen, KEY.Key_1)
    assert not screen.bar.accept.isEnabled()
    press(qtbot, screen, KEY.Key_Return, CONTROL)
    said = [label.text() for label in screen.bar.dialog.findChildren(QtWidgets.QLabel)]
    assert any(REASON in one for one in said)
    screen.bar.dialog.buttons["decide"].click()
    assert case.status == "physical_rejected"


@pytest.mark.requirement("X-05")
def test_who_reviewed_the_dossier_may_not_check_its_papers(qtbot, at_desk, case):
    other = replace(case, packages=1).submitted(legal_person=True).claimed("allrounder")
    other.judged("allrounder").verified().cleared().step("approve_checklist", "allrounder").paid()
    other.papers_received("44710009")
    window, screen = at_desk("allrounder", now=other.now, id=other.dossier_id)
    assert screen.presenter.open.own_work is not None
    assert not screen.pane.verdicts.buttons[Verdict.ACCEPTED].isEnabled()
    assert screen.bar.why.text() == window.desk.words.of("papers")("own_work")


@pytest.mark.requirement("ENM-070")
def test_a_scan_that_is_replaced_after_the_check_voids_the_verdict_and_says_so(qtbot, at_desk, case):
    case.papers_received().papers_judged()

    def replace_scan(session, actor):
        paper = session.scalar(select(Paper).where(Paper.rule_code == LICENCE))
        old = session.get_one(Document, paper.document_id)
        names = [column.key for column in Document.__table__.columns if column.key != "id"]
        new = Document(**{name: getattr(old, name) for name in names})
        session.add(new)
        session.flush()
        old.superseded_by_id = new.id
        session.flush()
        reopen_papers(session, actor, case.dossier_id)

    case.by("clerk", replace_scan)
    _, screen = at_desk(now=case.now)
    assert screen.presenter.rule == LICENCE
    assert set(screen.presenter.open.voided) == {LICENCE}
    assert verdicts(case)[LICENCE] is PaperVerdict.PENDING
    said = [label.text() for label in screen.pane.findChildren(QtWidgets.QLabel)]
    assert any("نتیجهٔ پیشین باطل شد" in one for one in said)
    assert not screen.bar.accept.isEnabled()
    press(qtbot, screen, KEY.Key_1)
    assert screen.presenter.open.voided == {}


def test_a_typed_number_and_enter_finds_the_dossier(qtbot, at_desk, case):
    case.papers_received("44710001")
    _, screen = at_desk(now=case.now)
    screen.presenter.choose(None)
    screen.list.field.setFocus()
    qtbot.keyClicks(screen.list.field, "44710001")
    qtbot.keyClick(screen.list.field, KEY.Key_Return)
    assert screen.presenter.current == case.dossier_id


def test_an_unknown_tracking_number_waits_in_the_form(qtbot, at_desk, case):
    window, screen = at_desk()
    refused = heard(window.desk.messages.refused)
    qtbot.keyClicks(screen.list.field, "55550000")
    qtbot.keyClick(screen.list.field, KEY.Key_Return)
    assert len(refused) == 1
    screen.acts.register()
    assert screen.acts.registering.tracking.value() == "55550000"


def test_n_keeps_an_internal_note(qtbot, at_desk, case):
    _, screen = at_desk()
    press(qtbot, screen, KEY.Key_N)
    screen.acts.question._field.setPlainText("بسته پاره بود.")
    screen.acts.question.buttons["keep"].click()
    assert [note.text for note in screen.presenter.open.notes] == ["بسته پاره بود."]


def test_enter_opens_the_whole_dossier(qtbot, at_desk, case):
    window, screen = at_desk()
    gone = []
    window.desk.gone.disconnect()
    window.desk.gone.connect(gone.append)
    screen.open()
    assert gone == [route("dossier", id=case.dossier_id, queue="documents_officer")]


def test_a_part_of_the_desk_shows_only_its_dossiers(qtbot, at_desk, case):
    _, screen = at_desk()
    screen.list.part_chosen.emit(papers_desk.PapersPart.RECEIVED)
    assert screen.presenter.ids == []
    screen.list.part_chosen.emit(papers_desk.PapersPart.AWAITED)
    assert screen.presenter.ids == [case.dossier_id]


def test_dossier_and_paper_are_found_again(qtbot, at_desk, case):
    case.papers_received()
    window, screen = at_desk(now=case.now)
    press(qtbot, screen, KEY.Key_J)
    window.rebuild()
    again = window.screen_shown
    assert again is not screen
    assert (again.presenter.current, again.presenter.rule) == (case.dossier_id, LICENCE)
