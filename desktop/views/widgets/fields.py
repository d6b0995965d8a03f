"""What people write and choose in: lines, lists, check boxes; any digits, each text in its own direction."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services import wording
from desktop.views.keys import chord_of
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.lines import runs_rtl
from desktop.views.widgets.strokes import box

_QT = QtCore.Qt
_HEIGHT, _PATIENCE_MILLISECONDS = 32, 1000
_CHEVRON, _LEAST = 48, 96
"""Room round the words of a choice with its chevron; what is left of long words at least."""

FLIP = "Ctrl+Shift+X"
"""Turns the direction of the text that is being written."""

_UNSEEN = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
_ONE_FORM = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "آ": "ا", "\u200c": None})


def at_start() -> QtCore.Qt.AlignmentFlag:
    """The side where lines begin, whatever direction their own text has."""
    side = _QT.AlignmentFlag.AlignRight if look().rtl else _QT.AlignmentFlag.AlignLeft
    return side | _QT.AlignmentFlag.AlignAbsolute


class LineField(QtWidgets.QLineEdit):
    """One line; `latin` for domains, addresses and numbers: read left to right, at the start of the row."""

    def __init__(self, text: str = "", *, latin: bool = False, placeholder: str = "", most: int = 0) -> None:
        super().__init__()
        self._latin, self._wrong = latin, False
        self._rtl: bool | None = None
        self.setFont(face("body").font)
        self.setFixedHeight(look().px(_HEIGHT))
        self.setPlaceholderText(placeholder)
        if most:
            self.setMaxLength(most)
        self.setAlignment(at_start() | _QT.AlignmentFlag.AlignVCenter)
        if latin:
            self._turn(rtl=False)
        self.setText(text)
        ringed(self)

    def value(self) -> str:
        """What was written, without marks nobody sees; with Western digits where the field is Latin."""
        written = self.text().translate(_UNSEEN).strip()
        return wording.western_digits(written) if self._latin else written

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Whether what stands here cannot stay."""
        self._wrong = wrong
        self.update()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Turn the direction when asked; everything else is writing."""
        if chord_of(event) == FLIP:
            self._turn(rtl=not self.reads_rtl())
        else:
            super().keyPressEvent(event)

    def reads_rtl(self) -> bool:
        """Whether the text reads right to left: as turned by hand, else by its first letter."""
        if self._rtl is not None:
            return self._rtl
        by_letter = runs_rtl(self.text())
        return look().rtl if by_letter is None else by_letter

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The outline in red where something is wrong."""
        super().paintEvent(event)
        if self._wrong:
            box(QtGui.QPainter(self), self.rect(), None, look().colour("redSolid"))

    def _turn(self, *, rtl: bool) -> None:
        # Qt offers no setter; the key that some keyboards have for it is the only way in.
        self._rtl = rtl
        key = _QT.Key.Key_Direction_R if rtl else _QT.Key.Key_Direction_L
        kind, none = QtCore.QEvent.Type.KeyPress, _QT.KeyboardModifier.NoModifier
        super().keyPressEvent(QtGui.QKeyEvent(kind, key, none))


class ChoiceField(QtWidgets.QComboBox):
    """One of several, by code; typing finds the first whose words begin so. Signals: `chosen(str)`."""

    chosen = QtCore.Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], code: str = "", *, placeholder: str = "") -> None:
        super().__init__()
        self._wrong, self._typed = False, ""
        self._forget = QtCore.QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._forget.timeout.connect(self._start_anew)
        self.setFixedHeight(look().px(_HEIGHT))
        self.setFont(face("body").font)
        self.setPlaceholderText(placeholder)
        for known, words in choices:
            self.addItem(words, known)
        self.setCurrentIndex(self.findData(code) if code else -1 if placeholder else 0)
        self.activated.connect(lambda _index: self.chosen.emit(self.code()))
        ringed(self)

    def sizeHint(self) -> QtCore.QSize:
        """Room for the widest choice, whatever is chosen."""
        metrics = face("body").metrics
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        return QtCore.QSize(widest + look().px(_CHEVRON), look().px(_HEIGHT))

    def minimumSizeHint(self) -> QtCore.QSize:
        """A few letters of it at least."""
        return self.sizeHint().boundedTo(QtCore.QSize(look().px(_LEAST), look().px(_HEIGHT)))

    def code(self) -> str:
        """The code of what is chosen; empty for nothing."""
        return str(self.currentData() or "")

    value = code

    def choose(self, code: str) -> None:
        """Choose by code, without a signal."""
        self.setCurrentIndex(self.findData(code))

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Whether what is chosen cannot stay."""
        self._wrong = wrong
        self.update()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Letters look for a choice; the other keys are Qt's."""
        typed = event.text()
        if (
            typed.isprintable()
            and typed.strip()
            and not event.modifiers() & _QT.KeyboardModifier.ControlModifier
        ):
            self._find(typed)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Scrolling a page past a closed list chooses nothing."""
        event.ignore()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The outline in red where something is wrong."""
        super().paintEvent(event)
        if self._wrong:
            box(QtGui.QPainter(self), self.rect(), None, look().colour("redSolid"))

    def _find(self, letters: str) -> None:
        self._typed += letters
        self._forget.start()
        wanted = one_form(self._typed)
        for index in range(self.count()):
            words = one_form(self.itemText(index))
            if words.startswith(wanted) or f" {wanted}" in words:
                self.setCurrentIndex(index)
                self.chosen.emit(self.code())
                return

    def _start_anew(self) -> None:
        self._typed = ""


class CheckField(QtWidgets.QCheckBox):
    """Yes or no, with the words beside it."""

    def __init__(self, words: str, *, checked: bool = False) -> None:
        super().__init__(words)
        self.setChecked(checked)
        self.setFont(face("dense").font)
        self.setMinimumHeight(look().px(24))


def one_form(text: str) -> str:
    """A text as typed words are compared with it: letters and digits of all scripts in one form."""
    return wording.western_digits(text.translate(_ONE_FORM)).casefold()
