"""Join what several repositories do into one transaction: all of it is kept, or nothing."""

from collections.abc import Generator
from contextlib import contextmanager
from copy import copy

from sqlalchemy.orm import sessionmaker

from cmstation.storage.database import Database
from cmstation.storage.engines import WRITING


@contextmanager
def one_transaction(database: Database) -> Generator[Database]:
    """Give a database whose transactions are all parts of one, which ends with this block.

    Repositories built on it work as always, readers included; an error that leaves the block takes
    everything back. Nobody else can write meanwhile, so the block is short and asks no network.
    """
    engine = database.engine.execution_options(**{WRITING: True})
    with engine.connect() as connection, connection.begin():
        joined = copy(database)
        # A part that fails gives the whole up; a part that ends well commits nothing by itself.
        joined.sessions = sessionmaker(
            connection, expire_on_commit=False, join_transaction_mode="rollback_only"
        )
        joined.readers = joined.sessions
        yield joined
