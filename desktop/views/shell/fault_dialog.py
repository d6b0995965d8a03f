"""Says that the program has a fault, what became of the work, and where it was written down."""

import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop import __version__
from desktop.views.widgets.dialog import Choice, Dialog

if TYPE_CHECKING:
    from desktop.views.desk import Desk


def show_fault(window: QtWidgets.QWidget, desk: "Desk", error: Exception) -> Dialog:
    """Tell it in words; the unit of work was rolled back, the window goes on."""
    text = desk.words.of("shell")
    report = write_report(error)
    dialog = Dialog(
        text("fault_title"),
        [text("fault_nothing_lost"), text("fault_report", path=str(report))],
        [Choice("close", text("fault_close"), kind="primary")],
        parent=window,
    )
    dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def write_report(error: BaseException) -> Path:
    """Write down where the program failed: places in the program only, since values may name persons."""
    lines = [f"parvandeh {__version__}", f"python {sys.version}", datetime.now(UTC).isoformat(), ""]
    lines += [type(error).__name__, *traceback.format_tb(error.__traceback__)]
    with tempfile.NamedTemporaryFile(
        "w", prefix="parvandeh-report-", suffix=".txt", delete=False, encoding="utf-8"
    ) as report:
        report.write("\n".join(lines))
    return Path(report.name)
