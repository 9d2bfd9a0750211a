"""The line above pages of time: to and fro, back to today, and what is shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, SecondaryButton
from cmstation.ui.kit.labels import ElidedLabel
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space


class PagingBar(Panel):
    """Its beginning, which every such line shares; each joins the buttons and adds what is its own."""

    def __init__(
        self,
        icons: Icons,
        before: str,
        after: str,
        today: str,
        *edges: Qt.Edge,
        parent: QWidget | None = None,
    ) -> None:
        """Make the buttons.

        Args:
            before: name of the button that turns back.
            after: name of the one that turns on.
            today: words on the one that goes to the page of today.
        """
        super().__init__(icons, "surface", *edges, parent=parent)
        self.before = IconButton(icons, "chevron-left", before, kind="secondary", size="normal", parent=self)
        self.after = IconButton(icons, "chevron-right", after, kind="secondary", size="normal", parent=self)
        self.today = SecondaryButton(icons, today, parent=self)
        self.title = ElidedLabel(icons, font="page", parent=self)

    def begin_row(self) -> QHBoxLayout:
        """Lay the beginning out, and return the row to add to."""
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addSpacing(Space.XS)
        row.addWidget(self.today)
        row.addSpacing(Space.M)
        row.addWidget(self.title, 1)
        return row
