"""The one place that builds the program: chooses the face and hands it what it works with."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

WINDOW, GALLERY = "window", "gallery"
"""Words of the command line that open a window; with none at all the office's window opens too."""

UNAVAILABLE = 3
NO_SCREEN = (
    "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n"
    "The same work is done by the command line: parvandeh --help"
)


def start(arguments: Sequence[str]) -> int:
    """Start the face the arguments ask for and give the exit status."""
    if not arguments or arguments[0] == WINDOW:
        return _window(list(arguments[1:]))
    if list(arguments) == [GALLERY]:
        # Either face loads only what is its own: the command line no Qt, the window no typer.
        from desktop.views.gallery.window import open_gallery  # noqa: PLC0415

        return open_gallery()
    from desktop.commands.program import run  # noqa: PLC0415

    return run(list(arguments))


def _window(arguments: list[str]) -> int:
    import argparse  # noqa: PLC0415

    wanted = argparse.ArgumentParser(prog="parvandeh window", description="Open the window of an office.")
    wanted.add_argument("--office", type=Path, help="folder of the office")
    wanted.add_argument("--demo", action="store_true", help="the demo office, made when it is not there")
    wanted.add_argument("--as", dest="username", help="sit down as this person at once")
    wanted.add_argument("--lang", choices=("fa", "ar", "en"), default="fa", help="language of the window")
    chosen = wanted.parse_args(arguments)
    if not _has_a_screen():
        print(NO_SCREEN, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return UNAVAILABLE
    from desktop.views.program import open_window  # noqa: PLC0415

    return open_window(chosen.office, chosen.username, chosen.lang, demo=chosen.demo)


def _has_a_screen() -> bool:
    """Whether Qt would find one; its own message speaks of a missing library whatever is missing."""
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in asked)
