"""`make screenshots`: every screen and its main states, in three languages, two themes and two sizes.

Works on a demo office of its own and writes PNG files into build/screenshots; says what could not be taken.
"""

import argparse
import os
import sys
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import Language
from desktop.services.database import Database, open_office
from desktop.services.demo.making import remake_demo_office
from desktop.services.office_card import office_card
from desktop.services.people import PersonRow, list_people
from desktop.services.unit_of_work import reading
from desktop.views.background import AtOnce
from desktop.views.desk import Desk, Place
from desktop.views.main_window import MainWindow
from desktop.views.shell.looks import dress
from desktop.views.theme.look import put_on
from tests.screenshots.keeping import keep
from tests.screenshots.shots import SHOTS, Shot, settle

SIZES = {"": QtCore.QSize(1600, 1000), "-small": QtCore.QSize(1180, 680)}
FOLDER = Path("build/screenshots")


def main() -> int:
    """Take the pictures asked for; the exit status is 1 when a screen could not be photographed."""
    asked = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    asked.add_argument("--only", help="names of pictures that begin so")
    asked.add_argument("--languages", default="fa,ar,en")
    asked.add_argument("--themes", default="light,dark")
    asked.add_argument("--sizes", default="wide,small")
    asked.add_argument("--office", type=Path, help="a demo office that is there already")
    asked.add_argument("--into", type=Path, default=FOLDER)
    asked.add_argument("--keep", type=Path, help="folder for those that stay with the documentation")
    chosen = asked.parse_args()
    app = QtWidgets.QApplication([])
    database = open_office(chosen.office or _demo_office())
    sizes = {name: size for name, size in SIZES.items() if (name.strip("-") or "wide") in chosen.sizes}
    failed = []
    for language, theme in product(chosen.languages.split(","), chosen.themes.split(",")):
        put_on(app, theme, 1.0, language, still=True)
        for shot in SHOTS:
            if chosen.only and not shot.name.startswith(chosen.only):
                continue
            for suffix, size in sizes.items():
                name = f"{shot.name}{suffix}-{language}-{theme}.png"
                try:
                    _take(database, shot, Language(language), theme, size, chosen.into / name)
                except Exception as error:  # noqa: BLE001 - the other pictures are taken; this one is named
                    failed.append(f"{name}: {type(error).__name__}: {error}")
    database.close()
    if chosen.keep:
        keep(chosen.into, chosen.keep)
    print("\n".join(failed) or f"All pictures are in {chosen.into}.")
    return bool(failed)


def _take(
    database: Database, shot: Shot, language: Language, theme: str, size: QtCore.QSize, into: Path
) -> None:
    desk = _desk(database, shot.username, language, theme)
    place = shot.place if not callable(shot.place) else desk.read_now(shot.place)
    if place is None:
        raise ParvandehError("screenshot.no_place", shot=shot.name)
    window = MainWindow(desk, place)
    window.resize(size)
    window.show()
    settle()
    shot.prepare(window)
    settle()
    into.parent.mkdir(parents=True, exist_ok=True)
    _picture(window).save(str(into))
    window.close()
    window.deleteLater()
    desk.deleteLater()
    settle()


def _picture(window: QtWidgets.QWidget) -> QtGui.QPixmap:
    """The window with whatever has opened over it."""
    picture = window.grab()
    painter = QtGui.QPainter(picture)
    for other in QtWidgets.QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and other.parent() is not None:
            painter.drawPixmap(window.mapFromGlobal(other.pos()), other.grab())
    painter.end()
    return picture


def _desk(database: Database, username: str, language: Language, theme: str) -> Desk:
    with reading(database) as session:
        people, card = list_people(session), office_card(session)
    person: PersonRow = next(one for one in people if one.username == username)
    desk = Desk(Place(database, dict(card.name), card.is_demo), person, AtOnce(), language)
    desk.preferences.choose_for_now({"language": language.value, "theme": theme, "still": True})
    dress(desk)
    return desk


def _demo_office() -> Path:
    folder = Path("build/screenshots-office")
    for _ in remake_demo_office(folder, datetime.now(UTC)):
        pass
    return folder


if __name__ == "__main__":
    sys.exit(main())
