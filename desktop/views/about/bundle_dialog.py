"""Shows every file of the support bundle, whole, before anything of it is saved."""

from collections.abc import Callable, Sequence

from PySide6 import QtGui, QtWidgets

from desktop.services.support_bundle import BundleFile
from desktop.views.desk import Desk
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.fields import ChoiceField

WIDTH, HEIGHT = 640, 320


class BundleDialog(Dialog):
    """Reads like the file that would be sent; saving it is one more press."""

    def __init__(
        self, desk: Desk, files: Sequence[BundleFile], save: Callable[[], object], parent: QtWidgets.QWidget
    ) -> None:
        text = desk.words.of("about")
        self._files = {one.name: one.text for one in files}
        self.file = ChoiceField([(name, name) for name in self._files], next(iter(self._files)))
        self.file.setAccessibleName(text("bundle_file"))
        # The files are JSON: read from left to right, in columns.
        self.page = QtWidgets.QTextEdit(readOnly=True)
        self.page.setFont(QtGui.QFontDatabase.systemFont(QtGui.QFontDatabase.SystemFont.FixedFont))
        self.page.setAccessibleName(text("bundle_text"))
        self.page.setFixedHeight(look().px(HEIGHT))
        body = QtWidgets.QWidget()
        lines = QtWidgets.QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.file)
        lines.addWidget(self.page)
        super().__init__(
            text("bundle_title", count=len(files)),
            [text("bundle_nobody")],
            [Choice("save", text("save"), "primary"), Choice("no", text("cancel"))],
            body=body,
            wide=WIDTH,
            parent=parent,
        )
        self.file.chosen.connect(self._show_file)
        self.answered.connect(lambda code, _: save() if code == "save" else None)
        self._show_file(self.file.code())

    def _show_file(self, name: str) -> None:
        self.page.setPlainText(self._files[name])
