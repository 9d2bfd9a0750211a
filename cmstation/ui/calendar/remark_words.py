"""What is special about a day, in words: holidays and health days."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from cmstation.domain.calendar import DayOff, DayOffKind
from cmstation.domain.health_days import HealthDay
from cmstation.ui.dates import day_title, full_day_words

translate = QCoreApplication.translate


def remark_words(remark: DayOff | HealthDay) -> str:
    """Name a holiday or a health day, until when it lasts, and that its date is not sure."""
    if isinstance(remark, DayOff):
        if remark.kind is DayOffKind.PUBLIC or remark.first == remark.last:
            return remark.name
        return _until(remark.name, remark.last)
    name = health_name(remark)
    words = name if remark.start == remark.end else _until(name, remark.end)
    if not remark.to_confirm:
        return words
    return translate("Calendar", "{name} (to confirm)").format(name=words)


def remark_card(remark: DayOff | HealthDay) -> str:
    """Say a holiday or a health day on two lines, for a tooltip."""
    if isinstance(remark, DayOff):
        name, first, last, unsure = remark.name, remark.first, remark.last, False
    else:
        name, first, last, unsure = health_name(remark), remark.start, remark.end, remark.to_confirm
    when = full_day_words(first, with_year=False)
    if first != last:
        when = f"{day_title(first, with_month=True)} – {day_title(last, with_month=True)}"
    if unsure:
        when = translate("Calendar", "{days}, to confirm").format(days=when)
    return f"{name}\n{when}"


def health_name(day: HealthDay) -> str:
    """Name a health day in the language of the window."""
    french = QLocale().language() == QLocale.Language.French
    return day.name_fr if french else day.name_en or day.name_fr


def choose_health_day(
    parent: QWidget, days: Sequence[HealthDay], place: QPoint, chosen: Callable[[HealthDay], None]
) -> None:
    """Hand on a health day; where there are several, a menu asks which one."""
    if len(days) == 1:
        chosen(days[0])
    if len(days) < 2:
        return
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for day in days:
        action = menu.addAction(remark_words(day).replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, day=day: chosen(day))
    menu.popup(place)


def _until(name: str, last: date) -> str:
    return translate("Calendar", "{name}, until {day}").format(
        name=name, day=day_title(last, with_month=True)
    )
