"""Many items move or are copied at once, each at its wall time over every clock change."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_errors import (
    HourHasPassed,
    UndoneInPart,
)
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import PostState
from cmstation.domain.errors import (
    ChangedElsewhere,
    NotFound,
    NotSent,
)
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_instant, at_wall_time
from cmstation.domain.post_hours import post_key
from cmstation.services.calendar_hands import shifted
from tests.fakes.moody_network import Mood
from tests.services.calendar_bench import DAY, PARIS, CalendarBench, calendar_of
from tests.services.conftest import Bench

EVENT = ItemKey(ItemKind.EVENT, 4, "2026-10-20T08:00Z")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def calendar(bench: Bench) -> CalendarBench:
    return calendar_of(bench)


def paris(*parts: int) -> PlannedTime:
    return at_wall_time(datetime(*parts), PARIS)  # type: ignore[arg-type]  # noqa: DTZ001


# --- many at once ---


def test_many_move_by_days_and_undo_brings_all_back(calendar: CalendarBench) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    kept, kept_key = calendar.scheduled(site, wait=5 * DAY)
    at = paris(2026, 10, 23, 9, 30)
    draft = calendar.draft(plain, planned=at)
    before = calendar.due(kept, site)
    keys = (kept_key, post_key(draft, at.instant), EVENT)

    done = calendar.hands.shift(keys, days=3)

    assert done.value.refused == {}
    assert len(done.value.moved) == 3
    assert done.value.moved[2] == EVENT
    # The clocks go back on the 25th: the wall time stays.
    assert calendar.bench.station.drafts.open(draft).planned == paris(2026, 10, 26, 9, 30)
    assert calendar.kept_until(site) == [calendar.due(kept, site)] != [before]
    assert calendar.events.wishes == [("shift", EVENT, (3, None))]
    assert done.undo is not None
    done.undo()
    assert calendar.bench.station.drafts.open(draft).planned == at
    assert calendar.kept_until(site) == [calendar.due(kept, site)] == [before]
    assert calendar.events.wishes[-1] == ("undo", EVENT, None)


def test_those_that_cannot_move_are_named_and_the_others_move(calendar: CalendarBench) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    kept, kept_key = calendar.scheduled(site, wait=5 * DAY)
    calendar.network(site).move_moods = [Mood.REFUSED_CONNECTION]
    sunday = paris(2027, 3, 27, 2, 30)
    skipped = post_key(calendar.draft(plain, planned=sunday), sunday.instant)
    at = paris(2026, 11, 3, 9, 0)
    moves = calendar.draft(plain, planned=at)
    gone = ItemKey(ItemKind.POST, 999, "2026-11-03T08:00Z")

    done = calendar.hands.shift((kept_key, skipped, post_key(moves, at.instant), gone), days=1)

    assert done.value.moved == (post_key(moves, paris(2026, 11, 4, 9, 0).instant),)
    assert {key: type(why) for key, why in done.value.refused.items()} == {
        kept_key: NotSent,
        skipped: HourDoesNotExist,
        gone: NotFound,
    }
    assert calendar.due(kept, site) == calendar.kept_until(site)[0]


def test_one_alone_that_cannot_move_is_refused_as_such(calendar: CalendarBench) -> None:
    sunday = paris(2027, 3, 27, 2, 30)
    key = post_key(calendar.draft(calendar.account(), planned=sunday), sunday.instant)

    with pytest.raises(HourDoesNotExist) as refused:
        calendar.hands.shift((key,), days=1)

    assert refused.value.facts["next_wall"] == datetime(2027, 3, 28, 3, 30)  # noqa: DTZ001


def test_all_take_a_given_hour_each_on_its_own_day(calendar: CalendarBench) -> None:
    account = calendar.account()
    days = [paris(2026, 11, 3, 9, 0), paris(2026, 11, 5, 17, 45)]
    posts = [calendar.draft(account, planned=day) for day in days]

    calendar.hands.shift(
        [post_key(post, day.instant) for post, day in zip(posts, days, strict=True)],
        days=7,
        wall=time(8, 15),
    )

    planned = [calendar.bench.station.drafts.open(post).planned for post in posts]
    assert planned == [paris(2026, 11, 10, 8, 15), paris(2026, 11, 12, 8, 15)]


def test_an_hour_that_lands_on_another_of_its_post_does_not_take_it_along(calendar: CalendarBench) -> None:
    first, second = calendar.account(), calendar.account(Network.X)
    early, late = paris(2026, 11, 3, 9, 0), paris(2026, 11, 4, 9, 0)
    post = calendar.draft(first, second, planned=early)
    calendar.bench.station.outbox.plan(post, accounts=(first.id,), due=early)
    calendar.bench.station.outbox.plan(post, accounts=(second.id,), due=late)

    done = calendar.hands.shift((post_key(post, early.instant), post_key(post, late.instant)), days=1)

    assert calendar.due(post, first) == late.instant
    assert calendar.due(post, second) == paris(2026, 11, 5, 9, 0).instant
    assert done.undo is not None
    done.undo()
    assert (calendar.due(post, first), calendar.due(post, second)) == (early.instant, late.instant)


def test_undo_of_many_brings_back_what_it_can_and_names_the_rest(calendar: CalendarBench) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    kept, kept_key = calendar.scheduled(site, wait=5 * DAY)
    at = paris(2026, 11, 3, 9, 0)
    draft = calendar.draft(plain, planned=at)
    done = calendar.hands.shift((kept_key, post_key(draft, at.instant)), days=1)
    calendar.network(site).move_moods = [Mood.REFUSED_CONNECTION]

    assert done.undo is not None
    with pytest.raises(UndoneInPart) as told:
        done.undo()

    assert told.value.facts["refused"] == (kept_key,)
    assert calendar.bench.station.drafts.open(draft).planned == at
    assert calendar.due(kept, site) == calendar.kept_until(site)[0]


def test_undo_does_not_move_what_somebody_moved_on_since(calendar: CalendarBench) -> None:
    account = calendar.account()
    post, key = calendar.scheduled(account)
    done = calendar.hands.move(key, calendar.at(2 * DAY))
    calendar.hands.move(done.value, calendar.at(3 * DAY))

    assert done.undo is not None
    with pytest.raises(ChangedElsewhere):
        done.undo()

    assert calendar.due(post, account) == calendar.at(3 * DAY).instant


def test_a_post_of_the_network_is_shifted_there(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    due = calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    (post,) = calendar.seen.of_account(account.id)

    done = calendar.hands.shift((ItemKey(ItemKind.REMOTE, post.id),), days=2)

    assert done.value.moved == (ItemKey(ItemKind.REMOTE, post.id),)
    assert calendar.network(account).by_hand[0].due == due + 2 * DAY


# --- copy ---


def test_copies_are_drafts_with_a_planned_hour(calendar: CalendarBench) -> None:
    first, second = calendar.account(), calendar.account(Network.X)
    at, other = paris(2026, 11, 3, 9, 0), paris(2026, 11, 3, 15, 0)
    post = calendar.draft(first, second, planned=at, text="Venez jeudi.")
    calendar.bench.station.outbox.plan(post, accounts=(first.id,), due=at)
    calendar.bench.station.outbox.plan(post, accounts=(second.id,), due=other)

    done = calendar.hands.copy((post_key(post, at.instant), EVENT), days=7)

    copy = calendar.bench.station.drafts.open(done.value[0].identity)
    assert done.value == (post_key(copy.id, paris(2026, 11, 10, 9, 0).instant), EVENT)
    assert (copy.text, copy.accounts, copy.deliveries) == ("Venez jeudi.", (first.id,), ())
    assert copy.planned == paris(2026, 11, 10, 9, 0)
    assert done.undo is not None
    done.undo()
    assert calendar.bench.station.drafts.open(copy.id).deleted_at is not None
    assert calendar.events.wishes[-1] == ("undo", EVENT, None)


def test_what_was_published_may_be_copied(calendar: CalendarBench) -> None:
    account = calendar.account()
    post, key = calendar.scheduled(account, wait=MINUTE)
    calendar.bench.pass_time(2 * MINUTE)
    calendar.bench.station.outbox.deliver_due()
    assert calendar.of(post, account).state is DeliveryState.SENT

    done = calendar.hands.copy((key,), days=7)

    assert calendar.bench.station.drafts.open(done.value[0].identity).state is PostState.DRAFT


def test_all_or_none_are_copied(calendar: CalendarBench) -> None:
    account = calendar.account()
    at, sunday = paris(2026, 11, 3, 9, 0), paris(2027, 3, 27, 2, 30)
    keys = [post_key(calendar.draft(account, planned=when), when.instant) for when in (at, sunday)]

    with pytest.raises(HourDoesNotExist):
        calendar.hands.copy(keys, days=1)
    with pytest.raises(HourHasPassed):
        calendar.hands.copy(keys[:1], days=-60)

    drafts = calendar.bench.station.drafts
    with pytest.raises(NotFound):
        drafts.open(keys[1].identity + 1)


# --- over the clock changes ---

ZONES = st.sampled_from(("Europe/Paris", "Europe/Brussels", "America/Toronto"))
WALLS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 12, 31))  # noqa: DTZ001
DAYS = st.integers(-400, 400)


@given(ZONES, WALLS, DAYS)
def test_the_wall_time_is_kept_or_the_skipped_hour_is_told(zone: str, wall: datetime, days: int) -> None:
    try:
        start = at_wall_time(wall, zone)
    except HourDoesNotExist:
        return
    target = wall.replace(fold=0) + timedelta(days=days)

    try:
        there = shifted(start, days, None)
    except HourDoesNotExist as skipped:
        assert (
            target.replace(tzinfo=ZoneInfo(zone))
            .astimezone(ZoneInfo("UTC"))
            .astimezone(ZoneInfo(zone))
            .replace(tzinfo=None)
            != target
        )
        assert skipped.facts["wall"] == target
        return

    assert there.wall == target
    assert there.local().replace(tzinfo=None, fold=0) == target
    assert there.zone == zone


@given(ZONES, WALLS, DAYS)
def test_there_and_back_is_where_it_was(zone: str, wall: datetime, days: int) -> None:
    try:
        start = at_wall_time(wall, zone)
        back = shifted(shifted(start, days, None), -days, None)
    except HourDoesNotExist:
        return

    assert back == start


@given(ZONES, st.datetimes(datetime(2026, 10, 20), datetime(2026, 11, 5)), st.integers(1, 9))  # noqa: DTZ001
def test_nothing_planned_in_the_second_pass_is_lost(zone: str, moment: datetime, days: int) -> None:
    start = at_instant(moment.replace(tzinfo=ZoneInfo("UTC")), zone)

    assert shifted(start, 0, None) == start
    there = shifted(start, days, None)
    assert there.wall == start.wall + timedelta(days=days)
