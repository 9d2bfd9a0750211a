"""List, text and preview side by side, each as wide as its window allows."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NARROW, WIDE = (300, 320), (340, 400)
WIDE_FROM = 1700
LEAST = (220, 420, 260)


class ThreePanes(QSplitter):
    """Gives the outer panes their width until the person moves a border."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("drafts-splitter")
        self.setChildrenCollapsible(False)
        self._moved = False
        for part, least in zip((left, middle, right), LEAST, strict=True):
            part.setMinimumWidth(least)
            self.addWidget(part)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setStretchFactor(2, 0)
        self._share(1366)
        self.splitterMoved.connect(self._note_move)

    def setSizes(self, list: list[int], /) -> None:  # type: ignore[override] # noqa: A002 (Qt's name)
        """Take widths that the person chose earlier."""
        self._moved = True
        super().setSizes(list)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        if not self._moved and self._is_wide(event.size().width()) != self._is_wide(event.oldSize().width()):
            self._share(event.size().width())
        super().resizeEvent(event)

    @Slot(int, int)
    def _note_move(self, _place: int, _index: int) -> None:
        self._moved = True

    def _share(self, width: int) -> None:
        left, right = WIDE if self._is_wide(width) else NARROW
        super().setSizes([left, max(LEAST[1], width - left - right), right])

    @staticmethod
    def _is_wide(width: int) -> bool:
        return width >= WIDE_FROM
