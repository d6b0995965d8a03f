"""The course drawn: statuses and steps, chosen with the mouse, with the arrows or one after the other."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.schemes.course import STATUS, STEP, Course, Thing
from desktop.views.schemes.course_directions import ARROWS, nearest
from desktop.views.schemes.course_layout import CoursePlan, plan_of
from desktop.views.schemes.course_painting import (
    paint_name,
    paint_status,
    paint_step,
    path_of,
    rect_of,
    words_wide,
)
from desktop.views.theme.look import look

NEAR = 10
"""Pixels round the line of a step within which it is met."""

_KEY = QtCore.Qt.Key


class CourseGraph(QtWidgets.QWidget):
    """The canvas. Signals: `chosen(Thing)` another status or step, `moved(QRect)` where it is."""

    chosen = QtCore.Signal(object)
    moved = QtCore.Signal(QtCore.QRect)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.current: Thing | None = None
        self._hovered: Thing | None = None
        self._course: Course | None = None
        self._plan = CoursePlan((), (), 0, 0)
        self._rects: list[QtCore.QRect] = []
        self._paths: list[QtGui.QPainterPath] = []
        self._meeting: list[QtGui.QPainterPath] = []

    def show_course(self, course: Course) -> None:
        """Show a course; in another than before the status in which dossiers begin is chosen."""
        kept = self.current if self._course and self._course.graph == course.graph else None
        self._course, self._hovered = course, None
        widths = [words_wide(*self._words(place)) for place in range(len(course.graph.nodes))]
        self._plan = plan_of(course.graph, widths, look().px(100) / 100)
        whole = self._plan.width
        self.setFixedSize(QtCore.QSizeF(whole, self._plan.height).toSize())
        self._rects = [rect_of(place, whole) for place in self._plan.boxes]
        self._paths = [path_of(curves, whole) for curves in self._plan.paths]
        stroker = QtGui.QPainterPathStroker()
        stroker.setWidth(NEAR)
        self._meeting = [stroker.createStroke(path) for path in self._paths]
        self.current = None
        self.choose(kept or course.beginning())

    def choose(self, thing: Thing | None) -> None:
        """Choose a status or a step."""
        if thing is None or self._course is None or thing == self.current:
            return
        self.current = thing
        self.setAccessibleName(self._course.sentence(thing))
        self.update()
        self.chosen.emit(thing)
        self.moved.emit(self.place_of(thing))

    def place_of(self, thing: Thing) -> QtCore.QRect:
        """Where a status stands or a step runs."""
        if thing.kind == STATUS:
            return self._rects[thing.place]
        return self._paths[thing.place].boundingRect().toRect()

    def step(self, by: int) -> None:
        """Choose the next or previous thing in the order of reading."""
        if self._course is None or self.current is None:
            return
        walk = self._course.walk()
        self.choose(walk[(walk.index(self.current) + by) % len(walk)])

    def follow(self) -> None:
        """Choose the status to which the chosen step leads."""
        if self._course is not None and self.current is not None:
            self.choose(self._course.target(self.current))

    def thing_at(self, point: QtCore.QPoint) -> Thing | None:
        """What lies under a point; of steps the one whose line is nearest to being alone there."""
        for place, rect in enumerate(self._rects):
            if rect.contains(point):
                return Thing(STATUS, place)
        at = QtCore.QPointF(point)
        met = [place for place, path in enumerate(self._meeting) if path.contains(at)]
        if not met:
            return None
        # Asked again at the same place, the next of several that run together is meant.
        current = self.current.place if self.current and self.current.kind == STEP else None
        next_one = met[(met.index(current) + 1) % len(met)] if current in met else met[0]
        return Thing(STEP, next_one)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Choose what is pressed."""
        self.setFocus(QtCore.Qt.FocusReason.MouseFocusReason)
        self.choose(self.thing_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show what a press would choose."""
        self._hover(self.thing_at(event.position().toPoint()))

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Arrows go as the eye does, Enter follows a step, Home goes to the beginning."""
        key = event.key()
        if key in ARROWS:
            self._go(*ARROWS[key])
        elif key in {_KEY.Key_Return, _KEY.Key_Enter} and not event.modifiers():
            self.follow()
        elif key == _KEY.Key_Home and self._course is not None:
            self.choose(self._course.beginning())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """It is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Steps first, the chosen above the others, then statuses, then the name of what is pointed at."""
        course = self._course
        if course is None:
            return
        painter = QtGui.QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        for place in sorted(range(len(self._paths)), key=self._weight):
            self._paint_step(painter, course, place)
        for place, node in enumerate(course.graph.nodes):
            chosen = self.current == Thing(STATUS, place)
            words = self._words(place)
            paint_status(painter, self._rects[place], node, words, chosen=chosen, focused=self.hasFocus())
        if (thing := self._hovered) is not None and thing.kind == STEP:
            paint_name(painter, self._paths[thing.place], course.title(thing), self.rect())

    def _paint_step(self, painter: QtGui.QPainter, course: Course, place: int) -> None:
        ink = look().colour(("borderStrong", "text2", "accent", "accent")[self._weight(place)])
        strong = self.current == Thing(STEP, place)
        paint_step(painter, self._paths[place], ink, back=course.leads_back(place), strong=strong)

    def _weight(self, place: int) -> int:
        """3 for the chosen step, 2 for steps from the chosen status, 1 for the one under the pointer."""
        if self.current == Thing(STEP, place):
            return 3
        if self._course is None:
            return 0
        start = self._course.status(self._course.graph.edges[place].from_status)
        return 2 if self.current == start else int(self._hovered == Thing(STEP, place))

    def _words(self, place: int) -> tuple[str, str]:
        if self._course is None:
            return "", ""
        node = self._course.graph.nodes[place]
        return self._course.title(Thing(STATUS, place)), self._course.days(node)

    def _hover(self, thing: Thing | None) -> None:
        if thing != self._hovered:
            self._hovered = thing
            met = thing is not None
            self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor if met else _PLAIN)
            self.update()

    def _go(self, across: int, down: int) -> None:
        """Choose the nearest status in a direction of the eye; from a step, from where it begins."""
        if self._course is None or self.current is None:
            return
        here = self.current
        if here.kind == STEP:
            here = self._course.status(self._course.graph.edges[here.place].from_status)
        found = nearest(self._rects, here.place, across, down)
        if found is not None:
            self.choose(Thing(STATUS, found))


_PLAIN = QtCore.Qt.CursorShape.ArrowCursor
