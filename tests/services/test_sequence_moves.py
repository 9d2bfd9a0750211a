"""A sequence moves as one; what has left stays, and is named."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar import ItemKey
from cmstation.domain.calendar_errors import HourHasPassed
from cmstation.domain.clock import FixedClock
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import NotFound, OutcomeUnknown, PublishedIsImmutable
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_wall_time
from cmstation.domain.post_hours import post_key
from cmstation.domain.sequences import (
    ANNOUNCEMENT,
    HEALTH_DAY,
    Member,
)
from cmstation.services.done import Done
from cmstation.services.sequences import Sequences
from cmstation.storage.sequences import SequenceTable
from tests.fakes.moody_network import MoodyDoors
from tests.fakes.secret_box import SecretBox
from tests.services.conftest import Bench, opened
from tests.services.sequence_bench import ANCHOR, NIGHT, PARIS, TORONTO, SequenceBench, at, undone


@pytest.fixture
def here(bench: Bench) -> SequenceBench:
    return SequenceBench(bench)


# --- moving ---


def test_all_posts_move_as_one_and_keep_their_wall_times_over_the_clock_change(here: SequenceBench) -> None:
    account = here.bench.account()
    post = here.post(account)
    found = here.sequences.make(post, ANNOUNCEMENT, ANCHOR).value
    for member in found.members:
        here.schedule(member.post)

    done = here.sequences.retime(found.id, at("2026-10-28T10:00"))

    after = here.sequences.get(found.id)
    assert here.walls(after) == ["2026-10-21 09:00", "2026-10-28 10:00", "2026-10-31 12:00"]
    instants = sorted(here.calendar.due(member.post, account) for member in after.members)
    assert instants == [
        datetime(2026, 10, 21, 7, tzinfo=UTC),
        datetime(2026, 10, 28, 9, tzinfo=UTC),
        datetime(2026, 10, 31, 11, tzinfo=UTC),
    ]
    assert after.anchor == at("2026-10-28T10:00")
    assert done.value.refused == {}
    assert set(done.value.moved) == {
        post_key(member.post, here.calendar.due(member.post, account)) for member in after.members
    }


def test_one_undo_moves_all_of_them_back(here: SequenceBench) -> None:
    account = here.bench.account()
    found = here.sequences.make(here.post(account), ANNOUNCEMENT, ANCHOR).value
    here.schedule(found.members[0].post)

    undone(here.sequences.retime(found.id, at("2026-11-14T18:00")))

    assert here.sequences.get(found.id) == found
    assert here.walls(found) == ["2026-10-24 09:00", "2026-10-31 10:00", "2026-11-03 12:00"]
    assert here.due(found.members[0].post, account) == "2026-10-24 09:00"


def test_the_post_of_the_day_takes_the_new_hour_and_the_others_keep_theirs(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(), ANNOUNCEMENT, ANCHOR).value

    here.sequences.retime(found.id, at("2026-10-31T14:30"))

    assert here.walls(found) == ["2026-10-24 09:00", "2026-10-31 14:30", "2026-11-03 12:00"]


def test_another_zone_moves_the_walls_there(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(), ANNOUNCEMENT, ANCHOR).value

    here.sequences.retime(found.id, at("2026-10-31T10:00", TORONTO))

    planned = [here.drafts.open(member.post).planned for member in found.members]
    assert {one.zone for one in planned if one} == {TORONTO}
    assert here.walls(found) == ["2026-10-24 09:00", "2026-10-31 10:00", "2026-11-03 12:00"]


def test_what_has_left_stays_and_is_named(here: SequenceBench) -> None:
    account = here.bench.account()
    found = here.sequences.make(here.post(account), ANNOUNCEMENT, ANCHOR).value
    first = found.members[0].post
    here.schedule(first)
    here.bench.pass_time(timedelta(days=11, minutes=5))
    here.outbox.deliver_due()

    done = here.sequences.retime(found.id, at("2026-11-14T10:00"))

    assert here.walls(found) == ["2026-10-24 09:00", "2026-11-14 10:00", "2026-11-17 12:00"]
    ((key, reason),) = done.value.refused.items()
    assert key == post_key(first, at("2026-10-24T09:00").instant)
    assert isinstance(reason, PublishedIsImmutable)
    assert here.sequences.get(found.id).member(first) == Member(first, -21, time(9))


def test_a_post_whose_new_hour_has_passed_stays_and_is_named(here: SequenceBench) -> None:
    account = here.bench.account()
    found = here.sequences.make(here.post(account), ANNOUNCEMENT, ANCHOR).value
    first = found.members[0].post
    here.schedule(first)

    done = here.sequences.retime(found.id, at("2026-10-17T10:00"))

    assert here.walls(found) == ["2026-10-17 10:00", "2026-10-20 12:00", "2026-10-24 09:00"]
    assert [type(reason) for reason in done.value.refused.values()] == [HourHasPassed]
    assert here.due(first, account) == "2026-10-24 09:00"


def test_a_missing_hour_asks_before_anything_moves(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(), NIGHT, ANCHOR).value
    new = at("2027-03-29T10:00")

    with pytest.raises(HourDoesNotExist):
        here.sequences.retime(found.id, new)

    assert here.walls(found) == ["2026-10-30 02:30", "2026-10-31 10:00"]
    here.sequences.retime(found.id, new, later_if_missing=True)
    assert here.walls(found) == ["2027-03-28 03:30", "2027-03-29 10:00"]
    here.sequences.retime(found.id, ANCHOR)
    assert here.walls(found) == ["2026-10-30 02:30", "2026-10-31 10:00"]


def test_accounts_at_different_hours_keep_their_distance(here: SequenceBench) -> None:
    first, second = here.bench.account(), here.bench.account()
    post = here.post(first, second)
    found = here.sequences.make(post, ANNOUNCEMENT, ANCHOR).value
    here.outbox.plan(post, accounts=[first.id], due=ANCHOR)
    here.outbox.plan(post, accounts=[second.id], due=at("2026-11-01T10:00"))

    here.sequences.retime(found.id, at("2026-11-01T10:00"))
    forth = here.due(post, first), here.due(post, second)
    here.sequences.retime(found.id, ANCHOR)

    assert forth == ("2026-11-01 10:00", "2026-11-02 10:00")
    assert (here.due(post, first), here.due(post, second)) == ("2026-10-31 10:00", "2026-11-01 10:00")


def test_the_account_that_still_waits_moves_when_the_other_has_left(here: SequenceBench) -> None:
    first, second = here.bench.account(), here.bench.account()
    post = here.post(first, second)
    found = here.sequences.make(post, ANNOUNCEMENT, ANCHOR).value
    here.outbox.plan(post, accounts=[first.id])
    here.outbox.deliver_due()
    here.outbox.plan(post, accounts=[second.id], due=ANCHOR)

    done = here.sequences.retime(found.id, at("2026-11-07T10:00"))

    assert here.due(post, second) == "2026-11-07 10:00"
    assert [key.identity for key in done.value.refused] == [post]
    assert here.sequences.get(found.id).member(post) == Member(post, 0, time(10))


def test_what_a_network_keeps_is_moved_there(here: SequenceBench) -> None:
    blog = here.calendar.account(Network.WORDPRESS)
    post = here.post(blog)
    found = here.sequences.make(post, ANNOUNCEMENT, ANCHOR).value
    here.schedule(post)
    here.outbox.deliver_due()
    assert here.calendar.of(post, blog).state is DeliveryState.ON_NETWORK

    done = here.sequences.retime(found.id, at("2026-11-07T10:00"))
    there = here.calendar.kept_until(blog)
    undone(done)

    assert there == [at("2026-11-07T10:00").instant]
    assert here.calendar.kept_until(blog) == [ANCHOR.instant]
    assert here.walls(found) == ["2026-10-24 09:00", "2026-10-31 10:00", "2026-11-03 12:00"]


def test_when_one_post_refuses_none_moves(bench: Bench) -> None:
    here = SequenceBench(bench)
    account = bench.account()
    found = here.sequences.make(here.post(account), ANNOUNCEMENT, ANCHOR).value
    for member in found.members:
        here.schedule(member.post)
    last = found.members[2].post

    def hesitant(key: ItemKey, to: PlannedTime) -> Done[ItemKey]:
        if key.identity == last:
            raise OutcomeUnknown()
        return here.calendar.hands.move(key, to)

    sequences = Sequences(SequenceTable(bench.station.database), here.drafts, bench.clock, hesitant)

    with pytest.raises(OutcomeUnknown):
        sequences.retime(found.id, at("2026-11-07T10:00"))

    assert here.sequences.get(found.id) == found
    assert here.walls(found) == ["2026-10-24 09:00", "2026-10-31 10:00", "2026-11-03 12:00"]
    assert here.due(found.members[0].post, account) == "2026-10-24 09:00"


def test_a_post_taken_out_of_the_calendar_keeps_its_place_and_stays_out(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(here.bench.account()), ANNOUNCEMENT, ANCHOR).value
    first = found.members[0]
    here.drafts.update(first.post, planned=None)

    here.sequences.retime(found.id, at("2026-11-07T10:00"))

    assert here.wall(first.post) == ""
    assert here.sequences.get(found.id).member(first.post) == first


def test_an_unknown_sequence_cannot_be_moved(here: SequenceBench) -> None:
    with pytest.raises(NotFound):
        here.sequences.retime(99, ANCHOR)


# --- one post by hand ---


def test_a_post_moved_by_hand_stays_in_its_sequence_at_its_new_distance(here: SequenceBench) -> None:
    account = here.bench.account()
    found = here.sequences.make(here.post(account), ANNOUNCEMENT, ANCHOR).value
    first = found.members[0].post
    here.calendar.hands.move(post_key(first, at("2026-10-24T09:00").instant), at("2026-10-26T17:45"))

    changes = here.sequences.follow(first)
    here.sequences.retime(found.id, at("2026-11-07T10:00"))

    assert changes.calendar
    assert changes.posts == {first}
    assert here.wall(first) == "2026-11-02 17:45"
    assert not here.sequences.follow(first)
    assert not here.sequences.follow(here.post())


def test_a_post_moved_by_hand_without_telling_moves_from_where_it_stands(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(), ANNOUNCEMENT, ANCHOR).value
    first = found.members[0].post
    here.drafts.update(first, planned=at("2026-10-26T17:45"))

    here.sequences.retime(found.id, at("2026-11-07T10:00"))

    assert here.wall(first) == "2026-11-02 17:45"


# --- wherever the anchor goes ---


CHANGES = {
    PARIS: (date(2026, 10, 25), date(2027, 3, 28)),
    "Europe/Brussels": (date(2026, 10, 25), date(2027, 3, 28)),
    TORONTO: (date(2026, 11, 1), date(2027, 3, 14)),
}


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SequenceBench]:
    """Give one bench to many examples: opening a folder takes longer than moving a sequence."""
    clock, secrets, doors = FixedClock(datetime(2026, 9, 1, tzinfo=UTC)), SecretBox(), MoodyDoors()
    folder = tmp_path_factory.mktemp("sequences") / "clinic"
    bench = Bench(folder, clock, secrets, doors, opened(folder, clock, secrets, doors))
    yield SequenceBench(bench)
    bench.station.close()


@st.composite
def anchors(draw: st.DrawFn, zone: str) -> PlannedTime:
    """Draw an hour of the day within some weeks of a clock change."""
    day = draw(st.sampled_from(CHANGES[zone])) + timedelta(days=draw(st.integers(-20, 20)))
    return at_wall_time(datetime.combine(day, time(draw(st.integers(4, 23)))), zone)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(CHANGES)), st.booleans(), st.data())
def test_wherever_the_anchor_goes_the_walls_stay_and_come_back(
    lasting: SequenceBench, zone: str, scheduled: bool, data: st.DataObject
) -> None:
    old, new = data.draw(anchors(zone)), data.draw(anchors(zone))
    account = lasting.bench.account()
    found = lasting.sequences.make(lasting.post(account), HEALTH_DAY, old).value
    for member in found.members if scheduled else ():
        lasting.schedule(member.post)
    before = {member.post: lasting.drafts.open(member.post).planned for member in found.members}

    there = lasting.sequences.retime(found.id, new)
    after = lasting.sequences.get(found.id)
    for member in after.members:
        day = new.wall.date() + timedelta(days=member.offset_days)
        wanted = at_wall_time(datetime.combine(day, member.wall), zone)
        draft = lasting.drafts.open(member.post)
        assert draft.planned == wanted
        assert {one.due for one in draft.deliveries} == ({wanted} if scheduled else set())
    undone(there)

    assert [member.offset_days for member in after.members] == [-14, -3, 0, 1]
    assert lasting.sequences.get(found.id) == found
    assert {post: lasting.drafts.open(post).planned for post in before} == before
