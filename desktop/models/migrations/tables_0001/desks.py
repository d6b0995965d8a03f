"""The tables of `desk` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "preference",
    metadata,
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("key", sa.String(length=64), nullable=False),
    sa.Column("value", sa.JSON(), nullable=False),
    sa.Column("kept_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_preference_person_id_person"),
    sa.PrimaryKeyConstraint("person_id", "key", name="pk_preference"),
)

sa.Table(
    "seen_dossier",
    metadata,
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("seen_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_seen_dossier_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_seen_dossier_person_id_person"),
    sa.PrimaryKeyConstraint("person_id", "dossier_id", name="pk_seen_dossier"),
)

sa.Table(
    "followed_dossier",
    metadata,
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("since", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_followed_dossier_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_followed_dossier_person_id_person"),
    sa.PrimaryKeyConstraint("person_id", "dossier_id", name="pk_followed_dossier"),
    sa.Index("ix_followed_dossier_dossier", "dossier_id", unique=False),
)
