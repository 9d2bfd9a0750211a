"""Hours are given, taken away and handed to another account."""

import pytest

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_errors import (
    HourHasPassed,
    LeavingNow,
    PlannedElsewhere,
    TakenBackInPart,
)
from cmstation.domain.changes import Changes
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.drafts import PostState, Stage
from cmstation.domain.errors import (
    NotFound,
    NotReady,
    NotSent,
)
from cmstation.domain.networks import Network
from cmstation.domain.post_hours import post_key
from tests.fakes.moody_network import Mood
from tests.services.calendar_bench import DAY, HOUR, CalendarBench, calendar_of
from tests.services.conftest import Bench

EVENT = ItemKey(ItemKind.EVENT, 4, "2026-10-20T08:00Z")


@pytest.fixture
def calendar(bench: Bench) -> CalendarBench:
    return calendar_of(bench)


# --- place, take away ---


def test_an_idea_gets_its_hour_and_nothing_is_scheduled(calendar: CalendarBench) -> None:
    post = calendar.draft(calendar.account())
    calendar.bench.station.drafts.update(post, stage=Stage.IDEA)

    done = calendar.hands.place(post, calendar.at(DAY))

    assert done.value == post_key(post, calendar.at(DAY).instant)
    assert calendar.bench.station.drafts.open(post).state is PostState.IDEA
    assert calendar.bench.station.outbox.of_post(post) == ()
    assert done.undo is not None
    assert done.undo() == done.changes
    assert calendar.planned(post) is None


def test_what_cannot_be_placed_is_refused(calendar: CalendarBench) -> None:
    account = calendar.account()
    scheduled, _ = calendar.scheduled(account)
    deleted = calendar.draft(account)
    calendar.bench.station.drafts.delete(deleted)

    with pytest.raises(AlreadyPlanned):
        calendar.hands.place(scheduled, calendar.at(2 * DAY))
    with pytest.raises(HourHasPassed):
        calendar.hands.place(calendar.draft(account), calendar.at(-HOUR))
    with pytest.raises(NotFound):
        calendar.hands.place(deleted, calendar.at(DAY))


def test_an_hour_is_taken_away_and_comes_back(calendar: CalendarBench) -> None:
    first, second = calendar.account(), calendar.account(Network.X)
    at = calendar.at(DAY)
    post = calendar.draft(first, second, planned=at)
    calendar.bench.station.drafts.update(post, first_comment="Le programme")
    calendar.bench.station.outbox.plan(post, due=at)
    before = calendar.bench.station.outbox.of_post(post)

    done = calendar.hands.unplace(post_key(post, at.instant))

    assert done.value == post
    assert calendar.planned(post) is None
    assert {one.state for one in calendar.bench.station.outbox.of_post(post)} == {DeliveryState.CANCELLED}
    assert calendar.bench.station.drafts.open(post).state is PostState.DRAFT
    assert done.undo is not None
    done.undo()
    assert calendar.bench.station.outbox.of_post(post) == before
    assert calendar.planned(post) == at.instant


def test_a_kept_post_is_taken_off_its_network_first(calendar: CalendarBench) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    post, key = calendar.scheduled(site, plain)
    at = calendar.due(post, site)

    done = calendar.hands.unplace(key)

    assert calendar.kept_until(site) == []
    assert calendar.planned(post) is None
    assert done.undo is not None
    done.undo()
    calendar.bench.station.outbox.deliver_due()
    assert calendar.kept_until(site) == [at] == [calendar.due(post, plain)]


def test_a_network_that_does_not_give_a_post_back_keeps_its_hour(calendar: CalendarBench) -> None:
    site, plain = calendar.account(Network.WORDPRESS), calendar.account()
    post, key = calendar.scheduled(site, plain)
    before = calendar.bench.station.drafts.open(post)
    calendar.network(site).delete_moods = [Mood.REFUSED_CONNECTION] * 2

    with pytest.raises(NotSent):
        calendar.hands.unplace(key)
    with pytest.raises(NotSent):
        calendar.hands.to_account(key, site.id, calendar.account(Network.X).id)

    after = calendar.bench.station.drafts.open(post)
    assert after.deliveries == before.deliveries
    assert (after.planned, after.accounts) == (before.planned, before.accounts)


def test_when_one_of_two_networks_gives_it_back_the_truth_is_told(calendar: CalendarBench) -> None:
    first, second = calendar.account(Network.WORDPRESS), calendar.account(Network.MASTODON)
    post, key = calendar.scheduled(first, second)
    taken = calendar.of(post, first).id
    calendar.network(second).delete_moods = [Mood.REFUSED_CONNECTION]

    with pytest.raises(TakenBackInPart) as told:
        calendar.hands.unplace(key)

    assert (told.value.facts["taken"], told.value.facts["stayed"]) == ((first.id,), (second.id,))
    assert told.value.facts["changes"] == Changes(frozenset({post}), frozenset({taken}), calendar=True)
    assert calendar.kept_until(first) == []
    assert calendar.of(post, second).state is DeliveryState.ON_NETWORK
    assert calendar.deliveries.get(taken).state is DeliveryState.CANCELLED


def test_an_hour_on_the_point_of_leaving_is_not_taken_away(calendar: CalendarBench) -> None:
    site = calendar.account(Network.WORDPRESS)
    post, key = calendar.scheduled(site)
    calendar.bench.clock.instant = calendar.due(post, site)

    with pytest.raises(LeavingNow):
        calendar.hands.unplace(key)

    assert len(calendar.network(site).hours) == 1


def test_what_is_no_post_of_ours_is_not_taken_away_nor_copied(calendar: CalendarBench) -> None:
    remote = ItemKey(ItemKind.REMOTE, 1)

    with pytest.raises(PlannedElsewhere):
        calendar.hands.unplace(remote)
    with pytest.raises(PlannedElsewhere):
        calendar.hands.copy((remote,), days=1)
    with pytest.raises(PlannedElsewhere):
        calendar.hands.to_account(remote, 1, 2)


# --- another account, another campaign ---


def test_an_account_is_exchanged_for_another(calendar: CalendarBench) -> None:
    old, new = calendar.account(), calendar.account(Network.X)
    at = calendar.at(DAY)
    post = calendar.draft(old, planned=at)
    calendar.bench.station.outbox.plan(post, due=at)

    done = calendar.hands.to_account(post_key(post, at.instant), old.id, new.id)

    assert calendar.bench.station.drafts.open(post).accounts == (new.id,)
    assert calendar.of(post, new).due == at
    assert done.value == post_key(post, at.instant)
    assert done.undo is not None
    done.undo()
    assert calendar.bench.station.drafts.open(post).accounts == (old.id,)
    assert calendar.of(post, old).due == at


def test_an_account_that_only_stands_there_is_exchanged(calendar: CalendarBench) -> None:
    old, new = calendar.account(), calendar.account(Network.X)
    at = calendar.at(DAY)
    post = calendar.draft(old, planned=at)

    done = calendar.hands.to_account(post_key(post, at.instant), old.id, new.id)

    assert calendar.bench.station.drafts.open(post).accounts == (new.id,)
    assert calendar.bench.station.outbox.of_post(post) == ()
    assert done.undo is not None
    done.undo()
    assert calendar.bench.station.drafts.open(post).accounts == (old.id,)


def test_a_kept_post_leaves_one_network_before_it_waits_on_the_other(calendar: CalendarBench) -> None:
    old, new = calendar.account(Network.WORDPRESS), calendar.account(Network.MASTODON)
    post, key = calendar.scheduled(old)
    at = calendar.due(post, old)

    calendar.hands.to_account(key, old.id, new.id)
    calendar.bench.station.outbox.deliver_due()

    assert calendar.kept_until(old) == []
    assert calendar.kept_until(new) == [at]


def test_an_exchange_that_is_refused_changes_nothing(calendar: CalendarBench) -> None:
    old, new = calendar.account(), calendar.account(Network.X)
    at = calendar.at(DAY)
    post = calendar.draft(old, planned=at, text="Un texte trop long. " * 20)
    calendar.bench.station.drafts.set_version(post, old.id, text="Court.")
    calendar.bench.station.outbox.plan(post, due=at)
    key = post_key(post, at.instant)

    with pytest.raises(NotReady):
        calendar.hands.to_account(key, old.id, new.id)
    with pytest.raises(AlreadyPlanned):
        calendar.hands.to_account(key, old.id, old.id)
    with pytest.raises(NotFound):
        calendar.hands.to_account(key, new.id, 99)

    assert calendar.bench.station.drafts.open(post).accounts == (old.id,)
    assert [one.state for one in calendar.bench.station.outbox.of_post(post)] == [DeliveryState.WAITING]


def test_posts_are_given_a_campaign_and_lose_it_again(calendar: CalendarBench) -> None:
    account = calendar.account()
    campaign = calendar.bench.station.labels.add_campaign("Octobre rose").value.id
    posts = [calendar.draft(account), calendar.draft(account)]

    done = calendar.hands.give_campaign(posts, campaign)

    drafts = calendar.bench.station.drafts
    assert [drafts.open(post).campaign for post in posts] == [campaign, campaign]
    assert done.undo is not None
    done.undo()
    assert [drafts.open(post).campaign for post in posts] == [None, None]


def test_an_event_is_moved_by_its_own_service(calendar: CalendarBench) -> None:
    to = calendar.at(DAY)

    done = calendar.hands.move(EVENT, to)

    assert done.value == EVENT
    assert calendar.events.wishes == [("move", EVENT, to)]
