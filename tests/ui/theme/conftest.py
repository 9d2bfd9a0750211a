"""A theme that dresses the test application."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from cmstation.ui.theme.theme import Theme, ThemeChoice


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Give a light theme, worn by the application."""
    worn = Theme(ThemeChoice.LIGHT, no_motion=False)
    worn.apply(qapp)
    yield worn
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyle("Fusion")
