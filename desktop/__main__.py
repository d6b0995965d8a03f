"""Starts the program: `python -m desktop`, or `parvandeh` where it is installed."""

import gc
import sys

from desktop import __version__

RARELY = 50_000
"""New objects between two collections: starting makes many that stay; going through them is a tenth of it."""


def main() -> None:
    """Run what the command line asks for and end with its exit status."""
    if sys.argv[1:] == ["--version"]:
        print(f"parvandeh {__version__}")  # noqa: T201 - the one answer that needs no library
        return
    gc.set_threshold(RARELY)
    from desktop.app import start  # noqa: PLC0415 - so that --version loads nothing

    status = start(sys.argv[1:])
    # Memory goes with the process; looking through it for garbage first would take as long as the command.
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
