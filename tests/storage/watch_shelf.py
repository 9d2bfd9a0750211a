"""A small watch on one database, with short ways to make what a test needs."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import count

from sqlalchemy import delete, insert, select, update

from cmstation.domain.folding import search_words
from cmstation.domain.watch import SourceKind
from cmstation.storage import watch_search
from cmstation.storage.database import Database
from cmstation.storage.records_watch import (
    WatchBodyRecord,
    WatchItemRecord,
    WatchListRecord,
    WatchMembershipRecord,
    WatchSearchRecord,
    WatchSourceRecord,
    WatchTagRecord,
)
from cmstation.storage.watch_steps import renew_stories
from cmstation.storage.watch_story_keys import moment_of
from tests.storage.station import NOW


class Shelf:
    """Sources, lists and items, written row by row."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._sessions = database.sessions
        self._numbers = count(1)

    def source(self, title: str = "La Gazette", standing: int = 0, own_title: str = "") -> int:
        """Add a source."""
        values = {
            **{"kind": SourceKind.FEED, "address": f"https://{next(self._numbers)}.example/feed"},
            **{"title": title, "own_title": own_title, "site": "", "standing": standing},
            **{"paused": False, "failures": 0, "detail": "", "interval_minutes": 60},
            **{"etag": "", "modified": "", "digest": b"", "cursor": ""},
        }
        with self._sessions.begin() as session:
            return session.scalars(insert(WatchSourceRecord).returning(WatchSourceRecord.id), [values]).one()

    def list(self, name: str = "Éthique") -> int:
        """Add a list."""
        values: dict[str, object] = {"name": name, "position": next(self._numbers), "rule": "", "folder": []}
        with self._sessions.begin() as session:
            return session.scalars(insert(WatchListRecord).returning(WatchListRecord.id), [values]).one()

    def item(
        self,
        source: int,
        title: str = "Une annonce",
        text: str = "",
        *,
        at: datetime = NOW,
        story: int | None = None,
        lists: Iterable[int] = (),
        html: str | None = None,
        read: bool = False,
        starred: bool = False,
        tags: Iterable[str] = (),
    ) -> int:
        """Add an item, by default of a story of its own."""
        values = self._item(source, title, at, read=read, starred=starred)
        folded = "\n".join(" ".join(search_words(said)) for said in (title, text))
        with self._sessions.begin() as session:
            item = session.scalars(insert(WatchItemRecord).returning(WatchItemRecord.id), [values]).one()
            story = story or item
            session.execute(update(WatchItemRecord).where(WatchItemRecord.id == item).values(story_id=story))
            body = {"item_id": item, "html": html if html is not None else f"<p>{text}</p>", "folded": folded}
            session.execute(insert(WatchBodyRecord), [body])
            for one in lists:
                member = {"item_id": item, "list_id": one, "story_id": story}
                session.execute(insert(WatchMembershipRecord), [member])
            for tag in tags:
                session.execute(insert(WatchTagRecord), [{"item_id": item, "tag": tag}])
            watch_search.index(session.connection(), [item])
            renew_stories(session.connection(), [story])
        return item

    def many(self, source: int, items: int) -> Sequence[int]:
        """Add unread items without texts, each of a story of its own."""
        values = [self._item(source, f"Titre {number}", NOW) for number in range(items)]
        with self._sessions.begin() as session:
            returning = insert(WatchItemRecord).returning(WatchItemRecord.id, sort_by_parameter_order=True)
            added = session.scalars(returning, values).all()
            session.execute(update(WatchItemRecord).values(story_id=WatchItemRecord.id))
            renew_stories(session.connection(), added)
        return added

    def clear(self) -> None:
        """Empty the watch."""
        with self._sessions.begin() as session:
            stories = set(session.scalars(select(WatchItemRecord.story_id)))
            watch_search.unindex(session.connection(), session.scalars(select(WatchItemRecord.id)).all())
            for table in (WatchItemRecord, WatchListRecord, WatchSourceRecord, WatchSearchRecord):
                session.execute(delete(table))
            renew_stories(session.connection(), stories)

    def _item(
        self, source: int, title: str, at: datetime, *, read: bool = False, starred: bool = False
    ) -> dict[str, object]:
        number = next(self._numbers)
        return {
            **{"source_id": source, "guid_hash": number.to_bytes(12), "content_hash": b"", "title": title},
            **{"link": f"https://a.example/{number}", "address_hash": number, "author": "", "media": ""},
            **{"origin": "", "published_at": at, "seen_at": at, "moment": moment_of(at), "story_id": 0},
            **{"fingerprint": b"", "starred": starred, "kept": False, "note": ""},
            "read_at": at if read else None,
        }
