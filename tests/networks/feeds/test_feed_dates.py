"""Dates are read in all the ways that feeds write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.networks.feed_dates import EARLIEST_YEAR, LATEST_YEAR, read_date

MORNING = datetime(2024, 10, 2, 6, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "Wed, 02 Oct 2024 08:15:00 +0200",
        "Wed, 2 Oct 2024 08:15:00 +0200",
        "02 Oct 2024 08:15:00 +0200",
        "2 Oct 2024 08:15 +0200",
        "Wed,02 Oct 2024 08:15:00 +0200",
        "  Wed,  02  Oct  2024  08:15:00  +0200 ",
        "Wed, 02 Oct 24 08:15:00 +0200",
        "Wednesday, 02-Oct-24 08:15:00 CEST",
        "Wed, 02 October 2024 08:15:00 +02:00",
        "Wed, 02 Oct, 2024 08:15:00 +02",
        "Wed, 02 Oct 2024 06:15:00 GMT",
        "Wed, 02 Oct 2024 06:15:00 UT",
        "Wed, 02 Oct 2024 06:15:00 Z",
        "Wed, 02 Oct 2024 06:15:00 Etc/GMT",
        "Wed, 02 Oct 2024 06:15:00",
        "Wed, 02 Oct 2024 02:15:00 EDT",
        "Wed, 02 Oct 2024 01:15:00 EST",
        "Tue, 01 Oct 2024 22:15:00 PST",
        "Wed, 02 Oct 2024 08:15:00 +0200 (CEST)",
        "Wed, 02 Oct 2024 08:15:00 GMT+0200",
        "Wed, 02 Oct 2024 08:15:00 GMT+02:00",
        "Wed Oct  2 06:15:00 2024",
        "Wed Oct 02 08:15:00 CEST 2024",
        "Wed Oct 2 08:15:00 +0200 2024",
        "Oct 2, 2024 6:15 AM",
        "October 2, 2024, 6:15 am",
        "mer., 02 oct. 2024 08:15:00 +0200",
        "Mer, 02 Oct 2024 08:15:00 +0200",
        "mercredi 2 octobre 2024 à 6h15",
        "2 OCTOBRE 2024 06:15",
        "02/10/2024 06:15",
        "2024/10/02 06:15:00",
        "Wed, 2024/10/02 06:15:00 GMT",
        "2024-10-02T08:15:00+02:00",
        "2024-10-02T08:15:00+0200",
        "2024-10-02T08:15:00 +02:00",
        "2024-10-02T08:15+02",
        "2024-10-02T06:15:00Z",
        "2024-10-02t06:15:00z",
        "2024-10-02T06:15:00.000Z",
        "2024-10-02T06:15Z",
        "2024-10-02 06:15:00",
        "2024-10-02 06:15:00 UTC",
        "2024-010-02T06:15:00Z",
        "20241002T061500Z",
        "20241002061500",
        "1727849700",
        "1727849700000",
    ],
)
def test_the_same_moment_is_read_however_it_is_written(written: str) -> None:
    assert read_date(written) == MORNING


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-10-02", (2024, 10, 2)),
        ("2024-10", (2024, 10, 1)),
        ("2024", (2024, 1, 1)),
        ("20241002", (2024, 10, 2)),
        ("2024-276", (2024, 10, 2)),
        ("1er octobre 2024", (2024, 10, 1)),
        ("12 janv. 2024", (2024, 1, 12)),
        ("12 févr. 2024", (2024, 2, 12)),
        ("12 mars 2024", (2024, 3, 12)),
        ("12 avril 2024", (2024, 4, 12)),
        ("12 mai 2024", (2024, 5, 12)),
        ("12 juin 2024", (2024, 6, 12)),
        ("12 juil. 2024", (2024, 7, 12)),
        ("12 août 2024", (2024, 8, 12)),
        ("12 aout 2024", (2024, 8, 12)),
        ("12 sept. 2024", (2024, 9, 12)),
        ("12 nov. 2024", (2024, 11, 12)),
        ("12 déc. 2024", (2024, 12, 12)),
        ("12. Dezember 2024", (2024, 12, 12)),
        ("25/12/2024", (2024, 12, 25)),
        ("12/25/2024", (2024, 12, 25)),
        ("Thu, 01 Jan 70", (1970, 1, 1)),
        ("Fri, 01 Jan 99", (1999, 1, 1)),
        ("Wed, 02 Oct 2024 24:00:00 GMT", (2024, 10, 3)),
        ("Mon, 31 Dec 2023 23:59:60 GMT", (2024, 1, 1)),
    ],
)
def test_a_date_without_a_time_is_the_beginning_of_its_day(written: str, day: tuple[int, int, int]) -> None:
    assert read_date(written) == datetime(*day, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "hier",
        "12 jui 2024",
        "Wed, 32 Oct 2024 08:15:00 GMT",
        "2024-02-30",
        "2024-13-01",
        "Wed, 02 Zzz 2024 08:15:00 GMT",
        "2024-10-02T25:00:00Z",
        "2024-10-02T10:61:00Z",
        "Wed, 02 Oct 2024 1:2:3:4 GMT",
        "0000-00-00 00:00:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-23:59",
        "9999-12-31T23:59:59-99:99",
        "Mon, 01 Jan 1900 00:00:00 GMT",
        "2101-01-01",
        "3024-10-02",
        "99999999999999",
        "x" * 100_000,
        "1 " * 50_000,
    ],
)
def test_what_is_no_date_that_makes_sense_is_none(written: str) -> None:
    assert read_date(written) is None


@given(st.text(max_size=120))
def test_any_text_is_a_date_in_utc_or_none(written: str) -> None:
    moment = read_date(written)

    assert moment is None or (moment.tzinfo is UTC and EARLIEST_YEAR <= moment.year <= LATEST_YEAR)


@given(
    st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1)),  # noqa: DTZ001 - strategies take naive bounds
    st.integers(-23, 23),
)
def test_what_is_written_is_read_back(naive: datetime, hours: int) -> None:
    moment = naive.replace(microsecond=0, tzinfo=UTC)
    there = moment + timedelta(hours=hours)
    zone = f"{hours:+03d}00"

    assert read_date(there.strftime(f"%d %b %Y %H:%M:%S {zone}")) == moment
    assert read_date(there.strftime(f"%Y-%m-%dT%H:%M:%S{zone}")) == moment
