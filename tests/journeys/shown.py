"""What is on the screen, and the dialog in which the computer asks for a file."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

Part = TypeVar("Part", bound=QWidget)


def visible(kind: type[Part]) -> list[Part]:
    """Return the widgets of a kind that are on the screen."""
    found = {id(one): one for top in QApplication.topLevelWidgets() for one in (top, *top.findChildren(kind))}
    return [one for one in found.values() if isinstance(one, kind) and one.isVisible()]


@contextmanager
def types_the_name(file: Path) -> Generator[None]:
    """Type a file's name into the dialog of the computer as soon as it is there."""
    typing = QTimer()
    typing.setInterval(20)
    typing.timeout.connect(lambda: _type_name(file))
    typing.start()
    yield
    typing.stop()


def _type_name(file: Path) -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog) and dialog.isVisible():
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        name.setText(str(file))
        QTest.keyClick(name, Qt.Key.Key_Return)
