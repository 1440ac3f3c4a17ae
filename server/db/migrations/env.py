"""Alembic's entry: runs the migrations in the transaction it was handed."""

from __future__ import annotations

from alembic import context

from server.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
