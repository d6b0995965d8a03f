"""Documents for a viewer, where their files come from, and keys pressed on it."""

from datetime import UTC, datetime

from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from desktop.views.documents.viewed import ViewedDocument, ViewedVersion
from tests.builders.viewed_files import PDF


def a_version(key: str, number: int = 1, media_type: str = PDF) -> ViewedVersion:
    received = datetime(2026, 11, 10 + number, 6, tzinfo=UTC)
    return ViewedVersion(key, number, media_type, received, f"{key}.scan")


def a_document(name: str, *versions: ViewedVersion, **more) -> ViewedDocument:
    return ViewedDocument(name, f"سند {name}", versions or (a_version(name),), **more)


class Files:
    """What a viewer asks for its bytes; remembers who asked for what."""

    def __init__(self, **files: bytes | Exception) -> None:
        self.files, self.asked = files, list[str]()

    def __call__(self, version, then, failed):
        self.asked.append(version.key)
        file = self.files[version.key]
        if isinstance(file, Exception):
            failed(file)
        else:
            then(file)


def at_once(work, then, failed):
    try:
        answer = work()
    except Exception as error:  # noqa: BLE001 - as Desk.aside does
        failed(error)
    else:
        then(answer)


def key(
    widget: QtWidgets.QWidget,
    code: QtCore.Qt.Key,
    modifier: QtCore.Qt.KeyboardModifier = QtCore.Qt.KeyboardModifier.NoModifier,
) -> None:
    QtTest.QTest.keyClick(widget, code, modifier)


def arrived(qtbot, canvas):
    """Wait until what is wanted is what is there."""
    qtbot.waitUntil(
        lambda: canvas._is_up_to_date() and canvas.picture._wanted is None and not canvas._resting.isActive(),
        timeout=30_000,
    )


def middle(canvas):
    return QtCore.QRectF(canvas.viewport().rect()).center()


def seen(canvas, point):
    return canvas.viewport().grab().toImage().pixelColor(point.toPoint())


def wheel(canvas, angle, modifier=QtCore.Qt.KeyboardModifier.NoModifier):
    at = middle(canvas)
    event = QtGui.QWheelEvent(
        at, canvas.viewport().mapToGlobal(at), QtCore.QPoint(), QtCore.QPoint(0, angle),
        QtCore.Qt.MouseButton.NoButton, modifier, QtCore.Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QtCore.QCoreApplication.sendEvent(canvas.viewport(), event)


def drag(canvas, start, end):
    viewport = canvas.viewport()
    QtTest.QTest.mousePress(viewport, QtCore.Qt.MouseButton.LeftButton, pos=start.toPoint())
    QtTest.QTest.mouseMove(viewport, ((start + end) / 2).toPoint())
    QtTest.QTest.mouseMove(viewport, end.toPoint())
    QtTest.QTest.mouseRelease(viewport, QtCore.Qt.MouseButton.LeftButton, pos=end.toPoint())
