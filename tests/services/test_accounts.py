"""Accounts: the secret goes to the keyring and nowhere else, and never gets lost on the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cmstation.domain.accounts import Account, AccountState, NewAccount, Secret
from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.errors import (
    NotFound,
    SecretsLocked,
    SecretsRefused,
    SecretsUnavailable,
    SignInNeeded,
    StationError,
)
from cmstation.domain.networks import (
    AccountLimits,
    AccountReport,
    CheckStep,
    Network,
    Publisher,
    StepState,
    TellStep,
    Way,
    tell_nobody,
)
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from tests.fakes.moody_network import MoodyDoor, MoodyNetwork
from tests.fakes.secret_box import SecretBox
from tests.services.conftest import START, Bench

NEW = NewAccount(Network.BLUESKY, Way.DIRECT, "Bluesky", "https://network.example", "clinic")
WORD = "s3cret-word-of-the-clinic"
TROUBLES = (SecretsUnavailable(reason="none"), SecretsLocked(), SecretsRefused())


PASSED = AccountReport((CheckStep("address", StepState.PASSED),))


@dataclass
class Report:
    """Says what the test wants it to say."""

    report: AccountReport

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        for step in self.report.steps:
            tell(step)
        return self.report


@dataclass
class KeepingDoors:
    """Remembers what each door was given, so that a test can hand renewed tokens back."""

    opened: list[Secret | None] = field(default_factory=list[Secret | None])
    keep: Callable[[Secret], None] = print
    report: AccountReport = PASSED

    def publisher(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> Publisher:
        self.opened.append(secret)
        self.keep = keep
        return MoodyDoor(MoodyNetwork())

    def checker(self, account: NewAccount, secret: Secret | None) -> Report:
        self.opened.append(secret)
        return Report(self.report)

    def metrics(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> None:
        return None


@dataclass
class Desk:
    """A station whose doors remember."""

    station: Station
    secrets: SecretBox
    doors: KeepingDoors

    def opened(self, account: Account) -> Secret | None:
        """Open an account's door; return the secret it was given."""
        self.station.accounts.open_door(account)
        return self.doors.opened[-1]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    secrets, doors = SecretBox(), KeepingDoors()
    station = open_station(tmp_path / "clinic", parts=Parts(FixedClock(START), secrets, doors))
    yield Desk(station, secrets, doors)
    station.close()


def parts_of(secret: Secret | None) -> dict[str, str]:
    assert secret is not None
    return secret.parts


# --- adding ---


def test_the_secret_goes_to_the_keyring_and_into_no_file(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD})).value
    folder = desk.station.folder
    desk.station.close()

    assert account.state is AccountState.READY
    assert [kept.parts for kept in desk.secrets.kept.values()] == [{"password": WORD}]
    assert not [file for file in folder.rglob("*") if file.is_file() and WORD.encode() in file.read_bytes()]


@pytest.mark.parametrize("trouble", [*TROUBLES, RuntimeError("a defect of the keyring")], ids=repr)
def test_when_the_keyring_refuses_nothing_is_stored(desk: Desk, trouble: Exception) -> None:
    desk.secrets.trouble = trouble

    with pytest.raises(type(trouble)):
        desk.station.accounts.add(NEW, Secret({"password": WORD}))

    assert desk.station.accounts.all() == ()


def test_for_this_session_only_the_keyring_is_not_asked(desk: Desk) -> None:
    desk.secrets.trouble = SecretsUnavailable(reason="none")

    account = desk.station.accounts.add(NEW, Secret({"password": WORD}), session_only=True).value

    assert account.state is AccountState.SESSION_ONLY
    assert parts_of(desk.opened(account)) == {"password": WORD}
    assert desk.secrets.kept == {}


def test_a_session_ends_with_the_program(bench: Bench) -> None:
    account = bench.station.accounts.add(NEW, Secret({"password": WORD}), session_only=True).value

    station = bench.restart()

    with pytest.raises(SignInNeeded):
        station.accounts.open_door(account)


def test_an_assisted_account_needs_no_keyring_from_first_to_last(desk: Desk) -> None:
    desk.secrets.trouble = SecretsUnavailable(reason="none")
    new = NewAccount(Network.FACEBOOK, Way.ASSISTED, "Page")

    account = desk.station.accounts.add(new, None).value
    desk.station.accounts.remove(account.id)

    assert desk.station.accounts.all() == ()


def test_two_accounts_keep_two_secrets(desk: Desk) -> None:
    one = desk.station.accounts.add(NEW, Secret({"password": "one-word"})).value
    two = desk.station.accounts.add(NEW, Secret({"password": "two-words"})).value

    assert parts_of(desk.opened(one)) == {"password": "one-word"}
    assert parts_of(desk.opened(two)) == {"password": "two-words"}


# --- renewed tokens ---


def test_a_renewed_token_is_kept_at_once(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD, "refresh": "old"})).value
    desk.opened(account)

    desk.doors.keep(Secret({"access": "a1", "refresh": "new"}))

    assert parts_of(desk.opened(account)) == {"password": WORD, "access": "a1", "refresh": "new"}


def test_an_empty_token_never_overwrites_a_kept_one(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD, "refresh": "old"})).value
    desk.opened(account)

    desk.doors.keep(Secret({"access": "a1", "refresh": ""}))

    assert parts_of(desk.opened(account)) == {"password": WORD, "access": "a1", "refresh": "old"}


@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
def test_a_renewed_token_survives_a_keyring_that_refuses(desk: Desk, trouble: StationError) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD, "refresh": "old"})).value
    desk.opened(account)
    desk.secrets.trouble = trouble

    desk.doors.keep(Secret({"refresh": "new"}))

    assert parts_of(desk.opened(account)) == {"password": WORD, "refresh": "new"}


def test_a_renewed_token_of_a_session_stays_in_the_session(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD}), session_only=True).value
    desk.opened(account)

    desk.doors.keep(Secret({"refresh": "new"}))

    assert parts_of(desk.opened(account)) == {"password": WORD, "refresh": "new"}
    assert desk.secrets.kept == {}


# --- signing in again ---


def test_signing_in_again_replaces_the_secret_and_frees_the_account(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": "old-word"}), session_only=True).value

    changes = desk.station.accounts.sign_in_again(account.id, Secret({"password": WORD}))

    assert changes.accounts == {account.id}
    assert desk.station.accounts.get(account.id).state is AccountState.READY
    assert parts_of(desk.opened(account)) == {"password": WORD}
    assert len(desk.secrets.kept) == 1


def test_signing_in_again_for_a_session_when_the_keyring_is_locked(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": "old-word"})).value
    desk.secrets.trouble = SecretsLocked()
    with pytest.raises(SecretsLocked):
        desk.station.accounts.sign_in_again(account.id, Secret({"password": WORD}))

    desk.station.accounts.sign_in_again(account.id, Secret({"password": WORD}), session_only=True)

    assert desk.station.accounts.get(account.id).state is AccountState.SESSION_ONLY
    assert parts_of(desk.opened(account)) == {"password": WORD}


# --- checking ---


def test_a_check_remembers_what_the_server_says_of_itself(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD})).value
    limits = AccountLimits(max_characters=5000)
    steps = (CheckStep("address", StepState.PASSED),)
    desk.doors.report = AccountReport(steps, handle="@clinique", software="pds 0.5", limits=limits)

    report = desk.station.accounts.check(account.id)

    found = desk.station.accounts.get(account.id)
    assert report.passed
    assert (found.handle, found.software, found.limits, found.checked_at) == (
        "@clinique",
        "pds 0.5",
        limits,
        START,
    )
    assert parts_of(desk.doors.opened[-1]) == {"password": WORD}


def test_a_check_that_says_nothing_keeps_what_was_known(desk: Desk) -> None:
    limits = AccountLimits(max_characters=5000)
    new = NewAccount(Network.BLUESKY, Way.DIRECT, "B", handle="@clinique", software="pds", limits=limits)
    account = desk.station.accounts.add(new, Secret({"password": WORD})).value

    desk.station.accounts.check(account.id)

    found = desk.station.accounts.get(account.id)
    assert (found.handle, found.software, found.limits) == ("@clinique", "pds", limits)


def test_a_connection_is_tried_before_anything_is_stored(desk: Desk) -> None:
    desk.doors.report = AccountReport((CheckStep("password", StepState.FAILED, "incorrect_password"),))

    report = desk.station.accounts.try_out(NEW, Secret({"password": WORD}))

    assert not report.passed
    assert desk.station.accounts.all() == ()
    assert desk.secrets.kept == {}


def test_the_steps_are_told_before_the_report(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD})).value
    steps = (CheckStep("address", StepState.PASSED), CheckStep("password", StepState.FAILED, "x"))
    desk.doors.report = AccountReport(steps)
    told: list[CheckStep] = []

    desk.station.accounts.check(account.id, told.append)
    desk.station.accounts.try_out(NEW, None, told.append)

    assert tuple(told) == steps * 2


def test_who_reads_an_account_is_kept(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD})).value

    changes = desk.station.accounts.set_audience(account.id, "  Patientes et familles ")

    assert changes.accounts == {account.id}
    assert desk.station.accounts.get(account.id).audience == "Patientes et familles"


def test_an_account_of_the_session_resumes_as_one(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD}), session_only=True).value

    desk.station.accounts.pause(account.id, True)
    desk.station.accounts.pause(account.id, False)

    assert desk.station.accounts.get(account.id).state is AccountState.SESSION_ONLY


# --- removing ---


def test_removing_forgets_the_account_and_its_secret(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD})).value

    changes = desk.station.accounts.remove(account.id)

    assert changes.accounts == {account.id}
    assert desk.station.accounts.all() == ()
    assert desk.secrets.kept == {}
    with pytest.raises(NotFound):
        desk.station.accounts.remove(account.id)


def test_an_account_with_something_on_its_way_keeps_its_secret(bench: Bench) -> None:
    account = bench.account()
    post = bench.station.drafts.new(text="Venez jeudi.").value.id
    bench.station.outbox.plan(post)

    with pytest.raises(AlreadyPlanned):
        bench.station.accounts.remove(account.id)

    bench.station.outbox.deliver_due()
    assert bench.station.outbox.of_post(post)[0].state is DeliveryState.SENT


def test_what_a_removed_account_published_stays_in_the_history(bench: Bench) -> None:
    account = bench.account()
    post = bench.station.drafts.new(text="Venez jeudi.").value.id
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    bench.station.accounts.remove(account.id)

    (delivery,) = bench.station.outbox.of_post(post)
    assert (delivery.state, bench.station.accounts.get(delivery.account).name) == (
        DeliveryState.SENT,
        "Bluesky",
    )
    assert bench.secrets.kept == {}


@pytest.mark.parametrize("trouble", [SecretsLocked(), SecretsRefused()], ids=repr)
def test_a_secret_that_cannot_be_forgotten_keeps_its_account(desk: Desk, trouble: StationError) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD})).value
    desk.secrets.trouble = trouble

    with pytest.raises(type(trouble)):
        desk.station.accounts.remove(account.id)

    assert [found.id for found in desk.station.accounts.all()] == [account.id]


@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
def test_an_account_of_the_session_can_always_be_removed(desk: Desk, trouble: StationError) -> None:
    account = desk.station.accounts.add(NEW, Secret({"password": WORD}), session_only=True).value
    desk.secrets.trouble = trouble

    desk.station.accounts.remove(account.id)

    assert desk.station.accounts.all() == ()


# --- the rest ---


def test_names_and_order_are_the_persons(desk: Desk) -> None:
    one = desk.station.accounts.add(NEW, Secret({"password": WORD})).value
    two = desk.station.accounts.add(NEW, Secret({"password": WORD})).value

    desk.station.accounts.rename(one.id, "Maternité")
    desk.station.accounts.reorder([two.id, one.id])

    assert [(found.id, found.name) for found in desk.station.accounts.all()] == [
        (two.id, "Bluesky"),
        (one.id, "Maternité"),
    ]


def test_native_scheduling_can_be_refused(bench: Bench) -> None:
    account = bench.account(Network.MASTODON)

    bench.station.accounts.set_native_scheduling(account.id, False)

    assert not bench.station.accounts.get(account.id).native_scheduling


def test_a_direct_account_without_a_secret_must_sign_in(desk: Desk) -> None:
    account = desk.station.accounts.add(NEW, None).value

    with pytest.raises(SignInNeeded):
        desk.station.accounts.open_door(account)
