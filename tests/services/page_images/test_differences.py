"""Two versions of a document: which pages differ, and where on them."""

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from desktop.services.page_images.differences import MOST_BOXES, WHOLE, differences
from desktop.services.page_images.limits import Limits
from desktop.services.page_images.pdf_pages import PdfPages
from desktop.services.page_images.picture_pages import PicturePages
from tests.builders.viewed_files import JPEG, PNG, a_pdf, a_pdf_saying, saved


def lease(postcode="19396-14417", stamp=False, lines=40):
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=True)
    for line in range(lines):
        canvas.drawString(60, 780 - 18 * line, f"{line}: the lessee pays on the first day of every month")
    canvas.drawString(400, 780, postcode)
    if stamp:
        canvas.circle(150, 60, 30, stroke=1, fill=1)
    canvas.save()
    return PdfPages(file.getvalue(), Limits())


def contains(box, across, down):
    left, top, width, height = box
    return left <= across <= left + width and top <= down <= top + height


def test_the_same_page_does_not_differ():
    assert differences(lease(), lease(), 1) == []


def test_one_changed_digit_is_found_where_it_stands():
    (box,) = differences(lease("19396-14471"), lease("19396-14417"), 1)
    assert contains(box, 0.775, (842 - 783) / 842)
    assert box[2] < 0.08
    assert box[3] < 0.05


def test_two_places_are_two_boxes():
    boxes = differences(lease("99999-14417", stamp=True), lease(), 1)
    assert len(boxes) == 2
    assert any(contains(box, 150 / 595, (842 - 60) / 842) for box in boxes)


def test_a_page_that_says_something_else_everywhere_is_one_box():
    boxes = differences(lease(lines=40), a_document_of_dots(), 1)
    assert 1 <= len(boxes) <= MOST_BOXES


def a_document_of_dots():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=True)
    for place in range(40):
        canvas.circle(40 + 120 * (place % 5), 60 + 90 * (place // 5), 9, stroke=0, fill=1)
    canvas.save()
    return PdfPages(file.getvalue(), Limits())


def test_more_places_than_can_be_looked_at_become_one_box_around_them():
    blank = PdfPages(a_pdf_saying([""]), Limits())
    (box,) = differences(a_document_of_dots(), blank, 1)
    assert box[2] > 0.8
    assert box[3] > 0.7


def test_a_page_that_only_one_version_has_differs_as_a_whole():
    short, long = PdfPages(a_pdf(2), Limits()), PdfPages(a_pdf(3), Limits())
    assert differences(long, short, 2) == []
    assert differences(long, short, 3) == [WHOLE]
    assert differences(short, long, 3) == [WHOLE]


def test_a_sheet_of_another_shape_differs_as_a_whole():
    tall, wide = PdfPages(a_pdf(1), Limits()), PdfPages(a_pdf(1, size=(842, 595)), Limits())
    assert differences(tall, wide, 1) == [WHOLE]


@pytest.mark.parametrize("quality", [60, 80])
def test_another_compression_of_the_same_scan_is_no_difference(quality):
    sheet = Image.new("RGB", (1240, 1754), "white")
    pen = ImageDraw.Draw(sheet)
    for line in range(40):
        pen.text(
            (100, 100 + 38 * line), f"{line}: the lessee pays on the first day", fill="black", font_size=26
        )
    one = PicturePages(saved(sheet, PNG), PNG, Limits())
    other = PicturePages(saved(sheet, JPEG, quality=quality), JPEG, Limits())
    assert differences(one, other, 1) == []
