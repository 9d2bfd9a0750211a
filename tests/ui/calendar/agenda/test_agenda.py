"""The agenda arranges a plan by day, and loses nothing."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import Plan
from cmstation.ui.calendar.agenda.agenda import (
    DayHead,
    FreeDays,
    ItemRow,
    Row,
    agenda_rows,
    agenda_span,
    days_of,
    items_within,
    within_years,
)
from tests.ui.calendar.lane_plans import MONDAY, TODAY, any_plan, event, plan, post

START, END = agenda_span(TODAY)
DAYS = st.dates(date(2026, 9, 1), date(2027, 2, 1))


def rows_of(*items: object, today: date = TODAY, **more: bool) -> tuple[Row, ...]:
    return agenda_rows(plan(*items, **more), START, END, today)  # pyright: ignore[reportArgumentType]


def heads(rows: tuple[Row, ...]) -> list[DayHead]:
    return [row for row in rows if isinstance(row, DayHead)]


def free(rows: tuple[Row, ...]) -> list[FreeDays]:
    return [row for row in rows if isinstance(row, FreeDays)]


def test_four_weeks_begin_on_the_monday_of_a_day() -> None:
    assert (MONDAY, MONDAY + timedelta(weeks=4)) == (START, END)


def test_a_day_has_a_head_and_its_items_by_their_hour() -> None:
    late, early = post(1, TODAY, "18:00"), post(2, TODAY, "08:30")

    rows = rows_of(late, early, bare=True)

    place = next(at for at, row in enumerate(rows) if isinstance(row, DayHead))
    assert rows[place] == DayHead(TODAY, is_today=True)
    assert rows[place + 1 : place + 3] == (ItemRow(TODAY, early), ItemRow(TODAY, late))


def test_free_days_are_gathered_in_one_row() -> None:
    rows = rows_of(post(1, date(2026, 10, 16)), post(2, date(2026, 10, 20)), bare=True)

    assert FreeDays(date(2026, 10, 17), date(2026, 10, 19), (43,)) in rows


def test_today_has_a_head_even_when_it_is_free() -> None:
    assert DayHead(TODAY, is_today=True, empty=True) in rows_of(bare=True)


def test_what_began_before_stands_first_on_the_first_day_and_says_so() -> None:
    works = event(1, MONDAY - timedelta(days=6), MONDAY + timedelta(days=2))

    rows = rows_of(post(2, MONDAY, "00:00"), works, bare=True)

    assert rows[1] == ItemRow(MONDAY, works, continues=True)


def test_an_item_over_several_days_stands_on_its_first_one_alone() -> None:
    congress = event(1, TODAY, TODAY + timedelta(days=3))

    rows = rows_of(congress, bare=True)

    assert [row for row in rows if isinstance(row, ItemRow)] == [ItemRow(TODAY, congress)]


def test_the_number_of_a_week_stands_at_its_monday() -> None:
    rows = rows_of(post(1, MONDAY), post(2, MONDAY + timedelta(days=8)), bare=True)

    assert heads(rows)[0].week == 42
    assert [head.week for head in heads(rows)[1:]] == [None, None]
    assert [weeks for row in free(rows) if (weeks := row.weeks)] == [(43,), (44, 45)]


def test_holidays_and_health_days_are_said_in_the_heads() -> None:
    rows = rows_of(post(1, date(2026, 10, 17)), post(2, date(2026, 11, 1)), post(3, MONDAY))
    said = {head.day: [_name(remark) for remark in head.remarks] for head in heads(rows)}

    assert said[MONDAY] == ["Octobre rose", "Journée mondiale de l’arthrite"]
    assert said[date(2026, 10, 17)] == ["Vacances de la Toussaint", "Journée du don d’organes"]
    assert said[date(2026, 11, 1)] == ["Toussaint", "Mois sans tabac"]


def test_free_days_keep_what_is_special_about_them_with_its_day() -> None:
    (row,) = (row for row in free(rows_of(post(1, date(2026, 10, 23)))) if row.last == date(2026, 10, 22))

    assert [(_name(remark), row.day_of(remark).day) for remark in row.remarks] == [
        ("Journée mondiale du lavage des mains", 15),
        ("Vacances de la Toussaint", 17),
        ("Journée du don d’organes", 17),
        ("Journée mondiale du bégaiement", 22),
    ]


def test_days_that_were_not_read_are_not_called_free() -> None:
    known = plan(start=MONDAY, end=MONDAY + timedelta(days=7))

    rows = agenda_rows(known, START, END, MONDAY - timedelta(days=99))

    assert [days_of(row) for row in rows] == [(MONDAY, MONDAY + timedelta(days=6))]


@given(any_plan(), DAYS, DAYS)
def test_every_item_of_the_span_stands_there_exactly_once(found: Plan, day: date, today: date) -> None:
    start, end = agenda_span(day)

    rows = agenda_rows(found, start, end, today)

    shown = [row for row in rows if isinstance(row, ItemRow)]
    assert sorted(row.item.key for row in shown) == sorted(
        item.key for item in items_within(found, start, end)
    )
    for row in shown:
        assert row.day == max(row.item.first, start)
        assert row.continues == (row.item.first < start)


@given(any_plan(), DAYS, DAYS)
def test_each_day_of_the_plan_has_one_head_or_is_one_of_the_free_ones(
    found: Plan, day: date, today: date
) -> None:
    start, end = agenda_span(day)

    rows = [row for row in agenda_rows(found, start, end, today) if not isinstance(row, ItemRow)]

    told = [day for row in rows for day in _days(*days_of(row))]
    wanted = [day for day in _days(start, end - timedelta(days=1)) if found.start <= day < found.end]
    assert set(wanted) <= set(told)
    assert told == sorted(set(told))
    for one, two in pairwise(rows):
        neighbours = days_of(one)[1] + timedelta(days=1) == days_of(two)[0]
        assert not (neighbours and isinstance(one, FreeDays) and isinstance(two, FreeDays))


@given(st.dates())
def test_any_day_can_be_paged_around(day: date) -> None:
    start, end = agenda_span(within_years(day))

    assert start.weekday() == 0
    assert agenda_span(end)[0] == end
    assert agenda_span(start - timedelta(days=1))[1] == start + timedelta(weeks=3)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]


def _name(remark: object) -> str:
    return getattr(remark, "name", "") or getattr(remark, "name_fr", "")
