"""Small pictures and PDFs that stand for scans in sample packages; every one says that it is a sample."""

import io

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

_CARD = (856, 540)
"""Pixels of a card at 10 per millimetre."""
_PAPER, _INK, _BAND = (247, 244, 236), (60, 66, 80), (38, 110, 120)


def card(title: str, shade: int = 0) -> bytes:
    """A JPEG the size of an identity card; `shade` makes one that differs from the others."""
    picture = Image.new("RGB", _CARD, _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, _CARD[0], 90), fill=(_BAND[0] + shade % 160, _BAND[1], _BAND[2]))
    draw.rectangle((40, 140, 260, 420), outline=_INK, width=3)
    for line in range(5):
        draw.line((320, 180 + 55 * line, 800 - 37 * line, 180 + 55 * line), fill=_INK, width=4)
    draw.text((40, 30), f"SAMPLE  {title}", fill=_PAPER, font_size=32)
    draw.text((40, 470), f"SAMPLE ONLY  {shade}", fill=_INK, font_size=28)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=80)
    return written.getvalue()


def paper(title: str, pages: int = 1) -> bytes:
    """A PDF of A4 pages with rulings for text; the same bytes for the same title."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1, pageCompression=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 16)
        canvas.drawString(72, A4[1] - 72, f"SAMPLE - {title} - page {page} of {pages}")
        for line in range(30):
            canvas.line(72, A4[1] - 110 - 20 * line, A4[0] - 72 - 13 * (line % 5), A4[1] - 110 - 20 * line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()
