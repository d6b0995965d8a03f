"""Printing a letter as it is: into a file or on paper, as the person says; every printing is journalled."""

from pathlib import Path

from PySide6 import QtCore, QtPrintSupport, QtWidgets

from desktop.views.desk import Desk, SessionWork
from desktop.views.documents.renderer import shared_renderer
from desktop.views.documents.saving import written
from desktop.views.letters.paper_printing import PaperPrinting
from desktop.views.widgets.dialog import Choice, Dialog

FILE, PAPER = "file", "paper"


class Printing(QtCore.QObject):
    """One way from a screen to paper: `start("گواهینامهٔ …", "certificate-1405-00012", work)`."""

    def __init__(self, desk: Desk, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._text = desk.words.of("letters")
        self.dialog: Dialog | None = None

    def start(self, title: str, name: str, work: SessionWork) -> None:
        """Ask where to; `work` gives the PDF in a unit of work that journals the printing."""
        choices = (
            Choice("cancel", self._text("cancel")),
            Choice(PAPER, self._text("on_paper"), "", "printer"),
            Choice(FILE, self._text("into_file"), "primary", "save"),
        )
        self.dialog = Dialog(title, [self._text("journalled")], choices, parent=self._window)
        self.dialog.ask_for(lambda code, _reason: self._chosen(code, title, name, work))

    def _chosen(self, code: str, title: str, name: str, work: SessionWork) -> None:
        if code == FILE and (place := self.ask_file(name)) is not None:
            self._desk.write(work, lambda pdf: self._save(place, pdf), owner=self)
        elif code == PAPER and (printer := self.ask_printer(title)) is not None:
            self._desk.write(work, lambda pdf: self._print(printer, pdf), owner=self)

    def ask_file(self, name: str) -> Path | None:
        """Where the PDF goes; None when the person changed his mind."""
        kinds = self._text("pdf_files")
        place, _ = QtWidgets.QFileDialog.getSaveFileName(
            self._window, self._text("save_title"), f"{name}.pdf", f"{kinds} (*.pdf)"
        )
        if not place:
            return None
        return Path(place) if Path(place).suffix else Path(f"{place}.pdf")

    def ask_printer(self, title: str) -> QtPrintSupport.QPrinter | None:
        """The printer as the person has set it; None when he changed his mind."""
        printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setFullPage(True)
        asked = QtPrintSupport.QPrintDialog(printer, self._window)
        return printer if asked.exec() == QtWidgets.QDialog.DialogCode.Accepted else None

    def _save(self, place: Path, pdf: bytes) -> None:
        said = self._text("saved", file=place.name)
        self._desk.aside(lambda: written(place, pdf), lambda _: self._desk.tell(said))

    def _print(self, printer: QtPrintSupport.QPrinter, pdf: bytes) -> None:
        printing = PaperPrinting(
            printer,
            shared_renderer(),
            lambda pages: self._desk.tell(self._text("printed", count=pages)),
            self._desk.messages.show,
            self,
        )
        printing.print(pdf)
