"""A letter on a printer: every page of the range is drawn and handed over; failures are told once."""

import pikepdf
import pytest
from PySide6 import QtPrintSupport

from desktop.views.documents.renderer import Renderer
from desktop.views.letters.paper_printing import PaperPrinting
from tests.builders.viewed_files import a_damaged_pdf, a_pdf


@pytest.fixture
def renderer(qapp):
    made = Renderer()
    yield made
    made.shut_down()


@pytest.fixture
def printer(worn, tmp_path):
    """A printer that prints into a file, as an office's own does onto paper."""
    made = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setFullPage(True)
    return made


def printed(qtbot, printer, renderer, pdf):
    done, failed = [], []
    PaperPrinting(printer, renderer, done.append, failed.append, renderer).print(pdf)
    qtbot.waitUntil(lambda: bool(done or failed), timeout=30_000)
    return done, failed


def test_every_page_reaches_the_paper(qtbot, printer, renderer, tmp_path):
    assert printed(qtbot, printer, renderer, a_pdf(3)) == ([3], [])
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        assert len(pdf.pages) == 3


def test_only_the_pages_the_person_named_are_printed(qtbot, printer, renderer, tmp_path):
    printer.setFromTo(2, 3)
    assert printed(qtbot, printer, renderer, a_pdf(5)) == ([2], [])
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_what_cannot_be_drawn_is_told(qtbot, printer, renderer):
    done, failed = printed(qtbot, printer, renderer, a_damaged_pdf())
    assert done == []
    assert len(failed) == 1
