"""Small marks: pills, counters and the caps of keys."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_pill, pill_width
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Height, Radius, Tone

_KEY_PADDING = 5


class Pill(QLabel):
    """A few words on the soft ground of their tone."""

    def __init__(
        self, icons: Icons, text: str, tone: Tone = "muted", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icons = icons
        self._tone: Tone = tone
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show other words in another tone."""
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self.text(), self._icons.theme, icon=bool(self._icon)), Height.PILL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        draw_pill(painter, QPoint(0, 0), self.text(), self._tone, self._icons, icon=self._icon)


class Counter(Pill):
    """A number beside a name; it vanishes at zero."""

    def __init__(
        self, icons: Icons, count: int = 0, tone: Tone = "muted", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, "", tone, parent=parent)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show another number."""
        self.setText(str(count))
        self.updateGeometry()
        self.setVisible(count > 0)


class KeyCap(QLabel):
    """The keys that do the same, as on a keyboard."""

    def __init__(self, icons: Icons, keys: str, *, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self._icons = icons
        self.setFont(icons.theme.font("note_medium"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _KEY_PADDING, Height.PILL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        draw_key_cap(painter, self.rect(), self.text(), self._icons)


def draw_key_cap(painter: QPainter, rect: QRect, keys: str, icons: Icons) -> None:
    """Draw the cap of a key that fills a rectangle."""
    theme = icons.theme
    rounded(painter, rect, fill=theme.colour("bg"), line=theme.colour("border"), radius=Radius.SMALL)
    painter.setFont(theme.font("note_medium"))
    painter.setPen(theme.colour("muted"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), keys)
