"""What was planned on the networks by hand is seen, kept and moved there."""

import logging

import pytest

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_errors import HourHasPassed, HourTooNear, NoLongerWaiting
from cmstation.domain.changes import Changes
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import NotFound, NotSent, OutcomeUnknown, PublishedIsImmutable, SignInNeeded
from cmstation.domain.networks import Network, Way
from cmstation.domain.remote_posts import RemotePost
from tests.fakes.moody_network import Mood
from tests.services.calendar_bench import DAY, HOUR, CalendarBench, calendar_of
from tests.services.conftest import Bench

CALENDAR = Changes(calendar=True)


@pytest.fixture
def calendar(bench: Bench) -> CalendarBench:
    return calendar_of(bench)


def seen(calendar: CalendarBench) -> list[tuple[str, str]]:
    now = calendar.bench.clock.now()
    return [(one.remote_id, one.title) for one in calendar.seen.between(now - 99 * DAY, now + 99 * DAY)]


def only(calendar: CalendarBench) -> RemotePost:
    now = calendar.bench.clock.now()
    (found,) = calendar.seen.between(now - 99 * DAY, now + 99 * DAY)
    return found


# --- looking ---


def test_what_somebody_planned_there_is_seen(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    due = calendar.plan_by_hand(account, "7", DAY)

    changes = calendar.remote.refresh(account.id)

    post = only(calendar)
    assert changes == CALENDAR
    assert (post.account, post.remote_id, post.title, post.due) == (account.id, "7", "Titre 7", due)
    assert calendar.remote.when_seen(account.id) == calendar.bench.clock.now()


def test_seeing_the_same_again_changes_nothing(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    before = only(calendar)
    calendar.bench.pass_time(HOUR)

    changes = calendar.remote.refresh(account.id)

    assert not changes
    assert only(calendar).id == before.id
    assert calendar.remote.when_seen(account.id) == calendar.bench.clock.now()


def test_ours_are_left_out(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    calendar.scheduled(account)
    calendar.plan_by_hand(account, "7", 2 * DAY)

    calendar.remote.refresh(account.id)

    assert seen(calendar) == [("7", "Titre 7")]


def test_ours_are_left_out_even_when_the_answer_of_their_sending_was_lost(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    network = calendar.network(account)
    network.moods, network.can_search = [Mood.TIME_OUT_AFTER], False
    post, _ = calendar.scheduled(account)

    calendar.remote.refresh(account.id)

    assert calendar.of(post, account).state is DeliveryState.UNCERTAIN
    assert len(network.hours) == 1
    assert seen(calendar) == []


def test_ours_that_were_given_up_here_but_stay_there_are_theirs(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    post, _ = calendar.scheduled(account)
    network = calendar.network(account)
    kept = dict(network.scheduled), dict(network.hours)
    calendar.bench.station.outbox.cancel(calendar.of(post, account).id)
    network.scheduled, network.hours = kept

    calendar.remote.refresh(account.id)

    assert len(seen(calendar)) == 1


def test_a_failed_look_keeps_what_was_seen_before(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    first = calendar.bench.clock.now()
    calendar.bench.pass_time(HOUR)
    calendar.network(account).by_hand.clear()
    calendar.network(account).list_moods = [Mood.REFUSED_CONNECTION]

    with pytest.raises(NotSent):
        calendar.remote.refresh(account.id)

    assert seen(calendar) == [("7", "Titre 7")]
    assert calendar.remote.when_seen(account.id) == first


def test_one_account_that_fails_does_not_keep_the_others_from_being_seen(calendar: CalendarBench) -> None:
    broken, fine = calendar.account(Network.WORDPRESS), calendar.account(Network.MASTODON)
    calendar.plan_by_hand(fine, "7", DAY)
    calendar.network(broken).list_moods = [Mood.SIGNED_OUT]

    refreshed = calendar.remote.refresh_all()

    assert seen(calendar) == [("7", "Titre 7")]
    assert refreshed.changes == CALENDAR
    assert {account: type(why) for account, why in refreshed.failed.items()} == {broken.id: SignInNeeded}
    assert calendar.remote.when_seen(broken.id) is None


def test_paused_and_assisted_accounts_are_not_asked(calendar: CalendarBench) -> None:
    paused, awake = calendar.account(Network.WORDPRESS), calendar.account(Network.MASTODON)
    calendar.bench.account(Network.FACEBOOK, Way.ASSISTED)
    for account in (paused, awake):
        calendar.plan_by_hand(account, f"{account.id}", DAY)
    calendar.bench.station.accounts.pause(paused.id, paused=True)

    refreshed = calendar.remote.refresh_all()

    assert [one.id for one in calendar.remote.accounts()] == [awake.id]
    assert [name for name, _ in seen(calendar)] == [f"{awake.id}"]
    assert refreshed.failed == {}


def test_nothing_secret_is_logged(calendar: CalendarBench, caplog: pytest.LogCaptureFixture) -> None:
    fine, broken = calendar.account(Network.WORDPRESS), calendar.account(Network.MASTODON)
    calendar.plan_by_hand(fine, "7", DAY, text="Le mot secret")
    calendar.network(broken).list_moods = [Mood.BAD_CONTENT]

    with caplog.at_level(logging.DEBUG, logger="cmstation"):
        calendar.remote.refresh_all()

    assert "1 posts" in caplog.text
    assert "s3cret-word" not in caplog.text
    assert "secret" not in caplog.text
    assert "too long" not in caplog.text


# --- the network holds another hour for what is ours ---


def test_an_hour_that_was_changed_on_the_network_is_ours_too(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    post, _ = calendar.scheduled(account)
    delivery = calendar.of(post, account)
    there = delivery.due.instant + 3 * HOUR
    calendar.network(account).hours[delivery.key] = there

    changes = calendar.remote.refresh(account.id)

    assert changes == Changes(frozenset({post}), frozenset({delivery.id}), calendar=True)
    assert calendar.due(post, account) == calendar.planned(post) == there
    assert there.isoformat().encode() in (calendar.deliveries.payload(delivery.id) or b"")
    assert not calendar.remote.refresh(account.id)


def test_the_planned_hour_stays_when_another_account_stands_there_too(calendar: CalendarBench) -> None:
    account, other = calendar.account(Network.WORDPRESS), calendar.account(Network.BLUESKY)
    post, _ = calendar.scheduled(account, other)
    before = calendar.due(post, other)
    there = before + 3 * HOUR
    calendar.network(account).hours[calendar.of(post, account).key] = there

    calendar.remote.refresh(account.id)

    assert calendar.due(post, account) == there
    assert calendar.due(post, other) == calendar.planned(post) == before


# --- moving ---


def test_it_is_moved_on_its_network_and_back(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    due = calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    post = only(calendar).id
    to = calendar.at(3 * DAY)

    done = calendar.remote.move(post, to)

    assert done.value == ItemKey(ItemKind.REMOTE, post)
    assert done.changes == CALENDAR
    assert calendar.network(account).by_hand[0].due == only(calendar).due == to.instant
    assert done.undo is not None
    assert done.undo() == CALENDAR
    assert calendar.network(account).by_hand[0].due == only(calendar).due == due


@pytest.mark.parametrize(
    ("mood", "error"), [(Mood.REFUSED_CONNECTION, NotSent), (Mood.TIME_OUT_BEFORE, OutcomeUnknown)]
)
def test_when_the_network_does_not_move_it_stays(
    calendar: CalendarBench, mood: Mood, error: type[Exception]
) -> None:
    account = calendar.account(Network.WORDPRESS)
    due = calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    calendar.network(account).move_moods = [mood]

    with pytest.raises(error):
        calendar.remote.move(only(calendar).id, calendar.at(3 * DAY))

    assert only(calendar).due == due


def test_a_move_of_which_nobody_knew_is_seen_at_the_next_look(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    calendar.network(account).move_moods = [Mood.TIME_OUT_AFTER]
    to = calendar.at(3 * DAY)
    with pytest.raises(OutcomeUnknown):
        calendar.remote.move(only(calendar).id, to)

    calendar.remote.refresh(account.id)

    assert only(calendar).due == to.instant


def test_an_hour_too_near_or_past_moves_nothing(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    due = calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    post = only(calendar).id

    with pytest.raises(HourTooNear):
        calendar.remote.move(post, calendar.at(HOUR / 60))
    with pytest.raises(HourHasPassed):
        calendar.remote.move(post, calendar.at(-HOUR))

    assert only(calendar).due == due
    assert calendar.network(account).moves == []


def test_what_was_taken_off_the_network_leaves_the_calendar(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    calendar.network(account).by_hand.clear()

    with pytest.raises(NoLongerWaiting) as refused:
        calendar.remote.move(only(calendar).id, calendar.at(3 * DAY))

    assert refused.value.facts["changes"] == CALENDAR
    assert seen(calendar) == []


def test_what_was_published_meanwhile_is_immutable(calendar: CalendarBench) -> None:
    account = calendar.account(Network.WORDPRESS)
    calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)
    post = only(calendar).id
    calendar.network(account).live.append(("7", "Par Lucie"))

    with pytest.raises(PublishedIsImmutable):
        calendar.remote.move(post, calendar.at(3 * DAY))

    with pytest.raises(NotFound):
        calendar.remote.get(post)


def test_its_hour_is_read_in_the_clinics_zone(calendar: CalendarBench) -> None:
    calendar.bench.station.preferences.set_zone("America/Toronto")
    account = calendar.account(Network.WORDPRESS)
    due = calendar.plan_by_hand(account, "7", DAY)
    calendar.remote.refresh(account.id)

    begins = calendar.remote.begins(only(calendar).id)

    assert (begins.instant, begins.zone) == (due, "America/Toronto")
