"""The window: everything drawn with Qt. Importing this package is how a process first meets Qt."""

import builtins

# PySide6 replaces the built-in import to serve its `from __feature__ import …`, and from then on reads the
# source of every module imported after it. We use no such feature: once Qt is here, the built-in is put back.
_built_in_import = builtins.__import__
from PySide6 import QtCore, QtGui, QtWidgets  # noqa: E402, F401

builtins.__import__ = _built_in_import
