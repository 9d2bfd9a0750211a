"""Where the clinic is, and from which file its school holidays come."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.regions import Region
from cmstation.ui.calendar.dialogs.days_off_dialog import DaysOffDialog
from cmstation.ui.calendar.dialogs.region_words import region_word
from cmstation.ui.icons import Icons
from tests.ui.calendar.dialog_hands import click, nameless


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind the dialogs."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def days_off(
    behind: QWidget, icons: Icons, *, own_file: bool = False, trouble: Exception | None = None
) -> DaysOffDialog:
    dialog = DaysOffDialog(icons, Region.FRANCE_A, date(2027, 8, 31), own_file, trouble, parent=behind)
    dialog.open()
    return dialog


def test_another_place_is_chosen(behind: QWidget, icons: Icons) -> None:
    dialog = days_off(behind, icons)
    found: list[Region] = []
    dialog.region_chosen.connect(found.append)

    dialog.region.setCurrentText(region_word(Region.QUEBEC))
    click(dialog.save)

    assert found == [Region.QUEBEC]


def test_the_same_place_is_not_chosen_again(behind: QWidget, icons: Icons) -> None:
    dialog = days_off(behind, icons)
    found: list[Region] = []
    dialog.region_chosen.connect(found.append)

    click(dialog.save)

    assert not found


def test_every_place_has_a_name_of_its_own() -> None:
    assert len({region_word(region) for region in Region}) == len(Region)


def test_it_says_until_when_school_holidays_are_known(behind: QWidget, icons: Icons) -> None:
    assert "known until 31 Aug 2027" in words(days_off(behind, icons))


def test_an_own_file_is_said_and_can_be_given_up(behind: QWidget, icons: Icons, qtbot: QtBot) -> None:
    dialog = days_off(behind, icons, own_file=True)
    assert "They come from the file that you chose." in words(dialog)

    with qtbot.waitSignal(dialog.shipped_wanted):
        click(dialog.shipped)


def test_a_file_that_cannot_be_read_is_said(behind: QWidget, icons: Icons) -> None:
    told = words(days_off(behind, icons, own_file=True, trouble=ValueError()))

    assert "cannot be read; the program’s own is used" in told


def the_file(*_: object) -> tuple[str, str]:
    return "/clinic/vacances.csv", ""


def test_a_file_of_school_holidays_is_chosen(
    behind: QWidget, icons: Icons, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = days_off(behind, icons)
    found: list[Path] = []
    dialog.file_chosen.connect(found.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", the_file)

    click(dialog.choose)

    assert found == [Path("/clinic/vacances.csv")]
    assert dialog.isHidden()


def test_everything_in_the_holidays_has_a_name(behind: QWidget, icons: Icons) -> None:
    assert nameless(days_off(behind, icons, own_file=True)) == []
