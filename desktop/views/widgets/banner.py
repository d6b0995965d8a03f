"""Says under which condition one works, above everything else, for as long as the condition lasts."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.own_words import own

BannerKind = Literal["amber", "red", "blue"]
"""A condition one works under, work that is blocked, and information."""

Linked = tuple[str, Callable[[], object]]
"""The words of a link and what it does."""

ICONS = {"amber": "alert", "red": "alert", "blue": "info", "green": "check", "grey": "info", "turq": "swap"}
_HEIGHT, _SHOWN = 36, 2


class Banner(QtWidgets.QWidget):
    """An icon, one sentence, at most two links."""

    def __init__(
        self,
        kind: BannerKind,
        sentence: str,
        links: Sequence[Linked] = (),
        icon: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if len(links) > _SHOWN:
            raise ValueError(f"a banner has at most {_SHOWN} links: {sentence}")
        self._kind = kind
        self.setAccessibleName(sentence)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(look().px(16), look().px(5), look().px(16), look().px(5))
        row.setSpacing(look().px(9))
        row.addLayout(lowered(Icon(icon or ICONS[kind], f"{kind}Fg"), 4))
        row.addLayout(lowered(Label(sentence, "dense", 500, wraps=True), 2), 1)
        add_links(row, links)
        self.setMinimumHeight(look().px(_HEIGHT))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The ground of its family over the whole width, and a line below."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), look().family(self._kind).bg)
        painter.setPen(look().colour("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class Banners(QtWidgets.QWidget):
    """The banners of a window, one under the other; beyond two the last line says how many more there are."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: dict[str, Banner] = {}
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(self._more)
        row.setContentsMargins(look().px(16), 0, look().px(16), 0)
        self._link = Link("")
        self._link.clicked.connect(self._show_all)
        row.addWidget(self._link, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._more)
        self._all = False
        self._arrange()

    def put(self, name: str, banner: Banner) -> None:
        """Show a banner, in place of the one of this name if there is one."""
        self.take(name)
        self._banners[name] = banner
        self._column.insertWidget(self._column.count() - 1, banner)
        self._arrange()

    def take(self, name: str) -> None:
        """The condition has ended."""
        banner = self._banners.pop(name, None)
        if banner is not None:
            banner.setParent(None)
            banner.deleteLater()
            self._arrange()

    def _show_all(self) -> None:
        self._all = True
        self._arrange()

    def _arrange(self) -> None:
        hidden = max(0, len(self._banners) - _SHOWN)
        self._all = self._all and hidden > 0
        for place, banner in enumerate(self._banners.values()):
            banner.setVisible(self._all or place < _SHOWN)
        self._more.setVisible(hidden > 0 and not self._all)
        if hidden:
            self._link.set_text(own("more_banners", count=hidden))


def lowered(widget: QtWidgets.QWidget, pixels: int) -> QtWidgets.QVBoxLayout:
    """A widget some pixels lower, so that its first line stands on the line of the links beside it."""
    column = QtWidgets.QVBoxLayout()
    column.setContentsMargins(0, look().px(pixels), 0, look().px(2))
    column.addWidget(widget)
    column.addStretch(1)
    return column


def add_links(row: QtWidgets.QHBoxLayout, links: Sequence[Linked]) -> None:
    """Put links at the end of a row."""
    for words, act in links:
        link = Link(words)
        link.clicked.connect(lambda _checked=False, act=act: act())
        row.addWidget(link, 0, QtCore.Qt.AlignmentFlag.AlignTop)
