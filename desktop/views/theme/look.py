"""What the window looks like now: one object that every widget asks for colours, sizes, type and icons."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, cast

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.fonts import load_fonts
from desktop.views.theme.icons import draw_icon
from desktop.views.theme.palette import palette_of
from desktop.views.theme.qt_words import speak
from desktop.views.theme.style import WindowStyle
from desktop.views.theme.tokens import DARK, LIGHT, THEMES, Tokens
from desktop.views.theme.typography import ROLES, role_font

Theme = Literal["light", "dark", "system", "contrast"]
RIGHT_TO_LEFT = frozenset({"fa", "ar"})


@dataclass(frozen=True, slots=True)
class FamilyColours:
    """The colours of a status family: words, ground, the 1 px outline of a chip."""

    fg: QtGui.QColor
    bg: QtGui.QColor
    outline: QtGui.QColor


@dataclass(frozen=True, eq=False)
class Look:
    """Theme, text scale and language of the window, as colours, pixels, fonts and pictures.

    Sizes are given at a text scale of 100 % everywhere and answered in pixels of the scale that is on.
    """

    tokens: Tokens = LIGHT
    scale: float = 1.0
    language: str = "fa"
    still: bool = False
    """Nothing moves: no fades, no turning; what is done is shown done."""
    _fonts: dict[tuple[str, int | None], QtGui.QFont] = field(default_factory=dict, repr=False)

    @property
    def is_dark(self) -> bool:
        """Whether words are lighter than what they stand on."""
        return self.tokens.is_dark

    @property
    def rtl(self) -> bool:
        """Whether the language is read from right to left."""
        return self.language in RIGHT_TO_LEFT

    def colour(self, token: str) -> QtGui.QColor:
        """The colour of a token; a copy, so that it may be made translucent."""
        return QtGui.QColor(self._colours[token])

    def family(self, family: str) -> FamilyColours:
        """The colours of a status family, as named in schemes."""
        outline = self.colour(f"{family}Fg")
        outline.setAlphaF(self.tokens.chip_outline)
        return FamilyColours(self.colour(f"{family}Fg"), self.colour(f"{family}Bg"), outline)

    def px(self, pixels: float) -> int:
        """A length at this text scale, at least one pixel when it is not nothing."""
        return max(1, round(pixels * self.scale)) if pixels > 0 else 0

    def font(self, role: str = "body", weight: int | None = None) -> QtGui.QFont:
        """The font of a role, in its own weight or another of 400, 500, 600, 700."""
        known = self._fonts.get((role, weight))
        if known is None:
            known = self._fonts[role, weight] = role_font(role, weight, self.scale)
        return QtGui.QFont(known)

    def line(self, role: str = "body") -> int:
        """The height of one line of a role; the font's own is twice its size."""
        return self.px(ROLES[role].line)

    def pixmap(self, name: str, colour: str = "text2", size: int = 16) -> QtGui.QPixmap:
        """An icon as a picture, in the colour of a token or in a #RRGGBB."""
        colour = self.tokens.colours.get(colour, colour)
        return draw_icon(name, colour, self.px(size), self._ratio(), self.rtl)

    def icon(self, name: str, colour: str = "text2", size: int = 16) -> QtGui.QIcon:
        """An icon for buttons and menus; it stays as it is when chosen and fades when disabled."""
        icon = QtGui.QIcon()
        enabled, disabled = self.pixmap(name, colour, size), self.pixmap(name, "text3", size)
        for mode in (QtGui.QIcon.Mode.Normal, QtGui.QIcon.Mode.Active, QtGui.QIcon.Mode.Selected):
            icon.addPixmap(enabled, mode)
        icon.addPixmap(disabled, QtGui.QIcon.Mode.Disabled)
        return icon

    @cached_property
    def _colours(self) -> dict[str, QtGui.QColor]:
        return {name: QtGui.QColor(value) for name, value in self.tokens.colours.items()}

    @staticmethod
    def _ratio() -> float:
        app = cast("QtGui.QGuiApplication", QtGui.QGuiApplication.instance())
        return app.devicePixelRatio()


class _Worn:
    """Holds the look that is on; there is one window with one look in a process."""

    look: Look | None = None
    fonts_loaded = False


def look() -> Look:
    """The look that is on; `put_on` comes first."""
    if _Worn.look is None:
        raise RuntimeError("no look is on yet: call put_on()")
    return _Worn.look


def put_on(
    app: QtWidgets.QApplication,
    theme: Theme = "light",
    scale: float = 1.0,
    language: str = "fa",
    *,
    still: bool = False,
) -> Look:
    """Dress the application; widgets that are built afterwards have this look."""
    if not _Worn.fonts_loaded:
        load_fonts()
        _Worn.fonts_loaded = True
    worn = _Worn.look = Look(_tokens(app, theme), scale, language, still)
    direction = QtCore.Qt.LayoutDirection
    app.setLayoutDirection(direction.RightToLeft if worn.rtl else direction.LeftToRight)
    QtCore.QLocale.setDefault(QtCore.QLocale(language))
    speak(app, language)
    app.setStyle(WindowStyle(worn))
    app.setPalette(palette_of(worn.tokens))
    _set_fonts(app, worn)
    return worn


def _set_fonts(app: QtWidgets.QApplication, worn: Look) -> None:
    """Give Qt's own widgets the type of their kind; the first call forgets the fonts of an earlier look."""
    app.setFont(worn.font("dense"))
    for kind, role, weight in (
        ("QPushButton", "button", 500),
        ("QHeaderView", "caption", 500),
        ("QTabBar", "dense", 500),
        ("QTipLabel", "caption", 400),
    ):
        app.setFont(worn.font(role, weight), kind)  # type: ignore[arg-type] # the stub says bytes; Qt takes str


def _tokens(app: QtWidgets.QApplication, theme: Theme) -> Tokens:
    if theme == "system":
        return DARK if app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark else LIGHT
    return THEMES[theme]
