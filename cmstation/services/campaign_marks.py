"""Say what a post's links carry when it leaves: the one place that decides on campaign marks."""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from cmstation.domain.accounts import Account
from cmstation.domain.campaign_links import host_of
from cmstation.domain.delivery import LEFT_STATES, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.labels import Campaign, Theme
from cmstation.domain.link_marks import LinkMarks, shows_marks
from cmstation.domain.networks import Network, Way
from cmstation.domain.outgoing_text import text_as_sent
from cmstation.services.preferences import Preferences
from cmstation.storage.deliveries import Deliveries

if TYPE_CHECKING:
    from cmstation.services.station import Station

# The content is with the network; what a person pastes may still change.
_GONE = LEFT_STATES - {DeliveryState.HANDED_OVER}


class KnownAccounts(Protocol):
    """Where the clinic's accounts are asked for."""

    def all(self) -> tuple[Account, ...]:
        """Return the accounts in their order."""
        ...


class KnownLabels(Protocol):
    """Where campaigns and themes are asked for."""

    def campaigns(self) -> tuple[Campaign, ...]:
        """Return the campaigns."""
        ...

    def themes(self) -> tuple[Theme, ...]:
        """Return the themes."""
        ...


class CampaignMarks:
    """Marks the links of posts, when the clinic wants it."""

    def __init__(
        self, preferences: Preferences, accounts: KnownAccounts, labels: KnownLabels, deliveries: Deliveries
    ) -> None:
        self._preferences = preferences
        self._accounts = accounts
        self._labels = labels
        self._deliveries = deliveries

    def sites(self) -> tuple[str, ...]:
        """Return the hosts of the clinic's sites that are known from its accounts."""
        return site_hosts(self._accounts.all())

    def marks(self, draft: Draft) -> LinkMarks:
        """Return the marks of a post, whether they are wanted or not."""
        hosts = self._hosts()
        return LinkMarks(hosts, self._campaign(draft)) if hosts else LinkMarks()

    def leaving(self, draft: Draft) -> Draft:
        """Return a post as it leaves now: each account's version, with its marks when they are wanted.

        A post that was promised to leave is not kept here by marks: where they alone make it too long,
        it leaves without them.
        """
        if not self._preferences.marks_links():
            return draft
        return self._marked(draft, frozenset(draft.accounts))

    def shown(self, draft: Draft) -> Draft:
        """Return a post as a preview shows it: what is armed or has left, as it was armed."""
        wanted = set(draft.accounts) if self._preferences.marks_links() else set[int]()
        for one in draft.deliveries if self._hosts() else ():
            if one.kind is DeliveryKind.POST and one.state is not DeliveryState.CANCELLED:
                armed = self._deliveries.payload(one.id)
                if armed is not None or one.state in _GONE:
                    wanted.discard(one.account)
                    wanted |= self._marked_in(armed or b"", one.account)
        return self._marked(draft, frozenset(wanted))

    def sites_marked(self, written: Draft, leaving: Draft, account: Account) -> tuple[str, ...]:
        """Return the sites to which an account's links carry marks in what leaves."""
        if leaving.version(account.id) == written.version(account.id):
            return ()
        return self.marks(written).hosts(written, account)

    def place_as_written(self, written: Draft, leaving: Draft, account: Account, place: int) -> int:
        """Return where something in the text that leaves stands in the text as it was written."""
        if leaving.version(account.id) == written.version(account.id):
            return place
        return self.marks(written).place_as_written(text_as_sent(written, account), account, place)

    def _marked(self, draft: Draft, wanted: frozenset[int]) -> Draft:
        if not wanted:
            return draft
        accounts = [one for one in self._accounts.all() if one.id in wanted]
        marked = self.marks(draft).leaving(draft, accounts)
        if marked is draft:
            return draft
        promised = {one.account for one in draft.deliveries if one.state is not DeliveryState.CANCELLED}
        changed = [one for one in accounts if marked.version(one.id) != draft.version(one.id)]
        bare = {one.id for one in changed if one.id in promised and _too_long_by_marks(draft, marked, one)}
        versions = [draft.version(said.account) if said.account in bare else said for said in marked.versions]
        return replace(marked, versions=tuple(versions))

    def _marked_in(self, armed: bytes, account: int) -> set[int]:
        return {one.id for one in self._accounts.all() if one.id == account and shows_marks(armed, one)}

    def _hosts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.sites(), *self._preferences.own_sites())))

    def _campaign(self, draft: Draft) -> str:
        """Return the name of a post's campaign, or of its theme."""
        if draft.campaign is not None:
            named = {one.id: one.name for one in self._labels.campaigns()}
            if found := named.get(draft.campaign, ""):
                return found
        if draft.theme is None:
            return ""
        return {one.id: one.name for one in self._labels.themes()}.get(draft.theme, "")


def marks_of(station: "Station") -> CampaignMarks:
    """Return the marks of an open folder."""
    return CampaignMarks(station.preferences, station.accounts, station.labels, Deliveries(station.database))


def site_hosts(accounts: tuple[Account, ...]) -> tuple[str, ...]:
    """Return the hosts of the sites on which the clinic publishes, each once.

    A site to which a person pastes counts not: its address may be that of a service many others use.
    """
    sites = (
        host_of(one.address)
        for one in accounts
        if one.network is Network.WORDPRESS and one.way is not Way.ASSISTED
    )
    return tuple(dict.fromkeys(host for host in sites if host))


def _too_long_by_marks(written: Draft, marked: Draft, account: Account) -> bool:
    return not _fits(marked, account) and _fits(written, account)


def _fits(draft: Draft, account: Account) -> bool:
    from cmstation.domain.checks.ready import limits_of  # noqa: PLC0415 (counting imports regex)
    from cmstation.domain.counting.count import count  # noqa: PLC0415

    warning = draft.version(account.id).options.get("spoiler_text", "")
    comment, limits = draft.first_comment_for(account.id), limits_of(account)
    return (
        count(account.network, text_as_sent(draft, account), limits, spoiler_text=warning).fits
        and count(account.network, comment, limits).fits
    )
