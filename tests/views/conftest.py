"""Qt without a screen, and the look every widget asks for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

import desktop.views  # noqa: F401 - the first meeting with Qt, before pytest-qt's own
from desktop.views.theme.look import Look, put_on
from tests.builders.desks import desk, desk_of

__all__ = ["desk", "desk_of"]


@pytest.fixture
def worn(qapp) -> Look:
    """The Persian light look, as most tests want it."""
    return put_on(qapp, still=True)
