"""The side of every page: one thing of the scheme whole, in words that wrap instead of being cut."""

from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.views.layouts import empty
from desktop.views.schemes.details import Details, Line, Part
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link
from desktop.views.widgets.chips import StatusChip
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.section import Section, SectionHeader

WIDE, LABELS, BULLET = 320, 92, 12
_TOP = QtCore.Qt.AlignmentFlag.AlignTop
_START = QtCore.Qt.AlignmentFlag.AlignLeading


class DetailPanel(QtWidgets.QScrollArea):
    """Shows details. Signals: `followed(key)` a line that leads to another thing was pressed."""

    followed = QtCore.Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(look().px(WIDE))
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        inside = QtWidgets.QWidget()
        on_ground(inside, "surface")
        self._lines = QtWidgets.QVBoxLayout(inside)
        set_margins(self._lines, 16, 12, 16, 16)
        self._lines.setSpacing(look().px(8))
        self.setWidget(inside)

    def show_details(self, details: Details | None) -> None:
        """Show another thing, or nothing."""
        empty(self._lines)
        self.verticalScrollBar().setValue(0)
        if details is None:
            return
        self._lines.addWidget(Label(details.kind, "caption", 400, "text3"))
        self._lines.addWidget(Label(details.title, "h2", wraps=True))
        if details.chips:
            row = Flow()
            for chip in details.chips:
                row.addWidget(StatusChip(chip.family, chip.icon, chip.text))
            self._lines.addLayout(row)
        if details.facts:
            self._lines.addWidget(Facts(details.facts, LABELS))
        for part in details.parts:
            self._lines.addWidget(self._part(part, last=part is details.parts[-1]))
        self._lines.addStretch(1)

    def _part(self, part: Part, *, last: bool) -> Section:
        section = Section(SectionHeader(part.title, part.icon), lined=not last)
        if part.facts:
            section.body.addWidget(Facts(part.facts, LABELS))
        for line in part.lines:
            section.body.addLayout(self._line(line, alone=len(part.lines) == 1))
        return section

    def _line(self, line: Line, *, alone: bool) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        if line.to is not None:
            link = Link(line.text)
            link.setToolTip(line.text)
            link.clicked.connect(lambda _=False, to=line.to: self._follow(to))
            row.addWidget(link, 0, _START)
            row.addStretch(1)
            return row
        if not alone:
            dash = QtWidgets.QVBoxLayout()
            dash.setContentsMargins(0, look().px(4), 0, 0)
            dash.addWidget(Icon("minus", "text3", BULLET))
            row.addLayout(dash)
            row.setAlignment(dash, _TOP)
        row.addWidget(Label(line.text, "dense", wraps=True), 1)
        return row

    def _follow(self, to: Any) -> None:
        self.followed.emit(to)
