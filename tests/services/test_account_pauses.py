"""A pause hides nothing: what an account was, or became meanwhile, is what it is once it resumes."""

from cmstation.domain.accounts import AccountState, NewAccount, Secret
from cmstation.domain.networks import Network, Way
from tests.fakes.moody_network import Mood
from tests.services.conftest import Bench

NEW = NewAccount(Network.BLUESKY, Way.DIRECT, "Bluesky", "https://network.example", "clinic")


def state_of(bench: Bench, account: int) -> AccountState:
    return bench.station.accounts.get(account).state


def signed_out(bench: Bench) -> int:
    """Add an account whose password the network no longer takes."""
    account = bench.account()
    bench.network_of(account).moods = [Mood.SIGNED_OUT]
    post = bench.station.drafts.new(title="Don du sang", text="Venez jeudi.").value.id
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    assert state_of(bench, account.id) is AccountState.SIGN_IN_NEEDED
    return account.id


def test_an_account_that_needs_a_sign_in_still_needs_it_after_a_pause(bench: Bench) -> None:
    account = signed_out(bench)

    bench.station.accounts.pause(account, True)
    bench.restart()
    bench.station.accounts.pause(account, False)

    assert state_of(bench, account) is AccountState.SIGN_IN_NEEDED


def test_signing_in_does_not_end_a_pause(bench: Bench) -> None:
    account = signed_out(bench)
    bench.station.accounts.pause(account, True)

    bench.station.accounts.sign_in_again(account, Secret({"password": "new"}))
    paused = state_of(bench, account)
    bench.station.accounts.pause(account, False)

    assert paused is AccountState.PAUSED
    assert state_of(bench, account) is AccountState.READY


def test_a_check_that_passes_during_a_pause_counts_once_it_ends(bench: Bench) -> None:
    account = signed_out(bench)
    bench.station.accounts.pause(account, True)

    bench.station.accounts.check(account)
    bench.station.accounts.pause(account, False)

    assert state_of(bench, account) is AccountState.READY


def test_a_session_that_ended_during_a_pause_needs_its_password_again(bench: Bench) -> None:
    account = bench.station.accounts.add(NEW, Secret({"password": "once"}), session_only=True).value.id
    bench.station.accounts.pause(account, True)

    bench.restart()
    bench.station.accounts.pause(account, False)

    assert state_of(bench, account) is AccountState.SIGN_IN_NEEDED


def test_a_check_that_passes_frees_an_account_that_was_signed_out(bench: Bench) -> None:
    account = bench.account()
    bench.station.accounts.pause(account.id, True)
    bench.station.accounts.check(account.id)
    assert bench.station.accounts.get(account.id).state is AccountState.PAUSED

    bench.station.accounts.pause(account.id, False)

    assert bench.station.accounts.get(account.id).state is AccountState.READY
