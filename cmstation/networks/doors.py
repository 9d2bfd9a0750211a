"""Builds the adapter of an account: the one place that knows which network speaks how."""

from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account, AccountState, NewAccount, Secret
from cmstation.domain.clock import Clock
from cmstation.domain.metrics_networks import MetricsReader
from cmstation.domain.networks import AccountChecker, Network, Publisher, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from cmstation.networks.bluesky import Bluesky
    from cmstation.networks.mastodon import Mastodon
    from cmstation.networks.rehearsal import Rehearsal
    from cmstation.networks.wordpress import WordPress

    Adapter = Rehearsal | WordPress | Mastodon | Bluesky


class NoDirectWay(Exception):
    """A defect of ours: this network has no adapter, so its accounts are assisted."""


class NetworkDoors:
    """Gives adapters, each with a session of its own; the modules are imported when first needed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def publisher(
        self, account: Account, secret: Secret | None, keep: "Callable[[Secret], None]"
    ) -> Publisher:
        """Return the adapter of an account."""
        return self._adapter(account, secret, keep)

    def checker(self, account: NewAccount, secret: Secret | None) -> AccountChecker:
        """Return something that checks an account before it is stored."""
        return self._adapter(_unstored(account), secret, lambda _fresh: None)

    def metrics(
        self, account: Account, secret: Secret | None, keep: "Callable[[Secret], None]"
    ) -> MetricsReader | None:
        """Return what reads an account's figures; None where its network does not tell us any."""
        if account.way is not Way.DIRECT:
            return None
        from cmstation.networks.metrics_counts import PacedSession  # noqa: PLC0415

        session, words = PacedSession(self._clock), secret or Secret({})
        match account.network:
            case Network.WORDPRESS:
                from cmstation.networks.metrics_wordpress import WordPressMetrics  # noqa: PLC0415

                return WordPressMetrics(session, account, words)
            case Network.MASTODON:
                from cmstation.networks.metrics_mastodon import MastodonMetrics  # noqa: PLC0415

                return MastodonMetrics(session, account, words)
            case Network.BLUESKY:
                from cmstation.networks.metrics_bluesky import BlueskyMetrics  # noqa: PLC0415

                return BlueskyMetrics(session, account, words, keep)
            case _:
                return None

    def _adapter(
        self, account: Account, secret: Secret | None, keep: "Callable[[Secret], None]"
    ) -> "Adapter":
        if account.way is Way.REHEARSAL:
            from cmstation.networks.rehearsal import Rehearsal  # noqa: PLC0415

            return Rehearsal(account, self._clock)
        from cmstation.networks.session import Session  # noqa: PLC0415 (requests comes late)

        session, words = Session(self._clock), secret or Secret({})
        match account.network:
            case Network.WORDPRESS:
                from cmstation.networks.wordpress import WordPress  # noqa: PLC0415

                return WordPress(session, account, words, self._clock)
            case Network.MASTODON:
                from cmstation.networks.mastodon import Mastodon  # noqa: PLC0415

                return Mastodon(session, account, words, self._clock)
            case Network.BLUESKY:
                from cmstation.networks.bluesky import Bluesky  # noqa: PLC0415

                return Bluesky(session, account, words, self._clock, keep)
            case _:
                raise NoDirectWay(account.network)


def _unstored(new: NewAccount) -> Account:
    return Account(
        id=0,
        network=new.network,
        way=new.way,
        name=new.name,
        handle=new.handle,
        address=new.address,
        login=new.login,
        state=AccountState.READY,
        position=0,
        software=new.software,
        limits=new.limits,
        native_scheduling=new.native_scheduling,
    )
