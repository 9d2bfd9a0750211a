"""Read values that come in thousands as the driver gives them, each different one once."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import Executable
from sqlalchemy.orm import Session

from cmstation.domain.metrics import Metric, Origin

METRICS: Final = {metric.value: metric for metric in Metric}
ORIGINS: Final = {origin.value: origin for origin in Origin}


class Days(dict[str | date, date]):
    """Days by what the driver gives: a text from SQLite, a day from a server."""

    def __missing__(self, given: str | date) -> date:
        self[given] = day = date.fromisoformat(given) if isinstance(given, str) else given
        return day


class Moments(dict[str | datetime, datetime]):
    """Moments in UTC by what the driver gives: a text from SQLite, a moment from a server."""

    def __missing__(self, given: str | datetime) -> datetime:
        read = datetime.fromisoformat(given) if isinstance(given, str) else given.astimezone(UTC)
        self[given] = read
        return read


def rows_of(
    session: Session, statement: Executable, asked: Mapping[str, object] | None = None
) -> Sequence[Any]:
    """Read rows whose columns come as the driver gives them, so that nothing can be said of their types.

    All at once: one by one, thousands take twice as long. A driver lets other threads run between two rows.
    """
    return session.execute(statement, asked).all()
