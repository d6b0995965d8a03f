"""The first office: all tables, and on SQLite the search index and the protections."""

from collections.abc import Iterator
from pathlib import Path

from alembic import op
from sqlalchemy.schema import (
    AddConstraint,
    CreateIndex,
    CreateTable,
    DropConstraint,
    DropTable,
    ForeignKeyConstraint,
)

from desktop.models.migrations.statements import statements_of
from desktop.models.migrations.tables_0001 import metadata

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQLITE = Path(__file__).parent / "0001_sqlite"
PARTS_OF_A_SCHEME_VERSION = (
    *("status", "transition", "scheme_parameter", "field", "offered_service"),
    *("checklist_group", "checklist_item", "canned_reason"),
    *("document_rule", "verification_rule", "clearance_rule", "fee_rule"),
    *("level", "level_requirement", "letter_rule", "retention_rule"),
)


def upgrade() -> None:
    """Make the tables, then everything only SQLite needs."""
    for table in metadata.sorted_tables:
        op.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            op.execute(CreateIndex(index))
    if op.get_context().dialect.name == "sqlite":
        for script in _sqlite_scripts():
            for statement in statements_of(script):
                op.execute(statement)
    else:
        for constraint in _circular_keys():
            # Isolated from its table it would be missing in every CREATE TABLE of this process afterwards.
            op.execute(AddConstraint(constraint, isolate_from_table=False))


def downgrade() -> None:
    """Take everything away again."""
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE dossier_search")
    else:
        for constraint in _circular_keys():
            op.execute(DropConstraint(constraint, isolate_from_table=False))
    for table in reversed(metadata.sorted_tables):
        op.execute(DropTable(table))


def _sqlite_scripts() -> Iterator[str]:
    for path in sorted(SQLITE.glob("*.sql")):
        yield path.read_text(encoding="utf-8")
    template = (SQLITE / "scheme_part.sql.template").read_text(encoding="utf-8")
    for part in PARTS_OF_A_SCHEME_VERSION:
        yield template.replace("[part]", part)


def _circular_keys() -> list[ForeignKeyConstraint]:
    # SQLite writes these inside its tables; a database that can add constraints gets them last.
    return [
        constraint
        for table in metadata.sorted_tables
        for constraint in table.foreign_key_constraints
        if constraint.use_alter
    ]
