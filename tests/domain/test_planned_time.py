"""Wall times become instants and come back, on both nights when the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.planned_time import HourDoesNotExist, at_instant, at_wall_time, happens_twice

PARIS, BRUSSELS, TORONTO = "Europe/Paris", "Europe/Brussels", "America/Toronto"
ZONES = (PARIS, BRUSSELS, TORONTO, "UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns")
# zone, a wall time that the clocks skip, the wall time to offer instead
SKIPPED = (
    (PARIS, "2026-03-29T02:30", "2026-03-29T03:30"),
    (BRUSSELS, "2026-03-29T02:00", "2026-03-29T03:00"),
    (TORONTO, "2026-03-08T02:59", "2026-03-08T03:59"),
)
# zone, a wall time that comes twice, its first and its second instant
DOUBLED = (
    (PARIS, "2026-10-25T02:30", "2026-10-25T00:30", "2026-10-25T01:30"),
    (BRUSSELS, "2026-10-25T02:00", "2026-10-25T00:00", "2026-10-25T01:00"),
    (TORONTO, "2026-11-01T01:15", "2026-11-01T05:15", "2026-11-01T06:15"),
)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


walls = st.datetimes(wall("1990-01-01"), wall("2060-01-01"))
instants = walls.map(lambda moment: moment.replace(tzinfo=UTC))


def test_an_ordinary_evening_is_read_in_its_zone() -> None:
    planned = at_wall_time(wall("2027-01-15T18:00"), PARIS)

    assert planned.instant == utc("2027-01-15T17:00")
    assert planned.local().isoformat() == "2027-01-15T18:00:00+01:00"


@pytest.mark.parametrize(("zone", "skipped", "offered"), SKIPPED)
@pytest.mark.parametrize("second_pass", [False, True])
def test_an_hour_that_the_clocks_skip_is_refused_with_the_next_one(
    zone: str, skipped: str, offered: str, second_pass: bool
) -> None:
    with pytest.raises(HourDoesNotExist) as refused:
        at_wall_time(wall(skipped), zone, second_pass=second_pass)

    assert refused.value.facts == {"wall": wall(skipped), "zone": zone, "next_wall": wall(offered)}


@pytest.mark.parametrize(("zone", "skipped", "offered"), SKIPPED)
def test_the_hour_that_is_offered_exists(zone: str, skipped: str, offered: str) -> None:
    planned = at_wall_time(wall(offered), zone)

    assert planned.local().replace(tzinfo=None) == wall(offered)
    assert not happens_twice(wall(skipped), zone)


@pytest.mark.parametrize(("zone", "doubled", "first", "second"), DOUBLED)
def test_an_hour_that_comes_twice_has_two_instants(zone: str, doubled: str, first: str, second: str) -> None:
    once = at_wall_time(wall(doubled), zone)
    again = at_wall_time(wall(doubled), zone, second_pass=True)

    assert (once.instant, again.instant) == (utc(first), utc(second))
    assert once.wall == again.wall == wall(doubled)
    assert happens_twice(wall(doubled), zone)


@pytest.mark.parametrize("text", ["2026-10-25T01:59", "2026-10-25T03:00", "2026-07-01T02:30"])
def test_an_hour_that_comes_once_is_not_said_to_come_twice(text: str) -> None:
    assert not happens_twice(wall(text), PARIS)


@given(instant=instants, zone=st.sampled_from(ZONES))
def test_every_instant_comes_back_from_its_wall_time(instant: datetime, zone: str) -> None:
    planned = at_instant(instant, zone)

    passes = {at_wall_time(planned.wall, zone, second_pass=second).instant for second in (False, True)}

    assert instant in passes
    assert len(passes) == (2 if happens_twice(planned.wall, zone) else 1)


@given(instant=instants, zone=st.sampled_from(ZONES))
def test_the_local_time_shows_the_wall_time(instant: datetime, zone: str) -> None:
    planned = at_instant(instant, zone)

    assert planned.instant == instant
    assert planned.local().replace(tzinfo=None, fold=0) == planned.wall
    assert planned.wall.tzinfo is None


@given(moment=walls, zone=st.sampled_from(ZONES), second=st.booleans())
def test_a_wall_time_is_kept_or_refused_never_moved(moment: datetime, zone: str, second: bool) -> None:
    try:
        planned = at_wall_time(moment, zone, second_pass=second)
    except HourDoesNotExist as refused:
        later = refused.facts["next_wall"]
        assert isinstance(later, datetime)
        assert timedelta() < later - moment <= timedelta(hours=1)
        return

    assert planned.instant.tzinfo is UTC
    assert planned.instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0) == moment.replace(fold=0)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        at_instant(wall("2026-05-01T10:00"), PARIS)


def test_a_wall_time_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        at_wall_time(utc("2026-05-01T10:00"), PARIS)
