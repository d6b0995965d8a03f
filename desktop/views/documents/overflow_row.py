"""A row of tools that never runs out of room: words go first, then tools move into a menu at its end."""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, SecondaryButton
from desktop.views.widgets.key_cap import spoken


@dataclass(frozen=True)
class _Tool:
    widget: QtWidgets.QWidget
    action: QtGui.QAction | None
    rank: int


class ShorteningButton(SecondaryButton):
    """A small button that does with its icon where there is no room for its words."""

    def __init__(self, icon: str, key: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__("", icon, key, small=True, parent=parent)
        self._words, self._key, self._is_short = "", key, False
        self._long_caps = self._caps

    def set_words(self, words: str) -> None:
        """What it does."""
        self._words = words
        self.setToolTip(spoken(words, self._key))
        self.set_short(short=self._is_short)

    def set_short(self, *, short: bool) -> None:
        """Show the icon alone, or with words and key."""
        self._is_short = short
        self._caps = () if short else self._long_caps
        self.setText("" if short else self._words)
        self.setAccessibleName(self._words)
        self.updateGeometry()

    def minimumSizeHint(self) -> QtCore.QSize:
        """Words are shown in full or not at all."""
        return self.sizeHint()

    def _icon_width(self) -> int:
        return look().px(16) if self._is_short else super()._icon_width()


class OverflowRow(QtWidgets.QWidget):
    """Tools side by side; those with an action may go into the menu, the highest rank first."""

    def __init__(self, more: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools: list[_Tool] = []
        self._row = QtWidgets.QHBoxLayout(self)
        self._row.setContentsMargins(look().px(12), 0, look().px(12), 0)
        self._row.setSpacing(look().px(4))
        self._row.setSizeConstraint(QtWidgets.QLayout.SizeConstraint.SetNoConstraint)
        self.more = IconButton("more", more, small=True)
        self._menu = QtWidgets.QMenu(self.more)
        self.more.clicked.connect(self._open_menu)
        self._row.addWidget(self.more)
        self.more.hide()

    def add(
        self, widget: QtWidgets.QWidget, action: QtGui.QAction | None = None, rank: int = 0, stretch: int = 0
    ) -> None:
        """Put a tool at the end; with an action it may be moved into the menu."""
        self._tools.append(_Tool(widget, action, rank))
        self._row.insertWidget(self._row.count() - 1, widget, stretch)

    def add_space(self) -> None:
        """Push what follows to the end."""
        self._row.insertStretch(self._row.count() - 1)

    def fit(self) -> None:
        """Show as many tools as there is room for."""
        shown = [tool for tool in self._tools if _is_wanted(tool)]
        hidden: list[_Tool] = []
        shortening = [tool.widget for tool in shown if isinstance(tool.widget, ShorteningButton)]
        for short in (False, True):
            for button in shortening:
                button.set_short(short=short)
            if self._needed(shown, hidden) <= self.width():
                break
        movable = sorted((tool for tool in shown if tool.action is not None), key=lambda tool: tool.rank)
        while movable and self._needed(shown, hidden) > self.width():
            hidden.append(movable.pop())
        for tool in self._tools:
            if tool.action is not None:
                tool.widget.setVisible(tool in shown and tool not in hidden)
        self.more.setVisible(bool(hidden))
        self._menu.clear()
        for tool in self._tools:
            if tool in hidden and tool.action is not None:
                self._menu.addAction(tool.action)

    def minimumSizeHint(self) -> QtCore.QSize:
        """The tools that stay, and the menu."""
        fixed = [tool for tool in self._tools if tool.action is None]
        return QtCore.QSize(self._needed(fixed, self._tools[:1]), self.sizeHint().height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Fit into the new width."""
        super().resizeEvent(event)
        self.fit()

    def _needed(self, shown: list[_Tool], hidden: list[_Tool]) -> int:
        left = [tool for tool in shown if tool not in hidden or tool.action is None]
        widths = [self._width(tool.widget) for tool in left] + [self.more.sizeHint().width()] * bool(hidden)
        margins = self._row.contentsMargins()
        return sum(widths) + self._row.spacing() * len(widths) + margins.left() + margins.right()

    @staticmethod
    def _width(widget: QtWidgets.QWidget) -> int:
        wanted, least = widget.sizeHint().width(), widget.minimumSizeHint().width()
        shrinks = QtWidgets.QSizePolicy.PolicyFlag.ShrinkFlag.value
        grows = widget.sizePolicy().horizontalPolicy().value & shrinks
        return max(least if grows else wanted, widget.minimumWidth())

    def _open_menu(self) -> None:
        corner = QtCore.QPoint(self.more.width() if look().rtl else 0, self.more.height())
        self._menu.popup(self.more.mapToGlobal(corner))


def _is_wanted(tool: _Tool) -> bool:
    return tool.action.isVisible() if tool.action is not None else not tool.widget.isHidden()
