"""The window's font comes in four weights that really differ, made once and kept."""

import pytest
from PySide6 import QtCore, QtGui

from desktop.views.theme.fonts import FAMILY, WEIGHTS, fonts_folder, make_fonts

TEXT = "پوشاک تارینو ۱۴۰۵/۰۴۲۱۷ tarino.example"


@pytest.fixture
def paths():
    return make_fonts(fonts_folder())


def ink(font: QtGui.QFont) -> int:
    """How dark a line of text makes a white picture."""
    image = QtGui.QImage(600, 60, QtGui.QImage.Format.Format_Grayscale8)
    image.fill(QtCore.Qt.GlobalColor.white)
    painter = QtGui.QPainter(image)
    painter.setFont(font)
    painter.drawText(image.rect(), QtCore.Qt.AlignmentFlag.AlignCenter, TEXT)
    painter.end()
    return sum(255 - value for value in bytes(image.constBits()))


def test_there_is_one_file_for_each_weight(paths):
    assert [path.stem.rpartition("-")[2] for path in paths] == [str(weight) for weight in WEIGHTS]


def test_files_that_are_there_are_not_made_again(paths, tmp_path):
    kept = tmp_path / paths[0].name
    kept.write_bytes(b"kept")
    for path in paths[1:]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert make_fonts(tmp_path)[0].read_bytes() == b"kept"


def test_a_missing_file_is_made_whole_and_leaves_nothing_beside_it(paths, tmp_path):
    for path in paths[1:]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    make_fonts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in paths)
    assert (tmp_path / paths[0].name).read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_each_weight_has_its_own_file_widths_and_ink(worn):
    fonts = [worn.font("body", weight) for weight in WEIGHTS]
    assert [QtGui.QFontInfo(font).family() for font in fonts] == [FAMILY] * 4
    assert [QtGui.QFontInfo(font).weight() for font in fonts] == list(WEIGHTS)
    widths = [QtGui.QFontMetricsF(font).horizontalAdvance(TEXT) for font in fonts]
    assert widths == sorted(widths)
    assert len(set(widths)) == 4
    darkness = [ink(font) for font in fonts]
    assert darkness == sorted(darkness)
    assert len(set(darkness)) == 4


def test_persian_and_latin_digits_are_all_of_one_width(worn):
    metrics = QtGui.QFontMetricsF(worn.font("body"))
    assert len({metrics.horizontalAdvance(digit) for digit in "۰۱۲۳۴۵۶۷۸۹0123456789"}) == 1
