"""Facts about something: a label and a value a row, as in previews and pages of a dossier."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.label import Label

_LABELS = 84
_DO_NOT_GROW = (QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Maximum)


class Facts(QtWidgets.QWidget):
    """Rows of label and value; a value is a text or a widget."""

    def __init__(
        self,
        rows: Sequence[tuple[str, str | QtWidgets.QWidget]] = (),
        labels_wide: int = _LABELS,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().px(10))
        self._grid.setVerticalSpacing(look().px(2))
        self._grid.setColumnMinimumWidth(0, look().px(labels_wide))
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        for label, value in rows:
            self.add(label, value)

    def add(self, label: str, value: str | QtWidgets.QWidget) -> QtWidgets.QWidget:
        """One more row; the widget that shows the value."""
        row = self._grid.rowCount()
        shown = value if isinstance(value, QtWidgets.QWidget) else Label(value, "dense", wraps=True)
        shown.setAccessibleDescription(label)
        words = Label(label, "dense", 400, "text3")
        self._grid.addWidget(words, row, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        if shown.sizePolicy().horizontalPolicy() in _DO_NOT_GROW:
            # Without an alignment a link would hold its whole column as narrow as itself.
            self._grid.addWidget(shown, row, 1, QtCore.Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(shown, row, 1)
        return shown
