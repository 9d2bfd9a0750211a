"""Numbers and days of charts in English and in French."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from cmstation.domain.chart_scales import DayUnit
from cmstation.ui.statistics.charts.formats import local_formats


@pytest.fixture
def french() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    yield
    QLocale.setDefault(before)


def test_french_numbers_have_narrow_spaces_and_commas(french: None) -> None:
    formats = local_formats()

    assert formats.number(16_821) == "16\u202f821"
    assert formats.number(1.44) == "1,4"
    assert formats.short(2_500_000) == "2,5 M"
    assert formats.short(12_000) == "12\u202f000"


def test_french_days_are_named_as_the_french_do(french: None) -> None:
    formats = local_formats()

    assert formats.day(date(2026, 10, 1)) == "Jeudi 1er octobre 2026"
    assert formats.tick(date(2026, 10, 1), DayUnit.MONTH) == "oct."
    assert formats.tick(date(2026, 1, 1), DayUnit.QUARTER) == "2026"
    assert formats.tick(date(2026, 10, 14), DayUnit.WEEK) == "14 oct."


@pytest.mark.parametrize("value", [0, -1, 0.05, 999_999, 1e9, 1e16, -3e12, 1e300])
def test_figures_on_an_axis_stay_short(french: None, value: float) -> None:
    assert len(local_formats().short(value)) <= 12
