"""One page of the wizard: a title, a sentence, and what the step asks for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph, Words
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.accounts.connection import Connection

FIELD_WIDTH = 440


class Page(QScrollArea):
    """A page that scrolls when its words need more room than the window has.

    Signals:
        ready_changed: whether the next step may be taken has changed.
        completed: the step came to its end by itself.
    """

    ready_changed = Signal()
    completed = Signal()

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("focusRing", False)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.L)
        self.column.setSpacing(0)
        # It wraps: some results are longer than the page is wide.
        self.title = Paragraph(icons, font="page")
        self.column.addWidget(self.title)
        self.setWidget(content)

    @property
    def ready(self) -> bool:
        """Whether the next step may be taken."""
        return True

    def enter(self, connection: "Connection") -> None:
        """Show what is known so far."""

    def leave(self, connection: "Connection") -> bool:
        """Write down what the person gave; tell whether it can be used, having said so on the page if not."""
        return True

    def abandon(self) -> None:
        """Stop what is under way and clear what nobody may read: the page or the wizard is left."""

    def first_field(self) -> QWidget | None:
        """Return where the keyboard starts."""
        return None

    # --- building ---

    def entitle(self, text: str) -> None:
        """Give the page its title."""
        self.title.setText(text)
        self.title.updateGeometry()

    def add_lead(self, text: str) -> Paragraph:
        """Add the sentence under the title."""
        lead = Paragraph(self.icons, text, colour="muted")
        self.column.addSpacing(Space.XS)
        self.column.addWidget(lead)
        self.column.addSpacing(Space.L)
        return lead

    def add_field(self, field: QLineEdit, label: str = "", hint: str = "") -> "LabelledField":
        """Add a field under its label, with a hint below."""
        row = LabelledField(self.icons, field)
        row.name(label, hint)
        # Beside a stretch: a layout takes the width of a lone widget for its own, even beyond its maximum,
        # and reckons too few lines for the hint.
        line = QHBoxLayout()
        line.addWidget(row, 100)
        line.addStretch(1)
        self.column.addLayout(line)
        return row


class LabelledField(QWidget):
    """A field, its label above and its hint below; hidden together."""

    def __init__(self, icons: Icons, field: QLineEdit) -> None:
        super().__init__()
        self.field = field
        self._label = Words(icons, font="medium")
        self._label.setBuddy(field)
        self._hint = Paragraph(icons, font="note", colour="muted")
        self.setMaximumWidth(FIELD_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.L)
        column.setSpacing(Space.XS)
        for widget in (self._label, field, self._hint):
            column.addWidget(widget)

    def name(self, label: str, hint: str = "") -> None:
        """Say what is asked for."""
        self._label.setText(label)
        self.field.setAccessibleName(label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
