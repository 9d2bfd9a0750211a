"""What the tests of these dialogs share: a window behind, and the dialog that opened over it."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind the dialogs."""
    window = QWidget()
    window.resize(1366, 700)
    qtbot.addWidget(window)
    window.show()
    return window


def opened(window: QWidget, kind: type[Dialog]) -> Dialog:
    """Return the dialog of a kind that is open over a window."""
    found = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1, f"{len(found)} of {kind.__name__}"
    return found[0]
