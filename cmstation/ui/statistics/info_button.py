"""The small "i" beside a figure: what it counts, and when it was taken."""

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QToolTip, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton

_SHOWN_MS = 20_000


class InfoButton(IconButton):
    """Tells a definition to the pointer, to the keyboard and to a screen reader."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "info", "", role="muted", parent=parent)
        self.clicked.connect(self._tell)
        self.hide()

    def explain(self, subject: str, *sentences: str) -> None:
        """Give what is told.

        Args:
            subject: what the figure is ("Followers, Page Facebook").
            sentences: the definition, the freshness; empty ones are left out.
        """
        told = "\n".join(sentence for sentence in sentences if sentence)
        self.setAccessibleName(self.tr("What is counted: {subject}").format(subject=subject))
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.setVisible(bool(told))

    @Slot()
    def _tell(self) -> None:
        place = self.mapToGlobal(QPoint(0, self.height()))
        QToolTip.showText(place, self.toolTip(), self, self.rect(), _SHOWN_MS)
