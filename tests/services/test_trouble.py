"""A delivery keeps what the network called its trouble, as long as that stands."""

from datetime import timedelta

import pytest

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import PermissionMissing, SecretsLocked
from cmstation.services.trouble import LONGEST_CODE, Trouble
from tests.fakes.moody_network import Mood, MoodyDoor
from tests.services.conftest import Bench


def published(bench: Bench) -> int:
    post = bench.station.drafts.new(title="Don du sang", text="Venez jeudi.").value.id
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    return post


def told(bench: Bench, post: int) -> tuple[DeliveryState, str, str]:
    (delivery,) = bench.station.outbox.of_post(post)
    return delivery.state, delivery.error, delivery.code


def test_a_post_that_the_site_keeps_for_approval_is_known_as_such(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.account()

    def keep(*_: object) -> None:
        raise PermissionMissing(status=201, code="kept_pending", right="publish_posts")

    monkeypatch.setattr(MoodyDoor, "send", keep)

    post = published(bench)

    assert told(bench, post) == (DeliveryState.FAILED, "permission_missing", "kept_pending")


def test_why_nothing_answered_is_known_until_it_has_left(bench: Bench) -> None:
    network = bench.network_of(bench.account())
    network.moods = [Mood.REFUSED_CONNECTION]

    post = published(bench)
    waiting = told(bench, post)
    bench.pass_time(timedelta(minutes=2))
    bench.station.outbox.deliver_due()

    assert waiting == (DeliveryState.WAITING, "not_sent", "refused")
    assert told(bench, post) == (DeliveryState.SENT, "", "")


def test_why_it_is_in_doubt_stays_known_after_looking(bench: Bench) -> None:
    network = bench.network_of(bench.account())
    network.moods, network.can_search = [Mood.TIME_OUT_AFTER], False

    post = published(bench)
    bench.pass_time(timedelta(minutes=3))
    bench.station.outbox.deliver_due()

    assert network.looks > 1
    assert told(bench, post) == (DeliveryState.UNCERTAIN, "outcome_unknown", "read_timeout")


def test_an_endless_code_is_cut() -> None:
    kept = Trouble.of(PermissionMissing(code="x" * 10_000, detail="no"))

    assert (kept.key, kept.detail, kept.code) == ("permission_missing", "no", "x" * LONGEST_CODE)


def test_a_trouble_of_this_computer_has_no_code() -> None:
    assert Trouble.of(SecretsLocked()) == Trouble("secrets_locked", "")
