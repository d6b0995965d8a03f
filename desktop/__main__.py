"""Starts the program: `python -m desktop`, or `parvandeh` where it is installed."""

import sys

from desktop import __version__


def main() -> None:
    """Run what the command line asks for and end with its exit status."""
    if sys.argv[1:] == ["--version"]:
        print(f"parvandeh {__version__}")  # noqa: T201 - the one answer that needs no library
        return
    from desktop.app import start  # noqa: PLC0415 - so that --version loads nothing

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
