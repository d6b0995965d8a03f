"""The end side: documents, what is still wrong, and the two ways a package leaves the counter."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets

from desktop.views.counter.handing import Handing
from desktop.views.counter.papers_section import PapersSection
from desktop.views.counter.presenter import CounterPresenter
from desktop.views.counter.troubles import PAPERS, Trouble
from desktop.views.layouts import empty
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link, PrimaryButton, SecondaryButton
from desktop.views.widgets.label import Label
from desktop.views.widgets.notice import Notice
from desktop.views.widgets.section import Section, SectionHeader


class SidePane(QtWidgets.QWidget):
    """Signals: `led(path)` when a trouble was pressed."""

    led = QtCore.Signal(str)

    def __init__(self, presenter: CounterPresenter, handing: Handing, write: Callable[[], object]) -> None:
        super().__init__()
        self._presenter, self._handing, self._text = presenter, handing, presenter.text
        on_ground(self, "surface")
        self.papers = PapersSection(presenter)
        self._wrong = SectionHeader(self._text("wrong"), "alert")
        self._section = Section(self._wrong, lined=False)
        self._list = QtWidgets.QVBoxLayout()
        self._list.setSpacing(look().px(2))
        self._section.body.addLayout(self._list)
        self.write = SecondaryButton(self._text("write"), icon="save", key="Ctrl+S")
        self.write.clicked.connect(lambda *_: write())
        self.hand_in = PrimaryButton(self._text("hand_in"), icon="send", key="Ctrl+Enter")
        self.hand_in.clicked.connect(lambda *_: handing.hand_in())
        self.links: dict[str, Link] = {}
        self._told: list[Trouble] | None = None
        self._lay_out()

    def show_all(self) -> None:
        """Show documents, troubles and what can be done."""
        self.papers.show_papers()
        self._show_troubles()
        self.hand_in.set_busy(self._handing.is_busy)

    def reveal(self, path: str) -> None:
        """Bring the documents into view."""
        self._area.ensureVisible(0, 0)
        self.papers.reveal(path.removeprefix(f"{PAPERS}."))

    def _show_troubles(self) -> None:
        troubles = self._presenter.troubles
        quarantined = self._handing.quarantined
        if troubles == self._told and quarantined is None:
            return
        self._told = list(troubles)
        empty(self._list)
        self.links = {}
        self._wrong.set_end(self._presenter.desk.words.formats.number(len(troubles)) if troubles else "")
        if quarantined is not None:
            self._list.addWidget(Notice("amber", self._text("quarantined", file=quarantined.file_name)))
        elif not troubles:
            self._list.addWidget(Notice("green", self._text("ready")))
        for trouble in troubles:
            self._add(trouble)

    def _add(self, trouble: Trouble) -> None:
        link = Link(trouble.label)
        link.clicked.connect(lambda *_: self.led.emit(trouble.path))
        link.setAccessibleDescription(trouble.sentence)
        self.links[trouble.path] = link
        self._list.addWidget(link, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        if trouble.sentence != self._text("missing"):
            self._list.addWidget(Label(trouble.sentence, "caption", 400, "text3", wraps=True))

    def _lay_out(self) -> None:
        inside = QtWidgets.QWidget()
        on_ground(inside, "surface")
        column = QtWidgets.QVBoxLayout(inside)
        margin = look().px(14)
        column.setContentsMargins(margin, look().px(2), margin, margin)
        column.setSpacing(0)
        column.addWidget(self.papers)
        column.addWidget(self._section)
        column.addStretch(1)
        self._area = QtWidgets.QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        foot = QtWidgets.QVBoxLayout()
        foot.setContentsMargins(margin, look().px(10), margin, look().px(10))
        foot.setSpacing(look().px(8))
        foot.addWidget(self.hand_in)
        foot.addWidget(self.write)
        line = QtWidgets.QWidget()
        line.setFixedHeight(1)
        on_ground(line, "border")
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(line)
        whole.addLayout(foot)
