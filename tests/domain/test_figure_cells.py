"""Days and numbers in files of figures: all ways of people to write them, and none that has to be guessed."""

from datetime import UTC, date, datetime
from itertools import starmap
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain import french_numbers
from cmstation.domain.figure_days import DayFormat, Stamp, read_days
from cmstation.domain.figure_faults import FileCause
from cmstation.domain.figure_numbers import Counted, NumberStyle, read_number, read_numbers

# --- days ---


def read(*cells: str, order: DayFormat | None = None) -> list[object]:
    """Read days; those that are read as days, the others as causes."""
    return [one.day if isinstance(one, Stamp) else one for one in read_days(cells, order).days]


def test_days_in_three_formats_name_the_lines_that_contradict() -> None:
    found = read_days(["13/10/2026", "14/10/2026", "10/13/2026", "2026-10-11", "1/10/2026"])

    assert [one if isinstance(one, FileCause) else str(one.day) for one in found.days] == [
        "2026-10-13",
        "2026-10-14",
        FileCause.DAY_OTHER_FORMAT,
        FileCause.DAY_OTHER_FORMAT,
        "2026-10-01",
    ]
    assert (found.format, found.anchor) == (DayFormat.DAY_FIRST, 0)


def test_two_orders_that_both_explain_the_file_are_not_chosen_between() -> None:
    assert read("01/09/2026", "01/10/2026") == [FileCause.DAY_ORDER_UNKNOWN] * 2
    assert read("05/05/2026", "06/06/2026") == [date(2026, 5, 5), date(2026, 6, 6)]
    assert read("01/09/2026", order=DayFormat.DAY_FIRST) == [date(2026, 9, 1)]
    assert read("01/09/2026", order=DayFormat.MONTH_FIRST) == [date(2026, 1, 9)]
    assert read("13/01/2026", "01/13/2026") == [FileCause.DAY_OTHER_FORMAT] * 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 octobre 2026", date(2026, 10, 12)),
        ("1er août 2026", date(2026, 8, 1)),
        ("lundi 12 oct. 2026", date(2026, 10, 12)),
        ("October 12, 2026", date(2026, 10, 12)),
        ("Mon, 12 Oct 2026", date(2026, 10, 12)),
        ("12 oct. 2026 à 08h30", date(2026, 10, 12)),
        ("2026/10/12", date(2026, 10, 12)),
        ("25.12.2025", date(2025, 12, 25)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date) -> None:
    assert read(text) == [day]


@pytest.mark.parametrize(
    "text", ["12/10/26", "demain", "2026-10", "12 brumaire 2026", "2026-10-12 soir", "1/1/1789", "31/02/2026"]
)
def test_what_is_no_day_is_no_day(text: str) -> None:
    assert read(text) == [FileCause.DAY]


def test_an_hour_and_its_zone_are_read() -> None:
    paris = ZoneInfo("Europe/Paris")
    texts = ["2026-10-12T08:30:05Z", "2026-10-12T08:30:05.123+0200", "2026-10-12 8:30 PM", "2026-10-12"]

    moments = [one.moment(paris) for one in read_days(texts).days if isinstance(one, Stamp)]

    assert moments == [
        datetime(2026, 10, 12, 8, 30, 5, tzinfo=UTC),
        datetime(2026, 10, 12, 6, 30, 5, tzinfo=UTC),
        datetime(2026, 10, 12, 18, 30, tzinfo=UTC),
        datetime(2026, 10, 11, 22, tzinfo=UTC),
    ]


def written(day: date, form: DayFormat) -> str:
    """Write a day as a file does."""
    patterns = {
        DayFormat.ISO: "%Y-%m-%d",
        DayFormat.DAY_FIRST: "%d/%m/%Y",
        DayFormat.MONTH_FIRST: "%m/%d/%Y",
    }
    return day.strftime(patterns[form]) if form in patterns else french_numbers.day(day)


DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=8), st.sampled_from(DayFormat))
def test_one_format_comes_back_as_it_was_or_is_asked_for(days: list[date], form: DayFormat) -> None:
    texts = [written(day, form) for day in days]

    found, chosen = read(*texts), read(*texts, order=form)

    assert chosen == days
    assert found == days or (
        form in (DayFormat.DAY_FIRST, DayFormat.MONTH_FIRST)
        and all(day.day <= 12 for day in days)
        and FileCause.DAY_ORDER_UNKNOWN in found
    )


@given(st.lists(st.tuples(DAYS, st.sampled_from(DayFormat)), min_size=2, max_size=8))
def test_a_day_is_never_read_wrongly_in_silence(told_days: list[tuple[date, DayFormat]]) -> None:
    """Where all was read, one format explains all."""
    texts = [written(day, form) for day, form in told_days]

    found = read_days(texts)

    if all(isinstance(one, Stamp) for one in found.days):
        explained = [read(*texts, order=form) for form in DayFormat]
        whole = [days for days in explained if not any(isinstance(day, FileCause) for day in days)]
        assert whole
        assert all(days == whole[0] for days in whole)


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_fault(text: str) -> None:
    (found,) = read_days([text]).days

    assert isinstance(found, Stamp | FileCause)


# --- numbers ---


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("16 821", 16_821),
        ("16\u202f821", 16_821),
        ("16\u00a0821", 16_821),
        ("16.821", 16_821),
        ("16,821", 16_821),
        ("16’821", 16_821),
        ("1,2 k", 1_200),
        ("1.2K", 1_200),
        ("3 M", 3_000_000),
        ("1,5 Md", 1_500_000_000),
        ("12.0", 12),
        ("0", 0),
        ("1.234.567", 1_234_567),
        ("1,234,567.00", 1_234_567),
        ("16.000", FileCause.NUMBER_TWO_WAYS),
        ("16,000", FileCause.NUMBER_TWO_WAYS),
        ("1,200 k", FileCause.NUMBER_TWO_WAYS),
        ("12,5", FileCause.NUMBER_NOT_WHOLE),
        ("-3", FileCause.NUMBER_BELOW_ZERO),
        ("−1 200", FileCause.NUMBER_BELOW_ZERO),
        ("5 %", FileCause.NUMBER),
        ("1 2 3", FileCause.NUMBER),
        ("16.82.1", FileCause.NUMBER),
        ("١٢", FileCause.NUMBER),
        ("1e5", FileCause.NUMBER),
        ("+12", FileCause.NUMBER),
        ("2 000 000 000 000", FileCause.NUMBER_TOO_GREAT),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: int | FileCause) -> None:
    (found,) = read_numbers([text]).numbers

    assert (found.value if isinstance(found, Counted) else found) == number


def test_other_numbers_of_the_file_tell_how_to_read_a_doubtful_one() -> None:
    assert read_numbers(["16.000", "16.821"]).numbers == (Counted(16_000), Counted(16_821))
    assert read_numbers(["16.000", "1,234,567"]).numbers == (Counted(16), Counted(1_234_567))


def test_two_styles_in_one_file_name_the_fewer() -> None:
    found = read_numbers(["16.821", "78.125", "16,822", "5"])

    assert found.numbers == (Counted(16_821), Counted(78_125), FileCause.NUMBER_OTHER_STYLE, Counted(5))
    assert (found.style, found.anchor) == (NumberStyle.FRENCH, 0)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=8), st.sampled_from(("fr", "en")))
def test_numbers_come_back_as_they_were_or_are_told_to_be_doubtful(numbers: list[int], locale: str) -> None:
    texts = [french_numbers.number(number, locale=locale) for number in numbers]

    found = read_numbers(texts).numbers

    for number, one in zip(numbers, found, strict=True):
        doubtful = one is FileCause.NUMBER_TWO_WAYS and locale == "en" and number % 1000 == 0
        assert one == Counted(number) or doubtful


@given(st.lists(st.from_regex(r"[0-9]{1,3}([.,][0-9]{1,3}){0,3}( ?[kM])?", fullmatch=True), min_size=1))
def test_a_number_is_never_read_in_two_styles_of_one_file(texts: list[str]) -> None:
    found = read_numbers(texts)

    if all(isinstance(one, Counted) for one in found.numbers):
        styles = [tuple(starmap(read_number, ((text, style) for text in texts))) for style in NumberStyle]
        assert found.numbers in styles
