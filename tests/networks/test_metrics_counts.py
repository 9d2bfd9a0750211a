"""Figures are read without trusting the answer, and reading stops before a server has to refuse."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import RateLimited
from cmstation.domain.metrics import Metric
from cmstation.domain.metrics_networks import Reading, RemotePost
from cmstation.networks.answers import Answer
from cmstation.networks.metrics_counts import (
    MOST,
    PacedSession,
    as_far_as_told,
    asked_posts,
    count_in,
    header_count,
    readings,
)
from tests.fakes.feed_server import Act, FeedServer

NOW = datetime(2026, 10, 12, 8, 0, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def session(clock: FixedClock) -> Iterator[PacedSession]:
    made = PacedSession(clock)
    yield made
    made.close()


def saying(status: int = 200, /, **headers: str) -> Act:
    """Answer with headers."""
    return lambda line: line.say(status, b"{}", **headers)


def an_answer(**headers: str) -> Answer:
    return Answer("GET", "", "", 200, {k.lower(): v for k, v in headers.items()}, b"", NOW, write=False)


# --- figures ----------------------------------------------------------------------------------------------


@given(st.integers(0, MOST))
def test_a_figure_is_read_as_it_stands(value: int) -> None:
    assert count_in({"a": {"b": value}}, "a", "b") == value
    assert header_count(an_answer(total=str(value)), "Total") == value


@pytest.mark.parametrize("value", [None, -1, MOST + 1, 1.5, 3.0, "12", "", True, False, [], {}, float("nan")])
def test_what_is_no_figure_is_absent_and_never_zero(value: object) -> None:
    assert count_in({"a": value}, "a") is None  # type: ignore[dict-item]


def test_a_figure_that_is_not_there_is_absent() -> None:
    assert count_in({}, "a") is None
    assert count_in([], "a") is None
    assert count_in({"a": "words"}, "a", "b") is None


@pytest.mark.parametrize("value", ["", "-1", "1.5", "1e3", "douze", "٣", "9" * 14, "1, 1", "1 2", "+4"])
def test_a_header_that_is_no_figure_is_absent(value: str) -> None:
    assert header_count(an_answer(total=value), "total") is None


def test_what_was_not_told_makes_no_reading() -> None:
    told = readings("x.post", {Metric.SHARES: 0, Metric.SAVES: None})

    assert told == (Reading(Metric.SHARES, 0, "x.post.shares"),)


# --- pace -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["X_RateLimit", "RateLimit"])
def test_reading_stops_before_the_last_tenth(
    server: FeedServer, session: PacedSession, clock: FixedClock, prefix: str
) -> None:
    reset = NOW + timedelta(minutes=4)
    used = {f"{prefix}_Limit": "300", f"{prefix}_Remaining": "30", f"{prefix}_Reset": "240"}
    place = server.put("/", saying(200, **used))
    first = session.get(place, step="x")

    with pytest.raises(RateLimited) as caught:
        session.get(place, step="x")

    assert first.status == 200
    assert len(server.paths()) == 1
    assert caught.value.retry_at == reset
    clock.instant += timedelta(minutes=5)
    assert session.get(place, step="x").status == 200


def test_reading_goes_on_while_enough_is_left(server: FeedServer, session: PacedSession) -> None:
    place = server.put("/", saying(X_RateLimit_Limit="300", X_RateLimit_Remaining="31"))

    for _ in range(3):
        session.get(place, step="x")

    assert len(server.paths()) == 3


def test_a_server_that_refused_is_not_asked_again_before_its_hour(
    server: FeedServer, session: PacedSession, clock: FixedClock
) -> None:
    place = server.put("/", saying(429, Retry_After="120"))
    assert session.get(place, step="x").status == 429

    with pytest.raises(RateLimited) as caught:
        session.get(place, step="x")

    assert caught.value.retry_at == NOW + timedelta(seconds=120)
    assert len(server.paths()) == 1
    clock.instant += timedelta(seconds=121)
    assert session.get(place, step="x").status == 429


def test_a_refusal_without_an_hour_counts_as_long_as_the_session(
    server: FeedServer, session: PacedSession, clock: FixedClock
) -> None:
    place = server.put("/", saying(429))
    session.get(place, step="x")
    clock.instant += timedelta(days=1)

    with pytest.raises(RateLimited) as caught:
        session.get(place, step="x")

    assert caught.value.retry_at is None


def test_another_server_is_still_asked(server: FeedServer, session: PacedSession) -> None:
    session.get(server.put("/", saying(429, Retry_After="120")), step="x")

    with FeedServer() as other:
        assert session.get(other.put("/", saying()), step="x").status == 200


@pytest.mark.parametrize(
    ("limit", "left"), [("", "0"), ("300", ""), ("abc", "0"), ("300", "-1"), ("0.5", "0.1"), ("9" * 40, "0")]
)
def test_strange_limits_stop_nothing(
    server: FeedServer, session: PacedSession, limit: str, left: str
) -> None:
    place = server.put("/", saying(X_RateLimit_Limit=limit, X_RateLimit_Remaining=left))

    session.get(place, step="x")

    assert session.get(place, step="x").status == 200


def test_limits_with_a_policy_behind_them_are_read(server: FeedServer, session: PacedSession) -> None:
    place = server.put("/", saying(RateLimit_Limit="3000;w=300", RateLimit_Remaining="12"))
    session.get(place, step="x")

    with pytest.raises(RateLimited):
        session.get(place, step="x")


# --- posts ------------------------------------------------------------------------------------------------


def test_each_post_is_asked_for_once_and_no_more_than_a_question_names() -> None:
    assert asked_posts(["3", "x", "1", "3", "2"], str.isdecimal, 2) == ["3", "1"]


def test_a_wait_in_the_middle_keeps_what_was_told() -> None:
    found = {"1": RemotePost("1")}

    with as_far_as_told(found):
        raise RateLimited

    assert list(found) == ["1"]


def test_a_wait_before_anything_was_told_is_raised() -> None:
    with pytest.raises(RateLimited), as_far_as_told({}):
        raise RateLimited
