"""Makes and loads the window's font in four static weights: of a variable file Qt paints only one."""

import os
import zlib
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import platformdirs
from PySide6 import QtGui

FAMILY = "Noto Sans Arabic"
WEIGHTS = (400, 500, 600, 700)
PACKAGE = "fontpkg_noto_sans_arabic"
VARIABLE_FILE = "NotoSansArabic[wdth,wght].ttf"
CHECKOUT = Path(__file__).parents[3]


def fonts_folder() -> Path:
    """Where the static files are kept: with the build of a checkout, otherwise in the user's cache."""
    if (CHECKOUT / "pyproject.toml").is_file():
        return CHECKOUT / "build" / "fonts"
    return platformdirs.user_cache_path("parvandeh") / "fonts"


def load_fonts() -> None:
    """Hand the four weights to Qt, making them first when this is the first start after an installation."""
    for path in make_fonts(fonts_folder()):
        if QtGui.QFontDatabase.addApplicationFont(str(path)) < 0:
            raise OSError(f"Qt cannot read the font {path}")


def make_fonts(folder: Path) -> list[Path]:
    """Write the static weights that `folder` lacks, and return the path of each.

    Their names carry a sum of the file they are made of, so that another release of it is made anew.
    """
    variable = _variable_file().read_bytes()
    release = zlib.crc32(variable)
    paths = {weight: folder / f"NotoSansArabic-{release:08x}-{weight}.ttf" for weight in WEIGHTS}
    for weight, path in paths.items():
        if not path.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            _put(path, _static(variable, weight))
    return list(paths.values())


def _variable_file() -> Path:
    # importlib.resources would be the usual way, and takes each start 15 ms to import.
    package = find_spec(PACKAGE)
    if package is None or package.origin is None:
        raise OSError(f"the font package {PACKAGE} is not installed")
    return Path(package.origin).parent / "files" / VARIABLE_FILE


def _static(variable: bytes, weight: int) -> bytes:
    # Imported here because a start that finds the files never needs it.
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib import instancer  # noqa: PLC0415

    font = TTFont(BytesIO(variable))
    static = instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}, updateFontNames=True)
    file = BytesIO()
    static.save(file)
    return file.getvalue()


def _put(path: Path, content: bytes) -> None:
    """Write the file under another name first: two starts at once never read half a font."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)


if __name__ == "__main__":
    make_fonts(fonts_folder())
