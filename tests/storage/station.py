"""A whole storage on one database, with short ways to make what a test needs."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from cmstation.domain.accounts import Account, NewAccount
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.media import MediaItem
from cmstation.domain.networks import Network, Receipt, Way
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.labels import Labels
from cmstation.storage.media import MediaTable
from cmstation.storage.posts import Posts
from cmstation.storage.settings import Settings

NOW = datetime(2026, 3, 18, 9, 30, 15, 123456, tzinfo=UTC)
ZONE = "Europe/Paris"
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
OWNER = "reception"


def in_hours(hours: float) -> PlannedTime:
    """Plan some hours after `NOW`."""
    return at_instant(NOW + hours * HOUR, ZONE)


def shared_database(folder: Path, accounts: int) -> Database:
    """Open a database with some accounts that many examples use one after the other."""
    database = Database.in_folder(folder)
    database.open(NOW)
    station = Station(database)
    for _ in range(accounts):
        station.account()
    return database


class Station:
    """All repositories on one opened database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.posts = Posts(database)
        self.deliveries = Deliveries(database)
        self.accounts = Accounts(database)
        self.media = MediaTable(database)
        self.labels = Labels(database)
        self.settings = Settings(database)
        self._numbers = count(1)

    def account(self, network: Network = Network.MASTODON, name: str = "La clinique") -> Account:
        """Add an account."""
        return self.accounts.add(NewAccount(network, Way.REHEARSAL, name), NOW)

    def medium(self, file_name: str = "hall.jpg", alt_text: str = "") -> MediaItem:
        """Add a medium."""
        return self.media.add(
            NOW,
            digest=f"{next(self._numbers):064x}",
            file_name=file_name,
            mime="image/jpeg",
            bytes=120_000,
            width=1600,
            height=900,
            had=("exif",),
            alt_text=alt_text,
        )

    def post(self, *accounts: Account, title: str = "Don du sang", text: str = "Venez jeudi.") -> Draft:
        """Add a post for accounts."""
        return self.posts.add(NOW, title=title, text=text, accounts=[found.id for found in accounts])

    def waiting(self, post: Draft, account: Account, kind: DeliveryKind = DeliveryKind.POST) -> Delivery:
        """Plan a delivery that is due now."""
        return self.deliveries.add(post.id, account.id, in_hours(0), NOW, key=self.key(), kind=kind)

    def key(self) -> str:
        """Make an idempotency key that was never used."""
        return f"{next(self._numbers):032x}"

    def sending(self, post: Draft, account: Account) -> Delivery:
        """Plan, claim and arm a delivery."""
        delivery = self.waiting(post, account)
        self.deliveries.claim(delivery.id, NOW, OWNER)
        return self.deliveries.arm(delivery.id, NOW, OWNER, b"{}", "digest")

    def in_state(self, post: Draft, account: Account, state: DeliveryState) -> Delivery:
        """Plan a delivery and lead it to a state the way the outbox does."""
        delivery = self.waiting(post, account).id
        self._lead(delivery, state)
        found = self.deliveries.get(delivery)
        assert found.state is state
        return found

    def _lead(self, delivery: int, state: DeliveryState) -> None:
        outbox = self.deliveries
        match state:
            case DeliveryState.WAITING:
                return
            case DeliveryState.HELD:
                outbox.held(delivery, NOW)
                return
            case DeliveryState.CANCELLED:
                outbox.cancel(delivery, NOW)
                return
            case DeliveryState.HANDED_OVER:
                outbox.handed_over(delivery, NOW)
                return
            case _:
                outbox.claim(delivery, NOW, OWNER)
        if state is not DeliveryState.PREPARING:
            outbox.arm(delivery, NOW, OWNER, b"{}", "digest")
        match state:
            case DeliveryState.SENT:
                outbox.sent(delivery, NOW, Receipt("1", "https://a.example/1"))
            case DeliveryState.ON_NETWORK:
                outbox.sent(delivery, NOW, Receipt("1", "", scheduled=True))
            case DeliveryState.FAILED:
                outbox.failed(delivery, NOW, "content_refused", "Too long")
            case DeliveryState.UNCERTAIN:
                outbox.uncertain(delivery, NOW, "outcome_unknown", "", ("nothing found",))
            case _:
                return
