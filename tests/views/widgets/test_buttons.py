"""Buttons say what they do, why they cannot, and press with Enter; icons alone carry a name."""

import pytest
from PySide6 import QtCore, QtGui

from desktop.views.theme.look import put_on
from desktop.views.widgets.button_base import Button
from desktop.views.widgets.buttons import DestructiveButton, IconButton, Link, PrimaryButton, SecondaryButton

pytestmark = pytest.mark.usefixtures("worn")


def _pressed(qtbot, button: Button, key: QtCore.Qt.Key) -> int:
    presses = []
    button.clicked.connect(lambda: presses.append(1))
    qtbot.keyClick(button, key)
    return len(presses)


def _colours(button: Button) -> set[str]:
    image = button.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("key", [QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter, QtCore.Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_that_has_the_keyboard(qtbot, key):
    button = SecondaryButton("ارجاع")
    qtbot.addWidget(button)
    assert _pressed(qtbot, button, key) == 1


def test_a_disabled_button_says_why_and_forgets_it_when_enabled_again(qtbot):
    button = PrimaryButton("تأیید چک‌لیست")
    qtbot.addWidget(button)
    button.setToolTip("پایان بررسی")
    button.set_reason("دو بند مانده است.")
    assert (button.isEnabled(), button.toolTip()) == (False, "دو بند مانده است.")
    assert button.accessibleDescription() == "دو بند مانده است."
    button.set_reason(None)
    assert (button.isEnabled(), button.toolTip(), button.accessibleDescription()) == (True, "پایان بررسی", "")


def test_a_busy_button_ignores_mouse_and_keyboard_until_its_work_is_done(qtbot):
    button = PrimaryButton("ارسال")
    qtbot.addWidget(button)
    presses = []
    button.clicked.connect(lambda: presses.append(1))
    button.set_busy(True)
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, QtCore.Qt.Key.Key_Space)
    qtbot.keyClick(button, QtCore.Qt.Key.Key_Return)
    assert presses == []
    button.set_busy(False)
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)
    assert presses == [1]


def test_what_destroys_is_an_outline_until_it_is_armed(qtbot, worn):
    button = DestructiveButton("ابطال نماد")
    qtbot.addWidget(button)
    solid = worn.colour("redSolid").name()
    assert solid not in _colours(button)
    button.set_armed(True)
    assert solid in _colours(button)


def test_the_key_goes_before_words_are_cut(qtbot):
    button = SecondaryButton("ارجاع", "refer", "Ctrl+Enter")
    bare = SecondaryButton("ارجاع", "refer")
    qtbot.addWidget(button)
    qtbot.addWidget(bare)
    button.resize(bare.sizeHint())
    bare.resize(bare.sizeHint())
    assert button.grab().toImage() == bare.grab().toImage()


def test_an_icon_alone_has_a_name_and_a_tip_with_its_key(qtbot):
    button = IconButton("bell", "اعلان‌ها", "Ctrl+I")
    qtbot.addWidget(button)
    assert button.accessibleName() == "اعلان‌ها"
    assert "Ctrl+I" in button.toolTip()
    button.set_count("۳")
    assert button.accessibleName() == "اعلان‌ها ۳"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_heights_are_those_of_the_design_at_every_text_scale(qtbot, qapp, scale):
    put_on(qapp, scale=scale, still=True)
    made = (PrimaryButton("ا"), SecondaryButton("ا", small=True), IconButton("x", "ا"), Link("ا"))
    for button in made:
        qtbot.addWidget(button)
    assert [button.sizeHint().height() for button in made] == [
        round(high * scale) for high in (34, 28, 34, 24)
    ]


def test_a_button_looks_different_under_the_mouse_and_when_pressed(qtbot):
    button = SecondaryButton("ارجاع")
    qtbot.addWidget(button)
    rest = button.grab().toImage()
    button.setAttribute(QtCore.Qt.WidgetAttribute.WA_UnderMouse)
    hovered = button.grab().toImage()
    button.setDown(True)
    assert len({_hash(image) for image in (rest, hovered, button.grab().toImage())}) == 3


def _hash(image: QtGui.QImage) -> bytes:
    return bytes(image.constBits())
