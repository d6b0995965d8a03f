"""`scheme`: the rules an office works by, as files checked, added and listed."""

from pathlib import Path
from typing import Annotated

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.models.errors import NotFound, Unavailable
from desktop.services.schemes import reading, storing

SHIPPED = Path(__file__).parents[2] / "resources" / "schemes"

scheme_commands = group("scheme", "Check, add and list schemes.")

File = Annotated[
    str, typer.Argument(metavar="FILE", help="A scheme file, or the name of one that is shipped.")
]


@command(scheme_commands, "check")
def check(desk: Desk, files: Annotated[list[str], typer.Argument(metavar="FILE…")]) -> Answer:
    """Check scheme files and name everything that is wrong with them."""
    found = {name: reading.problems_of(_text_of(_path_of(name)), name) for name in files}
    say = desk.say
    lines = []
    for name, problems in found.items():
        lines += [say.problem(problem) for problem in problems]
        lines.append(say.done("scheme.wrong" if problems else "scheme.right", file=name, count=len(problems)))
    data = [{"file": name, "problems": problems} for name, problems in found.items()]
    return Answer(data, lines, failed=any(found.values()))


@command(scheme_commands, "add")
def add(desk: Desk, file: File) -> Answer:
    """Add a scheme file to the office; versions in use are never changed."""
    path = _path_of(file)
    text = _text_of(path)
    definition = reading.read_scheme(text, path.name)
    with desk.writing() as session:
        added = storing.add_scheme(session, desk.actor(session), definition, text)
    say = desk.say
    lines = [
        say.done(f"scheme.{fate}", scheme=added.scheme, versions=versions)
        for fate in ("added", "replaced", "unchanged")
        if (versions := getattr(added, fate))
    ]
    return Answer(added, lines)


@command(scheme_commands, "list")
def list_schemes(desk: Desk) -> Answer:
    """List the schemes of the office with their versions."""
    with desk.reading() as session:
        rows = storing.list_schemes(session)
    say, shown = desk.say, desk.formats.shown
    names = ("scheme", "title", "version", "valid_from", "valid_to", "months", "used_at")
    lines = table(
        [say.label(name) for name in names],
        (
            [
                row.code,
                say.formats.label(row.title),
                shown(version.code),
                shown(version.valid_from),
                shown(version.valid_to),
                shown(version.validity_months),
                shown(version.used_at),
            ]
            for row in rows
            for version in row.versions
        ),
    )
    return Answer(rows, lines or [say.done("scheme.none")])


def _path_of(name: str) -> Path:
    """A file on the disk, else the shipped scheme of this name."""
    shipped = SHIPPED / f"{name}.toml"
    return shipped if not Path(name).exists() and name.isidentifier() and shipped.is_file() else Path(name)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise NotFound("file.missing", file=str(path)) from error
    except UnicodeDecodeError:
        return path.read_bytes().decode("utf-8", errors="replace")
    except OSError as error:
        raise Unavailable("file.unreadable", file=str(path), detail=error.strerror or "") from error
