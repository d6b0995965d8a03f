"""Reads the words, people, courses and specimens of the demo office from resources/demo."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[3] / "resources" / "demo"


@cache
def resource(name: str) -> dict[str, Any]:
    """The content of one file of resources/demo, read once."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
