"""What Alembic runs: migrations on a connection it was given, or written out as SQL for a dialect."""

from alembic import context

from desktop.models.tables import metadata

given = context.config.attributes
if context.is_offline_mode():
    context.configure(
        dialect_name=given["dialect"],
        target_metadata=metadata,
        literal_binds=True,
        output_buffer=given["output"],
    )
else:
    context.configure(connection=given["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
