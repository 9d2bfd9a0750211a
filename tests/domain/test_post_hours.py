"""What of a post stands at an hour, and what may still be moved."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft, PostState, Stage, Version
from cmstation.domain.errors import NotFound, PublishedIsImmutable
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.domain.post_hours import (
    ON_TIME,
    hour_of_delivery,
    hour_of_post,
    part_of,
    post_key,
    refuse_unless_movable,
    standing_accounts,
)

NOON = datetime(2026, 10, 13, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
S = DeliveryState


def at(moment: datetime) -> PlannedTime:
    return at_instant(moment, "Europe/Paris")


def delivery(account: int, due: datetime, state: DeliveryState = S.WAITING) -> Delivery:
    return Delivery(account, 1, account, DeliveryKind.POST, state, f"{account:032x}", at(due), due)


def post(*deliveries: Delivery, accounts: tuple[int, ...] = (), planned: datetime | None = None) -> Draft:
    return Draft(
        id=1,
        revision=1,
        title="",
        text="",
        state=PostState.DRAFT,
        stage=Stage.DRAFT,
        theme=None,
        campaign=None,
        tags=(),
        language="fr",
        link="",
        first_comment="",
        sources="",
        planned=None if planned is None else at(planned),
        versions=tuple(Version(account) for account in accounts),
        attachments=(),
        deliveries=deliveries,
        created_at=NOON,
        changed_at=NOON,
    )


def test_a_part_names_the_minute_in_utc() -> None:
    paris = NOON.replace(second=59).astimezone(at(NOON).local().tzinfo)

    assert part_of(paris) == "2026-10-13T10:00Z"
    assert post_key(4, paris) == ItemKey(ItemKind.POST, 4, "2026-10-13T10:00Z")


def test_accounts_of_the_same_minute_stand_together() -> None:
    early, same, late = delivery(1, NOON), delivery(2, NOON + timedelta(seconds=30)), delivery(3, NOON + HOUR)
    given_up = delivery(4, NOON, S.CANCELLED)
    comment = replace(delivery(5, NOON), kind=DeliveryKind.FIRST_COMMENT)

    hour = hour_of_post(post(early, same, late, given_up, comment, accounts=(1, 2, 3)), part_of(NOON))

    assert hour.deliveries == (early, same)
    assert hour.accounts == (1, 2)
    assert not hour.takes_planned


def test_chosen_accounts_without_a_delivery_stand_at_the_planned_hour() -> None:
    draft = post(delivery(1, NOON), accounts=(1, 2), planned=NOON)

    hour = hour_of_post(draft, part_of(NOON))

    assert standing_accounts(draft) == (2,)
    assert hour.accounts == (1, 2)
    assert hour.takes_planned


@pytest.mark.parametrize(
    ("draft", "takes"),
    [
        (post(delivery(1, NOON), accounts=(1,)), True),
        (post(delivery(1, NOON), accounts=(1,), planned=NOON), True),
        (post(delivery(1, NOON), accounts=(1,), planned=NOON + HOUR), True),
        (post(delivery(1, NOON), accounts=(1, 2), planned=NOON + HOUR), False),
        (post(delivery(1, NOON), delivery(2, NOON + HOUR), accounts=(1, 2)), False),
        (post(delivery(1, NOON), delivery(2, NOON + HOUR), accounts=(1, 2), planned=NOON), True),
        (post(delivery(1, NOON), delivery(2, NOON + HOUR), accounts=(1, 2), planned=NOON + HOUR), False),
        (post(planned=NOON), True),
        (post(accounts=(1,), planned=NOON), True),
    ],
)
def test_the_planned_hour_goes_with_what_stands_there_or_with_all(draft: Draft, takes: bool) -> None:
    assert hour_of_post(draft, part_of(NOON)).takes_planned is takes


@pytest.mark.parametrize(
    "draft",
    [
        post(accounts=(1,)),
        post(accounts=(1,), planned=NOON + HOUR),
        post(delivery(1, NOON + HOUR), accounts=(1,), planned=NOON),
        post(delivery(1, NOON, S.CANCELLED), accounts=(1,)),
        replace(post(planned=NOON), deleted_at=NOON),
        replace(post(planned=NOON), archived_at=NOON),
    ],
)
def test_where_nothing_stands_nothing_is_found(draft: Draft) -> None:
    with pytest.raises(NotFound):
        hour_of_post(draft, part_of(NOON))


@given(st.integers(-3600, 7200))
def test_what_was_sent_on_time_counts_at_its_hour(seconds: int) -> None:
    sent_at = NOON + timedelta(seconds=seconds)
    sent = replace(delivery(1, NOON, S.SENT), sent_at=sent_at)

    on_time = timedelta() <= timedelta(seconds=seconds) <= ON_TIME
    assert hour_of_delivery(sent) == (NOON if on_time else sent_at)
    assert hour_of_delivery(replace(sent, state=S.WAITING)) == NOON


@pytest.mark.parametrize("state", list(S))
def test_what_left_leaves_or_may_have_left_is_not_moved(state: DeliveryState) -> None:
    movable = {S.WAITING, S.HELD, S.FAILED, S.ON_NETWORK, S.CANCELLED}
    draft = post(delivery(1, NOON), delivery(2, NOON, state), accounts=(1, 2))
    hour = hour_of_post(draft, part_of(NOON))

    if state in movable:
        refuse_unless_movable(hour)
        assert len(hour.kept) == (state is S.ON_NETWORK)
    else:
        with pytest.raises(PublishedIsImmutable):
            refuse_unless_movable(hour)


@pytest.mark.parametrize("state", [S.WAITING, S.HELD, S.FAILED])
def test_what_was_armed_once_is_not_moved(state: DeliveryState) -> None:
    armed = replace(delivery(1, NOON, state), armed_at=NOON)

    with pytest.raises(PublishedIsImmutable):
        refuse_unless_movable(hour_of_post(post(armed, accounts=(1,)), part_of(NOON)))
