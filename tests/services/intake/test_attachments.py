"""Attachments judged by content and a decoder: what is refused, what is flagged, and in how much memory."""

import hashlib
import io
import struct
import tracemalloc
import zlib

import pikepdf
import pytest
from PIL import Image

from desktop.models.errors import RuleBroken
from desktop.services.intake import limits
from desktop.services.intake.attachments import judge
from desktop.services.intake.judgement import Flag
from tests.builders.packages import a_pdf, a_picture


def refusal_of(data: bytes, name: str) -> str:
    with pytest.raises(RuleBroken) as refused:
        judge(data, name)
    return refused.value.code


@pytest.mark.requirement("NIC-07")
@pytest.mark.parametrize(
    ("data", "name", "media_type", "pages"),
    [
        (a_picture("PNG"), "card.png", "image/png", 1),
        (a_picture("JPEG"), "card.jpg", "image/jpeg", 1),
        (a_picture("JPEG"), "CARD.JPEG", "image/jpeg", 1),
        (a_picture("GIF", frames=3), "card.gif", "image/gif", 3),
        (a_picture("TIFF", frames=4), "card.tif", "image/tiff", 4),
        (a_pdf(5), "lease.pdf", "application/pdf", 5),
    ],
)
def test_the_five_accepted_types_are_known_by_their_content(data, name, media_type, pages):
    judged = judge(data, name)
    assert (judged.media_type, judged.pages, judged.flags) == (media_type, pages, ())
    assert (judged.sha256, judged.size) == (hashlib.sha256(data).hexdigest(), len(data))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_usual_mode_are_decoded(mode):
    form, name = ("TIFF", "a.tiff") if mode == "CMYK" else ("PNG", "a.png")
    written = io.BytesIO()
    Image.new(mode, (20, 10)).save(written, form)
    assert judge(written.getvalue(), name).pages == 1


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        (b"", "card.png", "file_empty"),
        (b"MZ\x90\x00", "card.png", "type_not_accepted"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "card.png", "type_not_accepted"),
        (b"<html><script>", "lease.pdf", "type_not_accepted"),
        (b"junk before " + a_pdf(), "lease.pdf", "type_not_accepted"),
        (a_picture("BMP"), "card.bmp", "type_not_accepted"),
        (a_picture("PNG"), "card.jpg", "type_differs_from_name"),
        (a_pdf(), "card.png", "type_differs_from_name"),
        (a_picture("PNG"), "card", "type_differs_from_name"),
        (a_picture("PNG"), "card.png.exe", "type_differs_from_name"),
    ],
)
def test_what_is_not_accepted_is_refused_by_its_content(data, name, rule):
    assert refusal_of(data, name) == rule


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (a_picture("PNG", (300, 200))[:-60], "card.png"),
        (a_picture("JPEG", (300, 200))[:-400], "card.jpg"),
        (a_picture("GIF")[:30], "card.gif"),
        (a_picture("TIFF")[:60], "card.tif"),
        (a_pdf()[:300], "lease.pdf"),
        (a_pdf().replace(b"startxref", b"startxxxx"), "lease.pdf"),
        (b"%PDF-1.7\n", "lease.pdf"),
        (b"\xff\xd8\xff", "card.jpg"),
        (b"\x89PNG\r\n\x1a\n", "card.png"),
        (b"II*\0\xff\xff\xff\xff", "card.tif"),
    ],
)
def test_a_damaged_file_is_refused(data, name):
    assert refusal_of(data, name) == "file_damaged"


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def jpeg_of(width: int, height: int) -> bytes:
    data = bytearray(a_picture("JPEG"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def gif_of(width: int, height: int) -> bytes:
    data = bytearray(a_picture("GIF"))
    data[6:10] = struct.pack("<HH", width, height)
    return bytes(data)


def tiff_of(width: int, height: int, **more: int) -> bytes:
    """A little-endian TIFF of one uncompressed strip that says it is so large; `more` tags as t322=1."""
    tags = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: height, 279: 10}
    tags |= {int(name[1:]): value for name, value in more.items()}
    rows = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + rows + bytes(14)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (png_of(30_000, 30_000), "card.png"),
        (jpeg_of(60_000, 60_000), "card.jpg"),
        (gif_of(65_000, 65_000), "card.gif"),
        (tiff_of(70_000, 70_000), "card.tif"),
        (tiff_of(16, 16, t322=70_000, t323=70_000), "card.tif"),
    ],
)
def test_a_picture_that_would_swell_is_flagged_without_unpacking_it(data, name):
    tracemalloc.start()
    judged = judge(data, name)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (judged.flags, judged.pages) == ((Flag.DECOMPRESSION_BOMB,), 0)
    assert peak < limits.MEBIBYTE


def test_a_jpeg_of_countless_scans_is_flagged():
    data = a_picture("JPEG")
    judged = judge(data[:-2] + b"\xff\xda" * 200 + data[-2:], "card.jpg")
    assert judged.flags == (Flag.DECOMPRESSION_BOMB,)


def test_frames_are_limited(monkeypatch):
    monkeypatch.setattr(limits, "FRAMES", 3)
    assert refusal_of(a_picture("GIF", frames=4), "card.gif") == "too_many_pages"


def test_frames_together_are_limited(monkeypatch):
    monkeypatch.setattr(limits, "TOTAL_PIXELS", 32 * 20 * 2)
    assert judge(a_picture("TIFF", frames=4), "card.tif").flags == (Flag.DECOMPRESSION_BOMB,)


def pdf_with(change, **saving: object) -> bytes:
    """The empty PDF after `change` was made to it."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf())) as opened:
        change(opened)
        opened.save(written, **saving)
    return written.getvalue()


def action(kind: str, **more: object) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name("/" + kind), **more)


def set_root(name: str, value: object):
    def change(opened: pikepdf.Pdf) -> None:
        opened.Root[name] = value

    return change


def javascript_names(opened: pikepdf.Pdf) -> None:
    script = opened.make_indirect(action("JavaScript", JS="app.alert(1)"))
    names = pikepdf.Dictionary(Names=pikepdf.Array(["a", script]))
    opened.Root.Names = pikepdf.Dictionary(JavaScript=names)


def link_that(launches: pikepdf.Dictionary):
    def change(opened: pikepdf.Pdf) -> None:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=launches
        )
        opened.pages[0].Annots = pikepdf.Array([link])

    return change


def attached_file(opened: pikepdf.Pdf) -> None:
    opened.attachments["more.exe"] = pikepdf.AttachedFileSpec(opened, b"MZ", filename="more.exe")


@pytest.mark.parametrize("saving", [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}])
@pytest.mark.parametrize(
    ("change", "flags"),
    [
        (set_root("/OpenAction", action("JavaScript", JS="x")), {Flag.SCRIPT, Flag.ACTS_ON_OPEN}),
        (set_root("/AA", pikepdf.Dictionary(WC=action("URI", URI="x"))), {Flag.ACTS_ON_OPEN}),
        (javascript_names, {Flag.SCRIPT}),
        (link_that(action("Launch", F="calc.exe")), {Flag.LAUNCHES_PROGRAM}),
        (link_that(action("JavaScript", JS="x")), {Flag.SCRIPT}),
        (attached_file, {Flag.EMBEDDED_FILES}),
        (set_root("/OpenAction", action("GoTo", D="start")), set()),
        (link_that(action("URI", URI="https://golchin.example")), set()),
    ],
)
def test_what_a_pdf_could_do_is_flagged_wherever_it_hides(change, flags, saving):
    assert set(judge(pdf_with(change, **saving), "lease.pdf").flags) == flags


def written_pdf(*bodies: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them its catalogue."""
    written, table = b"%PDF-1.5\n", b"0000000000 65535 f \n"
    for number, body in enumerate(bodies, 1):
        table += b"%010d 00000 n \n" % len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(bodies) + 1
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(written))
    return written + b"xref\n0 %d\n" % size + table + trailer


def test_an_escaped_name_hides_nothing():
    data = written_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[<</Subtype/Link/#41 4 0 R>>]>>",
        b"<</#53/#4caunch/F(calc.exe)>>",
    )
    assert judge(data, "lease.pdf").flags == (Flag.LAUNCHES_PROGRAM,)


def test_a_pdf_that_needs_a_password_is_flagged_unread():
    locked = pdf_with(lambda _: None, encryption=pikepdf.Encryption(owner="o", user="u"))
    judged = judge(locked, "lease.pdf")
    assert (judged.flags, judged.pages) == ((Flag.ENCRYPTED, Flag.PASSWORD_NEEDED), 0)


def test_a_pdf_with_restrictions_is_flagged_and_read():
    restricted = pdf_with(lambda _: None, encryption=pikepdf.Encryption(owner="o", user=""))
    judged = judge(restricted, "lease.pdf")
    assert (judged.flags, judged.pages) == ((Flag.ENCRYPTED,), 1)


def test_pages_are_limited(monkeypatch):
    monkeypatch.setattr(limits, "PDF_PAGES", 3)
    assert refusal_of(a_pdf(4), "lease.pdf") == "too_many_pages"


def pdf_with_swelling_objects(size: int) -> bytes:
    """A PDF one of whose objects lies in a stream that unpacks to `size` bytes."""
    packed = zlib.compress(b"5 0 <<>>" + b" " * size, 9)
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>",
        4: b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (len(packed), packed),
    }
    written, rows = b"%PDF-1.5\n", [b"\0\0\0\0\0\xff\xff"]
    for number, body in bodies.items():
        rows.append(struct.pack(">BIH", 1, len(written), 0))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows += [struct.pack(">BIH", 2, 4, 0), struct.pack(">BIH", 1, len(written), 0)]
    table = b"".join(rows)
    start = len(written)
    head = b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length %d>>stream\n" % len(table)
    return written + head + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % start


def test_a_pdf_stream_that_would_swell_is_flagged():
    assert judge(pdf_with_swelling_objects(100), "lease.pdf").flags == ()
    swelling = pdf_with_swelling_objects(4 * limits.PDF_STREAM_BYTES)
    assert judge(swelling, "lease.pdf").flags == (Flag.DECOMPRESSION_BOMB,)


def test_a_large_pdf_with_a_filter_that_cannot_be_bounded_is_flagged_unread():
    data = a_pdf() + b"%" + b"x" * limits.PDF_LZW_BYTES + b"/L#5aWDecode"
    judged = judge(data, "lease.pdf")
    assert (judged.flags, judged.pages) == ((Flag.DECOMPRESSION_BOMB,), 0)
