"""Hours of the week, and what may be said of them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.posting_hours import Cell, best, cells

PARIS = ZoneInfo("Europe/Paris")
TUESDAY_NINE = datetime(2026, 10, 13, 7, 20, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def at(weekday: int, hour: int, found: tuple[Cell, ...]) -> Cell:
    return next(cell for cell in found if (cell.weekday, cell.hour) == (weekday, hour))


def weekly(first: datetime, number: int, score: float) -> list[tuple[datetime, float | None]]:
    return [(first + WEEK * (week % 2), score) for week in range(number)]


def test_there_are_168_cells_from_monday_midnight_on() -> None:
    found = cells([], PARIS)

    assert [(cell.weekday, cell.hour) for cell in found] == [(d, h) for d in range(7) for h in range(24)]
    assert {(cell.count, cell.median, cell.claim) for cell in found} == {(0, None, False)}


def test_a_post_counts_at_the_hour_on_the_clinics_clocks() -> None:
    found = cells([(TUESDAY_NINE, 1.5)], PARIS)

    assert at(1, 9, found) == Cell(1, 9, 1, 1.5, claim=False)


def test_both_hours_that_the_autumn_night_has_twice_are_one_cell() -> None:
    # On 25 October 2026 it is 2 o'clock twice in Paris.
    twice = [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]

    assert at(6, 2, cells([(moment, 1.0) for moment in twice], PARIS)).count == 2


def test_the_spring_night_goes_from_one_to_three() -> None:
    night = [datetime(2026, 3, 29, hour, 30, tzinfo=UTC) for hour in (0, 1)]

    found = cells([(moment, 1.0) for moment in night], PARIS)

    assert [at(6, hour, found).count for hour in (1, 2, 3)] == [1, 0, 1]


def test_nothing_is_claimed_of_four_posts_in_a_cell_nor_of_nineteen_in_all() -> None:
    nine, ten, noon = (TUESDAY_NINE + timedelta(hours=hours) for hours in (0, 1, 3))

    enough = cells(weekly(nine, 5, 2.0) + weekly(ten, 4, 3.0) + weekly(noon, 11, 1.0), PARIS)
    too_few = cells(weekly(nine, 5, 2.0) + weekly(ten, 4, 3.0) + weekly(noon, 10, 1.0), PARIS)

    assert [at(1, hour, enough).claim for hour in (9, 10, 12)] == [True, False, True]
    assert not any(cell.claim for cell in too_few)
    assert at(1, 10, enough).median == 3.0


def test_posts_without_a_score_are_not_counted() -> None:
    found = cells([(TUESDAY_NINE, None)] * 30, PARIS)

    assert at(1, 9, found).count == 0


def test_the_best_hours_are_claims_above_the_usual_the_best_first() -> None:
    found = [
        Cell(0, 8, 5, 1.2, claim=True),
        Cell(0, 9, 5, 0.9, claim=True),
        Cell(0, 10, 9, 1.2, claim=True),
        Cell(0, 11, 4, 9.0, claim=False),
        Cell(0, 12, 5, 1.4, claim=True),
        Cell(0, 13, 5, 1.1, claim=True),
        Cell(0, 14, 5, 1.0, claim=True),
    ]

    assert [cell.hour for cell in best(found)] == [12, 10, 8]
    assert [cell.hour for cell in best(found, most=9)] == [12, 10, 8, 13]


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        cells([(datetime(2026, 10, 13), 1.0)], PARIS)  # noqa: DTZ001


@given(st.lists(st.tuples(st.datetimes(timezones=st.just(UTC)), st.floats(0, 9)), max_size=40))
def test_no_post_is_lost_or_counted_twice(posts: list[tuple[datetime, float]]) -> None:
    found = cells([(moment.replace(year=2026, day=1), score) for moment, score in posts], PARIS)

    assert sum(cell.count for cell in found) == len(posts)
    assert all((cell.median is None) == (cell.count == 0) for cell in found)
