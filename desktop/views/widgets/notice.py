"""A coloured box inside a page: something about this dossier that must be seen before deciding."""

from collections.abc import Sequence

from PySide6 import QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.banner import ICONS, Linked, add_links, lowered
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.strokes import box


class Notice(QtWidgets.QWidget):
    """Icon and sentence on the ground of a family, with links below where there are some."""

    def __init__(
        self,
        family: str,
        sentence: str,
        links: Sequence[Linked] = (),
        icon: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._family = family
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(look().px(10), look().px(6), look().px(10), look().px(6))
        row.setSpacing(look().px(8))
        row.addLayout(lowered(Icon(icon or ICONS[family], f"{family}Fg"), 4))
        row.addLayout(lowered(Label(sentence, "dense", 400, _INK.get(family, "text"), wraps=True), 2), 1)
        add_links(row, links)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The ground of the family."""
        box(QtGui.QPainter(self), self.rect(), look().family(self._family).bg)


_INK = {"green": "greenFg"}
"""Good news is written in its colour; a warning is black, so that it is read."""
