"""Bring an older database to the present schema; the only module that imports Alembic."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from cmstation.storage.engines import WRITING
from cmstation.storage.schema import Schema


def upgrade(engine: Engine, schema: Schema, revision: str) -> None:
    """Run the migrations up to a revision, all in one transaction: a failure changes nothing."""
    config = Config()
    config.set_main_option("script_location", str(schema.scripts).replace("%", "%%"))
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
