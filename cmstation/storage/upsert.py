"""Insert a row or change the one that is there, in one statement, on both databases."""

from collections.abc import Mapping

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from cmstation.storage.records import Record


def upsert(
    session: Session,
    kind: type[Record],
    identity: Mapping[str, object],
    values: Mapping[str, object],
    *,
    replace: bool = True,
) -> None:
    """Store values under a primary key.

    Args:
        replace: whether values that are there already give way.
    """
    on_server = session.get_bind().dialect.name == "postgresql"
    statement = postgresql.insert(kind) if on_server else sqlite.insert(kind)
    statement = statement.values(**identity, **values)
    if replace:
        statement = statement.on_conflict_do_update(index_elements=list(identity), set_=dict(values))
    else:
        statement = statement.on_conflict_do_nothing(index_elements=list(identity))
    session.execute(statement)
