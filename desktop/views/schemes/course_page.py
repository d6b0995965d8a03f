"""The course of a version: the graph, and the chosen status or step explained at the side."""

from PySide6 import QtCore, QtWidgets

from desktop.views.schemes.course import Course, Thing
from desktop.views.schemes.course_graph import CourseGraph
from desktop.views.schemes.detail_panel import DetailPanel
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins

AROUND = 40
"""Pixels that stay in sight round what is chosen."""


class CoursePage(QtWidgets.QWidget):
    """Graph and side."""

    def __init__(self, side: str, legend: str) -> None:
        super().__init__()
        self._course: Course | None = None
        self.graph = self.reading = CourseGraph()
        self.panel = DetailPanel(side)
        self._area = QtWidgets.QScrollArea()
        self._area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._area.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.graph)
        on_ground(self._area.viewport(), "surface")
        self.graph.chosen.connect(self._explain)
        self.graph.moved.connect(self._keep_in_sight)
        self.panel.followed.connect(self._follow)
        drawn = QtWidgets.QVBoxLayout()
        drawn.setSpacing(0)
        drawn.addWidget(self._area, 1)
        below = QtWidgets.QVBoxLayout()
        set_margins(below, 16, 4, 16, 8)
        below.addWidget(Label(legend, "caption", 400, "text3"))
        drawn.addLayout(below)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(drawn, 1)
        row.addWidget(Line())
        row.addWidget(self.panel)

    def step(self, by: int) -> None:
        """Choose the next or previous status or step."""
        self.graph.step(by)

    def show_course(self, course: Course) -> None:
        """Show another course."""
        self._course = course
        self.graph.show_course(course)

    def _explain(self, thing: Thing) -> None:
        if self._course is not None:
            self.panel.show_details(self._course.details(thing))

    def _follow(self, thing: Thing) -> None:
        self.graph.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.graph.choose(thing)

    def _keep_in_sight(self, place: QtCore.QRect) -> None:
        # Qt's own ensureVisible counts from the wrong side where lines begin at the right.
        gap = look().px(AROUND)
        wide = place.adjusted(-gap, -gap, gap, gap)
        start = self.graph.width() - wide.right() if look().rtl else wide.left()
        _reach(self._area.horizontalScrollBar(), start, wide.width())
        _reach(self._area.verticalScrollBar(), wide.top(), wide.height())


def _reach(bar: QtWidgets.QScrollBar, start: int, length: int) -> None:
    """Scroll as little as needed; of what is longer than the view, the start."""
    if start + length > bar.value() + bar.pageStep():
        bar.setValue(start + length - bar.pageStep())
    if start < bar.value():
        bar.setValue(start)
