"""From when to when, in few words."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.calendar.span_words import days_words, short_days_words, span_title

DAY = date(2026, 10, 14)
WEEK = (date(2026, 10, 12), date(2026, 10, 19))


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("view", "span", "title"),
    [
        (ViewKey.MONTH, (date(2026, 9, 28), date(2026, 11, 2)), "October 2026"),
        (ViewKey.WEEK, WEEK, "Week 42, 12 – 18 October 2026"),
        (ViewKey.DAY, (DAY, date(2026, 10, 15)), "Wednesday 14 October 2026"),
        (ViewKey.AGENDA, (DAY, date(2026, 11, 15)), "14 Oct – 14 Nov 2026"),
    ],
)
def test_a_view_is_named_by_its_days(view: ViewKey, span: tuple[date, date], title: str) -> None:
    assert span_title(view, span, DAY) == title


def test_the_week_between_two_years_names_both() -> None:
    span = (date(2026, 12, 28), date(2027, 1, 4))

    assert span_title(ViewKey.WEEK, span, date(2026, 12, 30)) == "Week 53, 28 Dec 2026 – 3 Jan 2027"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), "1 – 31 October 2026"),
        (date(2026, 9, 28), date(2026, 10, 4), "28 Sept – 4 Oct 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Dec 2026 – 3 Jan 2027"),
    ],
)
def test_month_and_year_are_named_once_where_they_are_the_same(first: date, last: date, words: str) -> None:
    assert days_words(first, last) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY, DAY, "14 Oct"),
        (date(2026, 11, 16), date(2026, 11, 22), "16 – 22 Nov"),
        (date(2026, 10, 30), date(2026, 11, 5), "30 Oct – 5 Nov"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Dec – 3 Jan"),
    ],
)
def test_short_words_leave_the_year_out(first: date, last: date, words: str) -> None:
    assert short_days_words(first, last) == words


def test_french_says_the_first_of_a_month_as_it_is_read() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))

    assert days_words(date(2026, 10, 1), date(2026, 10, 4)) == "1er – 4 octobre 2026"


def test_a_week_whose_number_stands_beside_it_is_named_by_its_days() -> None:
    assert span_title(ViewKey.WEEK, WEEK, date(2026, 10, 13), number=False) == "12 – 18 October 2026"
