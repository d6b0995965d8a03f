"""A whole eNamad case through the window: five people, each at a desk of his own, with keys and mouse."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

import desktop.views  # noqa: F401 - the first meeting with Qt, before pytest-qt's own

# isort: split
from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Verdict
from desktop.services.certificate_register import RegisterQuery, certificate_ids
from desktop.services.intake.sample import sample
from desktop.services.intake.sample_answer import sample_answer
from desktop.services.people import actor_named
from desktop.services.queues import QueueQuery, queue_ids
from desktop.services.review import checklist_of
from desktop.services.unit_of_work import reading
from desktop.views.approval.confirm import DECIDE
from desktop.views.dossier.decision.dialogs import GO
from desktop.views.navigation import route
from desktop.views.notice.screen import SEND
from desktop.views.widgets.dialog import Dialog
from tests.builders.desks import desk_of
from tests.builders.windows import open_window, opened, settle

__all__ = ["desk_of", "open_window"]

KEY, LEFT = QtCore.Qt.Key, QtCore.Qt.MouseButton.LeftButton
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier
PLAIN = QtCore.Qt.KeyboardModifier.NoModifier
WRONG = {"B6": "تلفن ثابت پاسخ داده نشد.", "C4": "مهلت انصراف کوتاه است."}


class Hands:
    """One person's hands on keyboard and mouse before his own window."""

    def __init__(self, qtbot, window) -> None:
        self._qtbot, self.window = qtbot, window

    @property
    def screen(self):
        return self.window.screen_shown

    def press(self, key, modifier=PLAIN, on=None) -> None:
        """Press a key; it goes where the keyboard is, or to the whole window."""
        (on or self.screen.first_focus()).setFocus()
        self._qtbot.keyClick(QtWidgets.QApplication.focusWidget() or self.window, key, modifier)
        settle()

    def click(self, button) -> None:
        """Press a button of the mouse on a button that can be seen."""
        assert button.isVisible()
        assert button.isEnabled(), button.toolTip()
        self._qtbot.mouseClick(button, LEFT)
        settle()

    def wait(self, condition) -> None:
        self._qtbot.waitUntil(condition, timeout=15_000)

    def leave(self) -> None:
        """Close the window as one does in the evening."""
        self.window.close()
        settle()


@pytest.fixture
def sits_down(qtbot, open_window, case):
    """Somebody sits down at a place of his window."""

    def sit(username: str, *place, **arguments) -> Hands:
        return Hands(qtbot, open_window(username, route(*place, **arguments)))

    return sit


@pytest.fixture
def brings(monkeypatch):
    """The package that is chosen in the dialog of files."""
    return lambda path: monkeypatch.setattr(
        QtWidgets.QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], "")
    )


def take_package(hands: Hands) -> None:
    hands.press(KEY.Key_A)
    hands.wait(lambda: not hands.window.desk.jobs.running)


def only_dossier(case) -> int:
    with reading(case.office) as session:
        actor = actor_named(session, "supervisor", case.now)
        (found,) = queue_ids(session, actor, QueueQuery("all"))
    return found


def claim_from_queue(hands: Hands, case) -> None:
    """Claim the only dossier of the queue and open it."""
    rows = hands.screen.rows
    hands.wait(lambda: rows.table.rowCount() > 0 and rows.table.record(rows.table.rowCount() - 1) is not None)
    hands.press(KEY.Key_J)
    assert rows.chosen_id == case.dossier_id
    hands.press(KEY.Key_U)
    assert case.details.claimed_by is not None
    hands.press(KEY.Key_Return)
    assert hands.screen.route.screen == "dossier"


def judge_what_is_left(hands: Hands, **wrong: str) -> int:
    """Judge item by item with keys, until nothing wants a look; gives how many were judged."""
    review, judged = hands.screen.presenter.review, 0
    while any(item.is_left for item in review.items):
        code = review.current
        remark = wrong.get(code)
        if remark is not None:
            hands.screen.review.checklist.card.box.remark_field.setPlainText(remark)
        hands.press(KEY.Key_2 if remark else KEY.Key_1)
        hands.press(KEY.Key_F)
        judged += 1
        assert judged < 100, code
    return judged


def verdicts(case) -> dict[str, Verdict]:
    with reading(case.office) as session:
        return {row.code: row.verdict for row in checklist_of(session, case.dossier_id)}


@pytest.mark.requirement("ENM-061", "ENM-067", "ENM-071", "ENM-075", "X-05", "X-06")
def test_a_case_goes_through_the_window_from_package_to_certificate(sits_down, brings, case, tmp_path):
    supervisor = sits_down("supervisor", "intake")
    natural_person, _ = sample(tmp_path / "first", case.now)
    brings(natural_person)
    take_package(supervisor)
    case.dossier_id = only_dossier(case)
    case.number = case.details.number

    a_notice_is_sent(sits_down("reviewer", "queue", queue="reviewer"), case.later(hours=2))

    case.later(days=2)
    with reading(case.office) as session:
        brings(sample_answer(session, tmp_path / "answer", case.number, case.now))
    take_package(supervisor)
    assert case.status == "under_review"
    supervisor.leave()

    the_checklist_is_approved(sits_down("reviewer", "queue", queue="reviewer"), case.later(hours=1))
    the_papers_are_accepted(sits_down("officer", "papers"), case.paid().later(hours=1))
    the_manager_approves(sits_down("manager", "approval"), case.later(hours=1))
    the_certificate_is_found(sits_down("clerk", "certificates"), case.later(hours=1))


def a_notice_is_sent(reviewer: Hands, case) -> None:
    """The reviewer takes the dossier from the queue, judges it by keys and sends the notice he has read."""
    claim_from_queue(reviewer, case)
    assert judge_what_is_left(reviewer, **WRONG) == len(verdicts(case))
    assert {code for code, verdict in verdicts(case).items() if verdict is Verdict.REJECTED} == set(WRONG)
    reviewer.press(KEY.Key_P)
    assert reviewer.screen.route.screen == "notice"
    assert set(reviewer.screen.list.cards) == set(WRONG)
    reviewer.press(KEY.Key_Return, CONTROL)
    reviewer.click(reviewer.screen.dialog.buttons[SEND])
    assert case.status == "deficient"
    reviewer.leave()


def the_checklist_is_approved(reviewer: Hands, case) -> None:
    """What the answer has changed is judged again, and the file goes to the papers."""
    claim_from_queue(reviewer, case)
    assert 0 < judge_what_is_left(reviewer) < len(verdicts(case))
    case.verified().cleared()
    reviewer.press(KEY.Key_F5)
    reviewer.press(KEY.Key_Return, CONTROL)
    reviewer.click(opened(Dialog).buttons[GO])
    assert case.status == "physical_documents"
    reviewer.leave()


def the_papers_are_accepted(officer: Hands, case) -> None:
    """The papers come by post, are equal to the scans, and are accepted."""
    papers = officer.screen.pane.papers
    officer.press(KEY.Key_B, on=papers)
    form = officer.screen.acts.registering
    form.tracking.setText("44710001")
    officer.click(form.dialog.buttons["register"])
    officer.press(KEY.Key_1, on=papers)
    officer.press(KEY.Key_1, on=papers)
    officer.press(KEY.Key_Return, CONTROL, on=papers)
    officer.click(officer.screen.bar.dialog.buttons["decide"])
    assert case.status == "manager_review"
    officer.leave()


def the_manager_approves(manager: Hands, case) -> None:
    """The last of four eyes."""
    manager.press(KEY.Key_Return, CONTROL, on=manager.screen.rows)
    manager.click(manager.screen.acts.question.dialog.buttons[DECIDE])
    assert case.status == "approved"
    manager.leave()


def the_certificate_is_found(clerk: Hands, case) -> None:
    """The certificate stands in the register, for everybody in the office."""
    with reading(case.office) as session:
        (issued,) = certificate_ids(session, actor_named(session, "clerk", case.now), RegisterQuery())
    clerk.wait(lambda: clerk.screen.list.table.row(0) is not None)
    assert clerk.screen.list.chosen_key == issued
    clerk.press(KEY.Key_Return)
    assert clerk.screen.route == route("certificate", id=issued)
    clerk.leave()
