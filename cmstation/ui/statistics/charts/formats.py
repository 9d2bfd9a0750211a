"""Numbers and days of charts as the language of the program writes them."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from cmstation.domain import french_numbers
from cmstation.domain.chart_scales import DayUnit
from cmstation.ui.dates import day_title, full_day_words, month_name, weekday_title
from cmstation.ui.statistics.charts.figures import Formats

translate = QCoreApplication.translate


def local_formats() -> Formats:
    """Return formats in the language of the program."""
    return Formats(
        number_words, short_number, percent_words, full_day_words, tick_words, hour_words, weekday_title
    )


def number_words(value: float) -> str:
    """Write a figure in full, with at most one decimal: "16,821", "1.4"."""
    if value == round(value):
        return (
            QLocale().toString(round(value))
            if abs(value) < 1e18
            else QLocale().toString(float(value), "g", 4)
        )
    return french_numbers.number(value, 1, locale=QLocale().name())


def short_number(value: float) -> str:
    """Write a figure for an axis: "12,000", "1.5 M", "3 bn"."""
    if abs(value) >= 1e15:
        return QLocale().toString(float(value), "g", 3)
    if abs(value) >= 1e9:
        return translate("Charts", "{figure} bn", "billions").format(figure=_few_digits(value / 1e9))
    if abs(value) >= 1e6:
        return translate("Charts", "{figure} M", "millions").format(figure=_few_digits(value / 1e6))
    return _few_digits(value)


def percent_words(share: float) -> str:
    """Write a share from 0 to 1 as a whole percentage."""
    return translate("Charts", "{figure}%", "a share in per cent").format(
        figure=number_words(round(share * 100))
    )


def hour_words(hour: int) -> str:
    """Write an hour of the day: "18:00"."""
    return translate("Charts", "{hour}:00", "an hour of the day").format(hour=hour)


def tick_words(day: date, unit: DayUnit) -> str:
    """Write a tick: "14 Oct", "Oct", and the year where one begins."""
    if unit in (DayUnit.DAY, DayUnit.WEEK):
        return day_title(day, with_month=True)
    if unit is DayUnit.YEAR or day.month == 1:
        return str(day.year)
    return month_name(day.month, short=True)


def _few_digits(value: float) -> str:
    for decimals in (0, 1, 2, 3):
        if abs(value - round(value, decimals)) <= abs(value) * 1e-6:
            return QLocale().toString(float(value), "f", decimals)
    return QLocale().toString(float(value), "g", 3)
