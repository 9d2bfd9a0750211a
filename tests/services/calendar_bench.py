"""The calendar's hands on a bench, and short ways to plan what they hold."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from cmstation.domain.accounts import Account
from cmstation.domain.calendar import ItemKey
from cmstation.domain.calendar_events import EventTime
from cmstation.domain.changes import Changes
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.networks import Network, ScheduledPost
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.domain.post_hours import post_key
from cmstation.services.calendar_hands import CalendarHands
from cmstation.services.done import Done
from cmstation.services.hour_moves import HourMoves
from cmstation.services.hour_taking import HourTaking
from cmstation.services.kept_posts import KeptPosts
from cmstation.services.remote_posts import RemotePosts
from cmstation.storage.accounts import Accounts
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.delivery_hours import DeliveryHours
from cmstation.storage.posts import Posts
from cmstation.storage.remote_posts import RemotePostTable
from cmstation.storage.settings import Settings
from tests.fakes.moody_network import MoodyNetwork
from tests.services.conftest import Bench

PARIS = "Europe/Paris"
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


class ListedEvents:
    """The clinic's events, of which only the wishes are written down."""

    def __init__(self) -> None:
        self.wishes: list[tuple[str, ItemKey, object]] = []

    def move(self, key: ItemKey, to: EventTime) -> Done[ItemKey]:
        return self._done("move", key, to)

    def shift(self, key: ItemKey, days: int, *, wall: time | None = None) -> Done[ItemKey]:
        return self._done("shift", key, (days, wall))

    def copy(self, key: ItemKey, days: int, *, wall: time | None = None) -> Done[ItemKey]:
        return self._done("copy", key, (days, wall))

    def _done(self, name: str, key: ItemKey, wish: object) -> Done[ItemKey]:
        self.wishes.append((name, key, wish))

        def undo() -> Changes:
            self.wishes.append(("undo", key, None))
            return Changes(calendar=True)

        return Done(key, Changes(calendar=True), undo)


@dataclass
class CalendarBench:
    """A bench with hands."""

    bench: Bench
    hands: CalendarHands
    remote: RemotePosts
    events: ListedEvents
    seen: RemotePostTable
    deliveries: Deliveries

    def account(self, network: Network = Network.BLUESKY) -> Account:
        """Add an account; its network judges hours by the bench's clock."""
        account = self.bench.account(network)
        self.bench.network_of(account).clock = self.bench.clock
        return account

    def network(self, account: Account) -> MoodyNetwork:
        return self.bench.network_of(account)

    def at(self, wait: timedelta) -> PlannedTime:
        return at_instant(self.bench.clock.now() + wait, PARIS)

    def draft(self, *accounts: Account, planned: PlannedTime | None = None, text: str = "Venez.") -> int:
        """Write a post for accounts."""
        chosen = [one.id for one in accounts]
        drafts = self.bench.station.drafts
        return drafts.new(title="Don du sang", text=text, accounts=chosen, planned=planned).value.id

    def scheduled(self, *accounts: Account, wait: timedelta = DAY) -> tuple[int, ItemKey]:
        """Put a post in the outbox for an hour; networks that keep posts have it already."""
        due = self.at(wait)
        post = self.draft(*accounts, planned=due)
        self.bench.station.outbox.plan(post, due=due)
        self.bench.station.outbox.deliver_due()
        return post, post_key(post, due.instant)

    def of(self, post: int, account: Account) -> Delivery:
        """Return an account's delivery of a post that is not cancelled."""
        found = [
            one
            for one in self.bench.station.outbox.of_post(post)
            if one.account == account.id
            and one.kind is DeliveryKind.POST
            and one.state is not DeliveryState.CANCELLED
        ]
        return found[0]

    def due(self, post: int, account: Account) -> datetime:
        return self.of(post, account).due.instant

    def planned(self, post: int) -> datetime | None:
        planned = self.bench.station.drafts.open(post).planned
        return planned.instant if planned else None

    def kept_until(self, account: Account) -> list[datetime]:
        """Return the hours of all that an account's network keeps."""
        return sorted(self.network(account).hours.values())

    def plan_by_hand(self, account: Account, name: str, wait: timedelta, text: str = "Par Lucie") -> datetime:
        """Let somebody plan on the network itself."""
        due = self.bench.clock.now() + wait
        self.network(account).by_hand.append(ScheduledPost(name, due, f"Titre {name}", text, ""))
        return due


def calendar_of(bench: Bench) -> CalendarBench:
    """Join the hands to the services of a bench."""
    database, station = bench.station.database, bench.station
    deliveries, hours, accounts = Deliveries(database), DeliveryHours(database), Accounts(database)
    seen, events = RemotePostTable(database), ListedEvents()
    open_door = station.accounts.open_door
    kept = KeptPosts(deliveries, hours, accounts, open_door, bench.clock)
    moves = HourMoves(deliveries, hours, Posts(database), accounts, kept, bench.clock)
    taking = HourTaking(station.drafts, station.outbox, hours, bench.clock)
    settings = Settings(database)
    remote = RemotePosts(seen, hours, accounts, kept, settings, station.preferences, open_door, bench.clock)
    hands = CalendarHands(station.drafts, moves, taking, remote, events)
    return CalendarBench(bench, hands, remote, events, seen, deliveries)


def utc(*parts: int) -> datetime:
    """Return an aware UTC moment."""
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type]
