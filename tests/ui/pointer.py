"""Lets go of the pointer's buttons: a double click of the test library ends with the button down."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)


def let_go() -> None:
    """Release every button that is held; the next test would else move with it."""
    held = QApplication.mouseButtons()
    if held == Qt.MouseButton.NoButton:
        return
    ground = QWidget()
    for button in _BUTTONS:
        if held & button:
            QTest.mouseRelease(ground, button)
    ground.deleteLater()
