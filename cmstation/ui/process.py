"""The process around the window: its name, its first ground, and what a second start does."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

translate = QCoreApplication.translate
ALREADY_OPEN = 0
ANOTHER_HOLDS_IT = 3


def prepared_application(argv: Sequence[str] = ()) -> QApplication:
    """Make the application, named as desktops want it."""
    QCoreApplication.setApplicationName("CM Station")
    QCoreApplication.setOrganizationName("CM Station")
    QApplication.setDesktopFileName("cmstation")
    return QApplication([sys.argv[0] if sys.argv else "cmstation", *argv])


def shows_dark(app: QApplication, theme: str) -> bool:
    """Tell whether the window should be dark, before the theme itself is loaded."""
    if theme in {"light", "dark"}:
        return theme == "dark"
    return app.palette().window().color().lightness() < 128


def already_open(folder: Path) -> int:
    """Bring the window that holds the folder to the front, or say who else holds it; return the exit code."""
    from cmstation.ui.single_instance import ask_first_window  # noqa: PLC0415

    if ask_first_window(folder):
        return ALREADY_OPEN
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

    text = translate("Process", "Another CM Station works in this folder and does not answer.")
    box = QMessageBox(QMessageBox.Icon.Information, "CM Station", text)
    box.setInformativeText(
        translate("Process", "Wait until it has finished, or close it, then start again: {folder}").format(
            folder=folder
        )
    )
    box.exec()
    return ANOTHER_HOLDS_IT
