"""Looks into received PDFs with qpdf, which runs nothing: broken is refused, dangerous is flagged."""

import io
import re
from functools import cache
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from desktop.models.errors import RuleBroken
from desktop.services.intake import limits
from desktop.services.intake.judgement import Flag, Look
from desktop.services.intake.report import Rule

_LZW = re.compile(rb"/(?:L|#4[cC])(?:Z|#5[aA])(?:W|#57)")
_SIGNS = (
    (Flag.SCRIPT, re.compile(rb"/(?:JavaScript|JS|XFA)[ /<(\[]")),
    (Flag.LAUNCHES_PROGRAM, re.compile(rb"/(?:S /Launch|S /ImportData|RichMediaContent|S /Movie)\b")),
    (
        Flag.ACTS_ON_OPEN,
        re.compile(rb"/AA <<|/AA \d|/OpenAction (?:\d+ \d+ R|<<(?!.{0,200}/S /GoTo\b))", re.DOTALL),
    ),
    (Flag.EMBEDDED_FILES, re.compile(rb"/EmbeddedFiles? |/Type /EmbeddedFile\b|/S /GoToE\b")),
)


def look_at_pdf(data: bytes) -> Look:
    """Count the pages and flag encryption, scripts, launched programs, actions on opening and embedded files.

    Names are searched in qpdf's own writing of every object, so that escapes, compression and object streams
    hide nothing; strings may look like names, which costs a flag too many, never one too few.
    """
    if len(data) > limits.PDF_LZW_BYTES and _LZW.search(data):
        return Look(0, (Flag.DECOMPRESSION_BOMB,))
    _bounded()
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as opened:
            return _look_inside(opened)
    except pikepdf.PasswordError:
        return Look(0, (Flag.ENCRYPTED, Flag.PASSWORD_NEEDED))
    except RuleBroken:
        raise
    except Exception as error:  # A parser fed foreign bytes may raise anything it likes.
        raise RuleBroken(Rule.FILE_DAMAGED, decoder=type(error).__name__) from error


@cache
def _bounded() -> None:
    """Set qpdf's limits for hostile files; they hold for the whole process."""
    set_qpdf_limits(
        flate_max_memory=limits.PDF_STREAM_BYTES,
        run_length_max_memory=limits.PDF_STREAM_BYTES,
        png_max_memory=limits.PDF_STREAM_BYTES,
        tiff_max_memory=limits.PDF_STREAM_BYTES,
        parser_max_container_size=limits.PDF_OBJECTS,
        doc_max_warnings=100,
    )


def _look_inside(opened: Any) -> Look:
    if int(opened.trailer.Size) > limits.PDF_OBJECTS:
        return Look(0, (Flag.DECOMPRESSION_BOMB,))
    written = b"\n".join(_writing_of(one) for one in opened.objects)
    pages = len(opened.pages)
    if pages > limits.PDF_PAGES:
        raise RuleBroken(Rule.TOO_MANY_PAGES, limit=limits.PDF_PAGES, found=pages)
    if not pages:
        raise RuleBroken(Rule.FILE_DAMAGED, decoder="no pages")
    flags = [flag for flag, sign in _SIGNS if sign.search(written)]
    if opened.is_encrypted:
        flags.insert(0, Flag.ENCRYPTED)
    if any("memory limit exceeded" in warning for warning in opened.get_warnings()):
        flags.insert(0, Flag.DECOMPRESSION_BOMB)
    return Look(pages, tuple(flags))


def _writing_of(one: Any) -> bytes:
    """An object as qpdf writes it, nested ones included; of a stream only its dictionary."""
    if isinstance(one, pikepdf.Stream):
        return one.stream_dict.unparse(resolved=True)
    # Numbers, texts and the like come as Python's own; an object of its own that is one carries nothing.
    return one.unparse(resolved=True) if isinstance(one, pikepdf.Object) else b""
