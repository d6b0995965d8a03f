"""Windows that end themselves as soon as they are painted; nothing is loaded here that they would not load.

`python -m tests.benchmarks.window_processes window FOLDER USERNAME` is the program's, `empty FONTS` Qt's own.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _window(folder: str, username: str) -> None:
    """The program as it starts for somebody who is named, until his first page is painted with its rows."""
    from desktop.views import QtCore, QtWidgets, program  # noqa: PLC0415 - the clock runs

    class Watch(QtCore.QObject):
        def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
            if event.type() == QtCore.QEvent.Type.Paint and isinstance(watched, QtWidgets.QWidget):
                screen = getattr(watched.window(), "screen_shown", None)
                if screen is not None and screen.presenter.page is not None and screen.isAncestorOf(watched):
                    QtCore.QTimer.singleShot(0, lambda: os._exit(0))
            return False

    sit_down = program.Program.sit_down

    def watched(self, *people):
        self.watch = Watch()
        self._app.installEventFilter(self.watch)
        sit_down(self, *people)

    program.Program.sit_down = watched
    sys.argv[1:] = ["window", "--office", folder, "--as", username]
    from desktop.__main__ import main  # noqa: PLC0415

    main()


def _empty(*fonts: str) -> None:
    """A window of the same size with the same fonts and nothing in it."""
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: PLC0415

    class Empty(QtWidgets.QWidget):
        def paintEvent(self, _event):  # noqa: N802 - Qt's name
            QtCore.QTimer.singleShot(0, lambda: os._exit(0))

    app = QtWidgets.QApplication([])
    for font in fonts:
        QtGui.QFontDatabase.addApplicationFont(font)
    app.setFont(QtGui.QFont("Noto Sans Arabic", 10))
    window = Empty()
    window.resize(1600, 1000)
    window.show()
    app.exec()


if __name__ == "__main__":
    {"window": _window, "empty": _empty}[sys.argv[1]](*sys.argv[2:])
