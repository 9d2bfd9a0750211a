"""Column types that keep times aware, texts storable and choices typed, on every database."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import DateTime, Text
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator

from cmstation.domain.folding import storable


class UtcTime(TypeDecorator[datetime]):
    """An aware instant, stored in UTC and given back in UTC.

    SQLite has no type for it: there it is text that sorts as time does and names its offset.
    """

    impl = DateTime(timezone=True).with_variant(Text(), "sqlite")
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse a naive time: nobody could tell which instant it means."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise TypeError(f"a naive time cannot be stored: {value!r}")
        instant = value.astimezone(UTC)
        return instant.isoformat(" ", "microseconds") if dialect.name == "sqlite" else instant

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Give the instant back in UTC."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if isinstance(value, str) else value.astimezone(UTC)


class WallTime(TypeDecorator[datetime]):
    """What a clock on the wall shows; naive on purpose."""

    impl = DateTime(timezone=False)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse an aware time: it would silently lose its zone."""
        if value is not None and value.tzinfo is not None:
            raise TypeError(f"a wall time has no zone: {value!r}")
        return value


class Words(TypeDecorator[str]):
    """Text that every database can hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Replace lone surrogates and NUL."""
        return None if value is None else storable(value)


class JsonText(TypeDecorator[object]):
    """A JSON value kept as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """Write the value with storable texts only."""
        if value is None:
            return None
        return json.dumps(storable_json(value), ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: Dialect) -> object:
        """Read the value back."""
        return None if value is None else json.loads(value)


class Choice(TypeDecorator[StrEnum]):
    """One value of a StrEnum, stored as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices
        self._by_value = {choice.value: choice for choice in choices}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Store only what the enumeration knows."""
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        """Give the member back."""
        return None if value is None else self._by_value[value]


def storable_json(value: object) -> object:
    """Make every text inside a JSON value storable."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value)
        return {storable(str(name)): storable_json(inner) for name, inner in pairs.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [storable_json(inner) for inner in cast("Sequence[object]", value)]
    return value
