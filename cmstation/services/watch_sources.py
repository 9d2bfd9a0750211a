"""The sources of the watch: found behind an address, added, paused, removed, exchanged with other readers."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, cast

from cmstation.domain.accounts import Secret
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound
from cmstation.domain.watch import (
    Source,
    SourceKind,
    SourceOverview,
    SourceState,
    SourceTrouble,
    WatchList,
)
from cmstation.domain.watch_mailboxes import PASSWORD, MailboxFolder, mailbox_folder
from cmstation.domain.watch_networks import Findings, Found, SourceFinder, SourceUnread, sample
from cmstation.services.done import Done
from cmstation.services.watch_lists import CHANGED, ListBook
from cmstation.services.watch_mailboxes import Mailboxes
from cmstation.services.watch_opml import OpmlExchange, OpmlPreview, OpmlReport
from cmstation.services.watch_starter import StarterSource, starter_sources
from cmstation.storage.database import Database
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_sources import SourceFields, WatchSources
from cmstation.storage.watch_stories import WatchStories

PAPER_ADDRESS: Final = "paper"
PAPER_TITLE: Final = "Presse papier"


@dataclass(frozen=True, slots=True)
class WatchedSource:
    """A source as the list of sources shows it.

    Args:
        lists: that look at it, in the person's order.
        unread: how many of its stories have something unread.
    """

    source: Source
    state: SourceState
    lists: tuple[int, ...] = ()
    unread: int = 0


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source that was read just now and can be added.

    Args:
        sample: the titles of its newest items.
        known: the source that it is, when it is watched already.
    """

    kind: SourceKind
    address: str = field(repr=False)
    title: str = ""
    site: str = ""
    sample: tuple[str, ...] = ()
    known: int | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """What looking behind an address brought, best first.

    Args:
        trouble: why nothing was found; None when something was.
        detail: a figure or a word to the trouble, never an address.
    """

    found: tuple[FoundSource, ...] = ()
    trouble: SourceTrouble | None = None
    detail: str = ""


class SourceBook:
    """What a person can do with sources.

    Attributes:
        mailboxes: signs in to mailboxes and keeps their passwords.
    """

    def __init__(
        self,
        database: Database,
        lists: ListBook,
        opml: OpmlExchange,
        finder: SourceFinder,
        clock: Clock,
        mailboxes: Mailboxes | None = None,
    ) -> None:
        self.mailboxes = mailboxes or Mailboxes({}, None)
        self._database = database
        self._sources = WatchSources(database)
        self._tables = WatchLists(database)
        self._stories = WatchStories(database)
        self._lists = lists
        self._opml = opml
        self._finder = finder
        self._clock = clock

    # --- questions ---

    def all(self) -> tuple[WatchedSource, ...]:
        """Return the sources with how they go, by what they are called."""
        lists, unread = dict[int, list[int]](), self._stories.unread_by_source()
        for one in self._lists.all():
            for source in one.sources:
                lists.setdefault(source, []).append(one.id)
        return tuple(
            WatchedSource(source, state, tuple(lists.get(source.id, ())), unread.get(source.id, 0))
            for source, state in self._sources.all()
        )

    def overview(self) -> SourceOverview:
        """Return all sources at a glance."""
        return self._sources.overview()

    def get(self, source: int) -> Source:
        """Return one source."""
        return self._sources.get(source)

    def state(self, source: int) -> SourceState:
        """Return how the reading of a source goes."""
        return self._sources.state(source)

    def next_due(self) -> datetime | None:
        """Return when the next source is to be read, None when none ever is."""
        return self._sources.next_due()

    def starter(self) -> tuple[StarterSource, ...]:
        """Return sources to begin with, none of which was tried."""
        return starter_sources()

    def look(self, address: str) -> Discovery:
        """Look for sources behind what a person typed or pasted; asks the network."""
        try:
            findings = self._finder.find(address.strip())
        except SourceUnread as unread:
            return Discovery(trouble=unread.trouble, detail=unread.detail)
        known = {(source.kind, source.address): source.id for source, _ in self._sources.all()}
        found = tuple(_found(one, known) for one in findings.found)
        return Discovery(found) if found else _nothing(findings)

    # --- changes ---

    def add(self, found: FoundSource, lists: Iterable[int] = (), name: str = "") -> Done[Source]:
        """Watch a source from now on; one that is watched already joins the lists.

        Args:
            name: what the person calls it, "" for its own title.
        """
        wanted = tuple(dict.fromkeys(lists))
        before = {source.id for source, _ in self._sources.all()}
        with one_transaction(self._database) as joined:
            source = WatchSources(joined).add(
                found.kind,
                found.address,
                self._clock.now(),
                title=found.title,
                site=found.site,
                own_title=name.strip(),
            )
            joining = _join(WatchLists(joined), source.id, wanted)
        for list_ in joining:
            self._lists.follow(list_)

        def undo() -> Changes:
            if source.id not in before:
                return self.remove(source.id).changes
            _leave(self._lists, self._tables, source.id, joining)
            return CHANGED

        return Done(source, CHANGED, undo)

    def add_mailbox(
        self,
        folder: MailboxFolder,
        password: Secret,
        lists: Iterable[int] = (),
        name: str = "",
        *,
        tried: bool = False,
    ) -> Done[Source]:
        """Watch a folder of a mailbox: signed in to, its password kept, then stored; or nothing of it.

        Args:
            tried: it was signed in to just now.

        Raises:
            SourceUnread: nobody could sign in, or there is no such folder.
            SecretsUnavailable, SecretsLocked, SecretsRefused: the password cannot be kept.
        """
        folder = mailbox_folder(folder.address)
        if not tried:
            self.mailboxes.look_in(folder, password)
        with self.mailboxes.keeping(folder, password):
            return self.add(FoundSource(SourceKind.MAILBOX, folder.address, folder.name), lists, name)

    def set_password(self, source: int, password: Secret, *, tried: bool = False) -> Done[Source]:
        """Give a mailbox its new password; all its folders are read again.

        Raises:
            SourceUnread: nobody could sign in; the former password stays.
            SecretsUnavailable, SecretsLocked, SecretsRefused: the password cannot be kept.
        """
        folder = mailbox_folder(self._sources.get(source).address)
        if not tried:
            self.mailboxes.look_in(folder, password)
        with self.mailboxes.keeping(folder, password):
            for one, state in self._sources.all():
                waits = one.id == source or state.trouble is SourceTrouble.SIGN_IN_NEEDED
                if waits and self.mailboxes.secret_name(one) == folder.secret_name:
                    self.resume(one.id)
                    self._sources.tried(replace(self._sources.state(one.id), trouble=None, detail=""))
        return Done(self._sources.get(source), CHANGED)

    def rename(self, source: int, name: str) -> Done[Source]:
        """Call a source as the person likes; "" for its own title."""
        return self._changed(source, {"own_title": name.strip()})

    def set_standing(self, source: int, standing: int) -> Done[Source]:
        """Say which source of a story is shown first; higher is better, 0 is usual."""
        return self._changed(source, {"standing": standing})

    def set_pace(self, source: int, minutes: int | None) -> Done[Source]:
        """Say how often a source is read at most; None for as often as it needs."""
        return self._changed(source, {"every_minutes": minutes})

    def pause(self, source: int) -> Done[Source]:
        """Read a source no more until the person says so."""
        return self._changed(source, {"paused": True})

    def resume(self, source: int) -> Done[Source]:
        """Read a source again, at the next refresh, as if it had never failed."""
        done = self._changed(source, {"paused": False})
        if done.value.kind is not SourceKind.PAPER:
            state = self._sources.state(source)
            self._sources.tried(replace(state, failures=0, due_at=self._clock.now()))
        return done

    def remove(self, source: int) -> Done[int]:
        """Stop watching a source; the password of a mailbox is forgotten with its last folder.

        Returns:
            How many of its items were kept, since the person did something with them.

        Raises:
            SecretsLocked, SecretsRefused: the keyring does not let go of the password; the source stays.
        """
        before = self._sources.get(source)
        lists = tuple(one for one in self._lists.all() if source in one.sources)
        others = [one for one, _ in self._sources.all() if one.id != source]
        with self.mailboxes.forgetting(before, others):
            kept = self._sources.remove(source, self._clock.now())
        return Done(kept, CHANGED, lambda: self._brought_back(before, lists))

    def paper(self) -> Source:
        """Return the source of what is typed, pasted or scanned, made when it is first wanted."""
        return self._sources.add(SourceKind.PAPER, PAPER_ADDRESS, self._clock.now(), title=PAPER_TITLE)

    # --- other readers ---

    def import_opml(self, data: bytes) -> OpmlPreview:
        """Look at a list of another reader; nothing is taken yet.

        Raises:
            NotOpml: it is no list of feeds, or broken.
        """
        return self._opml.read(data)

    def take_opml(self, preview: OpmlPreview) -> Done[OpmlReport]:
        """Take what was looked at: all that can be taken, or nothing."""
        return self._opml.take(preview)

    def export_opml(self) -> bytes:
        """Write all sources as other readers take them; lists are folders, mailboxes are left out."""
        return self._opml.write()

    def left_out_of_opml(self) -> int:
        """Return how many mailboxes the file leaves out: their addresses name a person."""
        return self._opml.left_out()

    # --- inside ---

    def _changed(self, source: int, fields: SourceFields) -> Done[Source]:
        before = self._sources.get(source)
        old: SourceFields = {
            "own_title": before.own_title,
            "standing": before.standing,
            "every_minutes": before.every_minutes,
            "paused": before.paused,
        }
        changed = self._sources.change(source, **fields)

        def undo() -> Changes:
            self._sources.change(source, **_some(old, fields))
            return CHANGED

        return Done(changed, CHANGED, undo)

    def _brought_back(self, before: Source, lists: tuple[WatchList, ...]) -> Changes:
        """Watch a removed source again; its items come back with its next reading."""
        back = self._sources.add(
            before.kind,
            before.address,
            self._clock.now(),
            title=before.title,
            site=before.site,
            own_title=before.own_title,
            every_minutes=before.every_minutes,
        )
        self._sources.change(back.id, standing=before.standing, paused=before.paused)
        if not self.mailboxes.restored(back):
            state = self._sources.state(back.id)
            missing = SourceTrouble.SIGN_IN_NEEDED
            self._sources.tried(replace(state, trouble=missing, detail=PASSWORD))
        for one in lists:
            try:
                present = self._tables.get(one.id).sources
                place = one.sources.index(before.id)
                self._lists.set_sources(one.id, (*present[:place], back.id, *present[place:]))
            except NotFound:
                continue  # the list is gone as well
        return CHANGED


def _leave(lists: ListBook, tables: WatchLists, source: int, left: Iterable[int]) -> None:
    for list_ in left:
        try:
            rest = [one for one in tables.get(list_).sources if one != source]
            lists.set_sources(list_, rest)
        except NotFound:
            continue


def _join(tables: WatchLists, source: int, lists: Iterable[int]) -> tuple[int, ...]:
    joining = [one for one in map(tables.get, lists) if source not in one.sources]
    for one in joining:
        tables.set_sources(one.id, (*one.sources, source))
    return tuple(one.id for one in joining)


def _found(one: Found, known: dict[tuple[SourceKind, str], int]) -> FoundSource:
    return FoundSource(
        kind=one.kind,
        address=one.address,
        title=one.title,
        site=one.site,
        sample=tuple(item.title for item in sample(one.items)),
        known=known.get((one.kind, one.address)),
    )


def _nothing(findings: Findings) -> Discovery:
    missed = next(iter(findings.missed), None)
    if missed is None:
        return Discovery(trouble=SourceTrouble.NOT_A_FEED)
    return Discovery(trouble=missed.trouble, detail=missed.detail)


def _some(old: SourceFields, fields: SourceFields) -> SourceFields:
    """Return what stood in the fields before."""
    kept = {name: value for name, value in old.items() if name in fields}
    return cast("SourceFields", kept)
