"""Pages of pictures: upright, in their colours, in bounded memory; huge ones smaller or not at all."""

import pytest
from PIL import Image, ImageChops

from desktop.models.errors import RuleBroken
from desktop.services.page_images.drawing import Drawing
from desktop.services.page_images.limits import Limits
from desktop.services.page_images.picture_pages import PicturePages
from tests.builders.viewed_files import GIF, INK, JPEG, PNG, TIFF, a_picture, a_sideways_photo, saved

WHITE = (255, 255, 255)


def drawn(pages, page, drawing):
    lines = bytearray(drawing.size)
    pages.draw(page, drawing, memoryview(lines))
    return Image.frombytes("RGB", (drawing.width, drawing.height), bytes(lines), "raw", "BGRX")


def is_near(one, other):
    return all(abs(first - second) < 12 for first, second in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", [JPEG, PNG, TIFF, GIF])
def test_pictures_of_every_received_kind_are_shown(kind):
    pages = PicturePages(a_picture(kind), kind, Limits())
    shown = drawn(pages, 1, Drawing.whole(300, 400))
    assert is_near(shown.getpixel((60, 60)), INK)
    assert is_near(shown.getpixel((250, 350)), WHITE)
    assert pages.sizes == [(450.0, 600.0)]
    assert pages.text(1) == ""


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_part_of_a_turned_picture_is_that_part_of_the_whole(rotation):
    pages = PicturePages(a_picture(PNG, (400, 400)), PNG, Limits())
    whole = drawn(pages, 1, Drawing.whole(400, 400, rotation))
    part = drawn(pages, 1, Drawing(400, 400, rotation, 40, 10, 120, 200))
    assert ImageChops.difference(part, whole.crop((40, 10, 160, 210))).getbbox() is None


def test_a_turned_picture_is_turned_clockwise():
    pages = PicturePages(a_picture(PNG), PNG, Limits())
    turned = drawn(pages, 1, Drawing.whole(800, 600, 90))
    assert turned.getpixel((800 - 120, 120)) == INK
    assert turned.getpixel((120, 120)) == WHITE


def test_a_photo_taken_sideways_stands_upright():
    pages = PicturePages(a_sideways_photo(), JPEG, Limits())
    assert pages.sizes == [(450.0, 600.0)]
    shown = drawn(pages, 1, Drawing.whole(600, 800))
    # The square lies top left in the file, so top right when the photo is turned upright.
    assert is_near(shown.getpixel((600 - 100, 150)), INK)


def test_every_frame_of_a_scan_is_a_page():
    sheets = [Image.new("L", (200, 100 * number), 40 * number) for number in (1, 2, 3)]
    data = saved(sheets[0], TIFF, save_all=True, append_images=sheets[1:])
    pages = PicturePages(data, TIFF, Limits())
    assert [height for _, height in pages.sizes] == [75, 150, 225]
    assert [drawn(pages, page, Drawing.whole(10, 10)).getpixel((5, 5))[0] for page in (3, 1, 2)] == [
        120,
        40,
        80,
    ]


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("1", 1, WHITE),
        ("L", 128, (128, 128, 128)),
        ("LA", (128, 0), WHITE),
        ("RGBA", (255, 0, 0, 0), WHITE),
        ("I;16", 0x8000, (128, 128, 128)),
        ("P", 0, (0, 0, 0)),
    ],
)
def test_every_way_to_write_a_colour_is_understood(mode, colour, seen):
    pages = PicturePages(saved(Image.new(mode, (30, 30), colour), PNG), PNG, Limits())
    assert is_near(drawn(pages, 1, Drawing.whole(10, 10)).getpixel((5, 5)), seen)


def test_colours_of_print_are_shown_as_colours_of_light():
    data = saved(Image.new("CMYK", (30, 30), (0, 255, 255, 0)), JPEG)
    red, green, blue = drawn(PicturePages(data, JPEG, Limits()), 1, Drawing.whole(10, 10)).getpixel((5, 5))
    assert red > 200
    assert green < 60 > blue


def test_a_jpeg_of_thirty_thousand_pixels_is_shown_smaller():
    data = a_picture(JPEG, (30_000, 2_000), "L", 255)
    pages = PicturePages(data, JPEG, Limits())
    assert pages.is_reduced
    assert pages.sizes == [(22_500.0, 1_500.0)]
    shown = drawn(pages, 1, Drawing.whole(600, 40))
    assert is_near(shown.getpixel((120, 7)), (0, 0, 0))
    assert is_near(shown.getpixel((500, 30)), WHITE)


def test_another_picture_of_thirty_thousand_pixels_is_refused_before_it_is_unpacked():
    with pytest.raises(RuleBroken) as refused:
        PicturePages(a_picture(PNG, (30_000, 2_000), "1", 1), PNG, Limits())
    assert refused.value.code == "document.too_large"
    assert refused.value.values == {"width": 30_000, "height": 2_000}


def test_more_frames_than_pages_may_be_are_refused():
    sheets = [Image.new("L", (20, 20), 10 * number) for number in range(5)]
    data = saved(sheets[0], TIFF, save_all=True, append_images=sheets[1:])
    with pytest.raises(RuleBroken, match=r"document\.too_many_pages"):
        PicturePages(data, TIFF, Limits(pages=4))


def test_what_was_unpacked_can_be_forgotten_and_unpacked_again():
    pages = PicturePages(a_picture(PNG), PNG, Limits())
    first = drawn(pages, 1, Drawing.whole(60, 80))
    pages.spare()
    assert drawn(pages, 1, Drawing.whole(60, 80)).tobytes() == first.tobytes()
