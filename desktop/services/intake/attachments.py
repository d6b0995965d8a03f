"""Judges one attachment by its bytes and a decoder, never by its name alone."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from desktop.models.errors import RuleBroken
from desktop.services.intake.judgement import Judged, Look
from desktop.services.intake.report import Rule


@dataclass(frozen=True, slots=True)
class _Kind:
    media_type: str
    beginnings: tuple[bytes, ...]
    endings: tuple[str, ...]
    look: Callable[[bytes], Look]


def judge(data: bytes, name: str) -> Judged:
    """Judge the bytes of the file called `name` (NIC-07: png, jpg, gif, tiff and pdf are accepted).

    Raises RuleBroken with a code of `Rule` for what is refused: empty, of another type, of another type than
    its name says, damaged, or with too many pages. What is only dangerous to open carelessly is flagged.
    """
    if not data:
        raise RuleBroken(Rule.FILE_EMPTY)
    kind = next((one for one in _kinds() if data.startswith(one.beginnings)), None)
    if kind is None:
        raise RuleBroken(Rule.TYPE_NOT_ACCEPTED, accepted=[one.media_type for one in _kinds()])
    ending = PurePosixPath(name).suffix.lower()
    if ending not in kind.endings:
        raise RuleBroken(Rule.TYPE_DIFFERS_FROM_NAME, found=kind.media_type, named=ending)
    look = kind.look(data)
    return Judged(kind.media_type, look.pages, look.flags, hashlib.sha256(data).hexdigest(), len(data))


@cache
def _kinds() -> tuple[_Kind, ...]:
    # The decoders take longer to load than most commands take to run.
    from desktop.services.intake import pdf, pictures  # noqa: PLC0415

    return (
        _Kind("image/jpeg", (b"\xff\xd8\xff",), (".jpg", ".jpeg"), pictures.look_at_jpeg),
        _Kind("image/png", (b"\x89PNG\r\n\x1a\n",), (".png",), pictures.look_at_png),
        _Kind("application/pdf", (b"%PDF-",), (".pdf",), pdf.look_at_pdf),
        _Kind("image/tiff", (b"II*\0", b"MM\0*"), (".tif", ".tiff"), pictures.look_at_tiff),
        _Kind("image/gif", (b"GIF87a", b"GIF89a"), (".gif",), pictures.look_at_gif),
    )
