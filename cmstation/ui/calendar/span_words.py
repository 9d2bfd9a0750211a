"""The title above each view: which days it shows."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.dates import day_title, full_day_words, month_name, month_title

translate = QCoreApplication.translate


def span_title(view: ViewKey, span: tuple[date, date], day: date, *, number: bool = True) -> str:
    """Name what a view shows: a month, a week with its number, a day, or from when to when.

    Args:
        number: whether a week's number is said, where the view itself does not show it.
    """
    if view is ViewKey.MONTH:
        return month_title(day.year, day.month)
    if view is ViewKey.DAY:
        return full_day_words(day)
    first, last = span[0], span[1] - timedelta(days=1)
    words = days_words(first, last)
    if view is ViewKey.WEEK and number:
        week = first.isocalendar().week
        return translate("Calendar", "Week {number}, {days}").format(number=week, days=words)
    return words


def days_words(first: date, last: date) -> str:
    """Say from which day to which, both included, naming month and year once where they are the same."""
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    start = day_title(first) if same_month else day_title(first, with_month=True)
    if not same_year:
        start = translate("Calendar", "{day} {year}").format(day=start, year=first.year)
    end = translate("Calendar", "{day} {month} {year}").format(
        day=day_title(last), month=month_name(last.month, short=not same_month), year=last.year
    )
    return f"{start} – {end}"


def short_days_words(first: date, last: date) -> str:
    """Say from which day to which without the year: "14 nov.", "16 – 22 nov."."""
    end = day_title(last, with_month=True)
    if first == last:
        return end
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"{day_title(first, with_month=not same_month)} – {end}"
