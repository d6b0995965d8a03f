"""Writes the frozen tables of the first revision from the models again; for use until the first release only.

Run `python -m desktop.models.migrations.regenerate` after a model gained a column, read the difference, and
remake demo offices. From the first release on `tables_0001` never changes: a change is a new revision.
"""

import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Literal

import sqlalchemy as sa
from alembic.autogenerate import render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.operations import ops

from desktop.models.base import Base, Moment
from desktop.models.tables import metadata

FOLDER = Path(__file__).parent / "tables_0001"
AREAS = {
    "people": ("office", "staff", "applicant"),
    "schemes": ("scheme",),
    "scheme_rules": ("scheme_rules", "checklist"),
    "dossiers": ("dossier",),
    "submissions": ("submission", "intake_package"),
    "papers": ("attachment", "document", "physical_documents"),
    "review": ("finding",),
    "desks": ("desk",),
    "outside": ("outside",),
    "outcomes": ("certificate", "notice", "journal"),
}
"""File of `tables_0001` → modules of `desktop/models` whose tables it freezes."""

HEADER = '''"""The tables of `{sources}` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata
'''


def main() -> None:
    """Write every area's file, then give it the house's format."""
    homes = {mapper.local_table: mapper.class_.__module__ for mapper in Base.registry.mappers}
    for area, modules in AREAS.items():
        text = HEADER.format(sources="`, `".join(modules))
        for table in metadata.tables.values():
            if homes[table].removeprefix("desktop.models.") in modules:
                text += "\n" + _frozen(table)
        (FOLDER / f"{area}.py").write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(FOLDER)], check=True)  # noqa: S603


def _frozen(table: sa.Table) -> str:
    code = _rendered(ops.CreateTableOp.from_table(table))
    code = re.sub(r"^op\.create_table\('(\w+)',", r"sa.Table('\1', metadata,", code)
    code = re.sub(rf"op\.f\('ck_{table.name}_(\w+)'\)", r"'\1'", code)
    indexes = [_frozen_index(index) for index in sorted(table.indexes, key=lambda index: str(index.name))]
    code = _named(",\n".join([code.removesuffix(")").rstrip(), *indexes])) + ",\n)\n"
    return re.sub(r"""(CheckConstraint|sa\.text)\((['"])((?:(?!\2).){90,})\2""", _in_short_lines, code)


def _frozen_index(index: sa.Index) -> str:
    code = _rendered(ops.CreateIndexOp.from_index(index))
    return re.sub(r"^op\.create_index\((.+?), '\w+', \[(.+?)\], ", r"sa.Index(\1, \2, ", code)


def _in_short_lines(found: re.Match[str]) -> str:
    pieces = textwrap.wrap(found[3], 80, drop_whitespace=False)
    return f"{found[1]}(" + " ".join(repr(piece) for piece in pieces)


def _named(code: str) -> str:
    return re.sub(r"op\.f\(('\w+')\)", r"\1", code)


def _rendered(operation: ops.MigrateOperation) -> str:
    code = render_python_code(ops.UpgradeOps([operation]), render_item=_plain_moment)
    return "\n".join(line for line in code.splitlines() if not line.lstrip().startswith("#")).strip()


def _plain_moment(kind: str, thing: object, _context: AutogenContext) -> str | Literal[False]:
    return "sa.DateTime()" if kind == "type" and isinstance(thing, Moment) else False


if __name__ == "__main__":
    main()
