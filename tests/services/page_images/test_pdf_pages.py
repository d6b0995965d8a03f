"""Pages of PDFs: drawn as pypdfium2 draws them, whole or in part; encrypted and broken files say so."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from desktop.models.errors import RuleBroken
from desktop.services.page_images.drawing import Drawing
from desktop.services.page_images.limits import Limits
from desktop.services.page_images.pdf_pages import PdfPages
from tests.builders.viewed_files import a_damaged_pdf, a_pdf, a_picture, an_encrypted_pdf, saved


def drawn(pages, page, drawing):
    lines = bytearray(drawing.size)
    pages.draw(page, drawing, memoryview(lines))
    return Image.frombytes("RGB", (drawing.width, drawing.height), bytes(lines), "raw", "BGRX")


def test_a_page_looks_as_pypdfium2_draws_it():
    data = a_pdf(2)
    bare = pypdfium2.PdfDocument(data)[1].render(scale=1).to_pil().convert("RGB")
    ours = drawn(PdfPages(data, Limits()), 2, Drawing.whole(*bare.size))
    assert ImageChops.difference(ours, bare).getbbox() is None


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_part_of_a_page_is_that_part_of_the_whole(rotation):
    pages = PdfPages(a_pdf(1), Limits())
    width, height = (1190, 1684) if rotation % 180 == 0 else (1684, 1190)
    whole = drawn(pages, 1, Drawing.whole(width, height, rotation))
    part = drawn(pages, 1, Drawing(width, height, rotation, 100, 150, 400, 300))
    assert ImageChops.difference(part, whole.crop((100, 150, 500, 450))).getbbox() is None
    assert whole.getextrema()[0][0] == 0


def test_a_page_is_turned_clockwise():
    pages = PdfPages(a_pdf(1), Limits())
    turned = drawn(pages, 1, Drawing.whole(842, 595, 90))
    # The square near the top left of the upright page comes to lie near the top right.
    assert turned.getpixel((842 - 80, 90)) == (0, 0, 0)
    assert turned.getpixel((80, 90)) == (255, 255, 255)


def test_filled_in_fields_of_a_form_are_drawn():
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf(1))) as pdf:
        look = pdf.make_stream(b"1 0 0 rg 0 0 100 40 re f", Type=pikepdf.Name.XObject)
        look.Subtype, look.BBox = pikepdf.Name.Form, [0, 0, 100, 40]
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="name", F=4,
                Rect=[300, 300, 400, 340], V="Sara", AP=pikepdf.Dictionary(N=look), P=pdf.pages[0].obj,
            )
        )  # fmt: skip
        pdf.pages[0].Annots = pdf.make_indirect([field])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
        pdf.save(file)
    pages = PdfPages(file.getvalue(), Limits())
    red = drawn(pages, 1, Drawing.whole(595, 842)).getpixel((350, 842 - 320))
    assert red != (255, 255, 255)


def test_the_words_of_a_page_can_be_read_out():
    assert PdfPages(a_pdf(3, "lease"), Limits()).text(2).strip() == "lease 2"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (an_encrypted_pdf(), "document.encrypted"),
        (a_damaged_pdf(), "document.damaged"),
        (b"", "document.damaged"),
        (a_pdf(4), "document.too_many_pages"),
    ],
    ids=["encrypted", "damaged", "empty", "four pages where three may be"],
)
def test_what_cannot_be_opened_says_why(data, code):
    with pytest.raises(RuleBroken) as refused:
        PdfPages(data, Limits(pages=3))
    assert refused.value.code == code


def test_a_pdf_that_only_its_owner_may_change_is_shown():
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf(2))) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(user="", owner="sesame"))
    assert len(PdfPages(file.getvalue(), Limits()).sizes) == 2


def test_two_thousand_pages_are_measured_one_by_one():
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        for number in range(2_000):
            pdf.add_blank_page(page_size=(200 + number, 300))
        pdf.save(file)
    sizes = PdfPages(file.getvalue(), Limits()).sizes
    assert [width for width, _ in sizes] == list(range(200, 2_200))


def test_a_broken_page_leaves_the_others_readable():
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf(3))) as pdf:
        pdf.Root.Pages.Kids[1] = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Nothing))
        pdf.save(file)
    pages = PdfPages(file.getvalue(), Limits())
    assert drawn(pages, 3, Drawing.whole(60, 84)).getextrema()[0] == (0, 255)


def pdf_around(picture, kind, size):
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(100, 100))
        image = pdf.make_stream(picture, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Width, image.Height = size
        image.ColorSpace, image.BitsPerComponent, image.Filter = pikepdf.Name.DeviceRGB, 8, pikepdf.Name(kind)
        form = pdf.make_stream(b"/I Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.BBox, form.Resources = [0, 0, 1, 1], pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
        page.Contents = pdf.make_stream(b"q 100 0 0 100 0 0 cm /F Do Q")
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        pdf.save(file)
    return file.getvalue()


def test_a_page_whose_picture_would_be_left_out_for_lack_of_memory_is_refused_instead_of_shown_empty():
    picture = io.BytesIO()
    Image.new("RGB", (400, 300), "red").save(picture, "JPEG2000")
    data = pdf_around(picture.getvalue(), "/JPXDecode", (400, 300))
    assert drawn(PdfPages(data, Limits()), 1, Drawing.whole(10, 10)).getpixel((5, 5))[0] > 200
    with pytest.raises(RuleBroken, match=r"document\.too_large"):
        drawn(PdfPages(data, Limits(pixels=100_000)), 1, Drawing.whole(10, 10))


def test_a_page_with_a_large_picture_that_unpacks_line_by_line_is_shown():
    data = pdf_around(a_picture(size=(400, 300)), "/DCTDecode", (400, 300))
    assert drawn(PdfPages(data, Limits(pixels=100_000)), 1, Drawing.whole(10, 10)).getpixel((9, 9))[0] > 200


def test_many_pages_can_be_looked_at_in_turn_and_memory_given_back_between():
    pages = PdfPages(a_pdf(12), Limits())
    for page in (*range(1, 13), 1):
        assert drawn(pages, page, Drawing.whole(60, 84)).getextrema()[0][0] == 0
    pages.spare()
    assert drawn(pages, 5, Drawing.whole(60, 84)).getextrema()[0][0] == 0
    assert saved(drawn(pages, 5, Drawing.whole(60, 84)), "image/png")
