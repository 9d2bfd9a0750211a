"""A secret never shows itself."""

import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.accounts import AccountState, NewAccount, Secret
from cmstation.domain.errors import NetworkError, RateLimited, SignInNeeded, StationError
from cmstation.domain.networks import DIRECT_NETWORKS, AccountReport, CheckStep, Network, StepState, Way
from tests.domain.posts import NOW


@given(value=st.text(min_size=4).filter(lambda word: word not in "Secret(…)"))
def test_a_secret_shows_neither_name_nor_value(value: str) -> None:
    secret = Secret({"password": value})

    for shown in (repr(secret), str(secret), f"{secret}", f"{secret!r}", repr([secret])):
        assert value not in shown
        assert "password" not in shown


def test_a_traceback_through_a_secret_does_not_show_it() -> None:
    secret = Secret({"password": "-".join(("s3cret", "word"))})

    try:
        raise StationError(account=1, secret=secret)
    except StationError as error:
        told = "".join(traceback.format_exception(error))

    assert "s3cret-word" not in told


def test_an_error_carries_facts_and_a_network_error_its_status() -> None:
    error = SignInNeeded(status=401, code="ExpiredToken", detail="Token has expired", account=3)

    assert isinstance(error, NetworkError)
    assert (error.status, error.code, error.detail) == (401, "ExpiredToken", "Token has expired")
    assert error.facts["account"] == 3
    assert RateLimited(retry_at=NOW).retry_at == NOW


@pytest.mark.parametrize(
    ("states", "passed"),
    [
        ((), False),
        ((StepState.PASSED, StepState.WARNED, StepState.SKIPPED), True),
        ((StepState.PASSED, StepState.FAILED), False),
    ],
)
def test_a_check_passes_when_it_looked_and_nothing_failed(
    states: tuple[StepState, ...], passed: bool
) -> None:
    report = AccountReport(tuple(CheckStep(f"step {place}", state) for place, state in enumerate(states)))

    assert report.passed is passed


@pytest.mark.parametrize("network", Network)
def test_every_network_has_a_proper_name(network: Network) -> None:
    assert network.proper_name.lower().replace(".", "").replace(" ", "_") == network.value


def test_stored_words_stay_the_same() -> None:
    assert [state.value for state in AccountState] == ["ready", "sign_in_needed", "session_only", "paused"]
    assert [way.value for way in Way] == ["direct", "assisted", "rehearsal"]
    assert DIRECT_NETWORKS == (Network.WORDPRESS, Network.MASTODON, Network.BLUESKY)
    assert NewAccount(Network.X, Way.ASSISTED, "X").address == ""
