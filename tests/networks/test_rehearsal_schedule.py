"""A rehearsal lets what waits be moved, by the same rules as the networks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cmstation.domain.calendar_errors import HourTooNear, NoLongerWaiting
from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import PublishedIsImmutable
from cmstation.domain.networks import Json, Receipt, Verdict
from cmstation.networks.rehearsal import Rehearsal
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import sample
from tests.networks.test_rehearsal import NOW, account

DAY = timedelta(days=1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


def kept(clock: FixedClock, journal: MemoryJournal) -> tuple[Rehearsal, Receipt, dict[str, Json]]:
    door = Rehearsal(account(), clock)
    payload = dict(door.prepare(replace(sample("essai", pictures=0), publish_at=NOW + DAY), journal))
    return door, door.send(payload, journal), payload


def test_it_goes_at_its_new_hour(clock: FixedClock, journal: MemoryJournal) -> None:
    door, receipt, payload = kept(clock, journal)

    moved = door.reschedule(receipt, NOW + 3 * DAY, journal)
    payload = dict(door.payload_at(payload, NOW + 3 * DAY))
    clock.instant = NOW + 2 * DAY
    before = door.settle(receipt, payload, journal)
    clock.instant = NOW + 4 * DAY
    after = door.settle(receipt, payload, journal)

    assert moved.scheduled
    assert (before.verdict, after.verdict) == (Verdict.NOT_LIVE, Verdict.LIVE)


def test_what_is_too_near_gone_or_public_is_not_moved(clock: FixedClock, journal: MemoryJournal) -> None:
    door, receipt, _ = kept(clock, journal)

    with pytest.raises(HourTooNear):
        door.reschedule(receipt, NOW + timedelta(minutes=1), journal)
    with pytest.raises(NoLongerWaiting):
        door.reschedule(receipt, NOW + 3 * DAY, MemoryJournal())
    clock.instant = NOW + 2 * DAY
    with pytest.raises(PublishedIsImmutable):
        door.reschedule(receipt, NOW + 3 * DAY, journal)


def test_nobody_plans_there_by_hand(clock: FixedClock, journal: MemoryJournal) -> None:
    door, _, _ = kept(clock, journal)

    assert door.scheduled() == ()
