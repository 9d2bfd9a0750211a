"""Posts and events become items: each hour in exactly one of them, each on its own local days."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind, PlanFilter, order_of
from cmstation.domain.calendar_events import (
    CalendarEvent,
    WholeDay,
)
from cmstation.domain.delivery import LEFT_STATES, DeliveryState
from cmstation.domain.drafts import PostState, Stage, state_of
from cmstation.domain.event_times import occurrence_of
from cmstation.domain.networks import Network
from cmstation.domain.plan_items import (
    PlanItems,
    PlannedDelivery,
    PlannedPost,
    hour_of,
    wants,
)
from cmstation.domain.post_hours import post_key
from cmstation.domain.remote_posts import RemotePost
from tests.domain.calendar_samples import events, meeting
from tests.domain.plan_item_samples import (
    ACCOUNTS,
    DAY,
    DUE,
    HOUR,
    MINUTE,
    ZONES,
    an_event,
    items_between,
    moments,
)

SENT, WAITING = DeliveryState.SENT, DeliveryState.WAITING
_COUNTED = tuple(state for state in DeliveryState if state is not DeliveryState.CANCELLED)


@st.composite
def posts(draw: st.DrawFn, identity: int = 1) -> PlannedPost:
    """Draw a post of which some accounts have deliveries, some share their hour and some have none."""
    hours = draw(st.lists(moments, min_size=1, max_size=3))
    delivered = draw(st.lists(st.sampled_from(tuple(ACCOUNTS)), max_size=4, unique=True))
    deliveries: list[PlannedDelivery] = []
    for account in delivered:
        due = draw(st.sampled_from(hours))
        state = draw(st.sampled_from(_COUNTED))
        late = timedelta(seconds=draw(st.integers(-300, 4_000)))
        deliveries.append(
            PlannedDelivery(
                (account,),
                state,
                due,
                draw(st.sampled_from(ZONES)),
                due + late if state is SENT else None,
                armed=state in LEFT_STATES or draw(st.booleans()),
            )
        )
    planned = draw(st.none() | st.sampled_from(hours) | moments)
    return PlannedPost(
        id=identity,
        title=draw(st.sampled_from(("", "Don du sang"))),
        stage=draw(st.sampled_from(Stage)),
        archived=draw(st.sampled_from((False, False, True))),
        theme=draw(st.sampled_from((None, 1, 2))),
        campaign=None,
        planned=planned,
        planned_zone=draw(st.sampled_from(ZONES)) if planned else "",
        accounts=tuple(draw(st.lists(st.sampled_from(tuple(ACCOUNTS)), max_size=4, unique=True))),
        deliveries=tuple(deliveries),
    )


def a_post(*deliveries: PlannedDelivery, **fields: Any) -> PlannedPost:
    post = PlannedPost(1, "Don du sang", Stage.APPROVED, False, None, None, DUE, ZONES[0], (1, 2), deliveries)
    return replace(post, **fields)


def delivery(
    *accounts: int,
    state: DeliveryState = WAITING,
    due: datetime = DUE,
    sent_at: datetime | None = None,
    armed: bool = False,
) -> PlannedDelivery:
    return PlannedDelivery(accounts, state, due, ZONES[0], sent_at, armed)


def items_of(post: PlannedPost, zone: str = ZONES[0]) -> list[CalendarItem]:
    return sorted(PlanItems(zone, ACCOUNTS).of_post(post), key=order_of)


# --- hours of posts ---


@settings(deadline=None)
@given(posts(), st.sampled_from(ZONES))
def test_each_hour_of_a_post_is_one_item(post: PlannedPost, zone: str) -> None:
    found = items_of(post, zone)

    delivered = {account: hour_of(one) for one in post.deliveries for account in one.accounts}
    expected = dict(delivered)
    if post.planned is not None:
        minute = post.planned.replace(second=0, microsecond=0)
        expected |= {account: minute for account in post.accounts if account not in delivered}
    bare = {post.planned} if not post.accounts and not delivered and post.planned else set[datetime]()
    if post.archived and not any(one.state in LEFT_STATES for one in post.deliveries):
        assert found == []
        return
    assert sorted((account, item.start) for item in found for account in item.accounts) == sorted(
        expected.items()
    )
    assert {item.start for item in found} == set(expected.values()) | bare
    assert len({item.key for item in found}) == len(found)


@settings(deadline=None)
@given(posts(), st.sampled_from(ZONES))
def test_an_item_of_a_post_is_a_moment_of_its_local_day(post: PlannedPost, zone: str) -> None:
    for item in items_of(post, zone):
        local = ZoneInfo(zone).fromutc(item.start.replace(tzinfo=ZoneInfo(zone)))

        assert (item.start, item.first, item.last) == (item.end, local.date(), local.date())
        assert item.key == post_key(post.id, item.start)


@settings(deadline=None)
@given(posts(), st.sampled_from(ZONES))
def test_an_item_speaks_of_its_own_hour_alone(post: PlannedPost, zone: str) -> None:
    for item in items_of(post, zone):
        own = [one for one in post.deliveries if hour_of(one) == item.start]

        assert item.state is state_of(post.stage, [one.state for one in own], archived=post.archived)
        assert item.on_network == any(one.state is DeliveryState.ON_NETWORK for one in own)
        assert list(item.accounts) == sorted(item.accounts, key=list(ACCOUNTS).index)
        assert list(item.networks) == list(dict.fromkeys(ACCOUNTS[one] for one in item.accounts))
        assert item.planned_zone in {post.planned_zone, *(one.zone for one in own)}


@pytest.mark.parametrize(
    ("late", "stands_at"),
    [
        (timedelta(0), DUE),
        (15 * MINUTE, DUE),
        (15 * MINUTE + timedelta(seconds=1), DUE + 15 * MINUTE),
        (2 * HOUR + timedelta(seconds=59), DUE + 2 * HOUR),
        (-timedelta(seconds=1), DUE - MINUTE),
    ],
)
def test_what_was_sent_late_stands_when_it_was_sent(late: timedelta, stands_at: datetime) -> None:
    (item,) = items_of(a_post(delivery(1, 2, state=SENT, sent_at=DUE + late)))

    assert (item.start, item.state) == (stands_at, PostState.LIVE)


def test_a_post_is_as_many_items_as_it_has_hours() -> None:
    post = a_post(
        delivery(1), delivery(3, due=DUE + HOUR, state=SENT, sent_at=DUE + HOUR), accounts=(1, 2, 3, 4)
    )

    first, second = items_of(post)

    assert (first.accounts, first.networks) == (
        (1, 2, 4),
        (Network.BLUESKY, Network.MASTODON, Network.WORDPRESS),
    )
    assert (first.state, first.movable) == (PostState.SCHEDULED, True)
    assert (second.accounts, second.state, second.movable) == ((3,), PostState.LIVE, False)


def test_accounts_without_a_delivery_stand_at_the_planned_hour() -> None:
    planned = DUE + 3 * HOUR

    waits, stands = items_of(a_post(delivery(1), planned=planned))
    (lonely,) = items_of(a_post(delivery(1), planned=None))
    (bare,) = items_of(a_post(accounts=(), stage=Stage.IDEA))

    assert (waits.accounts, stands.accounts, stands.start) == ((1,), (2,), planned)
    assert stands.state is PostState.APPROVED
    assert lonely.accounts == (1,)
    assert (bare.accounts, bare.state, bare.movable) == ((), PostState.IDEA, True)
    assert items_of(a_post(planned=None)) == []


@pytest.mark.parametrize("state", _COUNTED)
def test_only_what_has_not_left_may_move(state: DeliveryState) -> None:
    stays = state in LEFT_STATES | {DeliveryState.PREPARING} and state is not DeliveryState.ON_NETWORK

    (item,) = items_of(a_post(delivery(1), delivery(2, state=state)))

    assert item.movable is not stays


def test_what_was_armed_stays_unless_the_network_keeps_it() -> None:
    (armed,) = items_of(a_post(delivery(1, 2, state=DeliveryState.FAILED, armed=True)))
    (kept,) = items_of(a_post(delivery(1, 2, state=DeliveryState.ON_NETWORK, armed=True)))

    assert (armed.movable, armed.on_network) == (False, False)
    assert (kept.movable, kept.on_network) == (True, True)


def test_what_was_put_away_is_shown_when_something_of_it_left() -> None:
    sent = delivery(1, state=SENT, sent_at=DUE)

    (item,) = items_of(a_post(sent, archived=True, accounts=(1,)))

    assert (item.state, item.movable) == (PostState.ARCHIVED, False)
    assert items_of(a_post(delivery(1, 2), archived=True)) == []


def test_the_zone_of_an_hour_is_that_of_its_first_account() -> None:
    first, second = delivery(2), replace(delivery(3), zone="America/Toronto")

    (item,) = items_of(a_post(first, second, accounts=()))

    assert item.planned_zone == "America/Toronto"


# --- events ---


@settings(deadline=None, max_examples=60)
@given(events(), st.sampled_from(ZONES), st.integers(1990, 2059), st.lists(st.integers(1, 364), max_size=3))
def test_the_days_of_parts_of_a_span_give_the_items_of_the_whole(
    content: CalendarEvent, zone: str, year: int, cuts: list[int]
) -> None:
    event, start, end = an_event(content), date(year, 1, 1), date(year + 1, 1, 1)
    edges = [start, *sorted({start + cut * DAY for cut in cuts}), end]

    whole = items_between(event, start, end, zone)
    parts = [items_between(event, *edge, zone) for edge in pairwise(edges)]

    assert {item.key for part in parts for item in part} == {item.key for item in whole}
    assert {item for part in parts for item in part} == set(whole)
    assert len({item.key for item in whole}) == len(whole)


# --- networks and filters ---


def test_what_waits_on_a_network_stands_at_its_hour() -> None:
    seen = RemotePost(9, 2, "12", "", "Portes ouvertes", "https://a.example", DUE, DUE)

    item = PlanItems("America/Toronto", ACCOUNTS).of_remote(seen)

    assert (item.key, item.title, item.accounts) == (ItemKey(ItemKind.REMOTE, 9), "Portes ouvertes", (2,))
    assert (item.start, item.first, item.on_network) == (DUE, date(2026, 10, 13), True)
    assert PlanItems(ZONES[0], ACCOUNTS).of_remote(replace(seen, title="Dimanche")).title == "Dimanche"


def test_a_filter_keeps_what_has_all_that_it_asks_for() -> None:
    (item,) = items_of(a_post(delivery(1, 2), theme=1))
    event = PlanItems(ZONES[0], {}).of_event(
        an_event(content := meeting(DUE_DAY)), occurrence_of(content, "")
    )
    remote = PlanItems(ZONES[0], ACCOUNTS).of_remote(RemotePost(9, 2, "12", "", "", "", DUE, DUE))
    kept: dict[str, PlanFilter] = {
        "kinds": PlanFilter(kinds=frozenset({ItemKind.POST})),
        "states": PlanFilter(states=frozenset({PostState.SCHEDULED, PostState.LIVE})),
        "accounts": PlanFilter(accounts=frozenset({2, 9})),
        "themes": PlanFilter(themes=frozenset({1})),
    }

    assert all(wants(wanted, item) for wanted in (PlanFilter(), *kept.values()))
    assert not any(wants(wanted, event) for wanted in kept.values())
    assert [name for name, wanted in kept.items() if wants(wanted, remote)] == ["states", "accounts"]
    assert not wants(PlanFilter(campaigns=frozenset({1})), item)
    assert wants(PlanFilter(campaigns=frozenset({1})), replace(item, campaign=1))


DUE_DAY = WholeDay(date(2026, 10, 13))
