"""The demo office the tests look at: one dossier of each course, made once for a whole run."""

from datetime import UTC, datetime
from pathlib import Path

from desktop.services.demo.courses import all_courses
from desktop.services.demo.making import make_demo_office

AT = datetime(2026, 6, 15, 8, 20, tzinfo=UTC)
"""Monday 1405/03/25, ten to twelve in Tehran."""
DOSSIERS = len(all_courses())


def a_demo_office(folder: Path) -> Path:
    """Make the demo office in `folder`."""
    for _ in make_demo_office(folder, AT, DOSSIERS):
        pass
    return folder
