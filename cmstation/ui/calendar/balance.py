"""How the editorial lines share the month: a bar, its words, and the shares that the clinic wishes for."""

from typing import cast

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.calendar.months import Share
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_square
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, Space

HEIGHT = 36
_BAR = QSize(112, 8)
_GAP, _SQUARE, _BETWEEN = 2, 8, 14
_GAUGE, _TICK = 3, QSize(2, 7)
_GAUGE_TOP = 27
_LAGS = 5  # points below the wish from which a line stands out


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
        if shares == self._shares and self.toolTip():
            return
        self._shares = shares
        words = ", ".join(f"{self._name(share)} {self._words(share)}" for share in shares)
        self.setAccessibleName(self.tr("Editorial lines"))
        self.setAccessibleDescription(words)
        self.setToolTip(plain_tip(words))
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
        """Draw square, name, figure and gauge; give where the next one starts."""
        theme = self._icons.theme
        name, figure = self._name(share), self._figure(share)
        wanted = theme.metrics("note").horizontalAdvance(name)
        wanted += theme.metrics("note_strong").horizontalAdvance(figure)
        if room.width() < wanted + _SQUARE + 2 * 6:
            return room.left()  # the tooltip says all of them
        left = room.left()
        square = QRect(left, 0, _SQUARE, self.height())
        draw_square(painter, square, theme.colour(_colour(share)), _SQUARE)
        room.setLeft(room.left() + _SQUARE + 6)
        room.setLeft(room.left() + draw_elided(painter, room, name, theme, font="note") + 6)
        lags = share.wished is not None and share.wished - share.percent >= _LAGS and self._has_posts()
        ink: ColourRole = "warning" if lags else "text"
        right = room.left() + draw_elided(painter, room, figure, theme, font="note_strong", colour=ink)
        if share.wished is not None:
            self._draw_gauge(painter, QRect(left, _GAUGE_TOP, right - left, _GAUGE), share, share.wished)
        return right + _BETWEEN

    def _draw_gauge(self, painter: QPainter, gauge: QRect, share: Share, wished: int) -> None:
        """Draw how far the share is, and a tick where the wish stands; all gauges have one scale."""
        theme = self._icons.theme
        most = max(max(each.percent, each.wished or 0) for each in self._shares) or 1
        rounded(painter, gauge, fill=theme.colour("track"), radius=1)
        reached = QRect(gauge.topLeft(), QSize(round(gauge.width() * share.percent / most), _GAUGE))
        if reached.width():
            rounded(painter, reached, fill=theme.colour(_colour(share)), radius=1)
        place = round((gauge.width() - _TICK.width()) * wished / most)
        top = gauge.top() - (_TICK.height() - _GAUGE) // 2
        painter.fillRect(gauge.left() + place, top, *_TICK.toTuple(), theme.colour("text"))

    def _has_posts(self) -> bool:
        return any(share.percent for share in self._shares)

    def _name(self, share: Share) -> str:
        return self.tr("Without a line") if share.line is None else share.line.name

    def _figure(self, share: Share) -> str:
        return self.tr("{figure}%", "a share in per cent").format(figure=share.percent)

    def _words(self, share: Share) -> str:
        """Say a share, and the one that the clinic wishes for."""
        if share.wished is None:
            return self._figure(share)
        wished = self.tr("{figure}%", "a share in per cent").format(figure=share.wished)
        return self.tr("{share} (wished {wished})").format(share=self._figure(share), wished=wished)


def _colour(share: Share) -> ColourRole:
    return "border" if share.line is None else cast("ColourRole", share.line.colour)
