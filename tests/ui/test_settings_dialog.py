"""The settings show what holds and give back what was chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.settings_dialog import SettingsDialog, SettingsValues
from cmstation.ui.translation import Translation
from cmstation.ui.zones import NEAR_ZONES, ordered_zones

VALUES = SettingsValues(
    "Clinique des Tilleuls",
    "America/Toronto",
    12,
    True,
    45,
    "fr",
    "dark",
    False,
    False,
    True,
    ("maternite.example",),
    ("clinique.example",),
)
ZONES = ("Europe/Paris", "America/Toronto", "Asia/Tokyo", "UTC")


@pytest.mark.parametrize("values", [VALUES, SettingsValues()])
def test_what_is_shown_is_given_back_unchanged(qtbot: QtBot, icons: Icons, values: SettingsValues) -> None:
    dialog = SettingsDialog(icons, values, ordered_zones(ZONES, values.zone))
    qtbot.addWidget(dialog)

    assert dialog.values() == values


def test_save_tells_the_values(qtbot: QtBot, icons: Icons) -> None:
    dialog = SettingsDialog(icons, VALUES, ordered_zones(ZONES, VALUES.zone))
    saved: list[SettingsValues] = []
    dialog.saved.connect(saved.append)
    dialog.open()

    dialog._save()  # pyright: ignore[reportPrivateUsage]

    assert saved == [VALUES]
    assert not dialog.isVisible()


def test_near_zones_come_first_and_the_chosen_one_is_never_lost() -> None:
    zones = ordered_zones(("Asia/Tokyo", *NEAR_ZONES, "UTC"), "Mars/Olympus")

    assert zones[0] == "Mars/Olympus"
    assert zones[1] == "Europe/Paris"
    assert "UTC" not in zones


@pytest.fixture(params=["fr", "en"])
def spoken(qapp: QApplication, icons: Icons, request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    translation = Translation(qapp)
    yield translation.install(request.param)
    translation.remove()
    QLocale.setDefault(before)


@pytest.mark.usefixtures("spoken")
def test_no_word_of_the_dialog_is_cut(qtbot: QtBot, icons: Icons) -> None:
    dialog = SettingsDialog(icons, VALUES, ordered_zones(ZONES, VALUES.zone))
    qtbot.addWidget(dialog)

    dialog.open()

    qtbot.waitExposed(dialog)
    hints = dialog.findChildren(Paragraph)
    assert len(hints) >= 3
    assert all(hint.height() >= hint.heightForWidth(hint.width()) for hint in hints)
