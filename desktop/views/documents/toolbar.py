"""The bar above a document: which one, which version, page, magnification, and what can be done with it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.views.documents.overflow_row import OverflowRow, ShorteningButton
from desktop.views.documents.page_field import PageField
from desktop.views.documents.version_button import VersionButton
from desktop.views.documents.viewed import ViewedDocument, ViewedVersion
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import IN_MIDDLE

HEIGHT: Final = 44
_PICKER: Final = (104, 240)
_PERCENT: Final = 46
_LINE: Final = 20
_FOR_FILES: Final = frozenset({"save"})
"""Tools that also do without pages."""
_FOR_LEAFING: Final = frozenset({"previous_page", "next_page"})


class ViewerToolBar(QtWidgets.QFrame):
    """The tools of the viewer.

    Signals: `document_chosen(str)`, `version_chosen(int)`, `page_chosen(int)`, `page_stepped(int)`,
    `zoomed(int)` steps, and `fitted()`, `turned()`, `mark_wanted()`, `compare_wanted()`, `save_wanted()`.
    """

    document_chosen = QtCore.Signal(str)
    version_chosen = QtCore.Signal(int)
    page_chosen = QtCore.Signal(int)
    page_stepped = QtCore.Signal(int)
    zoomed = QtCore.Signal(int)
    fitted = QtCore.Signal()
    turned = QtCore.Signal()
    mark_wanted = QtCore.Signal()
    compare_wanted = QtCore.Signal()
    save_wanted = QtCore.Signal()

    def __init__(self, texts: Texts, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setFixedHeight(look().px(HEIGHT))
        self.row = OverflowRow(texts("more"))
        self.picker = _picker(texts)
        self.picker.activated.connect(lambda place: self.document_chosen.emit(self.picker.itemData(place)))
        self.version = VersionButton(texts)
        self.version.chosen.connect(self.version_chosen)
        self.page = PageField(texts)
        self.page.chosen.connect(self.page_chosen)
        self.percent = Label(role="dense", colour="text2", cut=IN_MIDDLE).centre()
        self.percent.setFixedWidth(look().px(_PERCENT))
        self.compare = ShorteningButton("split", "D")
        self.compare.setCheckable(True)
        self.compare.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._offers_whole: bool | None = None
        self._page_tools: list[IconButton] = []
        self._build()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.addWidget(self.row)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The ground, and the line under it."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look().colour("border"))

    def show_documents(self, documents: Sequence[ViewedDocument]) -> None:
        """Offer these documents."""
        self.picker.clear()
        for document in documents:
            self.picker.addItem(look().icon("paper"), document.title, document.id)
        self.picker.setEnabled(bool(documents))

    def show_choice(
        self, document: ViewedDocument | None, version: ViewedVersion | None, other: ViewedVersion | None
    ) -> None:
        """Say which version of which document is shown, and which it can be compared with."""
        self.picker.setCurrentIndex(self.picker.findData(document.id) if document else -1)
        self.picker.setToolTip(document.title if document else "")
        self.version.show_versions(document, version)
        for action in self.actions():
            action.setEnabled(version is not None)
        self._comparing.setVisible(other is not None)
        self._before_compare.setVisible(other is not None)
        if other is not None:
            self._comparing.setText(self._texts("compare_with", number=other.number))
            self.compare.set_words(self._comparing.text())
        self.row.fit()

    def show_page(self, page: int, count: int) -> None:
        """Say which page of how many is shown."""
        if self.page.shown == (page, count):
            return
        is_as_wide = self.page.shown[1] == count
        self.page.show_page(page, count)
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(0 < page < count)
        if not is_as_wide:
            for tool in self._page_tools:
                tool.setEnabled(count > 0)
            self.row.fit()

    def show_zoom(self, magnification: float | None, fits: str | float) -> None:
        """Say how large the page is, and offer the other way to fit it; None when there is no page."""
        percent = self._texts("percent", share=magnification) if magnification else ""
        if percent != self.percent.text():
            self.percent.setText(percent)
            self._magnification.setText(percent)
        whole_next = fits == "width"
        if self._offers_whole is whole_next:
            return
        self._offers_whole = whole_next
        self._fit.set_icon("fit" if whole_next else "page-width")
        self._fit.setToolTip(self._texts("fit_page" if whole_next else "fit_width"))
        self._fit.setAccessibleName(self._fit.toolTip())

    def show_modes(self, *, marking: bool, comparing: bool) -> None:
        """Show which switches are on."""
        self._mark.setChecked(marking)
        self.compare.setChecked(comparing)

    def allow_marking(self, allowed: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Offer to mark places, or not."""
        self._marking.setVisible(allowed)
        self.row.fit()

    # --- within ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        texts = self._texts
        self.row.add(self.picker, stretch=1)
        self.row.add(self.version)
        self.row.add_space()
        self._previous = self._tool(
            "chevron-back", "previous_page", "PgUp", lambda: self.page_stepped.emit(-1)
        )
        self.row.add(self.page)
        self._next = self._tool("chevron-forward", "next_page", "PgDn", lambda: self.page_stepped.emit(1))
        self.row.add(_upright_line())
        self._tool("zoom-out", "zoom_out", "-", lambda: self.zoomed.emit(-1), rank=2)
        self._magnification = self._action("search", "", lambda: None)
        self.row.add(self.percent, self._magnification, rank=1)
        self._tool("zoom-in", "zoom_in", "+", lambda: self.zoomed.emit(1), rank=2)
        self._fit = self._tool("fit", "fit_page", "0", self.fitted.emit, rank=3)
        self._tool("rotate", "rotate", "Ctrl+R", self.turned.emit, rank=4)
        self._marking = self._action("crop", texts("mark"), self.mark_wanted.emit)
        self._mark = self._tool("crop", "mark", "M", self._marking.trigger, 5, self._marking)
        self._mark.setCheckable(True)
        self._saving = self._action("download", texts("save"), self.save_wanted.emit)
        self._tool("download", "save", "", self._saving.trigger, 6, self._saving)
        self._comparing = self._action("split", "", self.compare_wanted.emit)
        self.compare.clicked.connect(self._comparing.trigger)
        self._before_compare = _upright_line()
        self.row.add(self._before_compare)
        self.row.add(self.compare, self._comparing)

    def _tool(
        self,
        icon: str,
        name: str,
        key: str,
        run: Callable[[], object],
        rank: int = 0,
        action: QtGui.QAction | None = None,
    ) -> IconButton:
        button = IconButton(icon, self._texts(name), key, small=True)
        button.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _checked=False: run())
        if rank and action is None:
            action = self._action(icon, self._texts(name), run)
        self.row.add(button, action, rank)
        if name not in _FOR_FILES:
            button.setEnabled(False)  # until there are pages
            self._page_tools.extend([button] if name not in _FOR_LEAFING else [])
        return button

    def _action(self, icon: str, words: str, run: Callable[[], object]) -> QtGui.QAction:
        action = QtGui.QAction(look().icon(icon), words, self)
        action.triggered.connect(lambda _checked=False: run())
        self.addAction(action)
        return action


def _picker(texts: Texts) -> QtWidgets.QComboBox:
    picker = QtWidgets.QComboBox()
    picker.setAccessibleName(texts("document"))
    picker.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    picker.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
    least, most = (look().px(width) for width in _PICKER)
    picker.setMinimumWidth(least)
    picker.setMaximumWidth(most)
    return picker


def _upright_line() -> QtWidgets.QWidget:
    line = QtWidgets.QWidget()
    line.setFixedSize(1, look().px(_LINE))
    line.setAutoFillBackground(True)
    palette = line.palette()
    palette.setColor(QtGui.QPalette.ColorRole.Window, look().colour("border"))
    line.setPalette(palette)
    return line
