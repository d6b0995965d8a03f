"""The README's walk-through is what the program really answers, and its commands all exist."""

import re

import pytest
from typer.main import get_command

from desktop.commands.listing import COMMANDS
from desktop.commands.program import program
from tests.commands.readme_console import README, comparable, renewed


@pytest.fixture(scope="module")
def text() -> str:
    """The README."""
    return README.read_text(encoding="utf-8")


def test_every_command_of_the_readme_answers_what_stands_there(text, tmp_path):
    assert comparable(renewed(text, tmp_path)).splitlines() == comparable(text).splitlines()


def test_the_readmes_case_reaches_the_certificate(text):
    assert "Final approval. Certificate 1405/00001." in text
    assert "The program has failed" not in text


def test_every_command_the_readme_names_exists(text):
    root = get_command(program)
    for line in re.findall(r"`(?:parvandeh )?([a-z][a-z -]+[a-z])(?: [^`]*)?`", text):
        name, *rest = line.split()
        if name in COMMANDS and rest:
            found = root.get_command(None, name)
            if hasattr(found, "list_commands"):
                assert rest[0] in found.list_commands(None), line
