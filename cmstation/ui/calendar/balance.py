"""How the editorial lines share the month: a bar and its words."""

from typing import cast

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.calendar.months import Share
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_square
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, Space

HEIGHT = 36
_BAR = QSize(112, 8)
_GAP, _SQUARE, _BETWEEN = 2, 8, 14


class BalanceBar(QWidget):
    """The shares of one month."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shares: tuple[Share, ...] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        icons.theme.changed.connect(self.update)

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show other shares."""
        self._shares = shares
        words = ", ".join(f"{self._name(share)} {self._figure(share)}" for share in shares)
        self.setAccessibleName(self.tr("Editorial lines"))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def words(self) -> str:
        """Return the shares in words."""
        return self.accessibleDescription()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        room = self.rect().adjusted(Space.L, 0, -Space.L, 0)
        used = draw_elided(painter, room, self.tr("Editorial lines"), theme, font="note_strong")
        bar = QRect(room.left() + used + _BETWEEN, (self.height() - _BAR.height()) // 2, *_BAR.toTuple())
        self._draw_bar(painter, bar)
        left = bar.right() + 1 + _BETWEEN
        for share in self._shares:
            left = self._draw_share(painter, QRect(left, 0, room.right() - left, self.height()), share)

    def _draw_bar(self, painter: QPainter, bar: QRect) -> None:
        theme = self._icons.theme
        parts = [share for share in self._shares if share.percent]
        if not parts:
            rounded(painter, bar, fill=theme.colour("track"), radius=2)
            return
        left, width = float(bar.left()), bar.width() - _GAP * (len(parts) - 1)
        for share in parts:
            right = left + width * share.percent / 100
            part = QRect(round(left), bar.top(), max(2, round(right) - round(left)), bar.height())
            rounded(painter, part, fill=theme.colour(_colour(share)), radius=2)
            left = right + _GAP

    def _draw_share(self, painter: QPainter, room: QRect, share: Share) -> int:
        """Draw square, name and figure; give where the next one starts."""
        theme = self._icons.theme
        name, figure = self._name(share), self._figure(share)
        wanted = theme.metrics("note").horizontalAdvance(name)
        wanted += theme.metrics("note_strong").horizontalAdvance(figure)
        if room.width() < wanted + _SQUARE + 2 * 6:
            return room.left()  # the tooltip says all of them
        square = QRect(room.left(), 0, _SQUARE, self.height())
        draw_square(painter, square, theme.colour(_colour(share)), _SQUARE)
        room.setLeft(room.left() + _SQUARE + 6)
        room.setLeft(room.left() + draw_elided(painter, room, name, theme, font="note") + 6)
        return room.left() + draw_elided(painter, room, figure, theme, font="note_strong") + _BETWEEN

    def _name(self, share: Share) -> str:
        return self.tr("Without a line") if share.line is None else share.line.name

    def _figure(self, share: Share) -> str:
        return self.tr("{figure}%", "a share in per cent").format(figure=share.percent)


def _colour(share: Share) -> ColourRole:
    return "border" if share.line is None else cast("ColourRole", share.line.colour)
