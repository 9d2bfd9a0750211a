"""The clinic's accounts."""

import pytest

from cmstation.domain.accounts import AccountState, NewAccount
from cmstation.domain.delivery import OPEN_STATES, DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.drafts import DraftFilter
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import AccountLimits, Network, Way
from tests.storage.station import NOW, Station

LIMITS = AccountLimits(max_characters=500, max_pictures=4, max_alt_text=1500)


def test_an_account_is_read_as_it_was_added(station: Station) -> None:
    new = NewAccount(
        Network.MASTODON,
        Way.DIRECT,
        "Clinique",
        address="https://mastodon.example",
        login="clinique",
        handle="@clinique@mastodon.example",
        software="4.3.1",
        limits=LIMITS,
        native_scheduling=False,
    )

    added = station.accounts.add(new, NOW)

    assert station.accounts.get(added.id) == added
    assert station.accounts.all() == (added,)
    assert (added.network, added.way, added.name, added.address) == (
        new.network,
        new.way,
        new.name,
        new.address,
    )
    assert (added.login, added.handle, added.software) == (new.login, new.handle, new.software)
    assert (added.limits, added.native_scheduling) == (LIMITS, False)
    assert (added.state, added.position, added.checked_at) == (AccountState.READY, 0, None)


def test_changed_fields_are_stored(station: Station) -> None:
    account = station.account()

    changed = station.accounts.update(
        account.id, name="Maternité", state=AccountState.SIGN_IN_NEEDED, limits=LIMITS, checked_at=NOW
    )
    without_limits = station.accounts.update(account.id, limits=None)

    assert (changed.name, changed.state, changed.limits) == ("Maternité", AccountState.SIGN_IN_NEEDED, LIMITS)
    assert changed.checked_at == NOW
    assert (without_limits.limits, without_limits.name) == (None, "Maternité")
    assert station.accounts.update(account.id) == without_limits


def test_limits_of_a_later_release_are_ignored(station: Station) -> None:
    account = station.accounts.update(station.account().id, limits=LIMITS)
    with station.database.engine.begin() as connection:
        connection.exec_driver_sql(
            """UPDATE accounts SET limits = '{"max_characters": 500, "max_polls": 3}'"""
        )

    assert station.accounts.get(account.id).limits == AccountLimits(max_characters=500)


def test_accounts_are_listed_in_the_order_a_person_chose(station: Station) -> None:
    first, second, third = (station.account(name=name) for name in "abc")

    ordered = station.accounts.reorder([third.id, first.id])

    assert [found.id for found in ordered] == [third.id, first.id, second.id]
    assert station.accounts.all() == ordered
    assert [found.position for found in ordered] == [0, 1, 2]
    assert station.account().position == 3


def test_an_account_that_never_sent_anything_is_removed_for_good(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    station.posts.set_version(post.id, account.id, NOW, text="Particulier")

    station.accounts.remove(account.id, NOW)

    assert station.accounts.all() == ()
    assert station.posts.get(post.id).accounts == ()
    assert station.posts.rows(DraftFilter(words="particulier")) == ()
    with pytest.raises(NotFound):
        station.accounts.get(account.id)


def test_the_identity_of_a_removed_account_is_never_given_out_again(station: Station) -> None:
    account = station.account()
    station.accounts.remove(account.id, NOW)

    assert station.account().id > account.id


def test_an_account_with_a_history_stays_in_the_history_only(station: Station) -> None:
    account = station.account()
    sent, draft = station.post(account), station.post(account)
    delivery = station.in_state(sent, account, DeliveryState.SENT)

    station.accounts.remove(account.id, NOW)

    assert station.accounts.all() == ()
    assert station.accounts.get(account.id) == account
    assert station.posts.get(sent.id).deliveries == (delivery,)
    assert station.posts.get(sent.id).accounts == (account.id,)
    assert station.posts.get(draft.id).accounts == ()
    with pytest.raises(NotFound):
        station.posts.choose_accounts(draft.id, [account.id], NOW)
    with pytest.raises(NotFound):
        station.waiting(draft, account)


@pytest.mark.parametrize("state", sorted(OPEN_STATES))
def test_an_account_with_something_on_its_way_is_not_removed(
    sqlite_station: Station, state: DeliveryState
) -> None:
    account = sqlite_station.account()
    post = sqlite_station.post(account)
    sqlite_station.in_state(post, account, state)

    with pytest.raises(AlreadyPlanned) as refused:
        sqlite_station.accounts.remove(account.id, NOW)

    assert refused.value.facts == {"post": post.id, "account": account.id, "kind": "post"}
    assert sqlite_station.accounts.all() == (account,)


@pytest.mark.parametrize("state", [s for s in AccountState if s is not AccountState.PAUSED])
def test_a_paused_account_resumes_as_it_was(station: Station, state: AccountState) -> None:
    account = station.account().id
    station.accounts.update(account, state=state)

    paused = [station.accounts.pause(account).state for _ in range(2)]
    standing = station.accounts.standing(account)
    resumed = [station.accounts.resume(account).state for _ in range(2)]

    assert paused == [AccountState.PAUSED] * 2
    assert standing is state
    assert resumed == [state] * 2
    assert station.settings.all() == {}


def test_what_happens_to_a_paused_account_shows_once_it_resumes(station: Station) -> None:
    account, awake = station.account().id, station.account().id
    station.accounts.pause(account)

    settled = station.accounts.settle(account, AccountState.SIGN_IN_NEEDED)
    station.accounts.settle(awake, AccountState.SIGN_IN_NEEDED)

    assert settled.state is AccountState.PAUSED
    assert station.accounts.resume(account).state is AccountState.SIGN_IN_NEEDED
    assert station.accounts.get(awake).state is AccountState.SIGN_IN_NEEDED


def test_a_removed_account_leaves_no_pause_behind(station: Station) -> None:
    account = station.account().id
    station.accounts.pause(account)

    station.accounts.remove(account, NOW)

    assert station.settings.all() == {}


def test_what_is_not_there_is_not_found(station: Station) -> None:
    for missing in (
        lambda: station.accounts.get(9),
        lambda: station.accounts.update(9, name="x"),
        lambda: station.accounts.pause(9),
        lambda: station.accounts.resume(9),
        lambda: station.accounts.settle(9, AccountState.READY),
        lambda: station.accounts.remove(9, NOW),
        lambda: station.accounts.reorder([9]),
    ):
        with pytest.raises(NotFound):
            missing()
    with pytest.raises(TypeError):
        station.accounts.update(station.account().id, password="x")  # pyright: ignore[reportCallIssue]
