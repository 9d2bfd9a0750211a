"""The words of figures and periods, and the meaning of each figure."""

from datetime import date

import pytest

from cmstation.domain import periods
from cmstation.domain.metric_definitions import DEFINITIONS
from cmstation.domain.metrics import Metric
from cmstation.ui.icons import Icons
from cmstation.ui.statistics import words
from cmstation.ui.statistics.fields import whole_number
from cmstation.ui.statistics.period_steps import around, following
from cmstation.ui.wording_definitions import DEFINITIONS as SENTENCES
from cmstation.ui.wording_metrics import definition_words, full_definition_words, metric_words


def test_every_definition_has_its_sentence() -> None:
    assert {found.key for found in DEFINITIONS} == set(SENTENCES)


def test_every_metric_has_its_word() -> None:
    assert all(metric_words(metric) for metric in Metric)


def test_an_unknown_definition_is_not_made_up() -> None:
    assert definition_words("myspace.account.friends") == "What exactly was counted is not known."
    assert full_definition_words("") == "What exactly was counted is not known."


def test_an_unknown_figure_is_said_in_words() -> None:
    assert words.figure_words(None) == "not known"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16821", 16_821),
        ("16 821", 16_821),
        ("16\u202f821", 16_821),
        ("16,821", 16_821),
        ("0", 0),
        ("1,5", None),
        ("-3", None),
        ("1.2k", None),
        ("", None),
        ("٣", None),
        ("99999999999999", None),
    ],
)
def test_whole_numbers_are_read_as_people_write_them(icons: Icons, text: str, value: int | None) -> None:
    assert whole_number(text) == value


@pytest.mark.parametrize(
    "period",
    [
        periods.month(2026, 12),
        periods.quarter(2026, 4),
        periods.year(2026),
        periods.span(date(2026, 10, 5), date(2026, 10, 25)),
    ],
)
def test_the_period_after_comes_back_to_the_period(period: periods.Period) -> None:
    assert following(period).before() == period


def test_another_kind_of_period_holds_the_day() -> None:
    day = date(2026, 8, 31)

    assert around(periods.PeriodKind.QUARTER, day) == periods.quarter(2026, 3)
    assert around(periods.PeriodKind.MONTH, day) == periods.month(2026, 8)


def test_many_gaps_are_counted_rather_than_listed(icons: Icons) -> None:
    runs = [(date(2026, 8, day), date(2026, 8, day)) for day in range(1, 11, 2)]

    assert words.runs_words(runs) == "1 August 2026, 3 August 2026, 5 August 2026 and 2 more time(s)"
