"""Icons are ours, in the colour asked for, and turn round only where the eye expects it."""

import re
import tomllib
from pathlib import Path

import pytest
from PySide6 import QtGui

from desktop.views.theme.icons import FOLDER, MIRRORED, draw_icon, icon_names

ROOT = Path(__file__).parents[3]
FOLLOW_THE_EYE = {
    *("back", "forward", "chevron-back", "chevron-forward", "refer", "undo", "redo", "send", "external"),
    *("list", "align-start", "split", "rail", "sign-in", "sign-out", "speech", "message", "flag", "help"),
}
STAND_AS_THEY_ARE = (
    *("check", "x", "plus", "minus", "search", "clock", "rotate", "camera", "pin", "phone", "lock", "star"),
    *("stamp", "signature", "printer", "paper", "papers", "image", "qr", "play", "arrow-left", "arrow-right"),
)
OF_STATUSES = {
    *("pen", "inbox", "eye", "back", "papers", "undo", "user", "cash", "phone", "paper", "calendar", "pin"),
    *(
        "building",
        "stamp",
        "shield-check",
        "star",
        "sync",
        "minus",
        "pause",
        "ban",
        "x",
        "alert",
        "info",
        "check",
    ),
}
ASKED_FOR = re.compile(r"\b(?:icon|pixmap)\(\s*\"([a-z0-9-]+)\"")


def drawn(name: str, *, right_to_left: bool = False, colour: str = "#18202C", size: int = 32) -> QtGui.QImage:
    return draw_icon(name, colour, size, 1.0, right_to_left).toImage()


def colours(image: QtGui.QImage) -> set[str]:
    """The colours of the pixels that are wholly covered."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def icons_of(scheme: Path) -> set[str]:
    return {status["icon"] for status in tomllib.loads(scheme.read_text(encoding="utf-8"))["status"]}


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_something_in_the_colour_asked_for(worn, name):
    assert colours(drawn(name, colour="#B42A24")) == {"#B42A24"}


@pytest.mark.parametrize("name", icon_names())
def test_no_icon_brings_a_colour_or_a_text_of_its_own(name):
    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', source)) <= {"none", "currentColor"}
    assert "<text" not in source
    assert 'viewBox="0 0 16 16"' in source


def test_these_icons_follow_the_reading_direction_and_no_other():
    assert MIRRORED == FOLLOW_THE_EYE
    assert set(icon_names()) >= MIRRORED


@pytest.mark.parametrize("name", sorted(FOLLOW_THE_EYE - {"split"}))
def test_an_icon_that_follows_is_the_mirror_image(worn, name):
    there, back = drawn(name), drawn(name, right_to_left=True)
    assert there != back
    assert all(there.pixelColor(x, y) == back.pixelColor(31 - x, y) for x in range(32) for y in range(32))


@pytest.mark.parametrize("name", STAND_AS_THEY_ARE)
def test_an_icon_that_does_not_follow_stays(worn, name):
    assert drawn(name) == drawn(name, right_to_left=True)


def test_the_statuses_of_the_design_have_their_icons():
    assert set(icon_names()) >= OF_STATUSES


@pytest.mark.parametrize(
    "scheme", sorted((ROOT / "resources" / "schemes").glob("*.toml")), ids=lambda path: path.stem
)
def test_every_icon_a_shipped_scheme_names_is_there(scheme):
    assert icons_of(scheme) - set(icon_names()) == set()


def test_every_icon_the_window_asks_for_is_there():
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "desktop" / "views").rglob("*.py"))
    asked = {name for source in sources for name in ASKED_FOR.findall(source)}
    assert asked - set(icon_names()) == set()


def test_an_unknown_icon_is_named_in_the_error(worn):
    with pytest.raises(KeyError, match="unicorn"):
        worn.pixmap("unicorn")


def test_a_small_icon_keeps_the_strength_of_its_stroke(worn):
    def cover(size: int) -> float:
        image = drawn("check", size=size)
        alphas = [image.pixelColor(x, y).alphaF() for x in range(size) for y in range(size)]
        return sum(alphas) / size

    assert cover(12) > cover(13)


def test_an_icon_is_drawn_once_for_each_look(worn):
    assert draw_icon("star", "#000000", 16, 2.0, False) is draw_icon("star", "#000000", 16, 2.0, False)
    assert draw_icon("star", "#000000", 16, 2.0, False).width() == 32
