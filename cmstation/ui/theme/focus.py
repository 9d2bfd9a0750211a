"""Shows where the keyboard is: one ring for every widget that does not mark itself."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QFocusFrame,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid


class FocusMarks(QObject):
    """Put the ring around the widget that the keyboard reaches, and none where the pointer clicked.

    Fields, rows and tabs mark themselves inside. A widget of our own asks for the ring with
    `setProperty("focusRing", True)`, and refuses it with False. An application has one of these (`of`).
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: QFocusFrame | None = None
        self._by_keyboard = True
        app.focusChanged.connect(self._follow)

    @classmethod
    def of(cls, app: QApplication) -> "FocusMarks":
        """Return those of the application, which follow its focus from then on."""
        return app.findChild(cls) or cls(app)

    @property
    def by_keyboard(self) -> bool:
        """Whether the focus came where it is without the pointer."""
        return self._by_keyboard

    @Slot(QWidget, QWidget)
    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            # Else it comes back with the next layout, until it is deleted.
            self._ring.setWidget(None)  # pyright: ignore[reportArgumentType] - Qt takes none
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        self._by_keyboard = QApplication.mouseButtons() == Qt.MouseButton.NoButton
        # Frames of text areas and rows do not all repaint by themselves when the focus moves.
        for widget in (before, now):
            if widget is not None and isValid(widget):
                widget.update()
        if now is not None and self._by_keyboard and _wants_ring(now):
            self._ring = QFocusFrame(now.parentWidget())
            self._ring.setWidget(now)


def _wants_ring(widget: QWidget) -> bool:
    if widget.parentWidget() is None:
        return False
    asked = widget.property("focusRing")
    if asked is not None:
        return bool(asked)
    if isinstance(widget, QComboBox):
        return not widget.isEditable()
    return isinstance(widget, QAbstractButton | QAbstractSlider) and not isinstance(widget, QScrollBar)
