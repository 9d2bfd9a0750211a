"""A shape and a few words in one colour."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import ElidedLabel
from cmstation.ui.theme.tokens import ColourRole, IconSize, TypeRole

_GAP = 6


class _Shape(QWidget):
    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = ""
        self._colour: ColourRole = "muted"
        self.setFixedSize(QSize(IconSize.CONTROL, IconSize.CONTROL))
        icons.theme.changed.connect(self.update)

    def show_shape(self, name: str, colour: ColourRole) -> None:
        """Show another shape."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        if self._name:
            self._icons.paint(QPainter(self), 0, 0, self._name, self._colour, IconSize.CONTROL)


class IconWords(QWidget):
    """Says something small, its shape before it; hidden when there is nothing to say.

    Args:
        ink: colour of the words; None takes the colour of the shape.
    """

    def __init__(
        self,
        icons: Icons,
        *,
        font: TypeRole = "note",
        ink: ColourRole | None = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ink: ColourRole | None = ink
        self._shape = _Shape(icons, self)
        self._words = ElidedLabel(icons, "", font=font, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._shape)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say("", "", "muted")

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, words: str, shape: str, colour: ColourRole) -> None:
        """Say something else."""
        self._shape.setVisible(bool(words and shape))
        self._shape.show_shape(shape, colour)
        self._words.setText(words)
        self._words.set_colour(self._ink or colour)
        self._words.updateGeometry()
        self.setAccessibleName(words)
