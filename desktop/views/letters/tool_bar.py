"""The bar above a letter: its language, its page, how large it is shown, and printing."""

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.models.vocabulary import Language
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, SecondaryButton
from desktop.views.widgets.fields import ChoiceField
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins

_HEIGHT = 44
NAMES = {Language.PERSIAN: "فارسی", Language.ARABIC: "العربية", Language.ENGLISH: "English"}
"""Each language by its own name, as whoever reads it looks for it."""


class LetterBar(QtWidgets.QWidget):
    """Signals: `language_chosen(str)`, `page_stepped(int)`, `zoomed(int)`, `fitted()`, `print_wanted()`."""

    language_chosen = QtCore.Signal(str)
    page_stepped = QtCore.Signal(int)
    zoomed = QtCore.Signal(int)
    fitted = QtCore.Signal()
    print_wanted = QtCore.Signal()

    def __init__(self, text: Texts, title: str, language: Language) -> None:
        super().__init__()
        self._text = text
        on_ground(self, "surface")
        self.setFixedHeight(look().px(_HEIGHT))
        self.language = ChoiceField([(one.value, NAMES[one]) for one in Language], language.value)
        self.language.setAccessibleName(text("language"))
        self.language.setToolTip(text("language"))
        self.language.chosen.connect(self.language_chosen)
        self.previous = IconButton("back", text("previous_page"), "PgUp", small=True)
        self.following = IconButton("forward", text("next_page"), "PgDn", small=True)
        self.page = Label("", "dense", 400, "text2")
        self.print = SecondaryButton(text("print"), "printer", "Ctrl+P", small=True)
        self.print.clicked.connect(self.print_wanted)
        self._lay_out(title)
        self.show_page(0, 0)

    def show_page(self, page: int, count: int) -> None:
        """Say which page of how many is shown; nothing for a letter of one page."""
        self.page.setText(self._text("page", page=page, count=count) if count else "")
        self.page.setMinimumWidth(self.page.sizeHint().width())
        for button, is_open in ((self.previous, page > 1), (self.following, page < count)):
            button.setVisible(count > 1)
            button.setEnabled(is_open)

    def _lay_out(self, title: str) -> None:
        row = QtWidgets.QHBoxLayout(self)
        set_margins(row, 14, 0, 10, 0)
        row.setSpacing(look().px(6))
        row.addWidget(Label(title, "dense", 600))
        row.addStretch(1)
        for widget in (self.previous, self.page, self.following):
            row.addWidget(widget)
        row.addSpacing(look().px(6))
        for icon, code, key, act in (
            ("zoom-out", "smaller", "-", lambda: self.zoomed.emit(-1)),
            ("zoom-in", "larger", "+", lambda: self.zoomed.emit(1)),
            ("fit", "fit", "0", self.fitted.emit),
        ):
            button = IconButton(icon, self._text(code), key, small=True)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        row.addSpacing(look().px(6))
        row.addWidget(self.language)
        row.addWidget(self.print)
