"""Deliveries of first comments, in the transactions of the posts that they follow."""

from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.first_comments import COMMENT_TAKEN_OUT, POST_NOT_LIVE
from cmstation.domain.networks import Receipt
from tests.storage.station import NOW, OWNER, Station, in_hours


def two(station: Station) -> tuple[Delivery, Delivery]:
    """Plan a post and its first comment."""
    account = station.account()
    post = station.post(account)
    station.posts.update(post.id, NOW, expected=None, first_comment="Le programme")
    main = station.waiting(post, account)
    comment = station.deliveries.add(
        post.id,
        account.id,
        in_hours(0),
        NOW,
        key=station.key(),
        kind=DeliveryKind.FIRST_COMMENT,
        parent=main.id,
    )
    return main, comment


def rewritten(station: Station, main: Delivery, comment: str) -> Draft:
    return station.posts.update(main.post, NOW, expected=None, first_comment=comment)


def armed(station: Station, main: Delivery) -> None:
    station.deliveries.claim(main.id, NOW, OWNER)
    station.deliveries.arm(main.id, NOW, OWNER, b"{}", "digest")


def test_a_comment_cannot_be_taken_up_before_its_post_is_live(station: Station) -> None:
    main, comment = two(station)

    early = station.deliveries.claim(comment.id, NOW, OWNER)
    armed(station, main)
    while_it_leaves = station.deliveries.claim(comment.id, NOW, OWNER)
    station.deliveries.sent(main.id, NOW, Receipt("1", ""))
    then = station.deliveries.claim(comment.id, NOW, OWNER)

    assert (early, while_it_leaves) == (None, None)
    assert then is not None
    assert then.state is DeliveryState.PREPARING


def test_arming_a_post_makes_its_comment_agree(station: Station) -> None:
    main, comment = two(station)
    rewritten(station, main, "")

    armed(station, main)

    given_up = station.deliveries.get(comment.id)
    assert (given_up.state, given_up.error) == (DeliveryState.CANCELLED, COMMENT_TAKEN_OUT)


def test_a_comment_that_was_written_later_is_planned_with_a_key_of_its_own(station: Station) -> None:
    account = station.account()
    main = station.waiting(station.post(account), account)
    rewritten(station, main, "Le programme")

    assert station.deliveries.comments_follow(main.post, NOW)
    assert not station.deliveries.comments_follow(main.post, NOW)

    _, comment = station.deliveries.of_post(main.post)
    assert (comment.kind, comment.parent, comment.due) == (DeliveryKind.FIRST_COMMENT, main.id, main.due)
    assert len(comment.key) == 32
    assert comment.key != main.key


def test_a_comment_comes_back_as_the_same_row(station: Station) -> None:
    main, comment = two(station)

    for words in ("", "À jeudi."):
        rewritten(station, main, words)
        station.deliveries.comments_follow(main.post, NOW)

    assert station.deliveries.of_post(main.post) == (main, comment)


def test_what_was_armed_keeps_its_comment_as_it_is(station: Station) -> None:
    main, comment = two(station)
    armed(station, main)

    changed = station.deliveries.comments_follow(main.post, NOW)

    assert not changed
    assert station.deliveries.get(comment.id) == comment


def test_a_comment_that_was_tried_is_never_given_up_by_itself(station: Station) -> None:
    main, comment = two(station)
    armed(station, main)
    station.deliveries.sent(main.id, NOW, Receipt("1", ""))
    station.deliveries.claim(comment.id, NOW, OWNER)
    tried = station.deliveries.again(comment.id, NOW, NOW, "rate_limited", "")

    station.deliveries.comments_follow(main.post, NOW)

    assert station.deliveries.get(comment.id) == tried


def test_a_post_that_fails_and_is_tried_again_takes_its_comment_along(station: Station) -> None:
    main, comment = two(station)

    station.deliveries.failed(main.id, NOW, "content_refused", "")
    given_up = station.deliveries.get(comment.id)
    station.deliveries.reschedule(main.id, NOW, in_hours(5), in_hours(5).instant, False)
    back = station.deliveries.get(comment.id)

    assert (given_up.state, given_up.error) == (DeliveryState.CANCELLED, POST_NOT_LIVE)
    assert (back.state, back.error, back.due) == (DeliveryState.WAITING, "", in_hours(5))


def test_a_cancelled_post_leaves_room_for_both_to_be_planned_again(station: Station) -> None:
    main, comment = two(station)

    station.deliveries.cancel(main.id, NOW)
    account = station.accounts.get(main.account)
    again = station.waiting(station.posts.get(main.post), account)
    station.deliveries.comments_follow(main.post, NOW)

    assert station.deliveries.get(comment.id).state is DeliveryState.CANCELLED
    assert [found.parent for found in station.deliveries.of_post(main.post)] == [
        None,
        main.id,
        None,
        again.id,
    ]


# --- what the network called it ---


def test_the_networks_own_name_of_a_trouble_is_kept_until_it_has_passed(station: Station) -> None:
    account = station.account()
    main = station.sending(station.post(account), account)

    failed = station.deliveries.failed(main.id, NOW, "permission_missing", "no", code="kept_pending")
    waiting = station.deliveries.reschedule(main.id, NOW, in_hours(1), NOW, False)

    assert (failed.error, failed.code) == ("permission_missing", "kept_pending")
    assert (waiting.error, waiting.code) == ("", "")


def test_a_look_that_learns_nothing_new_keeps_the_name_and_another_trouble_drops_it(
    station: Station,
) -> None:
    account = station.account()
    main = station.sending(station.post(account), account)
    station.deliveries.uncertain(main.id, NOW, "outcome_unknown", "", (), code="read_timeout")

    looked = station.deliveries.uncertain(main.id, NOW, "outcome_unknown", "", ("nothing found",))
    other = station.deliveries.uncertain(main.id, NOW, "not_published_at_its_hour", "", ())

    assert (looked.code, other.code) == ("read_timeout", "")
    assert station.deliveries.sent(main.id, NOW, Receipt("1", "")).code == ""
