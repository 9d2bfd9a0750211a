"""Numbers and dates as people write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain import french_numbers as fn

N = "\u202f"


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (5_000, 0, f"5{N}000"),
        (16_821, 0, f"16{N}821"),
        (1_234_567, 0, f"1{N}234{N}567"),
        (-1_200, 0, f"−1{N}200"),
        (1234.5, 1, f"1{N}234,5"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (2.675, 2, "2,68"),
        (-0.4, 0, "0"),
        (-0.0, 1, "0,0"),
        (Decimal("999.95"), 1, f"1{N}000,0"),
        (10**30, 0, N.join(["1", *["000"] * 10])),
    ],
)
def test_numbers_in_french(value: fn.Number, places: int, written: str) -> None:
    assert fn.number(value, places) == written


def test_numbers_in_english() -> None:
    assert fn.number(-16_821.25, 1, locale="en_GB") == "−16,821.3"


def test_numbers_in_quebec_are_written_the_french_way() -> None:
    assert fn.number(1234.5, 1, locale="fr_CA") == f"1{N}234,5"


def test_a_sign_is_put_only_before_what_is_not_zero() -> None:
    assert [fn.number(value, signed=True) for value in (12, 0, -12, 0.2, -0.2)] == [
        "+12",
        "0",
        "−12",
        "0",
        "0",
    ]


def test_what_is_no_number_is_refused() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="finite"):
            fn.number(value)


@given(st.decimals(-(10**12), 10**12, places=4), st.integers(0, 4))
def test_a_number_read_back_is_within_half_a_place(value: Decimal, places: int) -> None:
    written = fn.number(value, places)

    read = Fraction(written.replace(N, "").replace(",", ".").replace("−", "-"))

    assert abs(read - Fraction(value)) * 2 <= Fraction(1, 10**places)
    assert not (read == 0 and "−" in written)
    assert abs(read) >= abs(Fraction(value)) or abs(read - Fraction(value)) * 2 < Fraction(1, 10**places)


@given(st.integers(-(10**15), 10**15))
def test_english_groups_are_pythons(value: int) -> None:
    assert fn.number(value, locale="en") == f"{value:,}".replace("-", "−")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (78_000, f"78{N}000"),
        (999_999, f"999{N}999"),
        (999_999.6, f"1{N}M"),
        (1_000_000, f"1{N}M"),
        (1_240_000, f"1,2{N}M"),
        (1_250_000, f"1,3{N}M"),
        (999_900_000, f"999,9{N}M"),
        (999_950_000, f"1{N}Md"),
        (-2_500_000_000, f"−2,5{N}Md"),
        (2_000_000_000_000, f"2{N}000{N}Md"),
    ],
)
def test_great_numbers_in_short(value: float, written: str) -> None:
    assert fn.compact(value) == written


def test_great_numbers_in_short_in_english() -> None:
    assert [fn.compact(value, locale="en") for value in (78_000, 1.2e6, 3e9)] == ["78,000", "1.2M", "3B"]
    assert fn.compact(1_200_000, signed=True) == f"+1,2{N}M"


def test_shares_in_percent() -> None:
    assert fn.percent(0.125, 1) == f"12,5{N}%"
    assert fn.percent(0.29) == f"29{N}%"
    assert fn.percent(-0.004, signed=True) == f"0{N}%"
    assert fn.percent(0.07, signed=True) == f"+7{N}%"
    assert fn.percent(0.125, 1, locale="en") == "12.5%"
    assert fn.percent(0.145) == f"15{N}%"


def test_days() -> None:
    assert fn.day(date(2026, 10, 1)) == "1er octobre 2026"
    assert fn.day(date(2026, 8, 11), with_year=False) == "11 août"
    assert fn.day(date(2026, 10, 2), short=True) == "2 oct. 2026"
    assert fn.day(date(2026, 10, 1), locale="en") == "1 October 2026"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2026, 10, 1), date(2026, 10, 1), "1er octobre 2026"),
        (date(2026, 10, 1), date(2026, 10, 15), "1er–15 octobre 2026"),
        (date(2026, 3, 28), date(2026, 4, 3), "28 mars – 3 avril 2026"),
        (date(2025, 12, 28), date(2026, 1, 1), "28 décembre 2025 – 1er janvier 2026"),
        (date(2025, 10, 1), date(2026, 10, 1), "1er octobre 2025 – 1er octobre 2026"),
    ],
)
def test_some_days_say_once_what_they_share(first: date, last: date, written: str) -> None:
    assert fn.days(first, last) == written


def test_months_and_quarters() -> None:
    assert fn.month(2026, 8) == "août 2026"
    assert fn.month(2026, 2, short=True) == "févr. 2026"
    assert [fn.quarter(2026, of) for of in (1, 4)] == ["1er trimestre 2026", "4e trimestre 2026"]
    assert fn.quarter(2026, 4, locale="en") == "Q4 2026"
    assert fn.month_name(12, locale="en", short=True) == "Dec"
    with pytest.raises(ValueError, match="1 to 12"):
        fn.month_name(0)
