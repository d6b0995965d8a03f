"""The migrations up, down and against the models, for both databases."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from desktop.models.base import SCHEMA_REVISION
from desktop.models.migrations import tables_0001
from desktop.models.migrations.running import as_sql, downgrade, upgrade
from desktop.models.migrations.statements import statements_of
from desktop.models.tables import metadata
from desktop.services.database import connect
from tests.builders.rows import one_row_each


@pytest.fixture
def empty(tmp_path):
    database = connect(tmp_path)
    yield database
    database.close()


def schema_of(database):
    with database.reading.connect() as connection:
        rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
        return [tuple(row) for row in rows]


def ddl(tables, dialect):
    """Every column, constraint and index as SQL; the order of a table's constraints means nothing."""
    made = [CreateTable(table) for table in tables.tables.values()]
    made += [CreateIndex(index) for table in tables.tables.values() for index in table.indexes]
    lines = [(one.element.name, str(one.compile(dialect=dialect)).splitlines()) for one in made]
    return sorted(f"{name}: {line.strip(' ,')}" for name, parts in lines for line in parts)


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=["SQLite", "PostgreSQL"])
def test_the_migrated_tables_are_those_of_the_models(dialect):
    """Until the first release: run `python -m desktop.models.migrations.regenerate` when this fails."""
    assert ddl(tables_0001.metadata, dialect) == ddl(metadata, dialect)


def test_a_migrated_office_shows_no_difference_from_the_models(office):
    with office.reading.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: kind != "table" or not name.startswith("dossier_search")
            },
        )
        assert compare_metadata(context, metadata) == []


def test_down_takes_everything_away_and_up_makes_the_same_again(empty):
    with empty.writing.begin() as connection:
        upgrade(connection)
    made = schema_of(empty)
    with empty.writing.begin() as connection:
        downgrade(connection, "base")
    assert {name for kind, name, _ in schema_of(empty) if kind != "index"} == {"alembic_version"}
    with empty.writing.begin() as connection:
        upgrade(connection)
    assert schema_of(empty) == made


def test_an_upgrade_that_does_not_end_well_leaves_nothing_behind(empty):
    with empty.writing.connect() as connection:
        upgrade(connection)
        connection.rollback()
    assert schema_of(empty) == []


UPGRADING = """
import sys
from pathlib import Path
from desktop.models.migrations.running import upgrade
from desktop.services.database import connect

database = connect(Path(sys.argv[1]))
sys.stdin.read(1)
with database.writing.begin() as connection:
    upgrade(connection)
database.close()
"""


def test_of_programs_upgrading_at_once_one_does_it_and_the_others_find_it_done(empty):
    assert schema_of(empty) == []
    programs = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", UPGRADING, str(empty.folder)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        for _ in range(3)
    ]
    for program in programs:
        program.stdin.write(b"!")
        program.stdin.flush()
    assert [program.communicate()[1] for program in programs] == [b"", b"", b""]
    assert [program.returncode for program in programs] == [0, 0, 0]
    with empty.reading.connect() as connection:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    assert found == [SCHEMA_REVISION]


def test_the_program_knows_the_newest_revision(office):
    with office.reading.connect() as connection:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    assert found == [SCHEMA_REVISION]


def test_the_same_revision_writes_itself_out_for_postgresql():
    statements = as_sql("postgresql")
    missing = [name for name in metadata.tables if f"CREATE TABLE {name} (" not in statements]
    assert missing == []
    assert "dossier_search" not in statements
    assert "TRIGGER" not in statements


def test_keys_that_go_round_in_a_circle_are_added_last_for_postgresql():
    statements = as_sql("postgresql")
    last_table = statements.rindex("CREATE TABLE")
    for key in (
        "dossier_certificate_id_certificate",
        "certificate_dossier_id_dossier",
        "intake_package_dossier_id",
    ):
        assert statements.index(f"ADD CONSTRAINT fk_{key}") > last_table


def test_writing_out_for_one_database_leaves_the_other_as_it_was():
    before = as_sql("sqlite")
    as_sql("postgresql")
    assert as_sql("sqlite") == before


def test_a_script_is_cut_where_its_statements_end():
    script = "-- why\n\nCREATE TABLE a (b);\nCREATE TRIGGER t AFTER INSERT ON a\nBEGIN\n  SELECT 1;\nEND;\n"
    assert [statement.split()[1] for statement in statements_of(script)] == ["TABLE", "TRIGGER"]


def test_a_script_that_ends_in_the_middle_of_a_statement_is_a_mistake():
    with pytest.raises(ValueError, match="unfinished statement"):
        list(statements_of("CREATE TABLE a (b);\nCREATE TABLE"))


def test_a_dossier_is_found_by_its_words_until_they_change(office):
    with office.writing.begin() as connection:
        one_row_each(connection)
        found = []
        for words in ("فروشگاه نمونه", "کتابخانه نمونه"):
            connection.exec_driver_sql("UPDATE dossier SET search = ?", (words,))
            found.append(
                [
                    connection.exec_driver_sql(
                        "SELECT count(*) FROM dossier_search WHERE dossier_search MATCH ?", (f'"{part}"',)
                    ).scalar_one()
                    for part in ("روش", "نمو", "ابخ")
                ]
            )
        connection.exec_driver_sql("UPDATE dossier SET status = 'deficient'")
        connection.exec_driver_sql(
            "INSERT INTO dossier_search (dossier_search, rank) VALUES ('integrity-check', 1)"
        )
    assert found == [[1, 1, 0], [0, 1, 1]]
