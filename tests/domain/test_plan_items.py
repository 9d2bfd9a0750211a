"""Posts and events become items: each hour in exactly one of them, each on its own local days."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKey, ItemKind, PlanFilter, order_of
from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventStatus,
    Occurrence,
    WholeDay,
    instant_of,
    placed,
)
from cmstation.domain.delivery import LEFT_STATES, DeliveryState
from cmstation.domain.drafts import PostState, Stage, state_of
from cmstation.domain.event_moves import retimed_one, without
from cmstation.domain.event_times import occurrence_of
from cmstation.domain.event_words import ticked
from cmstation.domain.events import Event, part_of
from cmstation.domain.networks import Network
from cmstation.domain.plan_items import (
    PlanItems,
    PlannedDelivery,
    PlannedPost,
    hour_of,
    occurrences_in,
    touches,
    wants,
)
from cmstation.domain.post_hours import post_key
from cmstation.domain.remote_posts import RemotePost
from tests.domain.calendar_samples import NIGHTS, events, meeting, paris, wall

ZONES = ("Europe/Paris", "Europe/Brussels", "America/Toronto")
ACCOUNTS = {3: Network.MASTODON, 1: Network.BLUESKY, 2: Network.MASTODON, 4: Network.WORDPRESS}
DUE = datetime(2026, 10, 13, 7, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SENT, WAITING = DeliveryState.SENT, DeliveryState.WAITING
_COUNTED = tuple(state for state in DeliveryState if state is not DeliveryState.CANCELLED)


def _near_a_night(zone: str, night: int, minutes: int) -> datetime:
    return placed(NIGHTS[zone][night], zone).instant + minutes * MINUTE


moments: st.SearchStrategy[datetime] = st.builds(
    _near_a_night,
    st.sampled_from(ZONES),
    st.sampled_from((0, 1)),
    st.integers(-3_000, 3_000) | st.integers(-90, 90),
)


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


def an_event(content: CalendarEvent, **fields: Any) -> Event:
    event = Event(7, 1, content.uid, EventKind.TASK, content, None, None, None, DUE)
    return replace(event, **fields)


def items_between(event: Event, start: date, end: date, zone: str) -> list[CalendarItem]:
    items = PlanItems(zone, ACCOUNTS)
    found = (items.of_event(event, one) for one in occurrences_in(event.content, start, end, zone))
    return sorted((item for item in found if touches(item, start, end)), key=order_of)


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


@settings(deadline=None)
@given(moments, st.integers(0, 5_000), st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_an_event_touches_the_days_on_which_a_clock_shows_it(
    start: datetime, minutes: int, own: str, zone: str
) -> None:
    begins = replace(placed(wall(2026, 1, 1), own), instant=start)
    ends = replace(begins, instant=start + minutes * MINUTE)
    content = CalendarEvent("1", begins, ends)

    (item,) = items_between(an_event(content), date(2026, 1, 1), date(2027, 1, 1), zone)

    clock = ZoneInfo(zone)
    shown = {(start + n * MINUTE).astimezone(clock).date() for n in range(0, max(minutes, 1))}
    assert (item.first, item.last, item.days) == (min(shown), max(shown), len(shown))
    assert (item.start, item.end, item.planned_zone) == (start, start + minutes * MINUTE, own)


@settings(deadline=None)
@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 40), st.sampled_from(ZONES))
def test_whole_days_are_the_same_days_in_every_zone(day: date, days: int, zone: str) -> None:
    content = CalendarEvent("1", WholeDay(day), WholeDay(day + days * DAY))

    item = PlanItems(zone, {}).of_event(an_event(content), occurrence_of(content, ""))

    assert (item.first, item.last, item.whole_day) == (day, day + (days - 1) * DAY, True)
    clock = ZoneInfo(zone)
    assert item.start.astimezone(clock).replace(tzinfo=None) == wall(day.year, day.month, day.day)
    assert (item.end - timedelta(microseconds=1)).astimezone(clock).date() == item.last
    assert not touches(item, day - DAY, day)
    assert touches(item, item.last, item.last + DAY)
    assert not touches(item, item.last + DAY, item.last + 9 * DAY)


def test_an_event_keeps_its_words_and_may_be_moved_and_stretched() -> None:
    content = meeting(paris(2026, 10, 13, 9), title="Tournage", place="Bloc 3")
    event = an_event(content, kind=EventKind.SHOOTING, theme=2, campaign=5, done_at=DUE)

    (item,) = items_between(event, date(2026, 10, 1), date(2026, 11, 1), ZONES[0])

    assert item == CalendarItem(
        ItemKey(ItemKind.EVENT, 7),
        "Tournage",
        DUE,
        DUE + HOUR,
        date(2026, 10, 13),
        date(2026, 10, 13),
        ZONES[0],
        ends_movable=True,
        event=EventKind.SHOOTING,
        theme=2,
        campaign=5,
        done=True,
        place="Bloc 3",
    )


def test_an_occurrence_keeps_its_name_wherever_it_was_moved() -> None:
    series = meeting(paris(2026, 10, 5, 9), "FREQ=WEEKLY")
    second, third = part_of(paris(2026, 10, 12, 9)), part_of(paris(2026, 10, 19, 9))
    moved = retimed_one(series, second, paris(2026, 10, 14, 11), paris(2026, 10, 14, 12))
    event = an_event(ticked(without(moved, third), part_of(paris(2026, 10, 26, 9)), done=True))

    found = items_between(event, date(2026, 10, 1), date(2026, 11, 1), ZONES[0])

    assert [item.key.part for item in found] == [
        "2026-10-05T07:00:00Z",
        second,
        "2026-10-26T08:00:00Z",
    ]
    assert [item.first.day for item in found] == [5, 14, 26]
    assert [item.done for item in found] == [False, False, True]
    assert all(item.recurs for item in found)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=NEVER"])
def test_of_a_broken_series_the_first_occurrence_is_shown(rule: str) -> None:
    event = an_event(meeting(paris(2026, 10, 5, 9), rule))

    shown = items_between(event, date(2026, 10, 1), date(2026, 11, 1), ZONES[0])

    assert [item.first for item in shown] == [date(2026, 10, 5)]
    assert items_between(event, date(2026, 11, 1), date(2026, 12, 1), ZONES[0]) == []


def test_what_was_called_off_does_not_take_place() -> None:
    once = meeting(paris(2026, 10, 5, 9), status=EventStatus.CANCELLED)
    series = meeting(paris(2026, 10, 5, 9), "FREQ=DAILY;COUNT=3")
    off = replace(once, replaces=paris(2026, 10, 6, 9))

    span = date(2026, 10, 1), date(2026, 11, 1)

    assert items_between(an_event(once), *span, ZONES[0]) == []
    left = items_between(an_event(replace(series, exceptions=(off,))), *span, ZONES[0])
    assert [item.first.day for item in left] == [5, 7]


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


def test_an_occurrence_that_a_zone_tears_apart_still_ends_after_its_start() -> None:
    content = CalendarEvent("1", placed(wall(2026, 10, 25, 2, 30), ZONES[0]), paris(2026, 10, 25, 2, 45))
    turned = Occurrence(content, content.end, content.start, content.end)

    item = PlanItems(ZONES[0], {}).of_event(an_event(content), turned)

    assert item.end == item.start == instant_of(content.end, ZONES[0])
