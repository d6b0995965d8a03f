"""Tells Qt's own widgets our colours; Qt's idea of a dark theme needs a desktop that many machines lack."""

from PySide6 import QtGui

from desktop.views.theme.tokens import Tokens

_ROLE = QtGui.QPalette.ColorRole
_BY_TOKEN = {
    "window": (_ROLE.Window,),
    "surface": (_ROLE.Base, _ROLE.Button, _ROLE.Light, _ROLE.Midlight),
    "surface2": (_ROLE.AlternateBase,),
    "text": (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText, _ROLE.BrightText, _ROLE.HighlightedText),
    "text2": (_ROLE.LinkVisited,),
    "text3": (_ROLE.PlaceholderText,),
    "tint": (_ROLE.Highlight,),
    "accent": (_ROLE.Link, _ROLE.Accent),
    "border": (_ROLE.Mid,),
    "borderStrong": (_ROLE.Dark, _ROLE.Shadow),
    "tooltip": (_ROLE.ToolTipBase,),
    "onTooltip": (_ROLE.ToolTipText,),
}
_WHEN_DISABLED = {"text3": (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText, _ROLE.HighlightedText)}


def palette_of(tokens: Tokens) -> QtGui.QPalette:
    """The palette of a theme: a selection keeps the colour of its text, disabled words stay readable."""
    palette = QtGui.QPalette()
    for token, roles in _BY_TOKEN.items():
        for role in roles:
            palette.setColor(role, QtGui.QColor(tokens[token]))
    for token, roles in _WHEN_DISABLED.items():
        for role in roles:
            palette.setColor(QtGui.QPalette.ColorGroup.Disabled, role, QtGui.QColor(tokens[token]))
    return palette
