"""The place of the list: its rows, or the sentence that stands where there are none."""

from PySide6 import QtWidgets

from desktop.views.widgets.empty_state import EmptyState


class Place(QtWidgets.QStackedWidget):
    """The list, or why it is empty."""

    def __init__(self, rows: QtWidgets.QWidget) -> None:
        super().__init__()
        self._rows = rows
        self._empty: EmptyState | None = None
        self.addWidget(rows)

    def show_list(self) -> None:
        """There are rows."""
        self.setCurrentWidget(self._rows)
        self._forget()

    def say(self, empty: EmptyState) -> None:
        """There are none."""
        self._forget()
        self._empty = empty
        self.addWidget(empty)
        self.setCurrentWidget(empty)

    def _forget(self) -> None:
        if self._empty is not None:
            self.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
