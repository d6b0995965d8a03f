"""The evidence of an item: pins that lead to their places on pages, and the way to another one."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.services.wording import isolate
from desktop.views.dossier.review.card import Pin
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, QuietButton, SecondaryButton
from desktop.views.widgets.icon import Icon


class Evidence(QtWidgets.QWidget):
    """Signals: `opened(int)` a pin by its mark, `removed(int)`, `wanted()` another piece of evidence."""

    opened = QtCore.Signal(int)
    removed = QtCore.Signal(int)
    wanted = QtCore.Signal()

    def __init__(self, pins: Sequence[Pin], text: Texts, *, may_mark: bool) -> None:
        super().__init__()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        for pin in pins:
            column.addLayout(self._pin(pin, text, may_mark=may_mark))
        add = QuietButton(text("card.add_pin"), "plus", "M", small=True)
        add.setEnabled(may_mark)
        add.clicked.connect(self.wanted)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(Icon("clip", "text3", 14))
        row.addWidget(add)
        row.addStretch(1)
        column.addLayout(row)

    def _pin(self, pin: Pin, text: Texts, *, may_mark: bool) -> QtWidgets.QHBoxLayout:
        words = text("card.pin", number=pin.number, document=pin.document, page=pin.page)
        button = SecondaryButton(words, "flag", small=True)
        button.setToolTip(isolate(words))
        button.clicked.connect(lambda: self.opened.emit(pin.mark_id))
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(4))
        row.addWidget(button)
        if pin.is_mine and may_mark:
            remove = IconButton("x", text("card.remove_pin"), small=True)
            remove.clicked.connect(lambda: self.removed.emit(pin.mark_id))
            row.addWidget(remove)
        row.addStretch(1)
        return row
