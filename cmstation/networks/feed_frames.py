"""How the program and its feed-reading process speak: frames of plain values, nothing that could run."""

import marshal
import struct
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO, Final

from cmstation.domain.watch import NewItem
from cmstation.domain.watch_storing import Arrival

HELLO: Final = "feeds-1"
PARSE, ITEMS = "parse", "items"
DONE, NO_FEED, FORGOTTEN, FAILED = "done", "no_feed", "forgotten", "failed"
# What makes an item, in the order of `packed`.
Packed = tuple[bytes, bytes, str, str, str, str, int | None, str, str, bytes, str, str, str]
_LENGTH: Final = struct.Struct("<I")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def write(pipe: BinaryIO, frame: Any) -> None:
    """Send a tuple of plain values."""
    content = marshal.dumps(frame)
    for part in (_LENGTH.pack(len(content)), content):
        rest = memoryview(part)
        while rest:
            rest = rest[pipe.write(rest) :]  # a pipe may take less than all at once
    pipe.flush()


def read(pipe: BinaryIO) -> Any:
    """Receive one; None at the end."""
    length = pipe.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(length)
    content = pipe.read(size)
    return marshal.loads(content) if len(content) == size else None  # noqa: S302 - our own process wrote it


def moment(at: datetime | None) -> int | None:
    """Return a moment as microseconds."""
    return None if at is None else (at - _EPOCH) // _MICROSECOND


def moment_of(microseconds: int | None) -> datetime | None:
    """Return the moment, aware UTC."""
    return None if microseconds is None else _EPOCH + timedelta(microseconds=microseconds)


def packed(arrival: Arrival) -> Packed:
    """Return an arrival as plain values; its source and when it was seen are known to who asked."""
    item = arrival.item
    return (
        arrival.guid_hash,
        arrival.content_hash,
        item.guid,
        item.title,
        item.link,
        item.canonical,
        moment(item.published),
        item.html,
        item.folded,
        item.fingerprint,
        item.author,
        item.media,
        item.origin,
    )


def unpacked(values: Packed, source: int, seen_at: datetime) -> Arrival:
    """Return the arrival."""
    (
        name,
        content,
        guid,
        title,
        link,
        canonical,
        published,
        html,
        folded,
        mark,
        author,
        media,
        origin,
    ) = values
    item = NewItem(
        source,
        guid,
        title,
        link,
        canonical,
        moment_of(published),
        seen_at,
        html,
        folded,
        mark,
        author,
        media,
        origin,
    )
    return Arrival(item, name, content)
