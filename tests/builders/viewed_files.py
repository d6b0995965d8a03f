"""Files as they are looked at in the window: sound ones, and those that give a viewer trouble."""

import io
from collections.abc import Sequence

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

PDF, JPEG, PNG, TIFF, GIF = "application/pdf", "image/jpeg", "image/png", "image/tiff", "image/gif"
A4 = (595, 842)
INK = (20, 40, 60)
_FORMATS = {JPEG: "JPEG", PNG: "PNG", TIFF: "TIFF", GIF: "GIF"}


def a_pdf(pages: int = 3, words: str = "page", size: tuple[float, float] = A4) -> bytes:
    """A PDF whose pages each say their number, with a black square near the top left."""
    return a_pdf_saying([f"{words} {number}" for number in range(1, pages + 1)], size)


def a_pdf_saying(lines: Sequence[str], size: tuple[float, float] = A4) -> bytes:
    """A PDF with a page for each line."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=True)
    for line in lines:
        canvas.drawString(72, size[1] - 144, line)
        canvas.rect(0.1 * size[0], 0.85 * size[1], 0.1 * size[0], 0.1 * size[1], stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def an_encrypted_pdf() -> bytes:
    """A PDF that nobody opens without its password."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(user="sesame", owner="sesame"))
    return file.getvalue()


def a_damaged_pdf() -> bytes:
    """A file that begins as a PDF does, and goes on as noise."""
    return b"%PDF-1.7\n" + bytes(range(256)) * 8


def an_endless_pdf(depth: int = 9) -> bytes:
    """A small PDF whose page draws a form ten times that draws a form ten times …: 10^depth squares."""
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=A4)
        drawn = pdf.make_stream(b"0 0 100 100 re f")
        for _ in range(depth):
            drawn.Type, drawn.Subtype, drawn.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 595, 842]
            within = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=drawn))
            drawn = pdf.make_stream(b"q 1 0 0 1 1 1 cm /F Do Q\n" * 10, Resources=within)
        pdf.pages[0].Contents = drawn
        pdf.pages[0].Resources = drawn.Resources
        pdf.save(file)
    return file.getvalue()


def a_picture(
    kind: str = JPEG,
    size: tuple[int, int] = (600, 800),
    mode: str = "RGB",
    colour: object = "white",
    **how: object,
) -> bytes:
    """A picture of one colour with an inked square in its top left quarter."""
    picture = Image.new(mode, size, colour)
    ink: object = INK if mode == "RGB" else 0
    picture.paste(ink, (size[0] // 10, size[1] // 10, size[0] // 3, size[1] // 4))
    return saved(picture, kind, **how)


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    """The bytes of a picture."""
    file = io.BytesIO()
    picture.save(file, _FORMATS[kind], **how)
    return file.getvalue()


def a_sideways_photo() -> bytes:
    """A photo that lies on its side, with the camera's remark which way is up."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return a_picture(JPEG, (800, 600), exif=exif)
