"""The field that narrows what is shown while one types; its key stands in it until it is used."""

from PySide6 import QtCore, QtGui

from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.fields import LineField
from desktop.views.widgets.key_cap import caps_of, caps_width, paint_caps
from desktop.views.widgets.lines import centred, from_start

_PAUSE_MILLISECONDS = 180
"""How long typing rests before the search runs."""

_SMALL, _ICON, _PAD = 28, 16, 9


class SearchField(LineField):
    """Signals: `searched(str)` shortly after the text changed; Esc empties it first."""

    searched = QtCore.Signal(str)

    def __init__(self, placeholder: str, key: str = "", icon: str = "search", *, small: bool = False) -> None:
        super().__init__(placeholder=placeholder)
        self._caps, self._icon = caps_of(key), icon
        self.setAccessibleName(placeholder)
        self.setFont(face("dense").font)
        if small:
            self.setFixedHeight(look().px(_SMALL))
        self._rest = QtCore.QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._rest.timeout.connect(self.search)
        self.textChanged.connect(lambda _text: self._rest.start())
        self.returnPressed.connect(self.search)
        start = look().px(_PAD + _ICON + 2)
        end = caps_width(self._caps) + look().px(_PAD)
        self.setTextMargins(*((end, 0, start, 0) if look().rtl else (start, 0, end, 0)))

    def search(self) -> None:
        """Search now for what stands here."""
        self._rest.stop()
        self.searched.emit(self.value())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Esc empties the field before it means anything else."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The icon at the start, the key at the end while nobody writes here."""
        super().paintEvent(event)
        painter, worn, size = QtGui.QPainter(self), look(), look().px(_ICON)
        inside = self.rect().adjusted(worn.px(_PAD), 0, -worn.px(_PAD), 0)
        at = centred(from_start(inside, 0, size, rtl=worn.rtl), size, size)
        painter.drawPixmap(at.topLeft(), worn.pixmap(self._icon, "text3", _ICON))
        if self._caps and not self.text() and not self.hasFocus():
            wide = caps_width(self._caps)
            paint_caps(painter, from_start(inside, inside.width() - wide, wide, rtl=worn.rtl), self._caps)
