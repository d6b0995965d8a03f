"""The one place that builds the program: chooses the face and hands it what it works with."""

from collections.abc import Sequence
from pathlib import Path

WINDOW, GALLERY = "window", "gallery"
"""Words of the command line that open a window; with none at all the office's window opens too."""


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

    from desktop.views.program import open_window  # noqa: PLC0415

    wanted = argparse.ArgumentParser(prog="parvandeh window", description="Open the window of an office.")
    wanted.add_argument("--office", type=Path, help="folder of the office")
    wanted.add_argument("--demo", action="store_true", help="the demo office, made when it is not there")
    wanted.add_argument("--as", dest="username", help="sit down as this person at once")
    wanted.add_argument("--lang", choices=("fa", "ar", "en"), default="fa", help="language of the window")
    chosen = wanted.parse_args(arguments)
    return open_window(chosen.office, chosen.username, chosen.lang, demo=chosen.demo)
