"""What the tests of the page do with keyboard and mouse, and what they look at afterwards."""

from PySide6 import QtCore

from desktop.services import review
from desktop.services.unit_of_work import reading

KEY = QtCore.Qt.Key
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier
NONE = QtCore.Qt.KeyboardModifier.NoModifier
LEFT_BUTTON = QtCore.Qt.MouseButton.LeftButton


def standing(case, code):
    with reading(case.office) as session:
        return next(row for row in review.checklist_of(session, case.dossier_id) if row.code == code)


def the_list(screen):
    return screen.review.checklist.list


def press(qtbot, screen, key, modifier=NONE):
    the_list(screen).setFocus()
    qtbot.keyClick(the_list(screen), key, modifier)


def row_rect(screen, code):
    view = the_list(screen)
    return view.visualRect(view.table.place_of(code))


def told(window):
    said = []
    window.desk.messages.told.connect(lambda sentence, *_: said.append(sentence))
    return said


def refused(window):
    said = []
    window.desk.messages.refused.connect(said.append)
    return said
