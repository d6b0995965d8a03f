"""The pictures that stay with the documentation, made small enough to be kept."""

from pathlib import Path
from typing import Final

from PIL import Image

COLOURS: Final = 128

KEPT: Final = (
    *("home-reviewer-fa-light", "queue-fa-light", "queue-fa-dark", "queue-en-light", "queue-small-ar-light"),
    *("dossier-review-fa-light", "dossier-review-fa-dark", "dossier-review-small-fa-light"),
    *("dossier-review-ar-light", "dossier-review-en-dark", "dossier-with-applicant-fa-light"),
    *("notice-fa-light", "papers-fa-light", "papers-ar-dark", "approval-fa-light", "approval-fa-dark"),
    *("approval-question-fa-light", "certificates-fa-light", "certificate-fa-light", "counter-fa-light"),
    *("intake-fa-light", "schemes-fa-light", "schemes-en-light", "staff-fa-light", "journal-fa-light"),
    *("office-calendar-fa-light", "notifications-fa-light", "results-fa-light", "settings-fa-dark"),
    *("about-en-light", "palette-fa-light", "keys-fa-light"),
)
"""Every screen, each theme, each language and both sizes at least once."""


def keep(taken: Path, kept: Path) -> None:
    """Copy the pictures that are kept, in few colours: the window has few."""
    kept.mkdir(parents=True, exist_ok=True)
    for name in KEPT:
        with Image.open(taken / f"{name}.png") as picture:
            flat = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            flat.save(kept / f"{name}.png", optimize=True)
