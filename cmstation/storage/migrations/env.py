"""Run migrations on the connection that `migrate.upgrade` hands over."""

from alembic import context

from cmstation.storage.records import Record

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    render_as_batch=True,
)
context.run_migrations()
