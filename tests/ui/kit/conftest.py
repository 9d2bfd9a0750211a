"""A theme, its icons, and the check that no window is left."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Give a light theme, worn by the application; no window may outlive its test."""
    worn = Theme(ThemeChoice.LIGHT, no_motion=False)
    worn.apply(qapp)
    before = set(map(id, QApplication.topLevelWidgets()))
    yield worn
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    qapp.setStyle("Fusion")
    assert left == []


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """Give the icons of that theme."""
    return Icons(theme)


def colours_of(widget: QWidget) -> dict[str, int]:
    """Count the pixels of a widget by colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(image.constBits()).cast("B").cast("I"))
    return {QColor(pixel).name(): count for pixel, count in pixels.items()}
