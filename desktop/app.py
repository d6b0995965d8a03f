"""The one place that builds the program: chooses the face, and will hand it what it works with."""

from collections.abc import Sequence

from desktop.commands.program import run


def start(arguments: Sequence[str]) -> int:
    """Start the face the arguments ask for and give the exit status; so far that is the command line."""
    return run(list(arguments))
