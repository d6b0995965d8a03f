"""What the command line says and with which status it ends when something stands in the way."""

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer

from desktop import __version__
from desktop.commands.answers import plain
from desktop.language.messages import Messages
from desktop.models.errors import NeedsConfirmation, ParvandehError, RuleBroken

REFUSED, USAGE, UNAVAILABLE, BUG = 1, 2, 3, 70
"""Exit statuses: a rule refuses, the command was written wrongly, try again later, a fault of the program."""

_USAGE_PREFIX = "usage."
_ABOUT_THE_PROGRAM = (ImportError, AttributeError, NameError)
"""Errors whose texts name parts of the program and nothing else."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a command ended, and with which status."""

    status: int
    code: str
    values: Mapping[str, Any]


def failure_of(error: Exception) -> Failure:
    """The failure an error means; one that nobody expected leaves a report on the disk."""
    if isinstance(error, ParvandehError):
        return Failure(_status(error), error.code, error.values)
    if isinstance(error, typer.TyperException):
        return _usage(error)
    if isinstance(error, OSError) and error.strerror:
        values = {"file": str(error.filename or ""), "detail": error.strerror}
        return Failure(UNAVAILABLE, "file.failed", values)
    return Failure(BUG, "program.fault", {"report": str(write_report(error))})


def tell(failure: Failure, say: Messages, *, as_json: bool) -> None:
    """Say it: to programs as one JSON document on standard output, to people as a sentence beside it."""
    sentence = say.error(failure.code, failure.values)
    if as_json:
        told = {"error": failure.code, "values": plain(failure.values), "sentence": sentence}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))
    else:
        typer.echo(sentence, err=True)


def write_report(error: BaseException) -> Path:
    """Write down where the program failed, for those who mend it, and give the file.

    The places in the program only: texts of most errors hold values, which may name persons.
    """
    places: traceback.TracebackException | None = traceback.TracebackException.from_exception(error)
    lines = [f"parvandeh {__version__}", f"python {sys.version}", datetime.now(UTC).isoformat(), ""]
    while places is not None:
        lines += [_named(places), *places.stack.format()]
        places = places.__cause__ or places.__context__
    handle, name = tempfile.mkstemp(prefix="parvandeh-report-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as report:
        report.write("\n".join(lines))
    return Path(name)


def _named(places: traceback.TracebackException) -> str:
    kind = places.exc_type
    return str(places) if issubclass(kind, _ABOUT_THE_PROGRAM) else kind.__name__


def _status(error: ParvandehError) -> int:
    if error.code.startswith(_USAGE_PREFIX):
        return USAGE
    return REFUSED if isinstance(error, RuleBroken | NeedsConfirmation) else UNAVAILABLE


def _usage(error: typer.TyperException) -> Failure:
    """What typer finds wrong, by the kind of its error; its own words stay as the detail."""
    parameter, context = getattr(error, "param", None), getattr(error, "ctx", None)
    values = {
        "command": context.command_path if context else "parvandeh",
        "parameter": None if parameter is None else parameter.metavar or parameter.opts[-1],
        "name": getattr(error, "option_name", None),
        "detail": getattr(error, "format_message", error.__str__)(),
    }
    return Failure(USAGE, _USAGE_CODES.get(type(error).__name__, "usage.wrong"), values)


_USAGE_CODES = {
    "MissingParameter": "usage.missing",
    "NoSuchOption": "usage.no_such_option",
    "BadParameter": "usage.bad_value",
    "NoArgsIsHelpError": "usage.help",
}
