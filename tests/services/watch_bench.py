"""A watch without a network: sources that say what the test wants, and short ways to make items."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.feeds import FeedFormat, ParsedFeed, ParsedItem
from cmstation.domain.networks import Network, Way
from cmstation.domain.watch import Item, Source, SourceKind, SourceState, SourceTrouble, StoryFilter
from cmstation.domain.watch_networks import Fetched, Findings, Found, Guess, Missed, SourceUnread
from cmstation.domain.web_pages import WebPage
from cmstation.networks.watch_doors import LateCleaner
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.services.watch_doors import WatchDoors
from cmstation.services.watch_sources import FoundSource
from tests.fakes.moody_network import MoodyDoors
from tests.fakes.secret_box import SecretBox

HOUR = timedelta(hours=1)


@dataclass(eq=False)
class World:
    """What lies outside: feeds and pages by their address."""

    feeds: dict[str, list[ParsedItem]] = field(default_factory=dict[str, list[ParsedItem]])
    troubles: dict[str, SourceTrouble] = field(default_factory=dict[str, SourceTrouble])
    pages: dict[str, WebPage] = field(default_factory=dict[str, WebPage])

    def read(self, source: Source, state: SourceState) -> Fetched:
        if trouble := self.troubles.get(source.address):
            raise SourceUnread(trouble, "503")
        items = tuple(self.feeds.get(source.address, ()))
        return Fetched(ParsedFeed(source.title, items, FeedFormat.RSS))

    def stop(self) -> None: ...

    def close(self) -> None: ...

    def find(self, typed: str) -> Findings:
        if typed in self.feeds:
            items = tuple(self.feeds[typed])
            return Findings(
                (Found(SourceKind.FEED, typed, f"Flux {typed[8:]}", "https://site.example", items),)
            )
        missed = Missed(Guess(SourceKind.FEED, typed), self.troubles.get(typed, SourceTrouble.GONE), "404")
        return Findings(missed=(missed,))


@dataclass
class Pages:
    """The pages of the world."""

    world: World

    def read(self, address: str) -> WebPage:
        if address not in self.world.pages:
            raise SourceUnread(SourceTrouble.GONE, "404")
        return self.world.pages[address]


@dataclass
class WatchBench:
    """A station with a watch; `restart` is a kill and a new start."""

    folder: Path
    clock: FixedClock
    world: World
    station: Station

    def restart(self) -> Station:
        self.station.close()
        self.station = opened(self.folder, self.clock, self.world)
        return self.station

    def source(self, name: str = "gazette", *lists: int) -> Source:
        found = FoundSource(SourceKind.FEED, f"https://{name}.example/feed", name.title())
        return self.station.watch_sources.add(found, lists).value

    def tell(
        self, source: Source, title: str, text: str = "", *, ago: timedelta = HOUR, link: str = ""
    ) -> None:
        """Let a source say something; `refresh` reads it."""
        items = self.world.feeds.setdefault(source.address, [])
        key = f"{source.address}/{len(items)}"
        items.append(ParsedItem(title, link or key, key, self.clock.now() - ago, f"<p>{text}</p>"))

    def refresh(self) -> int:
        return self.station.watch_refresh.refresh(lambda _done, _total: None, force=True).new_items

    def item(self, title: str, text: str = "", *, name: str = "gazette", ago: timedelta = HOUR) -> Item:
        """Store one item and return it."""
        source = self.source(name)
        self.tell(source, title, text, ago=ago)
        self.refresh()
        return self.found(title)

    def found(self, title: str) -> Item:
        return next(one for one in self.items() if one.title == title)

    def items(self, wanted: StoryFilter | None = None) -> Iterator[Item]:
        reading = self.station.watch_reading
        for story in reading.keys(wanted or StoryFilter()):
            yield from reading.story(story)

    def titles(self, wanted: StoryFilter | None = None) -> list[str]:
        return [item.title for item in self.items(wanted)]

    def account(self, network: Network = Network.MASTODON, name: str = "") -> Account:
        new = NewAccount(
            network, Way.DIRECT, name or network.proper_name, "https://network.example", "clinic"
        )
        return self.station.accounts.add(new, Secret({"password": "s3cret-word"})).value

    def pass_time(self, wait: timedelta) -> None:
        self.clock.instant += wait


def opened(folder: Path, clock: FixedClock, world: World) -> Station:
    readers: Mapping[SourceKind, World] = {SourceKind.FEED: world}
    doors = WatchDoors(readers, world, Pages(world), LateCleaner())
    return open_station(folder, parts=Parts(clock, SecretBox(), MoodyDoors(), doors))


def watch_bench(folder: Path, now: datetime) -> WatchBench:
    clock, world = FixedClock(now), World()
    return WatchBench(folder, clock, world, opened(folder, clock, world))


class Undoable(Protocol):
    """A command that was done (`services/done.py`: Done, whatever its value)."""

    @property
    def undo(self) -> Callable[[], Changes] | None: ...


def undone(done: Undoable) -> Changes:
    """Take a command back."""
    assert done.undo is not None
    return done.undo()
