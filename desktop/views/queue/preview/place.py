"""Where the preview is: beside the list where both have room, otherwise over the end of the list."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.desk import Desk
from desktop.views.queue.preview.pane import WIDE, PreviewPane
from desktop.views.theme.look import look

BESIDE: Final = 1440
"""From this width of the window on the list and its preview stand side by side."""

_REST_MILLISECONDS: Final = 300
_CHOICE: Final = "queue.preview"


class PreviewPlace(QtWidgets.QWidget):
    """A list and the preview at its end. Signals: `pressed(str)` as the preview has it."""

    pressed = QtCore.Signal(str)

    def __init__(self, desk: Desk, beside: QtWidgets.QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._chosen: int | None = None
        self._is_beside: bool | None = None
        """Unknown until the width of the window is; then nothing is shown and nothing read."""
        self._slid_over = False
        chosen = desk.preferences.get(_CHOICE, {})
        self._is_wanted: bool = chosen.get("shown", True)
        self._width: int = chosen.get("width", WIDE)
        self.pane = PreviewPane(desk)
        self.pane.pressed.connect(self.pressed)
        self._splitter = QtWidgets.QSplitter(QtCore.Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(beside)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        # A drag is many widths; the last one is kept.
        self._rest = QtCore.QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(self._keep_width)
        self._splitter.splitterMoved.connect(lambda *_: self._rest.start())
        whole = QtWidgets.QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    @property
    def is_shown(self) -> bool:
        """Whether the preview is in sight."""
        return self._is_wanted if self._is_beside else self._slid_over

    def toggle(self) -> None:
        """Show the preview, or put it away; beside the list the choice is kept."""
        if self._is_beside:
            self._is_wanted = not self._is_wanted
            self._keep()
        else:
            self._slid_over = not self._slid_over
        self._arrange()

    def put_away(self) -> bool:
        """Put a preview that lies over the list away; False when none does."""
        slid = self._slid_over and not self._is_beside
        if slid:
            self.toggle()
        return slid

    def show_dossier(self, dossier_id: int | None) -> None:
        """Another dossier is chosen; what nobody sees is not read."""
        self._chosen = dossier_id
        if self.is_shown and dossier_id != self.pane.shown_id:
            self.pane.show_dossier(dossier_id)

    def refresh(self) -> None:
        """Read what is shown again."""
        if self.is_shown:
            self.pane.show_dossier(self._chosen)

    def fit(self, window_width: int) -> None:
        """Lie beside the list or over it, as the width of the window allows."""
        self._is_beside = window_width >= look().px(BESIDE)
        self._arrange()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """A preview over the list keeps to its end."""
        super().resizeEvent(event)
        if not self._is_beside:
            self._lie_over()

    def _arrange(self) -> None:
        self.pane.setVisible(self.is_shown)
        self.pane.set_over(not self._is_beside)
        if self._is_beside:
            self._stand_beside()
        else:
            self._lie_over()
        self.show_dossier(self._chosen)

    def _stand_beside(self) -> None:
        if self._splitter.indexOf(self.pane) < 0:
            self._splitter.addWidget(self.pane)
        wide = look().px(self._width)
        self._splitter.setSizes([max(self.width() - wide, 1), wide])

    def _lie_over(self) -> None:
        if self.pane.parentWidget() is not self:
            self.pane.setParent(self)
            self.pane.setVisible(self.is_shown)
        wide = min(look().px(WIDE), self.width())
        self.pane.setGeometry(0 if look().rtl else self.width() - wide, 0, wide, self.height())
        self.pane.raise_()

    def _keep_width(self) -> None:
        self._width = round(self.pane.width() / look().scale)
        self._keep()

    def _keep(self) -> None:
        self._desk.preferences.set(_CHOICE, {"shown": self._is_wanted, "width": self._width})
