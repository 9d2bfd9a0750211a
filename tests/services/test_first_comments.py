"""A first comment agrees with its post until that leaves, follows it once, and never leaves alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.delivery_errors import WrongState
from cmstation.domain.errors import DiskFull, PublishedIsImmutable
from cmstation.domain.first_comments import COMMENT_TAKEN_OUT, POST_NOT_LIVE
from cmstation.domain.networks import Network, Way
from cmstation.domain.planned_time import at_instant
from tests.fakes.moody_network import Killed, Mood
from tests.services.conftest import Bench

HOUR = timedelta(hours=1)
PROGRAMME = "Le programme est en ligne."


def planned(bench: Bench, comment: str = "", wait: timedelta = HOUR) -> int:
    """Write a post for all accounts, and plan it."""
    post = bench.station.drafts.new(title="Don du sang", text="Venez jeudi.").value.id
    if comment:
        bench.station.drafts.update(post, first_comment=comment)
    bench.station.outbox.plan(post, due=at_instant(bench.clock.now() + wait, "Europe/Paris"))
    return post


def main_of(bench: Bench, post: int) -> Delivery:
    (found,) = [one for one in bench.station.outbox.of_post(post) if one.kind is DeliveryKind.POST]
    return found


def comments_of(bench: Bench, post: int) -> list[Delivery]:
    return [one for one in bench.station.outbox.of_post(post) if one.kind is DeliveryKind.FIRST_COMMENT]


def states(bench: Bench, post: int) -> list[DeliveryState]:
    return [comment.state for comment in comments_of(bench, post)]


def leave(bench: Bench, wait: timedelta = HOUR) -> None:
    bench.pass_time(wait)
    bench.station.outbox.deliver_due()


# --- edited while the post waits ---


def test_a_comment_added_after_planning_is_shown_at_once_and_posted(bench: Bench) -> None:
    account = bench.account()
    post = planned(bench)

    edited = bench.station.drafts.update(post, first_comment=PROGRAMME)
    assert [one.kind for one in edited.deliveries] == [DeliveryKind.POST, DeliveryKind.FIRST_COMMENT]
    leave(bench)

    assert bench.network_of(account).replies == [(main_of(bench, post).remote_id, PROGRAMME)]
    assert states(bench, post) == [DeliveryState.SENT]


def test_a_comment_rubbed_out_and_written_again_is_one_comment(bench: Bench) -> None:
    account = bench.account()
    post = planned(bench, PROGRAMME)

    bench.station.drafts.update(post, first_comment=" ")
    rubbed_out = comments_of(bench, post)
    bench.station.drafts.update(post, first_comment="À jeudi.")
    leave(bench)

    assert [(one.state, one.error) for one in rubbed_out] == [(DeliveryState.CANCELLED, COMMENT_TAKEN_OUT)]
    (comment,) = comments_of(bench, post)
    assert (comment.state, comment.error) == (DeliveryState.SENT, "")
    assert [text for _, text in bench.network_of(account).replies] == ["À jeudi."]


def test_one_account_that_says_no_comment_gets_none(bench: Bench) -> None:
    one, two = bench.account(), bench.account(Network.X)
    post = planned(bench, PROGRAMME)

    bench.station.drafts.set_version(post, one.id, first_comment="")
    leave(bench)

    assert bench.network_of(one).replies == []
    assert len(bench.network_of(two).replies) == 1


def test_an_account_added_after_planning_gets_its_comment_when_it_is_planned(bench: Bench) -> None:
    bench.account()
    post = planned(bench)
    later = bench.account()
    bench.station.drafts.choose_accounts(post, [one.id for one in bench.station.accounts.all()])
    bench.station.drafts.set_version(post, later.id, first_comment=PROGRAMME)
    assert comments_of(bench, post) == []

    bench.station.outbox.plan(post, due=at_instant(bench.clock.now() + HOUR, "Europe/Paris"))
    leave(bench)

    assert [text for _, text in bench.network_of(later).replies] == [PROGRAMME]
    assert len(comments_of(bench, post)) == 1


def test_an_account_taken_off_after_its_post_failed_keeps_no_comment_waiting(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    bench.network_of(two).moods = [Mood.BAD_CONTENT]
    post = planned(bench)
    bench.station.drafts.set_version(post, two.id, first_comment=PROGRAMME)
    leave(bench)

    bench.station.drafts.choose_accounts(post, [one.id])
    leave(bench)

    assert [(comment.account, comment.state) for comment in comments_of(bench, post)] == [
        (two.id, DeliveryState.CANCELLED)
    ]
    assert bench.network_of(two).live == []


def test_an_earlier_version_brings_its_comment_back(bench: Bench) -> None:
    bench.account()
    post = planned(bench, PROGRAMME)
    bench.station.drafts.keep_version(post, "autosave")
    snapshot = bench.station.drafts.history(post)[0].id
    bench.station.drafts.update(post, first_comment="")

    restored = bench.station.drafts.restore(post, snapshot)
    back = states(bench, post)
    assert restored.undo is not None
    restored.undo()

    assert back == [DeliveryState.WAITING]
    assert states(bench, post) == [DeliveryState.CANCELLED]


@pytest.mark.parametrize("way", [Way.ASSISTED])
def test_what_is_pasted_by_hand_has_no_comment_of_its_own(bench: Bench, way: Way) -> None:
    bench.account(Network.FACEBOOK, way)
    post = planned(bench)

    bench.station.drafts.update(post, first_comment=PROGRAMME)
    leave(bench)

    assert comments_of(bench, post) == []


def test_a_site_without_first_comments_gets_none(bench: Bench) -> None:
    bench.account(Network.WORDPRESS)
    post = planned(bench, wait=timedelta(minutes=1))

    bench.station.drafts.update(post, first_comment=PROGRAMME)
    leave(bench, timedelta(minutes=1))

    assert main_of(bench, post).state is DeliveryState.SENT
    assert comments_of(bench, post) == []


def test_a_comment_that_the_person_cancelled_stays_cancelled(bench: Bench) -> None:
    account = bench.account()
    post = planned(bench, PROGRAMME)
    bench.station.outbox.cancel(comments_of(bench, post)[0].id)

    bench.station.drafts.update(post, text="Venez vendredi.")
    leave(bench)

    assert states(bench, post) == [DeliveryState.CANCELLED]
    assert len(bench.network_of(account).live) == 1


def test_an_edit_that_the_outbox_did_not_hear_of_is_caught_up_when_the_post_is_armed(bench: Bench) -> None:
    account = bench.account()
    added, taken = planned(bench), planned(bench, PROGRAMME)
    bench.station.drafts.tell_edits(lambda _draft: False)

    bench.station.drafts.update(added, first_comment="À jeudi.")
    bench.station.drafts.update(taken, first_comment="")
    leave(bench)

    assert [text for _, text in bench.network_of(account).replies] == ["À jeudi."]
    assert states(bench, taken) == [DeliveryState.CANCELLED]


def test_an_edit_is_kept_when_the_disk_is_full_right_after_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = bench.account()
    post = planned(bench)

    def full(*_: object) -> bool:
        raise DiskFull(folder="/clinic")

    with monkeypatch.context() as fault:
        fault.setattr("cmstation.storage.deliveries.Deliveries.comments_follow", full)
        edited = bench.station.drafts.update(post, first_comment=PROGRAMME)
    leave(bench)

    assert edited.first_comment == PROGRAMME
    assert [text for _, text in bench.network_of(account).replies] == [PROGRAMME]


# --- the hour, and what becomes of the post ---


def test_a_comment_takes_the_hour_of_its_post(bench: Bench) -> None:
    bench.account()
    post = planned(bench, PROGRAMME)
    moved = at_instant(bench.clock.now() + 5 * HOUR, "Europe/Paris")

    bench.station.outbox.reschedule(main_of(bench, post).id, moved)
    bench.station.drafts.update(post, first_comment="")
    bench.station.drafts.update(post, first_comment=PROGRAMME)

    (comment,) = comments_of(bench, post)
    assert (comment.due, comment.next_try) == (moved, moved.instant)


def test_a_cancelled_post_takes_its_comment_with_it(bench: Bench) -> None:
    account = bench.account()
    post = planned(bench, PROGRAMME)

    changes = bench.station.outbox.cancel(main_of(bench, post).id)
    bench.station.drafts.update(post, first_comment="À jeudi.")
    leave(bench)

    assert changes.deliveries == {one.id for one in bench.station.outbox.of_post(post)}
    assert states(bench, post) == [DeliveryState.CANCELLED]
    assert bench.network_of(account).sends == 0


def test_a_post_that_failed_gives_its_comment_up_and_takes_it_up_again(bench: Bench) -> None:
    account = bench.account()
    bench.network_of(account).moods = [Mood.BAD_CONTENT]
    post = planned(bench, PROGRAMME)
    leave(bench)
    (given_up,) = comments_of(bench, post)

    bench.station.outbox.send_again(main_of(bench, post).id)
    waiting = states(bench, post)
    bench.station.outbox.deliver_due()

    assert (given_up.state, given_up.error) == (DeliveryState.CANCELLED, POST_NOT_LIVE)
    assert waiting == [DeliveryState.WAITING]
    assert [text for _, text in bench.network_of(account).replies] == [PROGRAMME]


def test_a_fault_of_ours_after_a_doubt_does_not_lose_the_comment(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = bench.account()
    bench.network_of(account).moods = [Mood.TIME_OUT_BEFORE]
    post = planned(bench, PROGRAMME)
    leave(bench)
    assert main_of(bench, post).armed_at is not None

    def broken(*_: object) -> None:
        raise RuntimeError("no door")

    with monkeypatch.context() as fault:
        fault.setattr(bench.doors, "publisher", broken)
        leave(bench, timedelta(minutes=5))
    failed = main_of(bench, post).state, states(bench, post)
    bench.station.outbox.send_again(main_of(bench, post).id)
    bench.station.outbox.deliver_due()

    assert failed == (DeliveryState.FAILED, [DeliveryState.CANCELLED])
    assert [text for _, text in bench.network_of(account).replies] == [PROGRAMME]


def test_a_comment_never_leaves_before_its_post(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods, network.can_search = [Mood.TIME_OUT_AFTER], False
    post = planned(bench, PROGRAMME)
    leave(bench)
    (comment,) = comments_of(bench, post)
    assert main_of(bench, post).state is DeliveryState.UNCERTAIN

    bench.pass_time(timedelta(minutes=31))
    bench.station.outbox.deliver(comment.id)
    with pytest.raises(WrongState):
        bench.station.outbox.send_again(comment.id)

    assert states(bench, post) == [DeliveryState.WAITING]
    assert network.sends == 1


# --- after the post has left ---


def test_a_comment_that_waits_for_its_turn_says_what_it_said_when_the_post_left(bench: Bench) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.FINE, Mood.RATE_LIMIT]
    post = planned(bench, PROGRAMME)
    leave(bench)
    assert states(bench, post) == [DeliveryState.WAITING]

    for words in ("", "Autre chose"):
        with pytest.raises(PublishedIsImmutable):
            bench.station.drafts.update(post, first_comment=words)
        with pytest.raises(PublishedIsImmutable):
            bench.station.drafts.set_version(post, account.id, first_comment=words)
    leave(bench, timedelta(minutes=10))

    assert [text for _, text in network.replies] == [PROGRAMME]


def test_an_edit_for_one_account_leaves_the_tried_comment_of_another_alone(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    bench.network_of(one).moods = [Mood.FINE, Mood.RATE_LIMIT]
    bench.network_of(two).prepare_moods = [Mood.REFUSED_CONNECTION]
    post = planned(bench, PROGRAMME)
    leave(bench)
    before = {comment.account: comment for comment in comments_of(bench, post)}

    bench.station.drafts.set_version(post, two.id, first_comment="")
    after = {comment.account: comment for comment in comments_of(bench, post)}
    leave(bench, timedelta(minutes=10))

    assert after[one.id] == before[one.id]
    assert after[two.id].state is DeliveryState.CANCELLED
    assert len(bench.network_of(one).replies) == 1
    assert bench.network_of(two).replies == []
    assert len(bench.network_of(two).live) == 1


@pytest.mark.parametrize("mood", [Mood.CRASH_BEFORE, Mood.CRASH_AFTER])
def test_a_kill_at_the_post_costs_neither_post_nor_comment(bench: Bench, mood: Mood) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [mood]
    post = planned(bench)
    bench.station.drafts.update(post, first_comment=PROGRAMME)
    with pytest.raises(Killed):
        leave(bench)

    run_again(bench)

    assert [text for _, text in network.live] == ["Venez jeudi.", PROGRAMME]
    assert [text for _, text in network.replies] == [PROGRAMME]
    assert states(bench, post) == [DeliveryState.SENT]


@pytest.mark.parametrize("moods", [[Mood.CRASH_BEFORE], [Mood.CRASH_AFTER]])
def test_a_kill_at_the_comment_repeats_neither_of_them(bench: Bench, moods: list[Mood]) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.FINE, *moods]
    post = planned(bench, PROGRAMME)
    with pytest.raises(Killed):
        leave(bench)

    run_again(bench)

    assert [text for _, text in network.live] == ["Venez jeudi.", PROGRAMME]
    assert states(bench, post) == [DeliveryState.SENT]


def test_a_kill_between_the_post_and_its_comment_leaves_the_comment_to_come(
    new_bench: Callable[[], Bench],
) -> None:
    bench = new_bench()
    account = bench.account()
    post = planned(bench)
    bench.station.drafts.update(post, first_comment=PROGRAMME)
    bench.pass_time(HOUR)
    bench.station.outbox.deliver(main_of(bench, post).id)
    assert bench.network_of(account).replies == []

    run_again(bench)

    assert [text for _, text in bench.network_of(account).replies] == [PROGRAMME]
    assert len(bench.network_of(account).live) == 2


def run_again(bench: Bench) -> None:
    """Start on the same folder again and let the heartbeat beat."""
    bench.restart()
    bench.station.outbox.start()
    for _ in range(4):
        bench.station.outbox.deliver_due()
        bench.pass_time(timedelta(minutes=5))
