"""A day that is typed, and where lines of text end."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.kit.line_breaking import fitting


def test_a_day_field_gives_the_day_that_it_shows(qtbot: QtBot, icons: Icons) -> None:
    field = DayField(icons, "Day of the talk", date(2026, 10, 13))
    qtbot.addWidget(field)

    field.setDate(QDate(2028, 2, 29))

    assert field.day() == date(2028, 2, 29)
    field.show_day(date(2026, 3, 1))
    assert field.day() == date(2026, 3, 1)
    assert field.accessibleName() == "Day of the talk"
    assert field.calendarPopup()


def test_a_line_ends_between_words(qapp: QApplication) -> None:
    font = qapp.font()
    text = "Semaine européenne de la vaccination"
    wide = QFontMetrics(font).horizontalAdvance("Semaine européenne")

    taken = fitting(text, font, wide + 8)

    assert text[:taken].rstrip() == "Semaine européenne"


def test_a_word_that_is_too_long_is_broken_anywhere(qapp: QApplication) -> None:
    text = "anticonstitutionnellement"

    taken = fitting(text, qapp.font(), 40)

    assert 0 < taken < len(text)


def test_a_short_text_fits_whole(qapp: QApplication) -> None:
    assert fitting("Oui", qapp.font(), 400) == 3
    assert fitting("", qapp.font(), 400) == 0
