"""What views of the plan have in common that leave the pointer to hands of their own."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent


class Hands(Protocol):
    """What the pointer does in a view."""

    def press(self, event: QMouseEvent, /) -> None:
        """Choose what is pressed."""

    def move(self, event: QMouseEvent, /) -> None:
        """Follow the pointer."""

    def release(self, event: QMouseEvent, /) -> None:
        """Do what a click means, or end what was pulled."""

    def double(self, event: QMouseEvent, /) -> None:
        """Open an item, or wish for something new."""

    def hover(self, spot: None, /) -> None:
        """Mark what lies under the pointer, None for nothing."""

    def drag_over(self, event: QDragMoveEvent, /) -> None:
        """Mark where something would land."""

    def leave(self, event: QDragLeaveEvent, /) -> None:
        """Forget what was held over the view."""

    def drop(self, event: QDropEvent, /) -> None:
        """Wish for something to land here."""


Held = TypeVar("Held", bound=Hands)


class HandedView(Generic[Held]):
    """A view, before whose Qt class it stands, that hands on what the pointer does."""

    hands: Held

    # --- Qt ---

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self.hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self.hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self.hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.hands.double(event)

    def leaveEvent(self, _event: QEvent, /) -> None:
        self.hands.hover(None)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        self.hands.drag_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        self.hands.drag_over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self.hands.leave(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.hands.drop(event)
