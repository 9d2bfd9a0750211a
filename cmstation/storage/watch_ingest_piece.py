"""Store a few hundred arriving items in one transaction: recognised, grouped, listed, made found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection

from cmstation.domain.watch_storing import Arrival, RuleMatcher, Stored, StoryGrouper
from cmstation.storage import watch_search
from cmstation.storage.watch_ingest_known import (
    Addresses,
    Placed,
    ask_each,
    gone,
    key_of,
    same_article,
    same_item,
    stored,
)
from cmstation.storage.watch_ingest_rows import (
    ADD_BODIES,
    ADD_ITEMS,
    ADD_MEMBERSHIPS,
    ADD_STORIES,
    CHANGE_BODIES,
    CHANGE_GUIDS,
    CHANGE_ITEMS,
    DROP_MEMBERSHIPS,
    Row,
    Stable,
    changed_row,
    item_row,
    stable,
    write,
)
from cmstation.storage.watch_steps import renew_stories

# What arrived, the identity that it has, and its story.
_Kept: TypeAlias = tuple[Stable, int, int]

_SOURCES = "SELECT id, standing FROM watch_sources WHERE removed_at IS NULL AND id IN (VALUES {keys})"
_LISTS = "SELECT source_id, list_id FROM watch_list_sources WHERE source_id IN (VALUES {keys})"
_STORIES = "SELECT id FROM watch_stories WHERE id IN (VALUES {keys})"
_FOLDED = "SELECT item_id, folded FROM watch_bodies WHERE item_id IN (VALUES {keys})"
_LAST_OF_FILE = "SELECT seq FROM sqlite_sequence WHERE name = 'watch_items'"
_NEXT_ON_SERVER = "SELECT nextval(pg_get_serial_sequence('watch_items', 'id')) FROM generate_series(1, %s)"


class Piece:
    """What one transaction stores; used once.

    Args:
        connection: within a transaction that writes.
        now: aware UTC; no item came out later.
        matchers: of the lists that have a rule; the others show everything.
        thorough: whether texts are made storable that the driver would refuse.
    """

    def __init__(
        self,
        connection: Connection,
        now: datetime,
        matchers: Mapping[int, RuleMatcher],
        grouper: StoryGrouper | None,
        *,
        thorough: bool,
    ) -> None:
        self._connection = connection
        self._on_server = connection.dialect.name != "sqlite"
        self._now = now
        self._thorough = thorough
        self._matchers = matchers
        self._grouper = grouper
        self._standing: dict[int, int] = {}
        self._lists: dict[int, list[int]] = defaultdict(list)
        self._new: list[tuple[Stable, Placed]] = []
        self._changed: list[_Kept] = []
        self._guids: list[Row] = []
        self._touched: set[int] = set()
        self._refused = 0

    def store(self, arriving: Sequence[Arrival]) -> Stored:
        """Store what is new or changed, and leave alone what is not.

        Args:
            arriving: no two with the same key.
        """
        self._place(self._unknown(arriving))
        self._settle_stories()
        sources = {one.source for one, _placed in self._new} | {one.source for one, _id, _ in self._changed}
        for source, list_ in ask_each(self._connection, _LISTS, sources):
            self._lists[source].append(list_)
        stories = self._write_new() | self._write_changed()
        write(self._connection, CHANGE_GUIDS, self._guids)
        new = tuple(placed.id for _one, placed in self._new)
        changed = tuple(id_ for _one, id_, _story in self._changed)
        unchanged = len(arriving) - len(new) - len(changed) - self._refused
        return Stored(new, changed, frozenset(stories), unchanged, self._refused)

    def undo(self) -> None:
        """Tell the grouper that the stories of this piece were not stored."""
        if self._grouper is not None:
            for _one, placed in self._new:
                if placed.story == placed.id:
                    self._grouper.forget(placed.story)

    def _unknown(self, arriving: Sequence[Arrival]) -> list[Stable]:
        """Return those that are not stored, and keep apart those that are and changed."""
        # On a server, two stations that read the same feed come one after the other.
        lock = " ORDER BY id FOR NO KEY UPDATE" if self._on_server else ""
        there = ask_each(self._connection, _SOURCES + lock, {one.item.source for one in arriving})
        self._standing = {row[0]: row[1] for row in there}
        keys = [key_of(one) for one in arriving]
        found = stored(self._connection, keys)
        cleared = gone(self._connection, [key for key in keys if key not in found])
        unknown: list[Stable] = []
        for one, key in zip(arriving, keys, strict=True):
            same = found.get(key)
            if key in cleared or (same is not None and same[1] == one.content_hash):
                continue
            ready = self._stable(one) if key[0] in self._standing else self._refuse()
            if ready is None:
                continue
            if same is None:
                unknown.append(ready)
            else:
                self._changed.append((ready, same[0], same[2]))
                self._touched.add(same[0])
        return unknown

    def _stable(self, arrival: Arrival) -> Stable | None:
        try:
            return stable(arrival, self._now, on_server=self._on_server, thorough=self._thorough)
        except (TypeError, OverflowError):
            return self._refuse()

    def _refuse(self) -> None:
        self._refused += 1

    def _place(self, unknown: Sequence[Stable]) -> None:
        if not unknown:
            return
        addresses = Addresses(self._connection, unknown)
        identities = iter(self._identities(len(unknown)))
        for one in unknown:
            found = addresses.at(one.address)
            if found and (same := same_item(one, found)) is not None:
                self._recognised(one, same)
                continue
            id_ = next(identities)
            retold = same_article(one, found)
            # Whoever has read an article has read it, whichever source brings it next.
            read_at = retold.read_at if retold is not None and retold.source != one.source else None
            content = one.arrival.content_hash
            story = self._story(one, id_, retold)
            placed = Placed(id_, one.source, story, one.title, content, one.published, read_at)
            addresses.add(one.address, placed)
            self._new.append((one, placed))
            self._touched.add(id_)

    def _recognised(self, one: Stable, same: Placed) -> None:
        """Keep a stored item whose feed gave it another GUID."""
        if same.id in self._touched:
            return  # the same entry twice in one answer
        self._touched.add(same.id)
        if same.content == one.arrival.content_hash:
            self._guids.append((one.arrival.guid_hash, same.id))
        else:
            self._changed.append((one, same.id, same.story))

    def _story(self, one: Stable, id_: int, retold: Placed | None) -> int:
        story = None if retold is None else retold.story
        if self._grouper is None:
            return id_ if story is None else story
        if story is None:
            story = self._grouper.story_of(one.arrival.item, one.at)
        story = id_ if story is None else story
        self._grouper.told(one.arrival.item, one.at, story)
        return story

    def _settle_stories(self) -> None:
        """Give a story of its own to what the grouper joined to one that is no longer there."""
        if self._grouper is None:
            return
        own = {placed.id for _one, placed in self._new}
        wanted = {placed.story for _one, placed in self._new} - own
        lost = wanted - {row[0] for row in ask_each(self._connection, _STORIES, wanted)}
        first: dict[int, int] = {}
        for _one, placed in self._new:
            if placed.story in lost:
                placed.story = first.setdefault(placed.story, placed.id)
        for story in lost:
            self._grouper.forget(story)

    def _write_new(self) -> set[int]:
        if not self._new:
            return set()
        connection, new = self._connection, self._new
        stories: dict[int, list[tuple[Stable, Placed]]] = defaultdict(list)
        for pair in new:
            stories[pair[1].story].append(pair)
        opened = [self._story_row(told) for story, told in stories.items() if told[0][1].id == story]
        write(connection, ADD_ITEMS, [item_row(one, at.id, at.story, at.read_at) for one, at in new])
        write(connection, ADD_BODIES, [(at.id, one.html, one.folded) for one, at in new])
        write(connection, ADD_MEMBERSHIPS, self._memberships((one, at.id, at.story) for one, at in new))
        write(connection, ADD_STORIES, opened)
        renew_stories(connection, set(stories) - {row[0] for row in opened})
        watch_search.index_new(connection, [at.id for _one, at in new])
        return set(stories)

    def _story_row(self, told: Sequence[tuple[Stable, Placed]]) -> Row:
        """Return the values of `ADD_STORIES`, as `renew_stories` would derive them."""
        first = told[0][1]
        if len(told) == 1:
            return (first.id, first.id, told[0][0].moment, 1, int(first.read_at is None))
        best = min(told, key=lambda pair: (-self._standing[pair[1].source], pair[0].moment, pair[1].id))
        unread = sum(1 for _one, at in told if at.read_at is None)
        return (first.id, best[1].id, max(one.moment for one, _at in told), len(told), unread)

    def _write_changed(self) -> set[int]:
        if not self._changed:
            return set()
        connection = self._connection
        before = {
            row[0]: row[1] for row in ask_each(connection, _FOLDED, (kept[1] for kept in self._changed))
        }
        reworded = [kept for kept in self._changed if before.get(kept[1]) != kept[0].folded]
        identities = [id_ for _one, id_, _story in reworded]
        watch_search.unindex(connection, identities)
        write(connection, CHANGE_ITEMS, [changed_row(one, id_) for one, id_, _story in self._changed])
        write(connection, CHANGE_BODIES, [(one.html, one.folded, id_) for one, id_, _story in self._changed])
        watch_search.index(connection, identities)
        write(connection, DROP_MEMBERSHIPS, [(id_,) for id_ in identities])
        write(connection, ADD_MEMBERSHIPS, self._memberships(reworded))
        return {story for _one, _id, story in self._changed}

    def _memberships(self, items: Iterable[_Kept]) -> list[Row]:
        rows: list[Row] = []
        for one, id_, story in items:
            for list_ in self._lists.get(one.source, ()):
                matcher = self._matchers.get(list_)
                if matcher is None or matcher.matches_folded(one.source, one.folded):
                    rows.append((id_, list_, story))
        return rows

    def _identities(self, how_many: int) -> Sequence[int]:
        if self._on_server:
            asked = self._connection.exec_driver_sql(_NEXT_ON_SERVER, (how_many,))
            return [row[0] for row in asked]
        last = self._connection.exec_driver_sql(_LAST_OF_FILE).scalar_one_or_none() or 0
        return range(last + 1, last + how_many + 1)
